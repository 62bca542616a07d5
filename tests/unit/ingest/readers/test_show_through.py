from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gangyao.document.recognised import Reading
from gangyao.ingest.readers.picture.read import recognise_picture
from gangyao.ingest.readers.picture.show_through import other_side, without_other_side

SCAN = Path(__file__).with_name("scan.png")
PAPER, FAINT = 250, 190


def line(ink: int, mirrored: bool = False) -> np.ndarray:
    """Draw a line whose left half is ink, its right half if it is `mirrored`."""
    pixels = np.full((40, 400, 3), PAPER, np.uint8)
    pixels[10:30, 200 : 400 : 2 if mirrored else 800] = ink
    pixels[10:30, 0 : 1 if mirrored else 200 : 2] = ink
    return pixels


def read(cutting: np.ndarray) -> Reading:
    """Read a line well that has its ink on the left."""
    is_upright = cutting[:, :200].mean() < cutting[:, 200:].mean()
    return Reading("发展规划", (0.98 if is_upright else 0.7,) * 4)


def grey_of(*cuttings: np.ndarray) -> int | None:
    return other_side(cuttings, [read(cutting) for cutting in cuttings], read)


def test_faint_lines_that_read_better_in_a_mirror_are_print_of_the_other_side():
    assert grey_of(line(20), line(20), line(FAINT, True), line(FAINT + 10, True), line(20)) == FAINT + 5


@pytest.mark.parametrize(
    "others",
    [
        [line(FAINT), line(FAINT)],
        [line(20, True), line(20, True)],
        [line(FAINT, True)],
        [],
    ],
    ids=["faint and upright", "dark and mirrored", "too few", "none"],
)
def test_what_is_faint_or_mirrored_alone_proves_nothing(others: list[np.ndarray]):
    assert grey_of(line(20), line(20), line(20), line(20), line(20), *others) is None


def test_a_page_without_lines_shows_nothing():
    assert grey_of() is None


def test_what_is_as_light_as_the_other_side_becomes_paper():
    page = np.array([[[0] * 3, [100] * 3, [FAINT] * 3, [PAPER] * 3]], np.uint8)
    assert without_other_side(page, FAINT)[0, :, 0].tolist() == [0, 134, 255, 255]


def test_a_page_is_read_as_if_nothing_showed_through():
    clean = np.asarray(Image.open(SCAN).convert("L"))
    back = np.roll(255 - (255 - clean[:, ::-1].astype(int)) // 4, 170, axis=0)
    below = np.full((300, clean.shape[1]), 255)
    page = np.vstack([np.minimum(clean, back), below]).astype(np.uint8)
    # What shows through stands in the room below the text too.
    page[430:690] = (255 - (255 - clean[120:380, ::-1].astype(int)) // 4).astype(np.uint8)
    stream = BytesIO()
    Image.fromarray(page).save(stream, "PNG")
    lines = [one.text for one in recognise_picture(stream.getvalue(), "scan.png").lines]
    assert lines == [one.text for one in recognise_picture(SCAN.read_bytes(), "scan.png").lines]
