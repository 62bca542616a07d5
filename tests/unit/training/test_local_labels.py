"""Labels of local documents: digests alone, each sentence once."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

import training

_FOLDER = Path(training.__file__).parent


@pytest.mark.parametrize(
    ("name", "labels"),
    [("local_statement_labels.csv", {"statement", "task"}), ("local_lead_labels.csv", {"lead", "task"})],
)
def test_local_labels_are_digests_of_one_label_each(name: str, labels: set[str]) -> None:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["label"] for row in rows} == labels
    assert all(re.fullmatch("[0-9a-f]{16}", row["sentence"]) for row in rows)
    assert max(Counter((row["file"], row["sentence"]) for row in rows).values()) == 1
