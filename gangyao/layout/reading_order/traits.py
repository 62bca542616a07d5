"""Traits of a seam: what tells whether one text goes on right where another breaks off.

Three kinds: how well the characters and words fit at the seam (the character model, a dictionary word cut in
two, a piece that the document prints whole elsewhere), what the two sides speak of (words they share), and
what one side leaves for the other to end (a bracket, a list, a count 一是 … 二是 …, a sentence, a clause).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gangyao.layout.reading_order.edges import closes_bracket, open_at_end
from gangyao.outline.numerals import read_number
from gangyao.text.statistics.model import ORDER, CharacterModel, extended_keys, fold_codes

Traits = npt.NDArray[np.float64]

_REACH = ORDER - 1
_MOST_GAIN, _LEAST_GAIN = 16.0, -10.0
_LONGEST_SEEN = 8
_WIDE = 600
_NEAR = 120
_SHORT = 40
_GOOD_GAIN = 4.0
_LIST_REACH = 14
_MOST_ODD = 12.0
_HAN_PAIR = re.compile("(?=([\u4e00-\u9fff]{2}))")
_CLAUSE_END = re.compile("[，。；：！？、]")
_SENTENCE_END = re.compile("[。！？；]")
_COUNTED = re.compile(
    "([一二三四五六七八九十]{1,2})(?:是|要|，)|[（(]([一二三四五六七八九十]{1,2}|[0-9]{1,2})[）)]|第([一二三四五六七八九十]{1,2})，|其([一二三四五六])"
)

# What each trait is worth in bits: the log-odds of pairs that belong together against pairs of the same
# document that do not (logistic regression; the fit is not scripted in
# this repository yet, so the weights cannot be rebuilt from a folder of texts).
JOIN_WEIGHTS: dict[str, float] = {
    "gain of the first character": 0.46,
    "gain of the next two characters": 0.47,
    "seen 2": 1.2,
    "seen 3": 2.22,
    "seen 4": 2.65,
    "seen 5": 3.13,
    "seen 6": 3.41,
    "seen 7": 3.41,
    "seen 8": 6.19,
    "word of 2": 0.25,
    "word of 3": 0.98,
    "word of 4": 1.94,
    "shared words, wide": -1.29,
    "shared words, near": 8.05,
    "shared words, sentence": 2.03,
    "left open only": -4.31,
    "closed only": -4.73,
    "opened and closed": 2.95,
    "counts on": 3.47,
    "counts otherwise": -2.02,
    "list on both sides": 0.28,
    "list on one side": -0.13,
    "even clauses": 0.4,
    "usual sentence": 0.57,
    "shared words, short line": 1.63,
    "shared words, short rest": 2.69,
    "good gain of the first character": 0.75,
    "good gain of the next two characters": 1.16,
}
_JOIN_OFFSET = -1.36


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


def shared_words(left: Sequence[dict[str, float]], right: Sequence[dict[str, float]]) -> Traits:
    """Return the square root of the cosine of each left vector of words with each right one."""
    common = {pair for vector in left for pair in vector} & {pair for vector in right for pair in vector}
    places = {pair: place for place, pair in enumerate(sorted(common))}
    a, b = np.zeros((len(left), len(places))), np.zeros((len(right), len(places)))
    for matrix, vectors in ((a, left), (b, right)):
        for row, vector in enumerate(vectors):
            for pair in vector.keys() & common:
                matrix[row, places[pair]] = vector[pair]
    # Not a matrix product: for so small ones, starting the threads of BLAS takes longer than the sums.
    cosines: Traits = np.einsum("ik,jk->ij", a, b)
    return np.sqrt(cosines)


def join_traits(tails: Sequence[str], heads: Sequence[str], whole: str, model: CharacterModel) -> Traits:
    """Return the traits of each head right after each tail, an array of (tails, heads, traits).

    `tails` and `heads` reach as far as their fragments, at most some 600 code points; lines are parted by
    line breaks. `whole` is the text of the document.
    """
    n, m = len(tails), len(heads)
    last = [tail.rpartition("\n")[2] for tail in tails]
    first = [head.partition("\n")[0] for head in heads]
    out = np.zeros((n, m, len(JOIN_WEIGHTS)))
    out[..., 0], out[..., 1] = _gains(last, first, model)
    seen = np.array([[seen_elsewhere(a, b, whole) for b in first] for a in last]).reshape(n, m)
    for length in range(2, _LONGEST_SEEN + 1):
        out[..., length] = seen == length
    words = _words_over(last, first, model)
    for length in (2, 3, 4):
        out[..., 7 + length] = words == length
    vectors = Words(whole.split("\n"))
    wide_left = [vectors.vector(tail[-_WIDE:]) for tail in tails]
    wide_right = [vectors.vector(head[:_WIDE]) for head in heads]
    near_left = [vectors.vector(text[-_NEAR:]) for text in last]
    near_right = [vectors.vector(text[:_NEAR]) for text in first]
    out[..., 12] = shared_words(wide_left, wide_right)
    out[..., 13] = shared_words(near_left, near_right)
    short = np.array([len(text) < _SHORT for text in last], dtype=bool)[:, None]
    rest = np.array([len(text) < _SHORT for text in first], dtype=bool)[None, :]
    out[..., 24] = short * out[..., 13]
    out[..., 25] = (~short & rest) * out[..., 13]
    out[..., 26] = np.maximum(out[..., 0] - _GOOD_GAIN, 0.0)
    out[..., 27] = np.maximum(out[..., 1] - _GOOD_GAIN, 0.0)
    out[..., 14] = shared_words(
        [vectors.vector(_SENTENCE_END.split(text)[-1]) for text in last],
        [vectors.vector(_SENTENCE_END.split(text)[0]) for text in first],
    )
    opened = np.array([open_at_end(text) for text in last], dtype=bool)[:, None]
    closed = np.array([closes_bracket(text) for text in first], dtype=bool)[None, :]
    out[..., 15], out[..., 16], out[..., 17] = opened & ~closed, closed & ~opened, opened & closed
    for row, a in enumerate([_last_count(text) for text in last]):
        for column, b in enumerate([_first_count(text) for text in first]):
            if a and b:
                out[row, column, 18 if b == a + 1 else 19] = 1
            elif b > 1:
                out[row, column, 19] = 0.5
    left = np.array(["、" in text[-_LIST_REACH:] for text in last], dtype=bool)[:, None]
    right = np.array(["、" in text[:_LIST_REACH] for text in first], dtype=bool)[None, :]
    out[..., 20], out[..., 21] = left & right, left ^ right
    before = np.array([_clause_before(text) for text in last])[:, None]
    after = np.array([_clause_after(text) for text in first])[None, :]
    out[..., 22] = -np.abs(
        np.log((before[..., 0] + after[..., 0] + 1) / (1 + (before[..., 1] + after[..., 1]) / 2))
    )
    s = np.array([len(_SENTENCE_END.split(text)[-1]) for text in last])[:, None]
    t = np.array([len(_SENTENCE_END.split(text)[0]) for text in first])[None, :]
    out[..., 23] = -np.abs(np.log((s + t + 8) / 45.0))
    return out


def join_bits(tails: Sequence[str], heads: Sequence[str], whole: str, model: CharacterModel) -> Traits:
    """Return by how many bits each tail and head are likelier to be parts of one line than any two."""
    weights = np.array(list(JOIN_WEIGHTS.values()))
    bits: Traits = join_traits(tails, heads, whole, model) @ weights + _JOIN_OFFSET
    return bits


def _gains(last: Sequence[str], first: Sequence[str], model: CharacterModel) -> tuple[Traits, Traits]:
    n, m = len(last), len(first)
    lefts = [text[-_REACH:] for text in last]
    ones = [text[:1] for text in first]
    threes = [text[:_REACH] for text in first]
    costs = model.costs(
        [
            *(a + b for a in lefts for b in ones),
            *(a + b for a in lefts for b in threes),
            *lefts,
            *ones,
            *threes,
        ]
    )
    size = n * m
    left = costs[2 * size : 2 * size + n][:, None]
    one = left + costs[2 * size + n : 2 * size + n + m][None, :] - costs[:size].reshape(n, m)
    three = left + costs[2 * size + n + m :][None, :] - costs[size : 2 * size].reshape(n, m)
    return np.clip(one, _LEAST_GAIN, _MOST_GAIN), np.clip(three - one, _LEAST_GAIN, _MOST_GAIN)


def seen_elsewhere(left: str, right: str, whole: str) -> int:
    """Return the length (0 to 8) of the longest piece over the seam that the document prints elsewhere."""
    best = 0
    for before in range(1, _LONGEST_SEEN):
        if before > len(left) or left[-before:] + right[:1] not in whole:
            break
        after = 1
        while (
            before + after < _LONGEST_SEEN
            and after < len(right)
            and left[-before:] + right[: after + 1] in whole
        ):
            after += 1
        best = max(best, before + after)
    return best


def _words_over(last: Sequence[str], first: Sequence[str], model: CharacterModel) -> npt.NDArray[np.int64]:
    """Return the length of the longest dictionary word over each seam, 0 where there is none."""
    found = np.zeros((len(last), len(first)), dtype=np.int64)
    for before in range(1, ORDER):
        for after in range(1, ORDER - before + 1):
            lefts = fold_codes("".join(text[-before:].rjust(before, "\0") for text in last), model.fold)
            rights = fold_codes("".join(text[:after].ljust(after, "\0") for text in first), model.fold)
            left, right = lefts.reshape(-1, before), rights.reshape(-1, after)
            key = left[:, 0]
            for column in range(1, before):
                key = extended_keys(key, left[:, column])
            keys = np.broadcast_to(key[:, None], found.shape)
            for column in range(after):
                keys = extended_keys(keys, right[None, :, column])
            known = model.words.look_up(np.ascontiguousarray(keys).ravel()).reshape(found.shape) > 0
            found = np.where(known, np.maximum(found, before + after), found)
    return found


def _number(match: re.Match[str]) -> int:
    return read_number(next(group for group in match.groups() if group)) or 0


def _last_count(text: str) -> int:
    found = 0
    for match in _COUNTED.finditer(text):
        found = _number(match)
    return found


def _first_count(text: str) -> int:
    match = _COUNTED.search(text)
    return _number(match) if match else 0


def _clause_before(text: str) -> tuple[int, int]:
    parts = _CLAUSE_END.split(text[-80:])
    return len(parts[-1]), len(parts[-2]) if len(parts) > 1 else 10


def _clause_after(text: str) -> tuple[int, int]:
    parts = _CLAUSE_END.split(text[:80])
    return len(parts[0]), len(parts[1]) if len(parts) > 1 else 10
