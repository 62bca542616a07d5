"""Names that were found in one place of a document and passed over in another."""

from __future__ import annotations

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.found_again import with_found_again
from gangyao.entities.gazetteer import Head


def _found(text: str, form: str, *ranks: int, kind: EntityType = "programme") -> list[Candidate]:
    """`form` found where it stands the first, second … time."""
    places = [at for at in range(len(text)) if text.startswith(form, at)]
    return [Candidate(places[rank], places[rank] + len(form), kind, form, "judge") for rank in ranks]


def _again(text: str, names: list[Candidate]) -> list[tuple[int, str, str]]:
    heads = [
        (one.end - 2, one.end, Head(text[one.end - 2 : one.end], one.type, "place", "")) for one in names
    ]
    told = with_found_again(text, names, [one for one in heads if one[2].form != "求进"])
    return [(one.start, one.name, one.type) for one in told if one.origin == "again"]


def test_a_name_is_one_wherever_it_stands() -> None:
    text = "实施青禾攻坚计划。\n青禾攻坚计划进展顺利。"
    assert _again(text, _found(text, "青禾攻坚计划", 0)) == [(10, "青禾攻坚计划", "programme")]


def test_what_was_passed_over_more_often_is_none() -> None:
    text = "青禾攻坚计划。青禾攻坚计划。青禾攻坚计划。"
    assert _again(text, _found(text, "青禾攻坚计划", 0)) == []


def test_what_is_named_between_marks_is_named_between_marks() -> None:
    text = "推行“麦贷通”，“麦贷通”放款，麦贷通便捷。"
    assert _again(text, _found(text, "麦贷通", 0)) == [(9, "麦贷通", "programme")]
    text = "采取“十二项举措”，共有十二项举措。"
    assert _again(text, _found(text, "十二项举措", 0)) == []


def test_the_beginning_of_another_word_is_no_name() -> None:
    text = "青禾农业部印发，青禾农业部门落实。"
    assert _again(text, _found(text, "青禾农业部", 0, kind="organization")) == []


def test_what_the_judge_alone_found_ends_as_names_do() -> None:
    text = "弘扬青河求进，青河求进展现作为。“青河求进”广为传唱，“青河求进”。"
    assert _again(text, _found(text, "青河求进", 0)) == []
    assert len(_again(text, _found(text, "青河求进", 2))) == 1


def test_a_part_of_a_longer_name_is_no_other() -> None:
    text = "青禾攻坚计划。青禾攻坚计划指挥部成立。"
    names = _found(text, "青禾攻坚计划", 0)
    names += _found(text, "青禾攻坚计划指挥部", 0, kind="organization")
    assert _again(text, names) == []


def test_a_part_of_a_title_is_no_name() -> None:
    text = "青禾农业委员会发布《青禾农业委员会章程》。"
    assert _again(text, _found(text, "青禾农业委员会", 0, kind="organization")) == []
    text = "青禾攻坚方案出台，落实《青禾攻坚方案》。"
    assert len(_again(text, _found(text, "青禾攻坚方案", 0))) == 1


def test_a_class_of_bodies_is_named_by_none() -> None:
    text = "县人民政府印发。县人民政府组织。"
    assert _again(text, _found(text, "县人民政府", 0, kind="organization")) == []
