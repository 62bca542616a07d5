"""The telling words that two texts share, beside a count in plain Python."""

import math
import re
from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.whole import read_whole
from gangyao.layout.reading_order.words import shared_words, shared_words_of_pairs

_TEXT = st.text(alphabet="甲乙丙，a\n", max_size=40)


def plain_vector(whole: str, text: str) -> dict[str, float]:
    lines = whole.split("\n")
    held = Counter(pair for line in lines for pair in set(re.findall("(?=([\u4e00-\u9fff]{2}))", line)))
    rarest = math.log(max(len(lines), 2))
    counts = Counter(re.findall("(?=([\u4e00-\u9fff]{2}))", text))
    weighed = {
        pair: count * (math.log(len(lines) / held[pair]) if pair in held else rarest)
        for pair, count in counts.items()
    }
    length = math.sqrt(sum(weight * weight for weight in weighed.values()))
    return {pair: weight / length for pair, weight in weighed.items()} if length else {}


@given(_TEXT, st.lists(_TEXT, max_size=3), st.lists(_TEXT, max_size=3))
def test_shared_words_are_as_counted_plainly(whole, left, right):
    document, tails, heads = read_whole(whole, load_topics()).read(left, right)
    shares = shared_words(tails, heads, document.weights)
    assert shares.shape == (len(left), len(right))
    for row, before in zip(shares, left, strict=True):
        for share, after in zip(row, right, strict=True):
            a, b = plain_vector(whole, before), plain_vector(whole, after)
            cosine = sum(weight * b.get(pair, 0.0) for pair, weight in a.items())
            assert np.isclose(share, math.sqrt(cosine), atol=1e-6)


@given(_TEXT, st.lists(st.tuples(_TEXT, _TEXT), max_size=3))
def test_pairs_of_texts_share_what_they_share_among_others(whole, pairs):
    left, right = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    document, tails, heads = read_whole(whole, load_topics()).read(left, right)
    among = shared_words(tails, heads, document.weights)
    found = shared_words_of_pairs(tails, heads, document.weights)
    assert np.allclose(found, among.diagonal(), atol=1e-6)
