"""A few pairs say how far a name may reach, and no name is lost by it."""

from hypothesis import given
from hypothesis import strategies as st

from gangyao.cleaning.known_pairs import pairs_in, reach
from gangyao.cleaning.place_names import make_place_names
from gangyao.cleaning.term_index import make_lexicon

ALPHABET = "重庆江北"
words = st.text(alphabet=ALPHABET, min_size=1, max_size=5)


def test_a_name_reaches_as_far_as_its_pairs_do():
    pairs = pairs_in(["成渝地区"])
    assert reach("推动成渝地区建设", 4, 5, pairs, 4) == (2, 6)
    assert reach("推动成渝城区建设", 3, 4, pairs, 4) == (2, 4)


@given(names=st.frozensets(words, max_size=6), text=words.flatmap(lambda word: words.map(word.__add__)))
def test_terms_that_cover_a_span_are_those_that_stand_there(names: frozenset[str], text: str):
    lexicon = make_lexicon({}, names)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            expected = {
                (first, last)
                for first in range(start + 1)
                for last in range(end, len(text) + 1)
                if text[first:last] in lexicon.known
            }
            found = list(lexicon.covering(text, start, end))
            assert set(found) == expected
            lengths = [last - first for first, last in found]
            assert lengths == sorted(lengths, reverse=True)


@given(names=st.frozensets(words, max_size=6), text=words.flatmap(lambda word: words.map(word.__add__)))
def test_a_place_is_excused_where_a_name_holds_it(names: frozenset[str], text: str):
    places = make_place_names(names, ())
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            is_in_name = any(
                text[first:last] in places.names
                for first in range(start + 1)
                for last in range(end, len(text) + 1)
            )
            is_river = end - start == 1 and places._is_river(text, start)
            assert places.excuse(text, start, end) == (is_in_name or is_river)
