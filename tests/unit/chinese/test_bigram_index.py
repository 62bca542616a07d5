"""What is held of frequent pairs is what the count table says of them."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gangyao.chinese.bigram_index import BESIDE, count_pairs
from gangyao.chinese.character_model import CharacterModel, extended_keys, fold_codes, load_model
from gangyao.chinese.count_table import COUNT_LEVELS

MARK, HAN = ord("，"), [ord(char) for char in "市省县区"]
CODES = [MARK, *HAN]

counted = st.dictionaries(
    st.tuples(st.sampled_from(CODES), st.sampled_from(CODES)),
    st.sampled_from(COUNT_LEVELS.tolist()),
    min_size=1,
)


def index_of(counts: dict[tuple[int, int], float]):
    pairs = np.array([left << 16 | right for left, right in counts], dtype=np.uint32)
    return count_pairs(pairs, np.array(list(counts.values()), dtype=np.float32), np.ones(0x10000, np.uint32))


@given(counted)
def test_pairs_are_held_with_their_counts(counts: dict[tuple[int, int], float]):
    pairs = [(left, right) for left in CODES for right in CODES]
    left, right = np.array(pairs, dtype=np.uint64).T.copy()
    found = index_of(counts).look_up(left, right)
    assert found.tolist() == [np.float32(counts.get(pair, 0)) for pair in pairs]


@given(counted)
def test_what_most_often_stands_beside_a_code_comes_first(counts: dict[tuple[int, int], float]):
    left, right = np.array(list(product(CODES, CODES)), dtype=np.uint64).T.copy()
    found = index_of(counts).beside(left, right)
    for (one, other), row in zip(product(CODES, CODES), found.tolist(), strict=True):
        after, before = [code for code in row[:BESIDE] if code], [code for code in row[BESIDE:] if code]
        assert set(after) == {code for code in HAN if (one, code) in counts}
        assert set(before) == {code for code in HAN if (code, other) in counts}
        assert sorted(after, key=lambda code: -counts[one, code]) == after
        assert sorted(before, key=lambda code: -counts[code, other]) == before


@pytest.fixture(scope="module")
def model() -> CharacterModel:
    return load_model()


@settings(deadline=None)
@given(text=st.text(alphabet="加强市场监督管理，推进建设的鼍龘𠀀a1\n", min_size=2, max_size=40))
def test_pairs_of_a_model_are_counted_as_its_table_counts_them(model: CharacterModel, text: str):
    codes = fold_codes(text, model.fold)
    left, right = codes[:-1], codes[1:]
    assert model.pair_counts(left, right).tolist() == model.table.look_up(extended_keys(left, right)).tolist()


def test_nothing_stands_beside_no_codes():
    nothing = np.zeros(0, dtype=np.uint64)
    assert index_of({(HAN[0], HAN[1]): 1.0}).beside(nothing, nothing).shape == (0, 2 * BESIDE)


def test_nothing_stands_beside_a_code_without_a_row():
    rare = np.array([ord("龘")], dtype=np.uint64)
    assert not index_of({(HAN[0], HAN[1]): 1.0}).beside(rare, rare).any()
