"""A small network that reads on both sides of a place: what stands there, or does anything?

It is given the eight characters before a place and the eight after it, and says how likely each character is
between them, and how likely nothing is (a cloze test; Taylor 1953). Asked about a printed character, it says
how well that fits; asked about a gap between two neighbours, whether something was left out there.
`training.cloze_network` trains it; it runs in onnxruntime (extra `deep`), with whole numbers of eight bits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, Codes
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
# Places that are run at a time: few enough for what the network says of them to stay in the cache.
_BATCH = 64


class MissingNetworkError(PlacedError):
    """What the network needs is not installed."""


@dataclass(frozen=True, slots=True, eq=False)
class Expected:
    """Log probabilities for each place: of what is printed, of nothing, of the likeliest other character.

    `likeliest` is the number of that character.
    """

    printed: LogProbabilities
    nothing: LogProbabilities
    likeliest: Integers
    of_likeliest: LogProbabilities


@dataclass(frozen=True, slots=True, eq=False)
class ClozeNetwork:
    """`number` gives the number of each folded code, `codes` the code of each number (0 for no character)."""

    session: InferenceSession
    number: Integers
    codes: Integers

    def windows(self, codes: Codes, places: Integers, step: int) -> Integers:
        """Return the numbers around places of a text, `REACH` on either side, a row each.

        With a `step` of 1 the place itself is left out; with 0 the place begins the right side, and the gap
        before it is meant.
        """
        edge = np.full(REACH + 1, self.number[ord("\n")])
        numbers = np.concatenate([edge, self.number[codes.astype(np.int64)], edge])
        offsets = np.concatenate([np.arange(-REACH, 0), np.arange(step, REACH + step)])
        around: Integers = numbers[(places + REACH + 1)[:, None] + offsets]
        return around

    def expect(self, windows: Integers, printed: Integers) -> Expected:
        """Return what is expected in the middle of windows, where the numbers `printed` stand."""
        parts = []
        for rows, said in self.read(windows):
            at, own = np.arange(len(said)), printed[rows]
            of_printed = said[at, own]
            said[at, own] = -np.inf
            likeliest = said[:, NOTHING_HERE + 1 :].argmax(axis=1) + NOTHING_HERE + 1
            parts.append((of_printed, said[:, NOTHING_HERE], likeliest, said[at, likeliest]))
        if not parts:
            none = np.zeros(0, np.float32)
            return Expected(none, none, np.zeros(0, np.int64), none)
        return Expected(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def read(self, windows: Integers) -> Iterator[tuple[slice, LogProbabilities]]:
        """Yield rows of windows with the log probability of each number in their middle, some at a time."""
        pairs = pair_buckets(windows)
        for start in range(0, len(windows), _BATCH):
            rows = slice(start, start + _BATCH)
            yield rows, self.session.run(None, {"window": windows[rows], "pairs": pairs[rows]})[0]


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
    # Past the ends of a text stands what stands between lines.
    number[NOTHING] = number[ord("\n")]
    return ClozeNetwork(session, number, codes)
