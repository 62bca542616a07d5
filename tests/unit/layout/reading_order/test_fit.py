"""How well characters fit at breaks: as the model costs each text by itself."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model
from gangyao.layout.reading_order.fit import longest_words, measure_fit
from tests.property_tests import examples

_TEXTS = st.lists(st.text(alphabet="推进建設经济圈，。2a", max_size=5), min_size=1, max_size=4)


@examples(60)
@given(_TEXTS, _TEXTS)
def test_gains_are_those_of_texts_costed_one_by_one(lefts, rights):
    model = load_model()
    fit = measure_fit(lefts, rights, model)
    for row, left in enumerate(lefts):
        for column, right in enumerate(rights):
            before, first, three = left[-3:], right[:1], right[:3]
            alone = model.costs([before, first, three, before + first, before + three])
            one = alone[0] + alone[1] - alone[3]
            whole = alone[0] + alone[2] - alone[4]
            assert np.isclose(fit.first[row, column], one, atol=1e-4)
            assert np.isclose(fit.next_two[row, column], whole - one, atol=1e-4)


def test_words_over_a_break_are_found():
    model = load_model()
    words = longest_words(measure_fit(["发展经", "。"], ["济建设", "，"], model), model)
    assert words[0, 0] >= 2
    assert words[1].tolist() == [0, 0]
