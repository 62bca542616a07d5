import json
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from gangyao.chinese.character_model import ORDER, PRIORS
from training import character_model as trainer
from training.character_model import UNCOUNTED, read_words, train, word_table
from training.texts import FOLDS, TrainingText, fold_of, one_per_group, read_folder, text_group

TEXTS = (
    TrainingText("a/甲.txt", "建设山水公园。\n完善山水公园管理。\n山水公园向公众开放。", "0"),
    TrainingText("a/乙.txt", "整治河道。\n整治河道两岸环境。", "1"),
)
SHIPPED = resources.files("gangyao.models")


def test_what_was_counted_is_cheap():
    model = train(TEXTS)

    assert model.cost("山水公园") < model.cost("公山园水") - 3


def test_copies_of_a_text_fall_on_one_side_of_the_split():
    assert text_group("plans/no1_2018.a.txt") == text_group("no1_2018.b.txt") == "no1_2018"
    for one, other in (("x/r_2020.para.txt", "r_2020.sent.txt"), ("n.a.txt", "n.c.txt")):
        assert fold_of(one) == fold_of(other)


def test_the_split_uses_every_part():
    assert {fold_of(f"document{number}.txt") for number in range(100)} == set(range(FOLDS))


def test_only_one_copy_is_counted():
    texts = [TrainingText(name, name, "") for name in ("p/a.b.txt", "p/a.c.txt", "p/z.txt")]

    assert [text.name for text in one_per_group(texts)] == ["p/a.b.txt", "p/z.txt"]


def test_same_folder_same_bytes(tmp_path, monkeypatch):
    folder = tmp_path / "texts"
    (folder / "plans").mkdir(parents=True)
    for text in TEXTS:
        (folder / "plans" / Path(text.name).name).write_text(text.text, encoding="utf-8")
    words = tmp_path / "words.csv"
    words.write_text("name,code\n山水,1\n公园,2\n河道两岸治理,3\n", encoding="utf-8")
    written = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        output = tmp_path / name / "model.npz"
        monkeypatch.setattr("sys.argv", ["train", str(folder), "--words", str(words), "-o", str(output)])
        trainer.main()
        written.append((output.read_bytes(), output.with_suffix(".json").read_bytes()))

    assert written[0] == written[1]
    provenance = json.loads(written[0][1])
    assert [source["name"] for source in provenance["sources"]] == ["plans/乙.txt", "plans/甲.txt"]
    assert str(tmp_path) not in written[0][1].decode()


def test_only_the_named_folders_are_read(tmp_path):
    for name in ("plans", "spelling"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("文", encoding="utf-8")

    assert [text.name for text in read_folder(tmp_path, ("plans",))] == ["plans/a.txt"]


def test_a_text_that_is_not_utf8_is_an_error(tmp_path):
    (tmp_path / "a.txt").write_bytes("规划".encode("gb18030"))

    with pytest.raises(UnicodeDecodeError):
        read_folder(tmp_path)


def test_word_lists_are_read_with_their_frequencies(tmp_path):
    path = tmp_path / "dict.txt"
    path.write_text("河道 12 n\n罕词 1 n\nB超 3 n\n山 9 n\n110000,北京市,,\n", encoding="utf-8")

    assert read_words(path) == {"河道": 12, "山": 9, "北京市": UNCOUNTED}


def test_long_words_are_known_by_their_stretches():
    model = train(TEXTS, word_table({"双城经济圈": 20, "河道": 12}))

    scan = model.scan("双城经济圈河道")

    fours = model.words.look_up(scan.keys[3])[1:] > 0
    twos = model.words.look_up(scan.keys[1])[1:] > 0
    assert np.flatnonzero(fours).tolist() == [3, 4]
    assert np.flatnonzero(twos).tolist() == [6]
    assert model.words.look_up(scan.keys[1])[-1] == 12


def test_the_shipped_model_is_compact_and_says_where_it_comes_from():
    described = json.loads((SHIPPED / "character_model.json").read_text(encoding="utf-8"))

    assert len((SHIPPED / "character_model.npz").read_bytes()) <= 3_000_000
    assert (described["order"], tuple(described["priors"])) == (ORDER, PRIORS)
    groups = [text_group(source["name"]) for source in described["sources"]]
    assert len(groups) == len(set(groups)) > 80
    assert all(len(source["sha256"]) == 64 for source in described["sources"])
    assert described["characters"] == sum(source["size"] for source in described["sources"])
