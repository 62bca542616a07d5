"""Words that speak for a report or for a task, and the one scan that finds them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass

import daachorse

from gangyao.lexicon_tables import LexiconTables

# Set by hand: what an adverb that opens a sentence, or a clause, says for a task, in nats.
_BID_AT_START, _BID_AT_CLAUSE = -1.5, -0.7
_CLAUSE_MARKS = frozenset("，：；。！？,:;")
_CLOSING = frozenset("。！？；：，…”）)")
# What may stand before the first word: a quotation mark, a dash, 一是, 第二，, （三）, 四要, ⑤.
_OPENING = re.compile(
    r"[“‘ \u3000—-]*"
    r"(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:是|[)）]|、|\.)|第[一二三四五六七八九十]+，|[①-⑳])?"
)
# Of Chinese characters an opening begins with one of these.
_OPENING_STARTS = frozenset("第一二三四五六七八九十")


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words, compiled.

    `weights[i]` gives the weights in nats of word `i` of the automaton: wherever it stands, at the start of
    the sentence, at the start of a clause, before the end of a clause. Positive speaks for a statement.
    """

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    weights: tuple[tuple[float, float, float, float], ...]


def compile_cues(tables: LexiconTables) -> Cues:
    """Compile the cues of the lexicon.

    The adverbs of the grammar that are no cue of their own count as bids where they open a clause.
    """
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for cue, place, weight in tables.rows("statement_cues", "cue", "place", "weight"):
        found[cue][place] = weight
    for word in _imperatives(tables, found):
        found[word] = {"start": _BID_AT_START, "clause": _BID_AT_CLAUSE}
    words = sorted(found)
    weights = tuple(
        (
            found[w].get("any", 0.0),
            found[w].get("start", 0.0),
            found[w].get("clause", 0.0),
            found[w].get("end", 0.0),
        )
        for w in words
    )
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(words, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    return Cues(automaton, weights)


def _imperatives(tables: LexiconTables, known: Container[str]) -> Iterator[str]:
    """Yield the adverbs of the lexicon that are no cue already: opening a clause they bid."""
    for word in tables.words("adverbs"):
        if len(word) > 1 and word not in known:
            yield word


def first_word(text: str) -> int:
    """Return where the first word of a sentence begins, behind marks and run-in numbers."""
    if "\u4e00" <= text[:1] <= "\u9fff" and text[0] not in _OPENING_STARTS:
        return 0
    opening = _OPENING.match(text)
    return opening.end() if opening else 0


def cue_evidence(text: str, cues: Cues) -> tuple[float, float]:
    """Return the summed weights of the cues in one sentence: for a statement (≥ 0) and for a task (≤ 0)."""
    first = first_word(text)
    last = len(text)
    for_statement = for_task = 0.0
    weights = cues.weights
    for start, end, word in cues.automaton.find(text):
        weight, at_start, at_clause, at_end = weights[word]
        if at_start and start == first:
            weight = at_start
        elif at_clause and (text[start - 1] in _CLAUSE_MARKS or start == first):
            weight = at_clause
        elif at_end and (end == last or text[end] in _CLOSING):
            weight = at_end
        if weight > 0:
            for_statement += weight
        elif weight:
            for_task += weight
    return for_statement, for_task
