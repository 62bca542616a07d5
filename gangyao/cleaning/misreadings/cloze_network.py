"""A small network that reads on both sides of a place: what stands there, or does anything?

It is given the eight characters before a place and the eight after it, and says how likely each character is
between them, and how likely nothing is (a cloze test; Taylor 1953). Asked about a printed character, it says
how well that fits; asked about a gap between two neighbours, whether something was left out there.
`training.cloze_network` trains it; it runs in onnxruntime (extra `deep`), with whole numbers of eight bits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import Codes
from gangyao.errors import PlacedError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Integers = npt.NDArray[np.int64]
LogProbabilities = npt.NDArray[np.float32]

#: Characters on either side that the network looks at, and those whose pairs it looks at too.
REACH, PAIR_REACH = 8, 5
#: Buckets that pairs of characters are hashed into; a power of two.
PAIR_BUCKETS = 1 << 16
#: Numbers of what is no known character, and of the answer "nothing stands here".
UNKNOWN, NOTHING_HERE = 0, 1
# Places that are run at a time: enough to fill the processor, few enough to stay in its cache.
_BATCH = 256


class MissingNetworkError(PlacedError):
    """What the network needs is not installed."""


@dataclass(frozen=True, slots=True, eq=False)
class ClozeNetwork:
    """`number` gives the number of each folded code, `codes` the code of each number (0 for no character)."""

    session: InferenceSession
    number: Integers
    codes: Integers

    def characters(self, codes: Codes, places: Integers) -> LogProbabilities:
        """Return what may stand at each place of a text, a row of log probabilities for each (by number)."""
        return self._read(codes, places, 1)

    def gaps(self, codes: Codes, places: Integers) -> LogProbabilities:
        """Return what may stand before each place, between it and its left neighbour."""
        return self._read(codes, places, 0)

    def _read(self, codes: Codes, places: Integers, step: int) -> LogProbabilities:
        edge = np.full(REACH + 1, self.number[ord("\n")])
        numbers = np.concatenate([edge, self.number[codes.astype(np.int64)], edge])
        offsets = np.concatenate([np.arange(-REACH, 0), np.arange(step, REACH + step)])
        return self.run(numbers[(places + REACH + 1)[:, None] + offsets])

    def run(self, windows: Integers) -> LogProbabilities:
        """Return what may stand in the middle of windows of numbers, `REACH` before it and `REACH` after."""
        pairs = pair_buckets(windows)
        parts = [
            self.session.run(None, {"window": windows[at : at + _BATCH], "pairs": pairs[at : at + _BATCH]})[0]
            for at in range(0, len(windows), _BATCH)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.codes)), np.float32)


def pair_buckets(windows: Integers) -> Integers:
    """Return the buckets of the pairs of neighbours in the middle of each window."""
    near = windows[:, REACH - PAIR_REACH : REACH + PAIR_REACH]
    # Multipliers of Fibonacci hashing (Knuth) for 16 and 32 bits: any odd numbers would do.
    mixed = near[:, :-1] * 40503 + near[:, 1:] * 2654435761
    buckets: Integers = (mixed >> 7) & (PAIR_BUCKETS - 1)
    return buckets


@lru_cache(maxsize=1)
def load_cloze_network() -> ClozeNetwork:
    """Load the network that ships with the package; cached per process.

    Raises MissingNetworkError when onnxruntime is not installed.
    """
    try:
        from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 (an extra)
    except ImportError:
        raise MissingNetworkError(
            "onnxruntime", "", "is not installed", "install gangyao[deep], or build with --suspects counts"
        ) from None
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    folder = resources.files("gangyao.models")
    session = InferenceSession((folder / "cloze_network.onnx").read_bytes(), options)
    vocabulary = (folder / "cloze_vocabulary.txt").read_text("utf-8").rstrip("\n")
    return with_vocabulary(session, vocabulary)


def with_vocabulary(session: InferenceSession, vocabulary: str) -> ClozeNetwork:
    """Number the characters of a vocabulary, a line break written `⏎`, from `NOTHING_HERE` on."""
    known = np.array([ord(char) for char in vocabulary.replace("⏎", "\n")], dtype=np.int64)
    answers = int(session.get_outputs()[0].shape[-1])
    codes = np.zeros(answers, dtype=np.int64)
    codes[NOTHING_HERE + 1 : NOTHING_HERE + 1 + len(known)] = known
    number = np.full(0x10000, UNKNOWN, dtype=np.int64)
    number[known] = np.arange(len(known)) + NOTHING_HERE + 1
    return ClozeNetwork(session, number, codes)
