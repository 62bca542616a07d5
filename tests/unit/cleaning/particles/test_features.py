"""What the particle model looks at: clauses, words and their classes, and the document's habits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gangyao.chinese.character_model import CharacterModel, fold_codes
from gangyao.cleaning.particles.clauses import Clauses, read_clauses
from gangyao.cleaning.particles.document_usage import USAGE, read_usage
from gangyao.cleaning.particles.features import CLASSES, REACH, contexts
from gangyao.cleaning.particles.word_classes import at_columns, load_word_classes, longest_words
from training.word_classes import class_table, read_word_classes

GAP = "＿"


def rows_of(text: str, model: CharacterModel) -> np.ndarray:
    """Return the context of the one gap, written ＿."""
    place = text.index(GAP)
    codes = fold_codes(text, model.fold)
    return contexts(codes, np.array([place - 1]), np.array([place + 1]))


def clause(text: str, model: CharacterModel) -> Clauses:
    rows = rows_of(text, model)
    return read_clauses(rows[:, REACH - 1 :: -1], rows[:, REACH:])


def test_a_context_ends_at_the_line(model: CharacterModel) -> None:
    rows = rows_of("前一行\n推进＿改革\n后一行", model)[0]
    assert "".join(chr(int(code)) for code in rows if code) == "\n推进改革\n"
    assert [chr(int(code)) for code in rows[REACH - 2 : REACH + 2]] == ["推", "进", "改", "革"]


def test_a_clause_knows_its_marks_and_how_far_they_are(model: CharacterModel) -> None:
    found = clause("加强统筹，推进改革＿开放、发展。", model)
    assert (int(found.before[0]), int(found.after[0])) == (5, 3)
    assert (chr(int(found.left_mark[0])), chr(int(found.right_mark[0]))) == ("，", "、")
    edges = clause("推进改革＿开放", model)
    assert (chr(int(edges.left_mark[0])), chr(int(edges.right_mark[0]))) == ("\n", "\n")
    far = clause("各地各部门要进一步扎实有序推进改革＿开放", model)
    assert (int(far.left_mark[0]), int(far.before[0])) == (0, REACH)


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("建设道路、桥梁＿隧道", 1),
        ("建设道路＿桥梁、隧道", 2),
        ("建设道路和桥梁＿隧道", 4),
        ("建设道路＿桥梁等工程", 16),
        ("建设道路、桥梁，整治＿河道", 0),
    ],
)
def test_a_list_is_seen_within_its_clause(model: CharacterModel, text: str, bits: int) -> None:
    assert int(clause(text, model).lists[0]) == bits


def test_prepositions_before_and_their_ends_after(model: CharacterModel) -> None:
    assert int(clause("在推进改革＿过程中", model).prepositions[0]) > 0
    assert int(clause("在推进改革＿过程中", model).tails[0]) > 0
    assert int(clause("推进改革＿开放", model).prepositions[0]) == 0
    # The preposition of the clause before does not count.
    assert int(clause("在去年，推进改革＿开放", model).prepositions[0]) == 0


def test_members_of_a_pair_share_their_head(model: CharacterModel) -> None:
    assert int(clause("统筹供给侧＿需求侧", model).parallel[0]) > 0
    assert int(clause("推进改革＿开放", model).parallel[0]) == 0


def test_of_before_and_after(model: CharacterModel) -> None:
    assert [int(clause(text, model).of[0]) for text in ("新的道路＿桥", "道路＿新的桥", "道路＿桥")] == [
        1,
        2,
        0,
    ]


def test_a_dictionary_gives_one_class_to_a_word(tmp_path: Path, model: CharacterModel) -> None:
    path = tmp_path / "dict.txt"
    path.write_text("桥梁 50 n\n建设 90 v\n罕词 1 n\n外文A 9 n\n怪标 9 yyy\n", encoding="utf-8")
    words = read_word_classes(path)
    assert set(words) == {"桥梁", "建设"}
    assert words["桥梁"] != words["建设"]
    table = class_table(words.items(), model.fold)
    rows = rows_of("建设＿桥梁", model)
    known = class_table([("建设", 1), ("桥梁", 1)], model.fold)
    last = np.full(1, REACH - 1)
    lengths, before = longest_words(rows, last, -1, known)
    assert int(lengths[0]) == 2
    assert int(table.look_up(before)[0]) == words["建设"]
    lengths, after = longest_words(rows, last + 1, 1, known)
    assert int(lengths[0]) == 2
    assert int(table.look_up(after)[0]) == words["桥梁"]


def test_an_unknown_character_is_a_word_of_its_own(model: CharacterModel) -> None:
    lengths, key = longest_words(rows_of("甪＿乂", model), np.full(1, REACH - 1), -1, model.words)
    assert int(lengths[0]) == 1
    assert chr(int(key[0])) == "甪"


def test_a_column_outside_of_the_row_holds_nothing() -> None:
    rows = np.array([[5, 6], [7, 8]], dtype=np.uint64)
    assert at_columns(rows, np.array([1, 2])).tolist() == [6, 0]
    assert at_columns(rows, np.array([-1, 0])).tolist() == [0, 7]


def test_the_shipped_classes_tell_nouns_from_verbs(model: CharacterModel) -> None:
    keys = class_table([("道路", 1)], model.fold)  # only to fold alike
    assert keys.look_up(np.zeros(1, dtype=np.uint64))[0] == 0
    table = load_word_classes()
    found = []
    for word in ("道路", "桥梁", "推进", "实施"):
        _, key = longest_words(rows_of(f"{word}＿", model), np.full(1, REACH - 1), -1, model.words)
        found.append(int(table.look_up(key)[0]))
    assert found[0] == found[1] != found[2] == found[3]


def habit(text: str, model: CharacterModel, name: str) -> dict[str, float]:
    place = text.index(GAP)
    habits = read_usage(fold_codes(text, model.fold), [(place, place + 1)])[0]
    return {
        particle: round(float(value), 3)
        for particle, value in zip(CLASSES, habits[:, USAGE.index(name)], strict=True)
        if value
    }


def test_a_document_repeats_its_phrases(model: CharacterModel) -> None:
    text = "改革与开放。改革与开放。改革开放。改革＿开放。"
    assert habit(text, model, "1 before, 1 after") == {"": round(np.log(2), 3), "与": round(np.log(3), 3)}
    assert habit(text, model, "2 before, 2 after") == {"": round(np.log(2), 3), "与": round(np.log(3), 3)}
    assert habit("变革与开放。改革＿开放。", model, "1 before, 1 after") == {"与": round(np.log(2), 3)}
    assert habit("变革与开放。改革＿开放。", model, "2 before, 1 after") == {}


def test_a_habit_of_one_side_counts_particles_only(model: CharacterModel) -> None:
    assert habit("改革的红利。改革＿开放。", model, "1 before, 0 after") == {"的": round(np.log(2), 3)}
    assert habit("有序和开放。改革＿开放。", model, "0 before, 1 after") == {"和": round(np.log(2), 3)}


def test_what_stands_in_the_gap_is_no_habit(model: CharacterModel) -> None:
    codes = fold_codes("改革与开放", model.fold)
    habits = read_usage(codes, [(2, 3)])[0]
    assert not habits[:, :-1].any()
    shares = habits[1:, -1]
    assert shares == pytest.approx(np.full(len(CLASSES) - 1, shares[0]))


def test_the_edge_of_a_line_is_no_neighbour(model: CharacterModel) -> None:
    assert habit("在城市\n在乡村\n＿城市", model, "1 before, 1 after") == {}
