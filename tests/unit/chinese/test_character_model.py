import pickle
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model
from gangyao.chinese.scripts import to_traditional
from tests.property_tests import examples

SENTENCE = "加快推进基础设施互联互通，提升公共服务水平，推动产业高质量发展。"


@pytest.fixture(scope="module")
def model():
    return load_model()


def test_one_value_per_code_point(model):
    assert len(model.surprise(SENTENCE)) == len(SENTENCE)
    assert len(model.surprise("")) == 0
    assert len(model.surprise("𠮷林𠮷林")) == 4


def test_official_prose_is_cheaper_than_the_same_characters_shuffled(model):
    shuffled = list(SENTENCE)
    random.Random(1).shuffle(shuffled)

    assert model.cost(SENTENCE) < 0.5 * model.cost("".join(shuffled))


def test_script_digits_letters_and_width_cost_the_same(model):
    assert model.cost(to_traditional(SENTENCE)) == pytest.approx(model.cost(SENTENCE))
    assert model.cost("到2025年") == pytest.approx(model.cost("到２０３１年"))
    assert model.cost("建设5G基站") == pytest.approx(model.cost("建设7K基站"))
    assert model.cost("城市(镇),乡") == pytest.approx(model.cost("城市（镇），乡"))


def test_the_start_of_a_text_counts_as_the_start_of_a_line(model):
    both = model.surprise("设施\n加快")

    assert both[3] == pytest.approx(model.surprise("加快")[0])


def test_costs_of_many_texts_are_those_of_each(model):
    texts = ["加快推进", "", "设施", "的"]

    together = model.costs(texts)

    assert together == pytest.approx([model.costs([text])[0] for text in texts])
    assert together[1] == 0


def test_the_right_particle_is_the_cheapest(model):
    particles = ["的", "和", "了", "地"]

    costs = model.replacement_costs("全面建成高质量", particles, "现代化产业体系")

    assert particles[int(np.argmin(costs))] == "的"


def test_junctions_tell_a_line_that_goes_on_from_a_new_paragraph(model):
    goes_on, new = model.junctions(
        [("加快推进基础设 ", " 施互联互通"), ("推动产业高质量发展。", "第二节 完善公共服务")]
    )

    assert goes_on > 8
    assert new < 0


def test_a_model_can_be_sent_to_a_worker(model):
    copy = pickle.loads(pickle.dumps(model))

    assert copy.cost(SENTENCE) == model.cost(SENTENCE)


@examples(60)
@given(st.text(max_size=60))
def test_any_text_has_finite_bits(text):
    bits = load_model().surprise(text)

    assert len(bits) == len(text)
    assert np.all(np.isfinite(bits))
    assert np.all(bits >= 0)
