"""What is doubted of a document: by statistics, its files' reader, second readings and its numbering."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.recognition import certainties, recognition_doubts
from gangyao.collation.second_reading import doubts_of_second_readings
from gangyao.document.changes import Cleaned, Suspect
from gangyao.document.layout import Layout
from gangyao.document.ledger import raw_span
from gangyao.document.outline import Outline
from gangyao.document.source import Document


def doubts_of_text(
    document: Document,
    layout: Layout,
    cleaned: Cleaned,
    statistical: Iterable[Suspect],
    model: CharacterModel,
    official: CharacterModel,
    scores: Mapping[str, float],
) -> list[Suspect]:
    """Return what statistics doubt, what the reader of the files was not sure of, and second readings.

    They are in reading order and apart. Where a second reading differs, it says more of a place than the
    others; of others that overlap the first is kept.
    """
    sure = certainties(document.source, layout)
    seconds = doubts_of_second_readings(document, cleaned, model, official, sure)
    others = (
        *statistical,
        *recognition_doubts(document.source, cleaned, sure, scores),
    )
    return _apart(
        [*(one for one in others if not any(_overlap(one, second) for second in seconds)), *seconds]
    )


def _overlap(one: Suspect, other: Suspect) -> bool:
    return one.start < other.end and other.start < one.end


def _apart(doubts: Iterable[Suspect]) -> list[Suspect]:
    """Return doubts in reading order, of those that overlap the first."""
    kept: list[Suspect] = []
    for doubt in sorted(doubts, key=lambda doubt: (doubt.start, doubt.end)):
        if not kept or kept[-1].end <= doubt.start:
            kept.append(doubt)
    return kept


def with_doubts(
    cleaned: Cleaned, doubts: Iterable[Suspect], outline: Outline, numbering_score: float
) -> tuple[Suspect, ...]:
    """Return the suspects of cleaning with the doubts of later stages; no span is doubted twice.

    What the outline doubts is its numbering, which has one score for all.
    """
    merged = list(cleaned.suspects)
    ends = [suspect.end for suspect in merged]
    for suspect in doubts:
        # The suspects of cleaning are in reading order and apart, so only the next one can overlap.
        following = bisect_right(ends, suspect.start)
        if following == len(ends) or cleaned.suspects[following].start >= suspect.end:
            merged.append(suspect)
    for doubt in outline.doubts:
        raw_start, raw_end = raw_span(cleaned, doubt.start, doubt.end)
        merged.append(
            Suspect(
                raw_start=raw_start,
                raw_end=raw_end,
                text=cleaned.text[doubt.start : doubt.end],
                suggestion=doubt.suggestion,
                reason=doubt.reason,
                detector="numbering",
                score=numbering_score,
                start=doubt.start,
                end=doubt.end,
            )
        )
    return tuple(sorted(merged, key=lambda suspect: (suspect.start, suspect.end, suspect.detector)))
