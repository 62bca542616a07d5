from __future__ import annotations

from pathlib import Path

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.collation.second_reading import doubts_of_second_readings
from gangyao.document.source import Document, DocumentSpec, SecondReading, Source, SourceFile, Witness
from gangyao.paths import lexicon_of
from gangyao.pipeline import load_engine, read_document

FIRST = "加快营造公平竟争的市场环境，到2030年，牢国树立新发展理念，巩固发展成果。"


def doubts(second: str, recogniser: str, seeds: Path, first: str = FIRST) -> list[tuple[str, str | None]]:
    """Return the doubts of a second reading of one line, of which the first was always sure."""
    file = SourceFile("a.png", "0" * 64, "utf-8", 0, len(first) + 1, "picture")
    reading = SecondReading(0, len(first), second, recogniser)
    witness = Witness("again", second, readings=(reading,))
    source = Source(f"{first}\n", (file,))
    document = Document(DocumentSpec("a", "", ("a.png",)), source, witnesses=(witness,))
    cleaned = read_document(document, load_engine(lexicon_of(seeds))).cleaned
    found = doubts_of_second_readings(
        document, cleaned, load_model(), dict.fromkeys(range(len(first)), 1.0), 0.5
    )
    return [(doubt.text, doubt.suggestion) for doubt in found]


def test_what_the_same_models_read_otherwise_without_the_noise_is_a_doubt(seeds: Path):
    assert ("2030", "2080") not in doubts(FIRST, "rapidocr", seeds)
    assert doubts(FIRST.replace("2030", "2080"), "rapidocr", seeds) == [("3", "8")]
    assert doubts(FIRST.replace("成果", "戍果"), "rapidocr", seeds) == [("成", "戍")]


def test_tesseract_is_believed_where_the_model_supports_it(seeds: Path):
    assert doubts(FIRST.replace("发展成果", "发展戍果"), "tesseract", seeds) == []
    # It reads nonsense too, but the model misses another character of the document there.
    assert doubts(FIRST.replace("牢国", "牢仿"), "tesseract", seeds) == [("国", "固")]


@pytest.mark.parametrize("second", ["", "别的一行文字", FIRST, f"，{FIRST} "])
def test_another_line_or_other_marks_are_no_doubt(second: str, seeds: Path):
    assert doubts(second, "rapidocr", seeds) == []
