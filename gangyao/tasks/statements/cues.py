"""Words that speak for a report or for a task, and the one scan that finds them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import chain

import daachorse
import numpy as np
import numpy.typing as npt

from gangyao.chinese.signs import CharacterSet, Lines, Places, places_of
from gangyao.lexicon_tables import LexiconTables

# Set by hand: what an adverb that opens a sentence, or a clause, says for a task, in nats.
_BID_AT_START, _BID_AT_CLAUSE = -1.5, -0.7
_CLAUSE_MARKS = CharacterSet("，：；。！？,:;")
_CLOSING = CharacterSet("。！？；：，…”）)")
# What may stand before the first word: a quotation mark, a dash, 一是, 第二，, （三）, 四要, ⑤.
_OPENING = re.compile(
    r"[“‘ \u3000—-]*"
    r"(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:是|[)）]|、|\.)|第[一二三四五六七八九十]+，|[①-⑳])?"
)
# A sentence that begins with any other Han character has nothing before its first word.
_COUNTS = CharacterSet("第一二三四五六七八九十")
_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF

Nats = npt.NDArray[np.float64]
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The cue words, compiled.

    The row `weights[i]` gives the weights in nats of word `i` of the automaton: wherever it stands, at the
    start of the sentence, at the start of a clause, before the end of a clause. Positive speaks for a
    statement.
    """

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    weights: Weights


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
    places = ("any", "start", "clause", "end")
    weights = np.array([[found[word].get(place, 0.0) for place in places] for word in words])
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(words, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    return Cues(automaton, weights)


def _imperatives(tables: LexiconTables, known: Container[str]) -> Iterator[str]:
    """Yield the adverbs of the lexicon that are no cue already: opening a clause they bid."""
    for word in tables.words("adverbs"):
        if len(word) > 1 and word not in known:
            yield word


def first_words(lines: Lines) -> Places:
    """Return where in `lines.joined` the first word of each sentence begins, behind marks and numbers."""
    first = lines.starts.copy()
    is_han = (lines.first >= _FIRST_HAN) & (lines.first <= _LAST_HAN)
    for index in places_of(~is_han | _COUNTS.holds(lines.first)):
        opening = _OPENING.match(lines.joined, lines.starts[index], lines.breaks[index])
        first[index] = opening.end() if opening else lines.starts[index]
    return first


def cue_evidence(lines: Lines, cues: Cues) -> tuple[Nats, Nats]:
    """Return the summed weights of the cues in each sentence: for a statement (≥ 0), for a task (≤ 0)."""
    found = cues.automaton.find(lines.joined)
    spans = np.fromiter(chain.from_iterable(found), np.intp, 3 * len(found)).reshape(-1, 3)
    start, end, word = spans[:, 0], spans[:, 1], spans[:, 2]
    sentence = np.searchsorted(lines.starts, start, side="right") - 1
    is_first = start == first_words(lines)[sentence]
    # Before a sentence stands its own last mark: what begins there opens a clause, first word or not.
    before = np.where(start == lines.starts[sentence], lines.last[sentence], lines.codes[start - 1])
    anywhere, at_start, at_clause, at_end = cues.weights[word].T
    opens = (at_start != 0.0) & is_first
    opens_clause = (at_clause != 0.0) & (is_first | _CLAUSE_MARKS.holds(before))
    closes = (end == lines.breaks[sentence]) | _CLOSING.holds(lines.codes[end])
    weight = np.where(closes & (at_end != 0.0), at_end, anywhere)
    weight = np.where(opens, at_start, np.where(opens_clause, at_clause, weight))
    # Summed one after the other, as printed: the last digits do not depend on how many sentences there are.
    count = len(lines.starts)
    for_statement: Nats = np.bincount(sentence, np.maximum(weight, 0.0), count).astype(np.float64)
    for_task: Nats = np.bincount(sentence, np.minimum(weight, 0.0), count).astype(np.float64)
    return for_statement, for_task
