"""Watermarks inside lines: `加快建设内部资料现代化产业体系`, wherever the page prints them.

Such a string comes again. A term of the text does, too, but what stands before it leads to it. A watermark
stands where its page has it: what is left and right of it goes on without it, and neither goes on with it, as
the character model reads them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.split import INVISIBLE

# A watermark has so many characters at least, and so many at most; it comes so often, and once in so many
# characters (by hand: a page has some 700, and a watermark at least).
_SHORTEST, _LONGEST, _FEWEST, _RARE = 4, 60, 4, 2000
# Grams are counted by a hash in so many places: what comes rarely is seen in one look.
_PLACES = 1 << 16
_FACTORS = tuple(np.uint32(factor) for factor in (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F))
# What begins with a gram comes so much more often than what begins a character before.
_BEGINS = 0.5
# The same character stands on either side of so many at most; behind parts of it stands the next of it.
_VARIED, _ALIKE = 0.4, 0.75
_MOST_LOOKED_AT, _MOST_ASKED, _MOST_CANDIDATES = 3, 12, 24
# What is left and right of it goes on without it by so many bits on the average, with it by so few, and
# better without it in such a share of the places. Of 2,349 pieces of laws and reports 17 have a term that
# passes 3, .5 and .7 (业主大会, 中国人民银行), none one that passes these; of 141 strings that were put at
# random places of such pieces a quarter do. What comes more rarely has to be surer.
_WITHOUT, _WITH, _SHARE = 4.0, -1.0, 0.8
_FEW, _WITHOUT_IF_FEW = 6, 7.0
# A first look at few places leaves what goes on what stands before it by no more bits.
_LED = 1.5
# One of its places is a word of the text where it goes on both sides so well.
_OWN = 3.0
# A mark stands beside a fifth of the places in a text that are drawn at random.
_MARKS = "，。、；：！？"
_AT_MARKS = 0.45
_REACH = 12
# Tags and their like come again and again within lines, too; they are no watermark but mark-up. What a tab
# parts from the rest of its line is a cell.
_MARKUP = re.compile(r"[<>|{}\\\t]|\*\*|__|\[\[|\]\]")
_LETTER = re.compile(r"[^\W\d_]")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Bits:
    """By how many bits, at each place, what is right goes on what is left, the string on that, that on it."""

    without: npt.NDArray[np.float64]
    before: npt.NDArray[np.float64]
    behind: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A string that comes again, and where it stands."""

    text: str
    starts: tuple[int, ...]


def find_watermarks(text: str, model: CharacterModel) -> list[Span]:
    """Return the spans of a text in which the same string interrupts its lines."""
    candidates = sorted(_candidates(text), key=lambda one: -len(one.text) * len(one.starts))
    taken: set[int] = set()
    found: list[Span] = []
    for one in _unexpected(candidates[:_MOST_CANDIDATES], text, model):
        for start in _interrupting(one, text, model):
            span = range(start, start + len(one.text))
            if taken.isdisjoint(span):
                taken.update(span)
                found.append((span.start, span.stop))
        found += _cut(one.text, text) if found else []
    return sorted(found)


def _cut(string: str, text: str) -> Iterator[Span]:
    """Yield the parts of a watermark that the end of a line cuts in two."""
    for size in range(1, len(string)):
        both = f"{string[:size]}\n{string[size:]}"
        start = text.find(both)
        while start >= 0:
            yield start, start + size
            yield start + size + 1, start + len(both)
            start = text.find(both, start + len(both))


def _candidates(text: str) -> Iterator[_Candidate]:
    """Yield the strings that come again so often, with ever other characters on both sides."""
    fewest = max(_FEWEST, len(text) // _RARE)
    seen: set[str] = set()
    for starts in _repeated(text, fewest).values():
        if len(starts) < fewest or _is_alike(text[start - 1 : start] for start in starts):
            continue
        string = _string(text, starts)
        if string in seen or len(string) > _LONGEST or not _LETTER.search(string) or _MARKUP.search(string):
            continue
        seen.add(string)
        places = tuple(start for start in starts if text.startswith(string, start))
        if len(places) >= fewest and not _is_alike(
            text[n + len(string) : n + len(string) + 1] for n in places
        ):
            yield _Candidate(string, places)


def _repeated(text: str, fewest: int) -> Mapping[str, Sequence[int]]:
    """Return the grams that begin what comes again so often, with their places."""
    count = len(text) - _SHORTEST + 1
    if count < fewest * _SHORTEST:
        return {}
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    sums = points[:count] * _FACTORS[0]
    for shift, factor in enumerate(_FACTORS[1:], 1):
        sums += points[shift : count + shift] * factor
    sums >>= 16
    times = np.bincount(sums, minlength=_PLACES)[sums]
    begins = times >= fewest
    begins[1:] &= times[:-1] <= _BEGINS * times[1:]
    grams: dict[str, list[int]] = defaultdict(list)
    for start in np.flatnonzero(begins).tolist():
        gram = text[start : start + _SHORTEST]
        if "\n" not in gram:
            grams[gram].append(start)
    return grams


def _is_alike(chars: Iterable[str]) -> bool:
    """Tell whether most of the characters on one side of a string are the same."""
    times = Counter(chars)
    times.pop("\n", None)
    return bool(times) and max(times.values()) > max(3, _VARIED * times.total())


def _string(text: str, starts: Sequence[int]) -> str:
    """Return the string that begins with a gram: the end of a line may cut some of them."""
    size, left = _SHORTEST, starts
    while size <= _LONGEST:
        char, count = Counter(text[start + size : start + size + 1] for start in left).most_common(1)[0]
        if char in ("", "\n") or count < _ALIKE * len(left):
            break
        left = [start for start in left if text[start + size : start + size + 1] == char]
        size += 1
    return text[left[0] : left[0] + size]


def _unexpected(candidates: Sequence[_Candidate], text: str, model: CharacterModel) -> list[_Candidate]:
    """Return those that what stands before them does not lead to: few, of which more is asked."""
    asked = [
        (n, (left, one.text))
        for n, one in enumerate(candidates)
        for left in [_around(text, start, start)[0] for start in one.starts[:_MOST_LOOKED_AT]]
        if left
    ]
    if not asked:
        return []
    bits = join_scores([pair for _, pair in asked], model)
    return [
        one
        for n, one in enumerate(candidates)
        if (own := [float(bits[k]) for k, (m, _) in enumerate(asked) if m == n]) and fmean(own) <= _LED
    ]


def _interrupting(one: _Candidate, text: str, model: CharacterModel) -> list[int]:
    """Return where a string stands that interrupts its lines; nothing where it belongs to them."""
    starts = []
    place = text.find(one.text)
    while place >= 0:
        starts.append(place)
        place = text.find(one.text, place + len(one.text))
    around = {start: _around(text, start, start + len(one.text)) for start in starts}
    inside = [sides for sides in around.values() if all(sides)]
    if len(inside) * 2 < len(starts) or _stands_at_marks(inside):
        return []
    asked = _bits(inside[:_MOST_ASKED], one.text, model)
    apart = (asked.without > asked.before) & (asked.without > asked.behind)
    least = _WITHOUT if len(starts) >= _FEW else _WITHOUT_IF_FEW
    if asked.without.mean() < least or apart.mean() < _SHARE:
        return []
    if max(asked.before.mean(), asked.behind.mean()) > _WITH:
        return []
    every = _bits([*around.values()], one.text, model)
    own = (every.before > _OWN) & (every.behind > _OWN)
    return [
        start
        for (start, sides), is_own in zip(around.items(), own, strict=True)
        if not (all(sides) and is_own)
    ]


def _stands_at_marks(around: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a string stands at marks of sentences as words do, or what was put for them (`、█、`)."""
    marked = sum(left[-1] in _MARKS or right[0] in _MARKS for left, right in around)
    return marked >= _AT_MARKS * len(around)


def _bits(around: Sequence[tuple[str, str]], string: str, model: CharacterModel) -> _Bits:
    count = len(around)
    before = [(left, string) for left, _ in around]
    behind = [(string, right) for _, right in around]
    scores = join_scores([*around, *before, *behind], model)
    return _Bits(scores[:count], scores[count : 2 * count], scores[2 * count :])


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands on the same line before and behind a span, in part."""
    left = text[max(start - _REACH, 0) : start].rpartition("\n")[2]
    right = text[end : end + _REACH].partition("\n")[0]
    return left.strip(INVISIBLE), right.strip(INVISIBLE)
