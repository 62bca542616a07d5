from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gangyao.collation.align import Chain, align
from gangyao.collation.characters import compared_characters
from tests.property_tests import examples
from tests.unit.collation.plan_text import PARAGRAPHS, TEXT


def _align(left: str, right: str) -> tuple[Chain, ...]:
    return align(compared_characters(left).codes, compared_characters(right).codes)


def _matched(chains: tuple[Chain, ...]) -> int:
    return sum(run.length for chain in chains for run in chain.runs)


def test_a_text_is_aligned_with_itself():
    (chain,) = _align(TEXT, TEXT)

    (run,) = chain.runs
    assert (run.left, run.right, run.length) == (0, 0, len(compared_characters(TEXT)))


def test_texts_that_share_only_phrases_are_not_aligned():
    assert _align(TEXT, "鼓励企业购置新能源汽车。另一件事与此无关，说的是别处的山。") == ()
    assert _align("", TEXT) == _align(TEXT, "") == _align("短", "短") == ()


def test_parts_in_another_order_are_found():
    moved = "\n".join([*PARAGRAPHS[3:], *PARAGRAPHS[:3]])

    chains = _align(TEXT, moved)

    assert len(chains) == 2
    assert _matched(chains) == len(compared_characters(TEXT))


def test_a_difference_near_the_end_of_an_excerpt_does_not_hide_what_follows():
    excerpt = PARAGRAPHS[1].replace("平方公里", "万平方公里")

    chains = _align(TEXT, "网页导航" + excerpt)

    assert _matched(chains) == len(compared_characters(PARAGRAPHS[1]))


def test_only_letters_digits_and_points_of_numbers_are_compared():
    characters = compared_characters("第1.5条。 “ＡＢ” 1.\n5")

    assert "".join(map(chr, characters.codes)) == "第1.5条AB1.5"
    assert compared_characters("灣區發展").codes.tolist() == compared_characters("湾区发展").codes.tolist()


edits = st.lists(
    st.tuples(
        st.integers(0, len(TEXT) - 1), st.integers(0, 3), st.sampled_from(["", "山", "协同", "甲乙丙"])
    ),
    max_size=8,
)


@examples(60)
@given(edits)
def test_runs_are_equal_and_in_order(changes):
    text = TEXT
    for at, length, written in changes:
        text = text[:at] + written + text[at + length :]
    left, right = compared_characters(TEXT).codes, compared_characters(text).codes

    chains = align(left, right)

    used_left, used_right = np.zeros(len(left), int), np.zeros(len(right), int)
    for chain in chains:
        for run in chain.runs:
            assert np.array_equal(left[run.left : run.left_end], right[run.right : run.right_end])
            used_left[run.left : run.left_end] += 1
            used_right[run.right : run.right_end] += 1
        for one, other in pairwise(chain.runs):
            assert one.left_end <= other.left
            assert one.right_end <= other.right
    assert used_left.max(initial=0) <= 1
    assert used_right.max(initial=0) <= 1
    # Eight small edits leave most of the text as it was.
    assert used_left.sum() > 0.6 * len(left)
