"""The network that reads the characters on both sides of a break."""

from __future__ import annotations

import numpy as np
import pytest

from gangyao.layout.reading_order.seam_network import (
    AFTER,
    BEFORE,
    NEAR,
    SeamNetwork,
    Side,
    load_seam_network,
)
from gangyao.layout.reading_order.seams_read import SeamsRead

LAST = [
    "3．10种有色金属：铜、铅、锌、镍、锡、锑、铝、",
    "把八成左右的财政支出用于改善民生，发放社会救",
    "各级人民政府应当加强对农民专业合作社工作的",
]
FIRST = ["镁、硅、钛。", "助资金，落实各项补助。", "领导，采取措施予以扶持。"]


def test_each_side_goes_best_on_its_own():
    bits = load_seam_network().bits(LAST, FIRST)
    assert bits.shape == (3, 3)
    assert bits.argmax(axis=1).tolist() == [0, 1, 2]
    assert bits.argmax(axis=0).tolist() == [0, 1, 2]


def test_single_pairs_are_judged_as_among_others():
    network = load_seam_network()
    pairs = network.bits_of_pairs(LAST, FIRST)
    assert pairs == pytest.approx(network.bits(LAST, FIRST).diagonal(), abs=1e-3)


def test_only_characters_near_the_break_are_read():
    network = load_seam_network()
    far = ["甲" * 40 + text.rjust(BEFORE, "乙") for text in LAST]
    near = [text.rjust(BEFORE, "乙") for text in LAST]
    beyond = [text.ljust(AFTER, "乙") + "丙" for text in FIRST]
    within = [text.ljust(AFTER, "乙") for text in FIRST]
    assert np.array_equal(network.bits(far, beyond), network.bits(near, within))


@pytest.mark.parametrize(("last", "first"), [([], FIRST), (LAST, []), ([""], [""]), (["𠮷"], ["\U0001f600"])])
def test_no_text_is_too_odd(last, first):
    bits = load_seam_network().bits(last, first)
    assert bits.shape == (len(last), len(first))
    assert np.isfinite(bits).all()


def test_what_both_sides_tell_is_added_and_multiplied():
    def side(length: int, told: list[float]) -> Side:
        zeros = np.zeros
        return Side(
            zeros((3, 1)),
            zeros(1),
            zeros((length, 1, 1)),
            zeros((NEAR, 1)),
            zeros(1),
            zeros((1, 2)),
            np.array(told),
        )

    network = SeamNetwork(
        np.zeros(0x10000, dtype=np.int64),
        np.zeros((1, 1)),
        side(BEFORE, [1.0, 4.0]),
        side(AFTER, [2.0, 6.0]),
        np.array([[1.0]]),
        np.array([-1.0]),
        np.array([5.0]),
        0.5,
    )
    # (1 + 2 - 1) times 5, and half a bit, and 4 times 6 eighths.
    assert network.bits(["甲"], ["乙"])[0, 0] == pytest.approx((10.0 + 0.5 + 3.0) / np.log(2))


def test_sides_that_were_read_before_tell_the_same():
    network = load_seam_network()
    seams = SeamsRead(network)
    for last, first in ((LAST[:2], FIRST[1:]), (LAST, FIRST), (LAST[::-1] * 2, FIRST * 2), ([], FIRST)):
        assert seams.bits(last, first) == pytest.approx(network.bits(last, first), abs=1e-3)
    assert seams.bits_of_pairs(LAST, FIRST) == pytest.approx(network.bits_of_pairs(LAST, FIRST), abs=1e-3)
