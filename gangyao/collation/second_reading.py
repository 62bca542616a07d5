"""What a second reading of a scan doubts of the first, line by line.

Digits and Latin letters count as much as Han; punctuation and white space do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from gangyao.chinese.character_model import CharacterModel
from gangyao.collation.characters import compared_characters
from gangyao.document.changes import Cleaned, Suspect
from gangyao.document.offsets import clean_span
from gangyao.document.source import Document, SecondReading

# Two readings of a line that share less are not of the same line, or the recogniser failed on it.
_LEAST_ALIKE = 0.6
# A difference over more characters is a piece that one of the two missed.
_LONGEST = 8
# Tesseract errs so often on poor pages that its word needs support: the character model prefers it by so many
# bits, or misses another character of the document there by so many. On 5 poor pages (2,391 characters) each
# of 7 errors of the first reading that were looked at has such support, but for one that the other recogniser
# shows, and of 138 errors of Tesseract two have it.
_NEEDS_SUPPORT = frozenset({"tesseract"})
_LONGEST_SUPPORTED = 3
_BITS = 3.0
_MISSED_BITS = 12.0
_CONTEXT = 12


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A place of the raw and of the clean text, and what is read there instead.

    `bits` is by how much the character model prefers that; `missed` the character of the document that it
    prefers most, and `missed_bits` by how much.
    """

    raw_start: int
    raw_end: int
    start: int
    end: int
    reading: str
    recogniser: str
    bits: float
    missed: str
    missed_bits: float


def doubts_of_second_readings(
    document: Document,
    cleaned: Cleaned,
    model: CharacterModel,
    certainties: Mapping[int, float],
    score: float,
) -> list[Suspect]:
    """Return the places where a second reading of the scans differs, as suspects with both readings.

    `certainties` are those of the first reading, by raw offset: those of the lines that are read. `score` is
    how likely such a doubt is right.
    """
    best: dict[tuple[int, int], _Doubt] = {}
    readings = [reading for witness in document.witnesses for reading in witness.readings]
    if readings:
        look = _Look(cleaned, model, certainties, tuple(sorted(set(filter(_is_han, cleaned.text)))))
        for reading in readings:
            for doubt in _doubts(document.source.text, reading, look):
                place = (doubt.raw_start, doubt.raw_end)
                if place not in best or best[place].bits < doubt.bits:
                    best[place] = doubt
    return [_suspect(doubt, cleaned.text, score) for _, doubt in sorted(best.items())]


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """What doubts are judged by; `characters` are the Han characters of the document."""

    cleaned: Cleaned
    model: CharacterModel
    certainties: Mapping[int, float]
    characters: tuple[str, ...]


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _doubts(text: str, reading: SecondReading, look: _Look) -> Iterator[_Doubt]:
    for raw_start, raw_end, other in _differences(text, reading):
        if not all(place in look.certainties for place in range(raw_start, max(raw_end, raw_start + 1))):
            continue  # the line is set aside
        clean = look.cleaned.text
        start, end = clean_span(look.cleaned, raw_start, raw_end)
        if clean[start:end] == other:
            continue  # cleaning read it so too
        before, after = clean[max(0, start - _CONTEXT) : start], clean[end : end + _CONTEXT]
        others = look.characters if end - start == len(other) == 1 else ()
        printed, instead, *costs = look.model.replacement_costs(
            before, [clean[start:end], other, *others], after
        ).tolist()
        least = min(costs, default=printed)
        missed = others[costs.index(least)] if costs else ""
        doubt = _Doubt(
            *(raw_start, raw_end, start, end, other, reading.recogniser),
            *(printed - instead, missed, printed - least),
        )
        if _is_believed(doubt):
            yield doubt


def _differences(text: str, reading: SecondReading) -> Iterator[tuple[int, int, str]]:
    """Yield where two readings of a line differ: a span of the raw text, and what is read there instead."""
    first = compared_characters(text[reading.raw_start : reading.raw_end])
    second = compared_characters(reading.text)
    codes, others = first.codes.tolist(), second.codes.tolist()
    if Levenshtein.normalized_similarity(codes, others) < _LEAST_ALIKE:
        return
    for op in Levenshtein.opcodes(codes, others):
        longest = max(op.src_end - op.src_start, op.dest_end - op.dest_start)
        if op.tag == "equal" or longest > _LONGEST:
            continue
        if op.src_end > op.src_start:
            start, end = int(first.positions[op.src_start]), int(first.positions[op.src_end - 1]) + 1
        else:
            start = end = int(first.positions[op.src_start - 1]) + 1 if op.src_start else 0
        other = ""
        if op.dest_end > op.dest_start:
            at = second.positions
            other = reading.text[int(at[op.dest_start]) : int(at[op.dest_end - 1]) + 1]
        yield reading.raw_start + start, reading.raw_start + end, other


def _is_believed(doubt: _Doubt) -> bool:
    if doubt.recogniser not in _NEEDS_SUPPORT:
        return True
    longest = max(doubt.raw_end - doubt.raw_start, len(doubt.reading))
    if longest > _LONGEST_SUPPORTED or doubt.raw_end == doubt.raw_start or not doubt.reading:
        return False
    return doubt.bits >= _BITS or doubt.missed_bits >= _MISSED_BITS


def _suspect(doubt: _Doubt, text: str, score: float) -> Suspect:
    reason = f"{doubt.recogniser} reads {doubt.reading!r} here the second time"
    suggestion = doubt.reading or None
    if doubt.recogniser in _NEEDS_SUPPORT and doubt.bits < _BITS:
        suggestion = doubt.missed
        reason += f"; the model prefers {doubt.missed!r} by {doubt.missed_bits:.0f} bits"
    else:
        prefers = "it" if doubt.bits > 0 else "the first"
        reason += f"; the model prefers {prefers} by {abs(doubt.bits):.0f} bits"
    return Suspect(
        doubt.raw_start,
        doubt.raw_end,
        text[doubt.start : doubt.end],
        suggestion,
        reason,
        "second_reading",
        score,
        doubt.start,
        doubt.end,
    )
