"""Lines of a picture: noise of the page, cutting, what the network sees to text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.ingest.readers.picture.decode import decode, may_lack, wide_marks
from gangyao.ingest.readers.picture.engine import count_as_one, with_paper
from gangyao.ingest.readers.picture.noise import noise_of
from gangyao.ingest.readers.picture.recognise import blur_for
from gangyao.ingest.readers.picture.specks import without_specks
from gangyao.ingest.readers.picture.strips import as_strip, cut_line

ALPHABET = ("", "水", "库", " ", "A")


def _seen(steps: list[tuple[int, float]]) -> np.ndarray:
    """Return likelihoods whose best character at each step is given, with its likelihood."""
    seen = np.zeros((len(steps), len(ALPHABET)), np.float32)
    for step, (char, score) in enumerate(steps):
        seen[step] = (1 - score) / len(ALPHABET)
        seen[step, char] = score
    return seen


def test_steps_of_one_character_are_one_and_repeated_ones_stand_apart():
    seen = _seen([(3, 0.9), (1, 0.8), (1, 0.9), (0, 0.9), (1, 0.6), (2, 0.7), (0, 0.9), (3, 0.9)])
    reading = decode(seen, ALPHABET)
    assert reading.text == "水水库"
    assert reading.scores == pytest.approx((0.8, 0.6, 0.7))
    assert (reading.least, reading.mean) == (pytest.approx(0.6), pytest.approx(0.7))


@given(st.lists(st.tuples(st.integers(0, len(ALPHABET) - 1), st.floats(0.5, 1)), min_size=1, max_size=30))
def test_each_character_of_a_reading_has_its_certainty(steps: list[tuple[int, float]]):
    reading = decode(_seen(steps), ALPHABET)
    assert len(reading.scores) == len(reading.text)
    assert not reading.text or reading.least > 0


def test_what_was_nearly_read_is_kept_beside_what_was():
    seen = _seen([(1, 0.8), (1, 0.9), (0, 1.0)])
    seen[1, 2] = 0.3
    (rival,) = [rival for rival in decode(seen, ALPHABET).rivals if rival.likelihood > 0.1]
    assert (rival.place, rival.char, rival.likelihood) == (0, "库", pytest.approx(0.3))


def test_what_is_shared_between_signs_that_print_alike_counts_for_the_likelier():
    seen = _seen([(0, 0.4), (1, 1.0)])
    seen[0] = (0.4, 0.0, 0.35, 0.0, 0.25)
    assert decode(seen, ALPHABET).text == "水"
    reading = decode(count_as_one(seen, (2, 4)), ALPHABET)
    assert (reading.text, reading.scores) == ("库水", (pytest.approx(0.6), 1.0))


def test_what_is_mostly_paper_is_read_where_nothing_is_likelier():
    seen = np.array([[0.83, 0.0, 0.12, 0.05, 0.0], [0.99, 0.0, 0.001, 0.001, 0.0]], np.float32)
    found = with_paper(count_as_one(seen, (2, 3)), (2, 3))
    assert found.argmax(axis=1).tolist() == [2, 0]
    assert found[0, 2] == pytest.approx(1.0)


def test_what_is_read_beside_is_not_read_twice():
    seen = np.array([[0.1, 0.0, 0.9], [0.8, 0.0, 0.2], [0.9, 0.1, 0.0]], np.float32)
    assert with_paper(seen, (2,)).argmax(axis=1).tolist() == [2, 0, 0]


def test_a_line_without_characters_is_unsure():
    reading = decode(_seen([(0, 1.0)]), ALPHABET)
    assert (reading.text, reading.least, reading.mean) == ("", 0.0, 0.0)


def _may_lack(steps: list[int], alphabet: tuple[str, ...] = ("", "品", "牌", "3", "0", "—")) -> bool:
    seen = np.eye(len(alphabet), dtype=np.float32)[steps]
    return may_lack(seen, decode(seen, alphabet), alphabet)


def test_narrowed_digits_side_by_side_and_a_character_that_stays_may_lack_their_like():
    assert _may_lack([3, 4, 0])  # 30 may be 300
    assert not _may_lack([3, 0, 1])  # one digit
    assert _may_lack([0, 1, 1, 1, 2])  # 品牌 may be 品品牌
    assert not _may_lack([1, 1, 0, 1, 2, 2])
    assert not _may_lack([5, 5, 5, 1, 0, 0, 0, 0])  # a dash is long, and so is nothing


def test_marks_beside_han_are_wide():
    assert wide_marks("(一)目标:到2030年(即8:30)") == "（一）目标：到2030年（即8:30)"


def _page(noise: float) -> np.ndarray:
    grey = np.full((400, 300), 200.0)
    grey[50:350:20, 20:280] = 0  # strokes
    grey += np.random.default_rng(1).normal(0, noise, grey.shape)
    return np.repeat(grey.clip(0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


@pytest.mark.parametrize("noise", [4, 12])
def test_the_noise_of_paper_is_measured_in_greys(noise: float):
    assert noise_of(_page(noise)) == pytest.approx(noise, rel=0.15)


def test_only_noisy_pages_are_smoothed():
    assert blur_for(_page(0)) == 0.0
    assert blur_for(_page(8)) > 0


def test_specks_are_taken_from_pages_that_have_many():
    clean = _page(0)
    specks = np.random.default_rng(2).random(clean.shape[:2]) < 0.01
    cleaned = without_specks(np.where(specks[:, :, None], 0, clean).astype(np.uint8))
    # Two beside each other may be a stroke.
    assert (cleaned != clean).any(axis=2).mean() < 0.2 * specks.mean()


@pytest.mark.parametrize("noise", [0, 22])
def test_pages_with_few_specks_stay_as_they_are(noise: float):
    page = _page(noise)
    page[20, 20:280:20] = 0  # a leader of dots
    assert without_specks(page) is page


def test_a_leaning_line_is_cut_out_upright():
    page = np.full((100, 200, 3), 255, np.uint8)
    for x in range(20, 180):
        page[40 + x // 10 : 44 + x // 10, x] = 0
    line = ((20.0, 32.0), (180.0, 48.0), (180.0, 68.0), (20.0, 52.0))
    rows = (cut_line(page, line)[:, :, 0] < 128).mean(axis=1)
    assert rows.max() > 0.9  # the ink lies in a few rows
    assert (rows > 0.05).sum() <= 7


def test_a_line_is_cut_out_with_room_on_all_sides():
    page = np.full((100, 200, 3), 255, np.uint8)
    page[40:60, 80:120] = 0
    line = ((80.0, 40.0), (120.0, 40.0), (120.0, 60.0), (80.0, 60.0))
    assert cut_line(page, line).shape == (20, 40, 3)
    cutting = cut_line(page, line, 0.5)
    assert cutting.shape == (40, 60, 3)
    rows, columns = np.nonzero(cutting[:, :, 0] < 128)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (10, 29, 10, 49)


def test_a_strip_is_as_high_as_the_network_wants_and_narrowed():
    cutting = np.full((24, 240, 3), 255, np.uint8)
    assert as_strip(cutting, 0.0, 1.0).shape == (3, 48, 480)
    strip = as_strip(cutting, 0.05, 0.5)
    assert strip.shape == (3, 48, 240)
    assert strip.min() == strip.max() == 1.0
