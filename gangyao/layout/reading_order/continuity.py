"""How well one fragment of text goes on another at the seam between them, in bits.

A score is the logarithm of how much likelier the pair is where the fragments belong together than where
they do not. Where the first fragment breaks off in mid-sentence it is learned from three traits: the
character model across the seam, the longest piece over the seam that the document prints elsewhere (a word
cut in two is often printed whole in another place), and the words that both sides share. The weights are
those of a logistic regression on cuts made at random in 90 documents of all kinds, each judged by a model
that was not trained on it. Where the first fragment ends with a sentence or a heading, all that counts is
whether the second may begin a line.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.text.statistics.model import ORDER, CharacterModel

Bits = npt.NDArray[np.float64]

_REACH = ORDER - 1
FINAL = frozenset("。！？；：…!?;:")
_CLOSERS = """”’」』）)》】〕"'"""
_OPENING = "“‘（(《〈「『【〔"
NEVER_FIRST = frozenset("，。、；：！？）》”’」』】…%％·,.;:!?)")
_PARTICLE = re.compile(r"[的了及与和或等之而且则着过]")

# Logistic regression, in bits (see the module's text).
_WEIGHT_MODEL = 0.54
_WEIGHT_SEEN = {0: 0.0, 1: 0.0, 2: 1.5, 3: 2.2, 4: 3.2, 5: 3.2, 6: 7.0}
_WEIGHT_SHARED = 11.3
_OFFSET = -2.4
# The rest is set by hand: how much a bracket that stays open, a heading after an open sentence, or the
# beginning of a line that the model finds odd speak against a pair.
_OPEN_BRACKET = 6.0
_CUT_HEADING = 3.0
_HEADING_IN_SENTENCE = 8.0
_WEIGHT_START = 0.6
_MOST_ODD = 9.0
_MOST_NATURAL = 6.0
_NEVER = 12.0
# Printed right after a line that has no final mark, another line speaks for a title or a list item if the
# line is short and has no mark inside, against it if it is long.
_TITLE_BREAK = 3.0
_LONG_BREAK = -5.0
_TITLE_LENGTH = 48
_SHARED_REACH = 250
_SHARED_AFTER_BREAK = 3.0
INNER_MARK = re.compile("[，。；！？]")
_FINAL_NOTE = re.compile(r"[（(\[【][^（(\[【]*[）)\]】]$")
_HAN_PAIR = re.compile("(?=([\u4e00-\u9fff]{2}))")


@dataclass(frozen=True, slots=True)
class Edge:
    """The end or the beginning of a fragment: its line, and whether that line is a heading."""

    text: str
    is_heading: bool

    @property
    def ends_open(self) -> bool:
        """Whether the line breaks off: it is no heading and has no final mark."""
        return not self.is_heading and not ends_sentence(self.text)

    @property
    def is_short(self) -> bool:
        """Whether the line could be a title or an item of a list, which need no final mark."""
        return len(self.text) <= _TITLE_LENGTH and INNER_MARK.search(self.text) is None


@dataclass(frozen=True, slots=True)
class Continuity:
    """Scores of pairs in bits: `score[i, j]` for end `i` before beginning `j`, and whether they join.

    `printed[i, j]` is the score of the pair if the page itself prints a break between the two.
    """

    score: Bits
    joins: npt.NDArray[np.bool_]
    printed: Bits


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends with a final mark, be it before closing marks or a note in brackets."""
    bare = text.rstrip(_CLOSERS)
    if bare[-1:] in FINAL:
        return True
    note = _FINAL_NOTE.search(text)
    return note is not None and note.start() > 0 and text[: note.start()].rstrip(_CLOSERS)[-1:] in FINAL


class Words:
    """Which pairs of Han characters are telling in a document: those that few of its lines hold."""

    def __init__(self, texts: Sequence[str]) -> None:
        lines = Counter[str]()
        for text in texts:
            lines.update(set(_HAN_PAIR.findall(text)))
        self._weight = {pair: math.log(len(texts) / count) for pair, count in lines.items()}
        self._rarest = math.log(max(len(texts), 2))

    def vector(self, text: str) -> dict[str, float]:
        """Return the weights of the pairs in `text`, scaled to length 1."""
        counts = Counter(_HAN_PAIR.findall(text))
        vector = {pair: count * self._weight.get(pair, self._rarest) for pair, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        return {pair: weight / length for pair, weight in vector.items()} if length else {}


def shared_words(left: dict[str, float], right: dict[str, float]) -> float:
    """Return the cosine of two vectors of words."""
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right[pair] for pair, weight in left.items() if pair in right)


def start_bits(texts: Sequence[str], model: CharacterModel) -> Bits:
    """Return for each text by how many bits it is likelier to begin a line than to stand anywhere."""
    heads = [text[:_REACH] for text in texts]
    costs = model.costs([*heads, *("\n" + head for head in heads), "\n"])
    count = len(heads)
    bits = _WEIGHT_START * (costs[:count] - (costs[count : 2 * count] - costs[-1]))
    never = np.array([text[:1] in NEVER_FIRST for text in texts], dtype=bool)
    return np.where(never, -_NEVER, np.clip(bits, -_MOST_ODD, _MOST_NATURAL))


def start_oddness(texts: Sequence[str], model: CharacterModel) -> Bits:
    """Return for each text by how many bits it is unlikelier to begin a line than to stand anywhere, or 0."""
    return np.maximum(-start_bits(texts, model), 0.0)


def join_scores(pairs: Sequence[tuple[str, str]], model: CharacterModel) -> Bits:
    """Return by how many bits each right text is likelier after its left text than anywhere."""
    lefts = [left[-_REACH:] for left, _ in pairs]
    rights = [right[:_REACH] for _, right in pairs]
    count = len(pairs)
    costs = model.costs([*(a + b for a, b in zip(lefts, rights, strict=True)), *lefts, *rights])
    scores: Bits = costs[count : 2 * count] + costs[2 * count :] - costs[:count]
    return scores


def join_bits(
    ends: Sequence[Edge],
    beginnings: Sequence[Edge],
    tails: Sequence[str],
    heads: Sequence[str],
    *,
    whole: str,
    model: CharacterModel,
) -> tuple[Bits, Bits]:
    """Return how well each beginning goes on each end in mid-sentence, and what words they share.

    `tails` and `heads` are the text around each end and each beginning, `whole` is the document's text.
    """
    n, m = len(ends), len(beginnings)
    words = Words(whole.split("\n"))
    before = [words.vector(tail) for tail in tails]
    after = [words.vector(head) for head in heads]
    shared = np.sqrt(
        np.array([[shared_words(tail, head) for head in after] for tail in before]).reshape(n, m)
    )
    likely = join_scores([(a.text, b.text) for a in ends for b in beginnings], model).reshape(n, m)
    seen = np.array(
        [[_WEIGHT_SEEN[_seen_elsewhere(a.text, b.text, whole)] for b in beginnings] for a in ends]
    ).reshape(n, m)
    return _WEIGHT_MODEL * likely + seen + _WEIGHT_SHARED * shared + _OFFSET, shared


def measure_continuity(
    ends: Sequence[Edge],
    beginnings: Sequence[Edge],
    contexts: Sequence[tuple[str, str]],
    whole: str,
    model: CharacterModel,
) -> Continuity:
    """Score every end against every beginning.

    `contexts` holds for each fragment the text after its beginning and before its end, `whole` is the
    document's text.
    """
    heads = [head for head, _ in contexts]
    tails = [tail for _, tail in contexts]
    join, shared = join_bits(ends, beginnings, tails, heads, whole=whole, model=model)
    bits = start_bits([edge.text for edge in beginnings], model)[None, :]
    oddness = np.maximum(-bits, 0.0)
    is_open = np.array([edge.ends_open for edge in ends], dtype=bool)[:, None]
    after_heading = np.array([edge.is_heading for edge in ends], dtype=bool)[:, None]
    heading = np.array([edge.is_heading for edge in beginnings], dtype=bool)[None, :]
    unclosed = np.array([_open_at_end(edge.text) for edge in ends], dtype=bool)[:, None]
    closes = np.array([closes_bracket(edge.text) for edge in beginnings], dtype=bool)[None, :]
    bracket = np.where(unclosed != closes, _OPEN_BRACKET, 0.0)
    # What likes to begin a line has probably begun one.
    join = join - bracket - np.maximum(bits, 0.0) - np.where(heading, _HEADING_IN_SENTENCE, 0.0)
    broken = _SHARED_AFTER_BREAK * shared - oddness - bracket
    # A heading may itself be cut in two, but then the rest must fit it well.
    joins = (is_open | (after_heading & (join > broken + _CUT_HEADING))) & ~heading
    score = np.where(is_open | joins, join, broken)
    printed = np.array([_printed_break(edge) for edge in ends])[:, None] - oddness - bracket
    return Continuity(score, joins, printed)


def _printed_break(edge: Edge) -> float:
    if not edge.ends_open:
        return 0.0
    return _TITLE_BREAK if edge.is_short else _LONG_BREAK


def _seen_elsewhere(left: str, right: str, whole: str) -> int:
    """Return the length (0 to 6) of the longest piece over the seam that the document prints elsewhere."""
    best = 0
    for before in range(1, 5):
        if before > len(left) or left[-before:] + right[:1] not in whole:
            break
        after = 1
        while before + after < 6 and after < len(right) and left[-before:] + right[: after + 1] in whole:
            after += 1
        best = max(best, before + after)
    return best


def _open_at_end(text: str) -> bool:
    return sum(text.count(c) for c in _OPENING) > sum(text.count(c) for c in _CLOSERS)


def closes_bracket(text: str) -> bool:
    """Tell whether the text closes a bracket or quotation that it did not open."""
    depth = 0
    for c in text:
        if c in _OPENING:
            depth += 1
        elif c in _CLOSERS:
            depth -= 1
            if depth < 0:
                return True
    return False
