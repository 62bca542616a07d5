from __future__ import annotations

from pathlib import Path

import pytest

from gangyao.chinese.character_model import load_model, load_official_model
from gangyao.collation.second_reading import doubts_of_second_readings
from gangyao.document.changes import Suspect
from gangyao.document.recognised import Reading, Rival
from gangyao.document.source import Document, DocumentSpec, SecondReading, Source, SourceFile, Witness
from gangyao.paths import lexicon_of
from gangyao.pipeline import load_engine, read_document

FIRST = "加快营造公平竟争的市场环境，到2030年，牢国树立新发展理念，巩固发展成果。"
SURE = 0.99


def read(text: str, unsure: str = "", instead: str = "", likelihood: float = 0.4) -> Reading:
    """Return a reading that is sure of all but one character, of which another is a rival."""
    place = text.index(unsure) if unsure else -1
    scores = tuple(1 - likelihood if at == place else SURE for at in range(len(text)))
    rivals = (Rival(place, instead, likelihood),) if unsure else ()
    return Reading(text, scores, rivals)


def suspects(
    second: Reading, seeds: Path, own: float = SURE, first: str = FIRST, characters: int = len(FIRST)
) -> list[Suspect]:
    """Return the doubts of two equal second readings of one line; `own` is how sure the first was.

    The first reading recognised so many `characters` of the document.
    """
    file = SourceFile("a.png", "0" * 64, "utf-8", 0, len(first) + 1, "picture")
    readings = (SecondReading(0, len(first), second),)
    witnesses = tuple(Witness(name, second.text, readings=readings) for name in ("one", "two"))
    source = Source(f"{first}\n", (file,))
    document = Document(DocumentSpec("a", "", ("a.png",)), source, witnesses=witnesses)
    cleaned = read_document(document, load_engine(lexicon_of(seeds))).cleaned
    sure = dict.fromkeys(range(characters), own)
    return doubts_of_second_readings(document, cleaned, load_model(), load_official_model(), sure)


def doubts(second: Reading, seeds: Path, own: float = SURE) -> list[tuple[str, str | None]]:
    return [(doubt.text, doubt.suggestion) for doubt in suspects(second, seeds, own)]


def test_what_is_read_otherwise_is_a_doubt_where_official_chinese_prefers_it(seeds: Path):
    assert doubts(read(FIRST.replace("牢国", "牢固")), seeds, own=0.8) == [("国", "固")]
    assert doubts(read(FIRST.replace("发展成果", "发展戍果")), seeds) == []


def test_a_rival_that_was_nearly_read_is_a_doubt_too(seeds: Path):
    (doubt,) = suspects(read(FIRST, "国", "固"), seeds, own=0.6)
    assert (doubt.text, doubt.suggestion) == ("国", "固")
    assert "the model prefers it" in doubt.reason
    assert 0.2 <= doubt.score < 1
    # Of two doubts, that of which the first reading was less sure is likelier.
    (surer,) = suspects(read(FIRST, "国", "固"), seeds, own=0.9)
    assert surer.score < doubt.score


def test_unlikely_doubts_are_published_where_a_document_has_hardly_any(seeds: Path):
    second = read(FIRST.replace("2030", "2089"))
    assert len(suspects(second, seeds, own=0.98)) == 1
    found = suspects(second, seeds, own=0.98, characters=2_000)
    assert [(doubt.text, doubt.suggestion, doubt.score < 0.14) for doubt in found] == [
        ("3", "8", True),
        ("0", "9", False),
    ]


def test_digits_count_as_much_as_han(seeds: Path):
    assert doubts(read(FIRST.replace("2030", "2080")), seeds, own=0.5) == [("3", "8")]


@pytest.mark.parametrize("second", ["", "别的一行文字", FIRST, f"，{FIRST} "])
def test_another_line_or_other_marks_are_no_doubt(second: str, seeds: Path):
    assert doubts(read(second), seeds) == []


def test_what_cleaning_reads_so_too_is_no_doubt(seeds: Path):
    first = "力争到203O年基本建成。"
    assert suspects(read(first.replace("O", "0")), seeds, own=0.5, first=first) == []
    assert suspects(read(first.replace("O", "8")), seeds, own=0.5, first=first) != []


@pytest.mark.parametrize(
    ("name", "read_as"), [("沅陵县", "沉陵县"), ("勐海县", "动海县"), ("岚皋县", "岗皋县")]
)
def test_the_name_of_a_division_is_trusted_where_it_was_read_with_certainty(
    name: str, read_as: str, seeds: Path
):
    first = f"支持{name}加快建设现代化基础设施，落实耕地保护责任。"
    second = read(first.replace(name, read_as), unsure=read_as[0], instead=name[0])
    assert suspects(second, seeds, own=0.97, first=first, characters=2_000) == []
    # It is doubted where it was read for another word.
    wrong = first.replace(name, read_as)
    right = read(first, unsure=name[0], instead=read_as[0])
    assert [doubt.suggestion for doubt in suspects(right, seeds, own=0.6, first=wrong)] == [name[0]]
