import numpy as np
import pytest

from gangyao.chinese.count_table import COUNT_LEVELS, build_count_table


def _keys(start: int, count: int) -> np.ndarray:
    return np.arange(start, start + count, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)


def test_counts_up_to_sixteen_come_back_exactly():
    keys = _keys(1, 5000)
    counts = np.arange(5000) % 16 + 1

    table = build_count_table(keys, counts)

    assert np.array_equal(table.look_up(keys), counts)


def test_larger_counts_come_back_within_their_step():
    keys = _keys(1, 1000)
    counts = np.arange(17, 60_000, 60)[:1000].astype(np.int64)

    found = build_count_table(keys, counts).look_up(keys)

    assert np.all(found <= counts)
    assert np.all(found * 1.75 > counts)


def test_strangers_are_rarely_taken_for_stored_keys():
    table = build_count_table(_keys(1, 20_000), np.ones(20_000, dtype=np.int64))

    strangers = table.look_up(_keys(1_000_000, 20_000))

    # One in 2,048 is expected, which makes 10.
    assert np.count_nonzero(strangers) < 40


def test_same_input_same_cells():
    keys, counts = _keys(7, 3000), np.arange(3000) % 40 + 1

    one, other = build_count_table(keys, counts), build_count_table(keys, counts)

    assert one.cells.tobytes() == other.cells.tobytes()
    assert one.seed == other.seed


def test_equal_keys_are_refused():
    keys = np.array([5, 5, 5, 5], dtype=np.uint64)

    with pytest.raises(ValueError, match="equal"):
        build_count_table(keys, np.ones(4, dtype=np.int64))


def test_levels_grow():
    assert np.all(np.diff(COUNT_LEVELS) > 0)
