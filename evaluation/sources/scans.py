"""Pages of a PDF as scans: clean, and as poor as they come."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image, ImageFilter

_WHITE = 255


@dataclass(frozen=True, slots=True)
class Scanner:
    """A way to scan: `lean` in degrees at most, deviations of `blur` in pixels and of `noise` in greys."""

    name: str
    dpi: int
    lean: float = 0.0
    blur: float = 0.0
    noise: float = 0.0


CLEAN = Scanner("clean", 200)
DEGRADED = Scanner("degraded", 150, lean=1.0, blur=0.6, noise=14)
#: So poor that the first recogniser errs often enough to count what a second one finds.
POOR = (
    Scanner("poor: blurred", 150, lean=0.9, blur=2.0, noise=22),
    Scanner("poor: 90 dpi", 90, lean=0.9, blur=1.1, noise=18),
    Scanner("poor: 96 dpi", 96, lean=0.9, blur=1.2, noise=22),
    Scanner("poor: 80 dpi", 80, lean=0.9, blur=0.9, noise=12),
)


def scan(pdf: Path, page: int, scanner: Scanner, rng: random.Random) -> NDArray[np.uint8]:
    """Return page `page` (from 0) of a PDF as an RGB picture."""
    document = pdfium.PdfDocument(str(pdf))
    try:
        image = document[page].render(scale=scanner.dpi / 72).to_pil().convert("L")
    finally:
        document.close()
    if scanner.lean:
        angle = rng.uniform(-scanner.lean, scanner.lean)
        image = image.rotate(angle, fillcolor=_WHITE, resample=Image.Resampling.BICUBIC, expand=True)
    if scanner.blur:
        image = image.filter(ImageFilter.GaussianBlur(scanner.blur))
    grey = np.asarray(image).astype(float)
    if scanner.noise:
        noise = np.random.default_rng(rng.randrange(1 << 32)).normal(0, scanner.noise, grey.shape)
        grey = grey + noise
    return np.repeat(grey.clip(0, _WHITE).astype(np.uint8)[:, :, None], 3, axis=2)


def pages_of(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    document = pdfium.PdfDocument(str(pdf))
    try:
        return len(document)
    finally:
        document.close()
