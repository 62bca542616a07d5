"""Lines of a picture by RapidOCR: PP-OCR models in ONNX, which its wheel holds (Apache-2.0); no network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidocr import RapidOCR

from gangyao.ingest.readers.picture.open_picture import Pixels

# How long the longer side is at most when lines are looked for, in pixels.
_SIDE = 2_000

Point = tuple[float, float]
#: Of a line, clockwise from the upper left.
Corners = tuple[Point, Point, Point, Point]
_HAN = r"[\u4e00-\u9fff]"
_MARK = re.compile(rf"(?<={_HAN})[(),:;!?]|[(](?={_HAN})|[)](?={_HAN})")
_WIDE = str.maketrans("(),:;!?", "（），：；！？")


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A line: its characters, the certainty of each (0 to 1), its corners clockwise from the upper left."""

    text: str
    scores: tuple[float, ...]
    corners: Corners


@lru_cache(maxsize=1)
def _engine() -> Any:
    return RapidOCR(
        params={
            "Global.max_side_len": _SIDE,
            "Global.log_level": "error",
            # Pages are shared among processes, not each page among threads.
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def recognise(pixels: Pixels) -> tuple[RecognisedLine, ...]:
    """Return the lines of a page, in the order in which the detector gives them."""
    found = _engine()(
        pixels[:, :, ::-1],
        use_det=True,
        use_cls=True,
        use_rec=True,
        return_word_box=True,
        return_single_char_box=True,
    )
    if found.txts is None or found.boxes is None:
        return ()
    lines = []
    words = found.word_results or ()
    for index, (text, score, box) in enumerate(zip(found.txts, found.scores, found.boxes, strict=True)):
        text = wide_marks(text)
        scores = _scores(text, words[index] if index < len(words) else (), float(score))
        lines.append(RecognisedLine(text, scores, _corners(box)))
    return tuple(lines)


def find_lines(pixels: Pixels) -> tuple[Corners, ...]:
    """Return where the lines of a page are, without reading them; the same as `recognise` finds."""
    found = _engine()(
        pixels[:, :, ::-1],
        use_det=True,
        use_cls=False,
        use_rec=False,
        return_word_box=False,
        return_single_char_box=False,
    )
    return () if found.boxes is None else tuple(_corners(box) for box in found.boxes)


def recognise_line(cutting: Pixels) -> tuple[str, float]:
    """Return the text of a picture of one line, and how sure that is."""
    found = _engine()(
        cutting[:, :, ::-1],
        use_det=False,
        use_cls=False,
        use_rec=True,
        return_word_box=False,
        return_single_char_box=False,
    )
    return wide_marks("".join(found.txts or ())), float(min(found.scores or (0.0,)))


def _corners(box: Any) -> Corners:
    one, two, three, four = ((float(x), float(y)) for x, y in box)
    return one, two, three, four


def wide_marks(text: str) -> str:
    """Return a line with the marks beside Han in their full width, in which they are printed.

    The recogniser tells （ from ( only by the room around it, and errs.
    """
    return _MARK.sub(lambda mark: mark.group().translate(_WIDE), text)


def _scores(text: str, words: Sequence[Any], score: float) -> tuple[float, ...]:
    """Return the certainty of each character; that of the line where the pieces do not make up the line."""
    scores: list[float] = []
    place = 0
    for word, certainty, _ in words:
        at = text.find(word, place)
        if at < 0:
            return (score,) * len(text)
        scores += [score] * (at - place) + [float(certainty)] * len(word)
        place = at + len(word)
    return (*scores, *((score,) * (len(text) - place)))
