"""Draws `scan.png`, a scanned page of invented text: python -m tests.unit.ingest.readers.draw_scan FONT."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

TITLE = "临河市供水发展规划"
LINES = (
    "　　加快建设临河水库，推进城乡供水一体化，到2030",
    "年供水能力达到每日50万立方米，水质达标率保持在95%以",
    "上。",
    "　　健全节水激励机制，完善阶梯水价制度。",
)


def draw(font: Path) -> Image.Image:
    """Return a page that leans by half a degree, in black and white."""
    page = Image.new("L", (900, 420), 255)
    pen = ImageDraw.Draw(page)
    pen.text((250, 40), TITLE, 0, ImageFont.truetype(str(font), 44))
    for index, line in enumerate(LINES):
        pen.text((60, 140 + 48 * index), line, 0, ImageFont.truetype(str(font), 30))
    return page.rotate(0.5, Image.Resampling.BICUBIC, fillcolor=255).convert("1")


if __name__ == "__main__":
    draw(Path(sys.argv[1])).save(Path(__file__).with_name("scan.png"), optimize=True)
