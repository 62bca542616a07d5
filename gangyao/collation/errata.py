"""Errata rows that a collation proposes, for a curator to keep or drop."""

from __future__ import annotations

import csv
from pathlib import Path

from gangyao.chinese.scripts import to_simplified, to_traditional
from gangyao.collation.collate import WORDING, Apparatus, Difference
from gangyao.document.changes import Cleaned
from gangyao.document.contexts import in_unique_context
from gangyao.document.ledger import raw_span
from gangyao.document.source import ERRATA_COLUMNS, Erratum

# Share of the characters around a difference that the copy confirms at least; below, it has another text.
_AGREEMENT = 0.75


def propose_errata(apparatus: Apparatus) -> tuple[Erratum, ...]:
    """Return a row for each difference in wording that can be one: within a raw line, in a unique context.

    A difference of script, width, white space or punctuation is none, nor is a part that only one copy
    has, nor a place around which the copy has another text.
    Where a curated correction already stands, nothing is proposed.
    """
    raw = apparatus.document.source.text
    rows: list[Erratum] = []
    for difference in apparatus.differences:
        if difference.kind not in WORDING or difference.agreement < _AGREEMENT:
            continue
        if _is_curated(difference, apparatus.cleaned):
            continue
        span = _span_in_one_line(difference, apparatus.cleaned)
        if span is None:
            continue
        reading = _in_script_of(raw[max(0, span[0] - 40) : span[1] + 40], difference.reading)
        placed = in_unique_context(raw, span[0], span[1], reading)
        if placed is None:
            continue
        context, before, after = placed
        note = f"{difference.kind}; proposed by gangyao collate"
        rows.append(Erratum(len(rows) + 1, context, before, after, "witness", apparatus.witness, note))
    return tuple(rows)


def write_proposals(apparatus: Apparatus, path: Path) -> int:
    """Write the proposed rows in the format of `errata.csv`; return how many there are."""
    rows = propose_errata(apparatus)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(ERRATA_COLUMNS)
        for row in rows:
            writer.writerow((row.context, row.before, row.after, row.evidence, row.source, row.note))
    return len(rows)


def _is_curated(difference: Difference, cleaned: Cleaned) -> bool:
    """Tell whether a correction that a person vouches for touches the place."""
    return any(
        correction.evidence in {"witness", "quotation", "term"}
        and correction.start <= difference.end
        and correction.end >= difference.start
        for correction in cleaned.corrections
    )


def _span_in_one_line(difference: Difference, cleaned: Cleaned) -> tuple[int, int] | None:
    """Return the raw span of a difference; None where it runs over a line end."""
    if "\n" in difference.printed:
        return None
    if difference.start == difference.end:
        return difference.raw_start, difference.raw_end
    last = raw_span(cleaned, difference.end - 1, difference.end)
    if last[1] != difference.raw_end:
        return None
    return difference.raw_start, difference.raw_end


def _in_script_of(surroundings: str, reading: str) -> str:
    """Write a Simplified reading in the script of the raw text around it."""
    changed_by_simplifying = sum(
        a != b for a, b in zip(surroundings, to_simplified(surroundings), strict=True)
    )
    changed_by_traditionalising = sum(
        a != b for a, b in zip(surroundings, to_traditional(surroundings), strict=True)
    )
    return to_traditional(reading) if changed_by_simplifying > changed_by_traditionalising else reading
