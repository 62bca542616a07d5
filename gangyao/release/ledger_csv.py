"""The ledger of one document as one CSV file: what was changed, and what is doubted."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from gangyao.release.writers.csv import neutralised

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

COLUMNS = tuple(
    [
        "kind",
        "raw_start",
        "raw_end",
        "before",
        "after",
        "category",
        "evidence",
        "rule",
        "reason",
        "source",
        "score",
    ]
)


def write_ledger(read: ReadDocument, path: Path) -> None:
    """Write the corrections and suspects of a document, in the order of the raw text.

    A suspect's `before` is what stands in the text, its `after` the suggestion, its `rule` the detector.
    """
    rows: list[tuple[object, ...]] = [
        (
            "correction",
            one.raw_start,
            one.raw_end,
            one.before,
            one.after,
            one.category,
            one.evidence,
            one.rule,
            one.reason,
            one.source,
            None,
        )
        for one in read.cleaned.corrections
    ]
    rows += [
        (
            "suspect",
            one.raw_start,
            one.raw_end,
            one.text,
            one.suggestion,
            None,
            None,
            one.detector,
            one.reason,
            None,
            one.score,
        )
        for one in read.cleaned.suspects
    ]
    rows.sort(key=lambda row: (row[1:3], row[0]))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(
            [neutralised(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
        )
