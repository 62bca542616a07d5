"""The look-up of pieces gives what a search of the whole text gives."""

from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.han_pairs import wide_code_points
from gangyao.layout.reading_order.pieces import LONGEST_PIECE, Pieces
from tests.property_tests import examples


def longest_in(text, left, right):
    """Return the length of the longest piece over `left` and `right` that `text` holds, tried one by one."""
    sides = ((before, after) for before in range(1, len(left) + 1) for after in range(1, len(right) + 1))
    found = [before + after for before, after in sides if left[-before:] + right[:after] in text]
    return min(max(found, default=0), LONGEST_PIECE)


TEXTS = st.text(alphabet="文件\n", max_size=80)
SIDES = st.lists(st.text(alphabet="文件", max_size=10), min_size=1, max_size=4)


@examples(100)
@given(TEXTS, SIDES, SIDES)
def test_the_longest_pieces_over_breaks(text, lefts, rights):
    found = Pieces(wide_code_points(text)).longest_over(lefts, rights)
    assert found.tolist() == [[longest_in(text, left, right) for right in rights] for left in lefts]


def test_pieces_of_other_lines_are_found():
    pieces = Pieces(wide_code_points("推进双城经济圈建设\n建设双城经济圈"))
    assert pieces.longest_over(["加快双城"], ["经济圈发展", "建设"]).tolist() == [[5, 0]]


@examples(50)
@given(TEXTS, SIDES)
def test_pieces_over_pairs_of_sides_are_those_found_among_others(text, lefts):
    pieces, rights = Pieces(wide_code_points(text)), lefts[::-1]
    found = pieces.longest_over_pairs(lefts, rights)
    assert found.tolist() == pieces.longest_over(lefts, rights).diagonal().tolist()
