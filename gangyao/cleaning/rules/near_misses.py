"""Near misses of known terms: one character wrong, missing, too many, or two that changed places.

A span is corrected only if exactly one term is one edit away, the error is inside of the term (at its edge
another word may begin), and the print is not made of words itself, that is, the edit takes away pairs of
characters that no official document is known to print side by side. Terms that officials like to vary
(`人才强国战略`: `人才强冀战略`; `万企兴万村`: `万企帮万村`) are never restored, only suspected.
"""

from __future__ import annotations

import numpy as np
from rapidfuzz.distance import OSA

from gangyao.chinese.attested_bigrams import Mask, attested
from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.cleaning.term_index import Lexicon
from gangyao.document.ledger import Edit, Grounds

_REASON = "a near miss of one known term"
_DOUBT = "a near miss of a known term"
# Bits that the term must save, in its place, over what is printed.
_SAVING = 14.0
# In a term of this length, one pair that nobody prints is enough, if the term saves as much.
_LONG = 7

# A character that costs no more bits than this after the one before it makes a word with it: 优化营商环境案例
# is no 优化营商环境条例 (案例 4.5, 条例 4.3, 境条 8.2, 境案 13.5 bits).
_WORD = 6.0

# So many characters before both show that a line varies a term on purpose (by hand).
_ALIKE = 2
# More spans than this never touch one place.
_NEAR = 40

Match = tuple[int, int, str]


def find_near_misses(scan: Scan, lexicon: Lexicon, model: CharacterModel) -> Findings:
    """Restore known terms that are printed with one error."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    unseen = _unattested(scan, model)
    matches = _matches(scan.text, unseen, lexicon)
    done = 0
    for index, (start, end, term) in enumerate(matches):
        if start < done:
            continue
        # Spans are short and in order, so rivals are near.
        near = matches[max(0, index - _NEAR) : index + _NEAR]
        rivals = [other for other in near if other[0] < end and start < other[1]]
        if any(_within((start, end, term), other) for other in rivals):
            continue
        done = max(other[1] for other in rivals)
        first, last, after = _difference(scan.text, start, end, term)
        if not start < first or not last < end:
            continue
        saving = _saving(scan.text, start, end, term, model)
        no_words = bool(unseen[first : last + 1].all()) and (
            after == "" or last > first or len(term) >= _LONG
        )
        certain = no_words or (
            len(term) >= _LONG and saving >= _SAVING and not _makes_word(scan.text, first, last, model)
        )
        alone = all(other[2] == term or _within(other, (start, end, term)) for other in rivals)
        if alone and certain and term in lexicon.fixed:
            grounds = Grounds("near_miss", "near_miss", f"{_REASON}: {term}", "lexicon", f"lexicon: {term}")
            edits.append(Edit(first, last, after, grounds))
        elif saving >= _SAVING and not _is_varied(scan.text, start, end, term):
            doubts.append(Doubt(start, end, term, _DOUBT, "near_miss"))
    return Findings(edits, doubts)


def _unattested(scan: Scan, model: CharacterModel) -> Mask:
    """Tell which Han characters were never counted after the Han character before them."""
    han = (scan.kinds & np.uint32(Kind.HAN)) != 0
    unseen: Mask = ~attested(scan.text, model) & han
    unseen[1:] &= han[:-1]
    unseen[:1] = False
    return unseen


def _matches(text: str, unseen: Mask, lexicon: Lexicon) -> list[Match]:
    """Return the spans that are one edit away from a term and hold a pair that nobody prints, in order."""
    if not unseen.any():
        return []
    before = np.concatenate([[0], np.cumsum(unseen, dtype=np.int32)])
    size = len(text)
    found: set[Match] = set()
    matches = np.array(lexicon.finder.find_overlapping(text), dtype=np.int64).reshape(-1, 3)
    # One row per match and term that it is a half of.
    lengths = np.diff(lexicon.first)[matches[:, 2]]
    rows = np.repeat(np.arange(len(matches)), lengths)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    numbers = lexicon.first[matches[rows, 2]] + within
    starts, ends = matches[rows, 0], matches[rows, 1]
    heads, others = lexicon.heads[numbers], lexicon.other_lengths[numbers]
    for step in (-1, 0, 1):
        first = np.where(heads, ends, starts - others - step)
        last = np.where(heads, ends + others + step, starts)
        inside = (first >= 0) & (last <= size)
        doubtful = before[np.minimum(size, last + 1)] != before[np.maximum(0, first)]
        chosen = np.flatnonzero(inside & doubtful)
        columns = (numbers[chosen], first[chosen], last[chosen], starts[chosen], ends[chosen])
        for number, left, right, start, end in zip(*(column.tolist() for column in columns), strict=True):
            half = lexicon.halves[number]
            printed = text[left:right]
            span = (min(left, start), max(right, end))
            # Optimal string alignment: substitution, insertion, deletion, two that changed places.
            distance = OSA.distance(printed, half.other, score_cutoff=1)
            if distance == 1 and "\n" not in printed and not _known(text, span, half.term):
                found.add((*span, half.term))
    return sorted(found)


def _known(text: str, span: tuple[int, int], term: str) -> bool:
    """Tell whether the term itself stands in the span: then nothing is missed."""
    return term in text[max(0, span[0] - 1) : span[1] + 1]


def _is_varied(text: str, start: int, end: int, term: str) -> bool:
    """Tell whether the same line says the term in the same way: 推进老旧小区改造，推进老旧街区改造."""
    line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    before = text[max(line, start - _ALIKE) : start]
    place = text.find(before + term, line, stop)
    return len(before) == _ALIKE and place >= 0


def _within(match: Match, other: Match) -> bool:
    """Tell whether `other` explains the same place by a longer term."""
    return other[0] <= match[0] and match[1] <= other[1] and len(other[2]) > len(match[2])


def _makes_word(text: str, first: int, last: int, model: CharacterModel) -> bool:
    """Tell whether the one character that differs, at `first`, makes a word with one beside it."""
    if last - first != 1:
        return False
    pairs = [text[at : at + 2] for at in (first - 1, first) if 0 <= at < len(text) - 1]
    return any(float(model.surprise(pair)[-1]) <= _WORD for pair in pairs)


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
