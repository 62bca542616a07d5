"""RapidOCR's networks: PP-OCR models in ONNX, which its wheel holds (Apache-2.0); nothing is fetched.

The networks are asked one by one and not through RapidOCR's own pipeline, which cuts lines out of a page that
it has made smaller, pads each line to the longest of its batch, and gives the best character of a place only.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from rapidocr import RapidOCR

from gangyao.ingest.readers.picture.open_picture import Pixels

# How long the longer side is at most when lines are looked for, in pixels. On 3 newspaper pages (990 lines)
# 2,000, 1,600 and 1,400 find the same lines, 1,200 misses 4.
_SIDE = 1_600
# RapidOCR's own threshold: a line is upside down where its classifier is so sure (`cls_thresh`).
_SURE = 0.9

# Characters that are printed alike.
_RINGS = "〇○"
# What is mostly paper, and how likely it is where it stands at least: the network says that nothing is
# likelier (0.6 to 0.9; 一九八〇年 was 一九八年, 出版、图书馆 was 出版图书馆). Elsewhere a ring is no likelier
# than 0.00004 (100 lines of 4 pages). Of a newspaper page of 5,288 characters 29 were wrong without marks, 22
# with them, and none was put where none stands.
_MOSTLY_PAPER = "〇○、，。；："
_LEAST_SEEN = 0.05
_NONE = 0

Point = tuple[float, float]
#: Of a line, clockwise from the upper left.
Corners = tuple[Point, Point, Point, Point]
#: By step along a line, by character of the alphabet: how likely that is there. The first is none.
Likelihoods = NDArray[np.float32]


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


@lru_cache(maxsize=1)
def _recogniser() -> Any:
    # The engine loads it when it is first used, and gives what it finds only in RapidOCR's own form.
    return _engine()._load_rec_model()


def find_lines(pixels: Pixels) -> tuple[Corners, ...]:
    """Return where the lines of a page are, without reading them."""
    found = _engine()(
        pixels[:, :, ::-1],
        use_det=True,
        use_cls=False,
        use_rec=False,
        return_word_box=False,
        return_single_char_box=False,
    )
    return () if found.boxes is None else tuple(_corners(box) for box in found.boxes)


def is_upside_down(cutting: Pixels) -> bool:
    """Tell whether the picture of a line has its head below."""
    found = _engine()(cutting[:, :, ::-1], use_det=False, use_cls=True, use_rec=False)
    ((label, score),) = found.cls_res
    return bool(label == "180" and score >= _SURE)


def likelihoods(strip: NDArray[np.float32]) -> Likelihoods:
    """Return what the recogniser sees in a line, of shape (3, 48, width), BGR, from -1 to 1."""
    seen = cast(Likelihoods, _recogniser().session(strip[None])[0])
    return with_paper(count_as_one(seen, _codes(_RINGS)), _codes(_MOSTLY_PAPER))


def count_as_one(seen: Likelihoods, one_sign: Sequence[int]) -> Likelihoods:
    """Give the likeliest of characters that are printed alike what is seen of all of them.

    Shared between two, the 〇 of 二〇三五年 is less likely than nothing at all, and is left out.
    """
    together = seen[:, one_sign]
    best = together.argmax(axis=1)
    seen[:, one_sign] = 0
    seen[np.arange(len(seen)), np.asarray(one_sign)[best]] = together.sum(axis=1)
    return seen


def with_paper(seen: Likelihoods, signs: Sequence[int]) -> Likelihoods:
    """Give signs that are mostly paper what is seen of nothing where one stands and is not read beside it."""
    best = seen.argmax(axis=1)
    sign = np.asarray(signs)[seen[:, signs].argmax(axis=1)]
    around = np.pad(best, 1)
    is_lost = (best == _NONE) & (around[:-2] != sign) & (around[2:] != sign)
    (steps,) = np.nonzero(is_lost & (seen[:, signs].max(axis=1) >= _LEAST_SEEN))
    # What is seen over two steps is one sign.
    steps = steps[np.diff(steps, prepend=-2) > 1]
    seen[steps, sign[steps]] += seen[steps, _NONE]
    seen[steps, _NONE] = 0
    return seen


@lru_cache(maxsize=2)
def _codes(signs: str) -> tuple[int, ...]:
    return tuple(alphabet().index(char) for char in signs)


@lru_cache(maxsize=1)
def alphabet() -> tuple[str, ...]:
    """Return the characters that the recogniser knows; the first stands for none."""
    return ("", *_recogniser().postprocess_op.character[1:])


def _corners(box: Any) -> Corners:
    one, two, three, four = ((float(x), float(y)) for x, y in box)
    return one, two, three, four
