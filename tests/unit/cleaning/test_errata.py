"""Errata: placed on the raw text, never overruled, or refused with a message that says what to do."""

from __future__ import annotations

import pickle

import pytest

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.clean import CleaningRules, clean
from gangyao.cleaning.errata import ErrataError, place_errata
from gangyao.document.layout import Layout, Line
from gangyao.document.reading_text import ReadingText, reading_text
from gangyao.document.source import Erratum, Evidence, Source

TEXT = "支持公办中小学开放场地。\n建设国家级足球训训基地，对接中俄俄经济走廊。\n11要聞"


def erratum(context: str, before: str, after: str, evidence: Evidence = "witness") -> Erratum:
    return Erratum(2, context, before, after, evidence, "another copy", "")


def reading_of(text: str) -> ReadingText:
    """All lines are read but the last one, which is furniture."""
    lines, position = [], 0
    parts = text.split("\n")
    for number, part in enumerate(parts, 1):
        read = number < len(parts)
        kind = "paragraph" if read else "furniture"
        order = number if read else None
        lines.append(Line(number, "a", position, position + len(part), kind, order, order))  # type: ignore[arg-type]
        position += len(part) + 1
    return reading_text(Source(text, ()), Layout(tuple(lines)))


def run(
    rows: list[Erratum], rules: CleaningRules, model: CharacterModel
) -> tuple[str, list[tuple[int, str, str, str]], list[tuple[str, str | None, str]]]:
    source = Source(TEXT, ())
    cleaned = clean(reading_of(TEXT), place_errata(source, rows), "hans", rules, model)
    changes = [(c.raw_start, c.before, c.after, c.evidence) for c in cleaned.corrections]
    return cleaned.text, changes, [(s.text, s.suggestion, s.detector) for s in cleaned.suspects]


def test_an_insertion_goes_in_at_the_end_of_its_context(rules: CleaningRules, model: CharacterModel) -> None:
    text, changes, _ = run([erratum("公办中小学", "", "校")], rules, model)
    assert text.startswith("支持公办中小学校开放场地。")
    assert (7, "", "校", "witness") in changes


def test_an_erratum_wins_over_a_rule(rules: CleaningRules, model: CharacterModel) -> None:
    rows = [erratum("对接中俄俄", "俄俄", "印", "term"), erratum("足球训训", "训训", "竞训")]
    text, changes, doubts = run(rows, rules, model)
    assert "足球竞训基地，对接中印经济走廊" in text
    assert {(before, after, evidence) for _, before, after, evidence in changes} == {
        ("训训", "竞训", "witness"), ("俄俄", "印", "term"),
    }  # fmt: skip
    assert doubts == []


def test_a_reading_is_a_suspect_and_changes_nothing(rules: CleaningRules, model: CharacterModel) -> None:
    text, changes, doubts = run([erratum("足球训训", "训训", "训练", "reading")], rules, model)
    assert "足球训训基地" in text
    assert [after for _, _, after, _ in changes] == ["蒙"]
    assert doubts == [("训训", "训练", "erratum")]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([erratum("不在此处", "此", "")], "nowhere"),
        ([erratum("训", "训", "练")], "occurs 2 times"),
        ([erratum("基地，对接", "走廊", "")], "not in its context"),
        ([erratum("足球训训", "训", "练")], "more than once"),
        ([erratum("中小学", "", "校"), erratum("办中小学", "", "生")], "same place as row 2"),
        ([erratum("足球训训", "训训", "训"), erratum("训训基地", "训训", "练")], "same place"),
    ],
)
def test_a_row_that_does_not_fit_names_file_row_and_remedy(rows: list[Erratum], message: str) -> None:
    with pytest.raises(ErrataError, match=message) as caught:
        place_errata(Source(TEXT, ()), rows, "seeds/x/errata.csv")
    assert "seeds/x/errata.csv, row 2" in str(caught.value)
    assert "; " in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize("row", [erratum("11要聞", "聞", "闻"), erratum("地。\n建设", "。\n建", "建")])
def test_a_row_on_a_line_that_is_not_read_or_on_two_lines_is_refused(
    row: Erratum, rules: CleaningRules, model: CharacterModel
) -> None:
    with pytest.raises(ErrataError, match="not within one line that is read"):
        run([row], rules, model)
