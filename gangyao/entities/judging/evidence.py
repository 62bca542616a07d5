"""The features of a span that may be a name, in words that can be read; offsets are code points.

Features come in groups that occur together again and again, so that what a group weighs is summed up once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head

#: Names of features that stand together.
Group = tuple[str, ...]

_GRAMMAR = re.compile("[的了着是在将使让给对为等其此某须不也就都而且但并由把被从向以]")
_KIND = re.compile("^[一二三四五六七八九十]+大|^[新老旧多全两几我本现首各该每第可好]|[个座所项批类级型种]")
_DIGIT = re.compile("[0-9]")
_JOINED = re.compile("[和与及、]")
#: What parts the names of a list.
LISTED = frozenset("、和及与")
#: What stands in a list beside no name.
NO_NAME = "nothing"
NO_LAST_WORD: Group = ("no known last word",)
#: Names that come from tables, and hold nothing that could tell against them.
PLACES = frozenset(("admin_area", "country"))
# Shorter names are looked up rather than made: what they hold says little.
_SHORT = 4
# Longer ones than this are told apart by what they are at most, in code points.
_TOLD_APART = 8
_AT_MOST = (10, 13, 17)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a text before spans are judged.

    `found` are the names of the grammar, sorted, nothing overlaps; `by_start` and `by_end` lead to them,
    `heads` to the longest last word of a name that ends at an offset, with its start. `classes` and `verbs`
    match words of a class and words that open a name.
    """

    text: str
    found: Sequence[Candidate]
    starts: Sequence[int]
    by_start: dict[int, Candidate]
    by_end: dict[int, Candidate]
    heads: dict[int, tuple[int, Head]]
    classes: re.Pattern[str]
    verbs: re.Pattern[str]


def gather(
    text: str, found: Sequence[Candidate], heads: Iterable[tuple[int, int, Head]], gazetteer: Gazetteer
) -> Evidence:
    """Sort what is known of `text`; `heads` are sorted by start."""
    by_end: dict[int, tuple[int, Head]] = {}
    for start, end, head in heads:
        if end not in by_end:
            by_end[end] = (start, head)
    return Evidence(
        text,
        found,
        [one.start for one in found],
        {one.start: one for one in found},
        {one.end: one for one in found},
        by_end,
        gazetteer.classes,
        gazetteer.openers.inside,
    )


def start_features(known: Evidence, at: int) -> Group:
    """What the grammar found beside a start, and the list that it stands in.

    `gangyao.entities.judging.border_scores` weighs them, and those of ends, for many borders at once.
    """
    here, before = known.by_start.get(at), known.by_end.get(at)
    listed: str | None = None
    if known.text[at - 1 : at] in LISTED:
        other = known.by_end.get(at - 1)
        listed = other.type if other else NO_NAME
    return beside("start", here and here.type, before and before.type, listed)


def end_features(known: Evidence, at: int) -> tuple[Group, Group]:
    """What the grammar found beside an end and the list that it stands in; the last word of the name."""
    here, behind = known.by_end.get(at), known.by_start.get(at)
    listed: str | None = None
    if known.text[at : at + 1] in LISTED:
        other = known.by_start.get(at + 1)
        listed = other.type if other else NO_NAME
    head = known.heads.get(at)
    return (
        beside("end", here and here.type, behind and behind.type, listed),
        last_word(head[1]) if head else NO_LAST_WORD,
    )


def span_features(known: Evidence, start: int, end: int) -> list[Group]:
    """What the span holds, and how it lies to what the grammar found."""
    one = known.by_start.get(start)
    if one is not None and one.end == end:
        if one.type in PLACES:
            return [_place(one.type, one.origin, end - start)]
        label = "found"
        groups = [_found(one.type, one.origin, end - start)]
    else:
        label = "new"
        groups = [_new(_relation(known, start, end), end - start)]
    head = known.heads.get(end)
    if head is not None and head[0] >= start:
        groups.append(_middle(label, head[0] - start, head[1]))
    text = known.text
    if end - start > _SHORT:
        groups.append(_labelled(label, _held(known, text[start:end])))
    if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
        groups.append(
            (
                f"{label}: in marks",
                f"marks before {text[end + 1 : end + 3]}",
                f"marks behind {text[max(0, start - 3) : start - 1]}",
            )
        )
    return groups


@cache
def _place(kind: str, origin: str, length: int) -> Group:
    told = f"found {kind} by {origin}"
    return ("found", told, f"{told}, {_length(length)} long")


@cache
def beside(side: str, here: str | None, beyond: str | None, listed: str | None) -> Group:
    """The features of a border: the types of the names here, beyond it, and beyond the mark of a list."""
    told = ((f"{side} of", here), (f"{side} beside", beyond), (f"{side} in a list with", listed))
    return tuple(f"{what} {kind}" for what, kind in told if kind)


@cache
def last_word(head: Head) -> Group:
    """The features of a known last word."""
    return (f"last word {head.form}", f"last word of {head.type}", f"last word behind {head.anchor}")


@cache
def _found(kind: str, origin: str, length: int) -> Group:
    told = _length(length)
    return (
        "found",
        f"found {kind}",
        f"found by {origin}",
        f"found {kind} by {origin}",
        f"found {kind}, {told} long",
        f"found: {told} long",
    )


@cache
def _new(relation: str, length: int) -> Group:
    return (
        "new",
        f"new {relation}",
        f"new {relation.split(' ', maxsplit=1)[0]}",
        f"new: {_length(length)} long",
    )


@cache
def _middle(label: str, length: int, head: Head) -> Group:
    told = _length(length)
    return (
        f"{label}: {told} before the last word",
        f"{label}: {told} before the last word of {head.type} behind {head.anchor}",
    )


@cache
def _labelled(label: str, held: Group) -> Group:
    return tuple(f"{label}: {what}" for what in held)


def _length(length: int) -> str:
    """A length in words; the longer, the coarser."""
    if length <= _TOLD_APART:
        return str(length)
    return next((f"at most {most}" for most in _AT_MOST if length <= most), "more")


def _held(known: Evidence, inner: str) -> Group:
    """What the span holds that names seldom do."""
    held: list[str] = []
    if characters := _GRAMMAR.findall(inner):
        held = [f"holds {character}" for character in sorted(set(characters))]
        held.append("holds grammar")
    if _KIND.search(inner):
        held.append("holds a kind")
    if known.classes.search(inner):
        held.append("holds a class")
    if known.verbs.search(inner):
        held.append("holds a verb")
    if _JOINED.search(inner):
        held.append("holds a join")
    if _DIGIT.search(inner):
        held.append("holds a digit")
    if "“" in inner:
        held.append("holds marks")
    return tuple(held)


def met(known: Evidence, start: int, end: int) -> Iterator[Candidate]:
    """The found names that the span meets, in order."""
    at = bisect_right(known.starts, start) - 1
    if at < 0 or known.found[at].end <= start:
        at += 1
    while at < len(known.found) and known.found[at].start < end:
        yield known.found[at]
        at += 1


def _relation(known: Evidence, start: int, end: int) -> str:
    """How the span lies to the first found name that it meets: in it, over it, across its border, free."""
    one = next(met(known, start, end), None)
    if one is None:
        return "free"
    shares = (" from its start" if one.start == start else "") + (" to its end" if one.end == end else "")
    if one.start <= start and end <= one.end:
        return f"in {one.type}{shares}"
    if start <= one.start and one.end <= end:
        return f"over {one.type}{shares}"
    return f"across {one.type}"
