"""Find the named things of a document: what the grammar finds, and what the judge makes of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from gangyao.document.mentions import Mention
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, one_form
from gangyao.entities.grammar import names_by_grammar
from gangyao.entities.judging.judge import judged
from gangyao.entities.judging.weights import load_weights
from gangyao.entities.places import PlaceContext, PlaceReader

__all__ = ["PlaceContext", "find_by_grammar", "find_mentions"]


def find_mentions(
    texts: Sequence[str], place: PlaceContext, gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], ...]:
    """Mentions of each of `texts` (the paragraphs of one document), in order; nothing overlaps.

    Offsets are code points in the paragraph.
    """
    text = one_form("\n".join(texts))
    grammar = names_by_grammar(text, place, gazetteer)
    names = judged(text, grammar.names, grammar.heads, gazetteer, load_weights())
    return _by_paragraph(texts, names, grammar.reader)


def find_by_grammar(
    texts: Sequence[str], place: PlaceContext, gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], ...]:
    """What find_mentions would give if nobody judged what the grammar finds."""
    grammar = names_by_grammar(one_form("\n".join(texts)), place, gazetteer)
    return _by_paragraph(texts, grammar.names, grammar.reader)


def _by_paragraph(
    texts: Sequence[str], chosen: list[Candidate], reader: PlaceReader
) -> tuple[tuple[Mention, ...], ...]:
    starts: list[int] = []
    offset = 0
    for paragraph in texts:
        starts.append(offset)
        offset += len(paragraph) + 1
    mentions: list[list[Mention]] = [[] for _ in texts]
    beside: list[str] = []
    current = -1
    for one in chosen:
        at = bisect_right(starts, one.start) - 1
        if at != current:
            current, beside = at, []
        start, end = one.start - starts[at], one.end - starts[at]
        name, code, merged = one.name, None, one.merged_by
        if one.division is not None:
            resolved = reader.resolve(one, beside)
            name, code, merged = resolved.name, resolved.code, resolved.rule
            if code is not None:
                prefix = code.rstrip("0")
                beside.insert(0, prefix + "0" * (len(prefix) % 2))
        elif one.areas:
            beside[:0] = one.areas
        surface = texts[at][start:end]
        if surface == name and not (merged and merged.startswith("undecided")):
            merged = None
        mentions[at].append(Mention(surface, one.type, name, code, start, end, one.origin, merged))
    return tuple(map(tuple, mentions))
