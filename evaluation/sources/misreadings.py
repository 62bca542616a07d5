"""What was misread of a page, line by line, and what doubts find of it.

Lines are paired by how alike they are, wherever they stand: a line that was put elsewhere, was not found by a
detector, or frames the page is an error of order or of layout, which no second reading is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from gangyao.collation.characters import compared_characters
from gangyao.document.layout import SET_ASIDE
from gangyao.document.offsets import clean_span
from gangyao.document.read_document import ReadDocument

# Lines that are less alike (0 to 100) are not of the same line.
_ALIKE = 70
# Of lines as alike, those that stand at the same share of their page are paired: up to so much is taken off.
_ELSEWHERE = 5
_HAN = range(0x4E00, 0xA000)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """Of `errors` left in `characters`, doubts touch `found`, of `han_errors` in Han `han_found`.

    `false` doubts touch none, though they stand on lines whose text is known.
    """

    characters: int = 0
    errors: int = 0
    found: int = 0
    han_errors: int = 0
    han_found: int = 0
    false: int = 0


@dataclass(frozen=True, slots=True)
class _Error:
    span: Span
    is_han: bool


def lines_of(read: ReadDocument) -> list[Span]:
    """Return the span of the cleaned text that each line which is read became."""
    return [
        clean_span(read.cleaned, line.raw_start, line.raw_end)
        for line in read.layout.lines
        if line.kind not in SET_ASIDE
    ]


def compare(
    text: str, spans: Sequence[Span], doubts: Sequence[Span], wanted: Sequence[str], frame: Sequence[str] = ()
) -> Found:
    """Compare doubts of the lines of a text with how these differ from the lines that the page prints.

    The lines that `frame` the page are known too, and count for nothing.
    """
    lines = [(start, end) for start, end in spans if _key(text[start:end])]
    printed = [_key(line) for line in (*wanted, *frame)]
    pairs = [
        (line, other)
        for line, other in _pairs([_key(text[start:end]) for start, end in lines], printed)
        if other < len(wanted)
    ]
    errors = [error for line, other in pairs for error in _errors(text, lines[line], wanted[other])]
    hits = [any(_touch(error.span, doubt) for doubt in doubts) for error in errors]
    known = [lines[line] for line, _ in pairs]
    return Found(
        characters=sum(len(_key(wanted[other])) for _, other in pairs),
        errors=len(errors),
        found=sum(hits),
        han_errors=sum(error.is_han for error in errors),
        han_found=sum(hit and error.is_han for error, hit in zip(errors, hits, strict=True)),
        false=sum(
            any(_touch(line, doubt) for line in known)
            and not any(_touch(error.span, doubt) for error in errors)
            for doubt in doubts
        ),
    )


def _pairs(lines: Sequence[str], wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Pair lines with those that were printed, the most alike first."""
    if not lines or not wanted:
        return []
    alike = process.cdist(lines, wanted, scorer=fuzz.ratio)
    shares = [np.arange(count) / count for count in alike.shape]
    score = alike - _ELSEWHERE * abs(shares[0][:, None] - shares[1][None])
    left, right = set(range(len(lines))), set(range(len(wanted)))
    pairs = []
    for place in np.argsort(-score, axis=None).tolist():
        line, other = divmod(place, len(wanted))
        if alike[line, other] >= _ALIKE and line in left and other in right:
            left.remove(line)
            right.remove(other)
            pairs.append((line, other))
    return sorted(pairs)


def _errors(text: str, line: Span, wanted: str) -> Iterator[_Error]:
    """Yield where a line differs from what was printed; what is lacking, as an empty span."""
    start, end = line
    printed, found = compared_characters(wanted), compared_characters(text[start:end])
    places = [*found.positions.tolist(), end - start]
    of_printed = printed.codes.tolist()
    of_found = found.codes.tolist()
    for op in Levenshtein.opcodes(of_printed, of_found):
        if op.tag != "equal":
            first = start + places[op.dest_start]
            last = start + places[op.dest_end - 1] + 1 if op.dest_end > op.dest_start else first
            codes = of_printed[op.src_start : op.src_end] + of_found[op.dest_start : op.dest_end]
            yield _Error((first, last), any(code in _HAN for code in codes))


def _key(text: str) -> str:
    return "".join(map(chr, compared_characters(text).codes.tolist()))


def _touch(one: Span, other: Span) -> bool:
    """Tell whether spans meet; what is lacking at a line's start may be found at the end of that before."""
    return one[0] - (one[0] == one[1]) <= other[1] and other[0] <= one[1]
