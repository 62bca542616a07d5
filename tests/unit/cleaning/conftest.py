"""Clean a text of the test's own with the shipped tables and model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gangyao.chinese.character_model import CharacterModel, load_model
from gangyao.chinese.script import Script
from gangyao.cleaning.clean import CleaningRules, clean, load_rules
from gangyao.document.changes import Cleaned
from gangyao.document.layout import Layout, Line
from gangyao.document.reading_text import ReadingText, reading_text
from gangyao.document.source import Source

LEXICON = Path(__file__).parents[3] / "seeds" / "lexicon"


def lines_of(text: str) -> ReadingText:
    """Read every line that is not blank, in the order in which it stands."""
    lines = []
    position = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = position + len(line)
        kind = "paragraph" if line.strip() else "blank"
        lines.append(Line(number, "text", position, end, kind, 1, number))  # type: ignore[arg-type]
        position = end + 1
    return reading_text(Source(text, ()), Layout(tuple(lines)))


@pytest.fixture(scope="session")
def rules() -> CleaningRules:
    return load_rules(LEXICON)


@pytest.fixture(scope="session")
def model() -> CharacterModel:
    return load_model()


@pytest.fixture(scope="session")
def cleaning(rules: CleaningRules, model: CharacterModel) -> Callable[..., Cleaned]:
    def run(text: str, script: Script = "hans") -> Cleaned:
        return clean(lines_of(text), (), script, rules, model)

    return run
