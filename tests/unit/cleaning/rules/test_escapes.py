"""Characters that a program wrote out by their numbers are read as themselves."""

from __future__ import annotations

import pytest

from gangyao.cleaning.character_classes import scan
from gangyao.cleaning.rules.escapes import find_escapes


@pytest.fixture
def edited(rules):
    def run(text):
        found = find_escapes(scan(text, rules.kinds)).edits
        for edit in reversed(found):
            text = text[: edit.start] + edit.after + text[edit.end :]
        return text

    return run


def test_an_escape_is_its_character(edited):
    assert edited(r"加强\u57fa层治理\u3002") == "加强基层治理。"


def test_controls_and_commands_stay(edited):
    assert edited(r"\u0007 \times \ud800") == r"\u0007 \times \ud800"
