"""What stands around breaks is read off the document as it would be read by itself."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gangyao.layout.reading_order.contexts import Contexts, contexts_of
from gangyao.layout.reading_order.meetings import AT_SAME_PLACE, EACH_WITH_EACH
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.traits import traits_of_contexts
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.reading_order.whole import read_whole
from tests.property_tests import examples

_LINES = st.lists(st.text(alphabet="港口铁路养老低保，a", min_size=1, max_size=400), min_size=2, max_size=8)


@examples(40)
@given(_LINES, st.integers(1, 7))
def test_parts_of_a_document_tell_what_their_texts_tell(lines, cut):
    units = [Unit(line, None, is_heading=False) for line in lines]
    bounds = [(0, min(cut, len(lines) - 1)), (min(cut, len(lines) - 1), len(lines))]
    whole = read_whole("\n".join(lines), load_topics())
    parts = contexts_of(units, bounds, bounds, whole)
    texts = Contexts(parts.tails, parts.heads)
    for meeting in (EACH_WITH_EACH, AT_SAME_PLACE):
        read, told = (traits_of_contexts(some, whole, meeting) for some in (parts, texts))
        assert read.keys() == told.keys()
        assert all(np.allclose(read[name], told[name], atol=1e-5) for name in told)


def test_pairs_of_tails_and_heads_are_looked_at_part_by_part():
    contexts = Contexts(["港口"] * 5, ["铁路"] * 5, (np.arange(5), np.arange(5, 10)))
    parts = list(contexts.parts(2))
    assert [len(part.tails) for part in parts] == [2, 2, 1]
    assert [part.starts[1].tolist() for part in parts if part.starts] == [[5, 6], [7, 8], [9]]
    assert list(Contexts([], []).parts(2)) == []
