"""Known terms, and the tables of the lexicon folder."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.attested_bigrams import are_attested, attested
from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.clean import CleaningRules
from gangyao.cleaning.term_index import make_lexicon

LEXICON = Path(__file__).parents[3] / "seeds" / "lexicon"


def test_covering_yields_the_known_terms_over_a_span_longest_first() -> None:
    lexicon = make_lexicon({"成都都市圈": "region", "都市圈发展": "plan"}, ["都市圈"])
    text = "建设成都都市圈规划"
    assert list(lexicon.covering(text, 3, 5)) == [(2, 7)]
    assert list(lexicon.covering(text, 4, 6)) == [(2, 7), (4, 7)]
    assert list(lexicon.covering(text, 0, 2)) == []


@given(
    st.lists(st.text("成都市圈", min_size=3, max_size=6), max_size=6),
    st.text("成都市圈", max_size=12),
    st.integers(0, 12),
    st.integers(1, 6),
)
def test_covering_leaves_no_known_term_out(names: list[str], text: str, start: int, length: int) -> None:
    lexicon = make_lexicon({}, names)
    end = min(start + length, len(text))
    if start >= end:
        return
    every = [
        (first, last)
        for first in range(start + 1)
        for last in range(end, len(text) + 1)
        if text[first:last] in names
    ]
    assert sorted(lexicon.covering(text, start, end)) == sorted(every)


def test_halves_make_up_their_terms() -> None:
    lexicon = make_lexicon({"中蒙俄经济走廊": "corridor", "公园城市": "programme"}, [])
    halves = lexicon.halves
    assert lexicon.first[-1] == len(halves) == len(lexicon.heads)
    assert lexicon.other_lengths.tolist() == [len(half.other) for half in halves]
    assert {(half.term, half.other) for half in halves} == {
        ("中蒙俄经济走廊", "中蒙俄"), ("中蒙俄经济走廊", "经济走廊"),
    }  # fmt: skip
    assert lexicon.fixed == {"中蒙俄经济走廊"}


def test_the_shipped_terms_are_at_least_four_characters_and_typed(rules: CleaningRules) -> None:
    assert len(rules.lexicon.terms) > 700
    assert min(map(len, rules.lexicon.terms)) >= 4
    assert rules.lexicon.fixed < rules.lexicon.terms <= rules.lexicon.known


def test_no_variant_is_listed_that_conversion_would_bring_back(rules: CleaningRules) -> None:
    assert all(len(char) == 1 and len(variant.standard) == 1 for char, variant in rules.variants.items())
    for char, variant in rules.variants.items():
        assert all(char in word for word in (*variant.exceptions, *variant.only))


def test_pairs_that_official_documents_print_are_attested(model: CharacterModel) -> None:
    assert are_attested(["经济", "穿楼", "经", ""], model) == [True, False, False, False]
    assert attested("经济穿楼", model).tolist() == [False, True, False, False]
    assert attested("", model).tolist() == []
