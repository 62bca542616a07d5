from __future__ import annotations

import cv2
import numpy as np
import pytest

from gangyao.ingest.readers.picture.seals import without_seals

RED, BLACK, PAPER = (205, 30, 40), (20, 20, 20), (250, 250, 250)


def page() -> np.ndarray:
    """Draw an A4 page at 100 dpi with a line of print."""
    pixels = np.full((1169, 827, 3), PAPER, np.uint8)
    pixels[890:910, 300:700:3] = BLACK
    return pixels


def stamped(
    pixels: np.ndarray, radius: int = 80, width: int = 6, color: tuple[int, int, int] = RED
) -> np.ndarray:
    """Stamp a ring with a star in it; print below it stays dark."""
    ink = np.full_like(pixels, 255)
    cv2.circle(ink, (500, 900), radius, color, width)
    cv2.circle(ink, (500, 900), radius // 4, color, -1)
    return (pixels.astype(int) * ink // 255).astype(np.uint8)


def test_a_seal_is_taken_off_and_what_is_printed_below_it_stays():
    cleaned = without_seals(stamped(page()))
    assert np.abs(cleaned.astype(int) - page()).max() <= 20


@pytest.mark.parametrize(
    "pixels",
    [
        page(),
        stamped(page(), color=(110, 110, 110)),
        stamped(page(), radius=20),
        stamped(page(), width=-1),
        cv2.putText(page(), "2026", (250, 150), cv2.FONT_HERSHEY_SIMPLEX, 4, RED, 12),
        cv2.line(page(), (100, 200), (700, 200), RED, 4),
    ],
    ids=["print", "grey", "small", "full", "red print", "red rule"],
)
def test_what_is_no_seal_stays_as_it_is(pixels: np.ndarray):
    assert without_seals(pixels) is pixels
