from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gangyao.collation.rereadings import Place, places_in_doubt
from gangyao.document.recognised import Reading, Rival, joined

FIRST = "推进，城乡供水一体化"


def sure(text: str, *rivals: Rival) -> Reading:
    return Reading(text, (0.9,) * len(text), rivals)


def test_what_is_read_otherwise_and_what_nearly_was_stand_at_one_place():
    places = list(places_in_doubt(FIRST, [sure("推进城多供水一体化"), sure(FIRST, Rival(4, "多", 0.3))]))
    assert places == [Place(4, 5, (0.0, 0.9), {"多": (0.9, 0.3)})]


def test_a_character_more_stands_between_two_and_one_less_is_nothing_instead():
    (more,) = places_in_doubt(FIRST, [sure("推进城乡供水水一体化")])
    assert (more.start, more.end, list(more.others)) == (7, 7, ["水"])
    (less,) = places_in_doubt(FIRST, [sure("推进城乡供一体化")])
    assert (FIRST[less.start : less.end], list(less.others)) == ("水", [""])


def test_a_point_that_is_found_again_is_kept():
    (place,) = places_in_doubt("90.0", [sure("90.0", Rival(2, "0", 0.1), Rival(2, "．", 0.2))])
    assert (place.start, place.kept, place.others) == (2, (0.9,), {"0": (0.1,)})
    (place,) = places_in_doubt("90.0", [sure("9010", Rival(2, ".", 0.2))])
    assert (place.kept, place.others) == ((0.2,), {"1": (0.9,)})


def test_a_reading_of_another_line_says_nothing():
    assert list(places_in_doubt(FIRST, [sure("别的一行文字没有关系")])) == []


@given(st.text("推进城乡供水，一体化0123", max_size=20), st.text("推进城乡供水，一体化0123", max_size=20))
def test_places_lie_within_the_line_and_differ_from_it(first: str, second: str):
    for place in places_in_doubt(first, [sure(second)]):
        assert 0 <= place.start <= place.end <= len(first)
        assert first[place.start : place.end] not in place.others


def test_pieces_of_a_line_are_joined_with_their_rivals():
    line = joined([sure("城乡", Rival(1, "多", 0.2)), sure("供水", Rival(0, "洪", 0.3))])
    assert line.text == "城乡供水"
    assert [(rival.place, rival.char) for rival in line.rivals] == [(1, "多"), (2, "洪")]
