"""Find the named things of a document: what the grammar finds, and what the judge makes of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from gangyao.document.mentions import Mention
from gangyao.entities.candidates import Candidate
from gangyao.entities.canonical_names import canonical_name
from gangyao.entities.found_again import with_found_again
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.grammar import GrammarNames, names_by_grammar
from gangyao.entities.judging.judge import Judge, judged
from gangyao.entities.judging.marks import FoundNames
from gangyao.entities.one_form import one_form
from gangyao.entities.one_type import with_one_type
from gangyao.entities.places import PlaceContext, PlaceReader

__all__ = [
    "NamesByGrammar",
    "PlaceContext",
    "find_by_grammar",
    "find_mentions",
    "judge_names",
    "read_names",
]


@dataclass(frozen=True, slots=True)
class NamesByGrammar:
    """What the grammar found in paragraphs; `text` is all of them, its brackets in one form."""

    paragraphs: Sequence[str]
    text: str
    found: GrammarNames


def find_mentions(
    texts: Sequence[str], place: PlaceContext, gazetteer: Gazetteer, judge: Judge
) -> tuple[tuple[Mention, ...], ...]:
    """Mentions of each of `texts` (the paragraphs of one document), in order; nothing overlaps.

    Offsets are code points in the paragraph.
    """
    return judge_names([read_names(texts, place, gazetteer)], judge)[0]


def read_names(texts: Sequence[str], place: PlaceContext, gazetteer: Gazetteer) -> NamesByGrammar:
    """Read the paragraphs of one document as far as the grammar does."""
    text = one_form("\n".join(texts))
    return NamesByGrammar(texts, text, names_by_grammar(text, place, gazetteer))


def judge_names(documents: Sequence[NamesByGrammar], judge: Judge) -> list[tuple[tuple[Mention, ...], ...]]:
    """Return the mentions of each document, which all are judged at once."""
    found = [FoundNames(one.text, one.found.names, one.found.heads, one.found.weak) for one in documents]
    chosen = judged(found, judge)
    return [
        _by_paragraph(
            one.paragraphs,
            with_found_again(one.text, with_one_type(one.text, names), one.found.heads),
            one.found.reader,
        )
        for one, names in zip(documents, chosen, strict=True)
    ]


def find_by_grammar(
    texts: Sequence[str], place: PlaceContext, gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], ...]:
    """What find_mentions would give if nobody judged what the grammar finds."""
    read = read_names(texts, place, gazetteer)
    return _by_paragraph(texts, read.found.names, read.found.reader)


def _by_paragraph(
    texts: Sequence[str], chosen: list[Candidate], reader: PlaceReader
) -> tuple[tuple[Mention, ...], ...]:
    starts: list[int] = []
    offset = 0
    for paragraph in texts:
        starts.append(offset)
        offset += len(paragraph) + 1
    mentions: list[list[Mention]] = [[] for _ in texts]
    # The areas that are named in a paragraph, the nearest last.
    beside: dict[str, None] = {}
    current = -1
    for one in chosen:
        at = bisect_right(starts, one.start) - 1
        if at != current:
            current, beside = at, {}
        start, end = one.start - starts[at], one.end - starts[at]
        name, code, merged = one.name, None, one.merged_by
        if one.division is not None:
            resolved = reader.resolve(one, chain(one.areas, reversed(beside)))
            name, code, merged = resolved.name, resolved.code, resolved.rule or one.merged_by
            if code is not None:
                prefix = code.rstrip("0")
                _name(beside, (prefix + "0" * (len(prefix) % 2), *one.areas))
        else:
            _name(beside, one.areas)
            name = canonical_name(one.type, name)
            if name != one.name:
                merged = f"a form of {name}"
        surface = texts[at][start:end]
        if surface == name and not (merged and merged.startswith("undecided")):
            merged = None
        mentions[at].append(Mention(surface, one.type, name, code, start, end, one.origin, merged))
    return tuple(map(tuple, mentions))


def _name(areas: dict[str, None], named: Sequence[str]) -> None:
    """Make areas, the nearest of which comes first, the nearest of those that were named."""
    for area in reversed(named):
        areas.pop(area, None)
        areas[area] = None
