"""Near misses of known terms: one character wrong, missing, too many, or two that changed places.

A span is corrected only if exactly one term is one edit away, the error is inside of the term (at its edge
another word may begin), and the print is not made of words itself, that is, the edit takes away pairs of
characters that no official document is known to print side by side. Terms that officials like to vary
(`人才强国战略`: `人才强冀战略`; `万企兴万村`: `万企帮万村`) are never restored, only suspected.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from gangyao.text.characters import Kind, Scan
from gangyao.text.findings import Doubt, Findings
from gangyao.text.ledger import Edit, Grounds
from gangyao.text.lexicon import Lexicon
from gangyao.text.statistics.model import CharacterModel, fold_codes, longer_keys

_REASON = "a near miss of one known term"
_DOUBT = "a near miss of a known term"
# Bits that the term must save, in its place, over what is printed.
_SAVING = 14.0
# In a term of this length, one pair that nobody prints is enough, if the term saves as much.
_LONG = 7

Match = tuple[int, int, str]


def find_near_misses(scan: Scan, lexicon: Lexicon, model: CharacterModel) -> Findings:
    """Restore known terms that are printed with one error."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    done = 0
    offsets = _unattested(scan, model)
    unseen = set(offsets)
    for offset in offsets:
        if offset < done:
            continue
        matches = sorted(set(_matches(scan.text, offset, lexicon)))
        longest = [match for match in matches if not any(_within(match, other) for other in matches)]
        if not longest:
            continue
        start, end, term = longest[0]
        done = max(match[1] for match in longest)
        saving = _saving(scan.text, start, end, term, model)
        first, last, after = _difference(scan.text, start, end, term)
        if not start < first or not last < end:
            continue
        no_words = all(at in unseen for at in range(first, last + 1))
        certain = no_words or (len(term) >= _LONG and saving >= _SAVING)
        if len(longest) == 1 and certain and term in lexicon.fixed:
            grounds = Grounds("near_miss", "near_miss", f"{_REASON}: {term}", "lexicon", f"lexicon: {term}")
            edits.append(Edit(first, last, after, grounds))
        elif saving >= _SAVING:
            doubts.append(Doubt(start, end, term, _DOUBT, "near_miss", round(saving, 1)))
    return Findings(edits, doubts)


def _unattested(scan: Scan, model: CharacterModel) -> list[int]:
    """Return the offsets of Han characters that were never counted after the Han character before them."""
    codes = fold_codes(scan.text, model.fold)
    if len(codes) < 2:
        return []
    counts = model.table.look_up(longer_keys(codes, codes))
    han = (scan.kinds & np.uint16(Kind.HAN)) != 0
    unseen = (counts == 0) & han
    unseen[1:] &= han[:-1]
    unseen[0] = False
    offsets: list[int] = np.flatnonzero(unseen).tolist()
    return offsets


def _matches(text: str, offset: int, lexicon: Lexicon) -> Iterator[Match]:
    """Yield the spans over the pair before `offset` that are one edit away from a term."""
    line = text.rfind("\n", 0, offset) + 1
    for start in range(offset - 1, min(offset + 12, len(text))):
        for length in lexicon.tail_lengths.get(text[start], ()):
            tail = text[start : start + length]
            for term in lexicon.tails.get(tail, ()):
                head = term[: len(term) - length]
                if start <= offset + len(head):
                    yield from _halves(text, head, start, -1, line, length, offset, term)
    for end in range(max(line + 2, offset - 12), offset + 2):
        for length, head in _heads_before(text, end, line, lexicon):
            for term in lexicon.heads[head]:
                yield from _halves(text, term[length:], end, 1, line, length, offset, term)


def _heads_before(text: str, end: int, line: int, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    for length in range(2, min(10, end - line) + 1):
        head = text[end - length : end]
        if length in lexicon.head_lengths.get(head[0], ()) and head in lexicon.heads:
            yield length, head


def _halves(
    text: str, half: str, anchor: int, side: int, line: int, length: int, offset: int, term: str
) -> Iterator[Match]:
    """Compare the half that is not intact with what is printed beside the intact one."""
    for size in (len(half) - 1, len(half), len(half) + 1):
        if side < 0:
            start, end = anchor - size, anchor
            span = (start, anchor + length)
        else:
            start, end = anchor, anchor + size
            span = (anchor - length, end)
        if start < line or end > len(text) or not span[0] < offset < span[1]:
            continue
        printed = text[start:end]
        if "\n" not in printed and one_edit(printed, half) and not _known(text, span, term):
            yield (*span, term)


def _known(text: str, span: tuple[int, int], term: str) -> bool:
    """Tell whether the term itself stands in the span: then nothing is missed."""
    return term in text[max(0, span[0] - 1) : span[1] + 1]


def one_edit(printed: str, meant: str) -> bool:
    """Tell whether one substitution, insertion, deletion or transposition turns one string into the other."""
    if printed == meant or abs(len(printed) - len(meant)) > 1:
        return False
    first = 0
    shortest = min(len(printed), len(meant))
    while first < shortest and printed[first] == meant[first]:
        first += 1
    last = 0
    while last < shortest - first and printed[-1 - last] == meant[-1 - last]:
        last += 1
    one, other = printed[first : len(printed) - last], meant[first : len(meant) - last]
    if max(len(one), len(other)) == 1:
        return True
    return len(one) == len(other) == 2 and one == other[::-1]


def _within(match: Match, other: Match) -> bool:
    """Tell whether `other` explains the same place by a longer term."""
    return other[0] <= match[0] and match[1] <= other[1] and len(other[2]) > len(match[2])


def _difference(text: str, start: int, end: int, term: str) -> tuple[int, int, str]:
    """Return the smallest span that differs, and what it becomes."""
    while start < end and term and text[start] == term[0]:
        start, term = start + 1, term[1:]
    while start < end and term and text[end - 1] == term[-1]:
        end, term = end - 1, term[:-1]
    return start, end, term


def _saving(text: str, start: int, end: int, term: str, model: CharacterModel) -> float:
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    left = text[max(line, start - 4) : start]
    right = text[end : stop if stop >= 0 else len(text)][:4]
    costs = model.replacement_costs(left, [text[start:end], term], right)
    return float(costs[0] - costs[1])
