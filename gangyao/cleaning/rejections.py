"""Suspects that a curator has rejected: they stay out of every later build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gangyao.cleaning.errata import CURATOR, place_errata
from gangyao.document.changes import Suspect
from gangyao.document.source import Erratum, Rejection, Source

FILE = "rejected.csv"


def without_rejected(
    suspects: Sequence[Suspect], source: Source, rejections: Iterable[Rejection]
) -> tuple[Suspect, ...]:
    """Return the suspects that touch no rejected place; what a curator doubts stays.

    Raises ErrataError for a rejection that no longer fits the text.
    """
    rows = [
        Erratum(rejection.row, rejection.context, rejection.text, "", "reading", "", rejection.note)
        for rejection in rejections
    ]
    if not rows:
        return tuple(suspects)
    spans = [(placed.raw_start, placed.raw_end) for placed in place_errata(source, rows, FILE)]

    def is_rejected(suspect: Suspect) -> bool:
        return suspect.detector != CURATOR and any(
            (suspect.raw_start < end and start < suspect.raw_end)
            or (suspect.raw_start, suspect.raw_end) == (start, end)
            for start, end in spans
        )

    return tuple(suspect for suspect in suspects if not is_rejected(suspect))
