"""Curated tables are sorted, whole and without repeats, so that changes to them can be reviewed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

LEXICON = Path(__file__).parent.parent.parent / "seeds" / "lexicon"
FILES = sorted(LEXICON.glob("*.csv"))


def test_there_is_a_lexicon():
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_rows_are_sorted_whole_and_unique(path):
    text = path.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    header, *rows = csv.reader(text.splitlines())
    assert all(len(row) == len(header) for row in rows)
    assert rows == sorted(rows), "rows are not sorted"
    keys = [tuple(row) for row in rows]
    assert len(set(keys)) == len(keys), "a row is there twice"
