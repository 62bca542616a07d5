import lzma

import pytest

from training.character_model import NEARNESS, train
from training.official_texts import SHARED, beside, set_laws_aside, without_copies
from training.texts import TrainingText, read_official

LONG = "加快推进基础设施互联互通提升公共服务水平深化重点领域改革"


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "training").mkdir()
    laws = "\n".join(f"第{number}条 本条例自公布之日起施行。" for number in range(100_000))
    (tmp_path / "training" / "laws.txt.xz").write_bytes(lzma.compress(laws.encode(), preset=0))
    return tmp_path / "corpus"


def test_a_fortieth_of_the_laws_is_set_aside_whole(corpus):
    (laws,) = beside(corpus)
    (left,), aside = set_laws_aside([laws])

    assert [text.name for text in aside] == ["laws.txt.xz#7", "laws.txt.xz#47"]
    assert sum(text.text.count("\n") + 1 for text in (left, *aside)) == 100_000
    assert not set(aside[0].text.split("\n")) & set(left.text.split("\n"))


def test_lines_that_copy_a_held_out_document_are_left_out():
    text = TrainingText("a", f"第一行。\n前文，{LONG}，后文。\n末行。", "")

    (kept,) = without_copies([text], [TrainingText("b", f"另起{LONG}。", "")])

    assert kept.text == "第一行。\n末行。"
    (whole,) = without_copies([text], [TrainingText("b", LONG[: SHARED - 1], "")])
    assert whole.text == text.text


def test_the_folder_may_be_missing(tmp_path):
    assert read_official(tmp_path / "no") == ()


def test_texts_near_to_plans_count_more():
    near, far = TrainingText("near", "山水公园。", ""), TrainingText("far", "山水条例。", "")
    model = train([near], official=[far])

    assert model.unigrams[ord("公")] == NEARNESS
    assert model.unigrams[ord("条")] == 1
    assert model.cost("山水公园") < model.cost("山水条例")
