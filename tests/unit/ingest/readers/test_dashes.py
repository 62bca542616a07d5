from __future__ import annotations

import numpy as np
import pytest

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Run
from gangyao.ingest.readers.picture.dashes import with_dashes

SIZE = 40.0


def run(text: str, left: float = 200) -> Run:
    return Run(text, Box(left, 100, left + SIZE * len(text), 140), SIZE, scores=(0.9,) * len(text))


def page(*bars: tuple[int, int, int, int], noise: float = 0) -> np.ndarray:
    """Draw bars (left, top, right, bottom) on light paper."""
    grey = np.full((300, 900), 230.0)
    for left, top, right, bottom in bars:
        grey[top:bottom, left:right] = 20
    grey += np.random.default_rng(1).normal(0, noise, grey.shape)
    return np.repeat(grey.clip(0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


DASH = (125, 119, 205, 122)


@pytest.mark.parametrize("noise", [0, 14])
@pytest.mark.parametrize("text", ["城乡供水", "-城乡供水", "—城乡供水", "一城乡供水"])
def test_a_dash_before_a_line_is_found_by_its_ink(text: str, noise: float):
    (found,) = with_dashes(page(DASH, noise=noise), [run(text)])
    assert found.text == "——城乡供水"
    assert len(found.scores) == len(found.text)
    assert found.box.left == pytest.approx(125, abs=2)


@pytest.mark.parametrize(
    "bars",
    [
        (),
        ((0, 119, 205, 122),),  # a ruled line from further left
        ((125, 138, 205, 141),),  # below the line
        ((125, 105, 165, 135),),  # a character
        (DASH, (140, 100, 150, 112)),  # a stroke of something else above
        ((204, 119, 236, 122),),  # 一, which the line begins with
    ],
)
def test_other_ink_is_no_dash(bars: tuple[tuple[int, int, int, int], ...]):
    line = run("一城乡供水")
    assert with_dashes(page(*bars), [line]) == [line]


def test_a_line_that_begins_with_a_number_has_no_dash():
    line = run("2030年")
    assert with_dashes(page(DASH), [line]) == [line]
