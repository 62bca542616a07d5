"""Official prose beside the corpus: laws and congress reports, less what must stay unseen for a measurement.

The texts are packed (`.txt.xz`), one paragraph a line. A fortieth of the laws, in runs of lines, is set
aside: half of it for fits, half to measure on. Lines that share a long stretch with a held-out document are
left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import Codes, extended_keys, fold_codes
from training.folding import build_fold
from training.texts import TrainingText, read_official

#: Lines that share so many Han characters in a row with a held-out document are copies of it.
SHARED = 24
_HAN = slice(0x3400, 0xA000)
_LAWS = "laws.txt.xz"
# Laws are set aside by runs of so many lines (a law has about 100), this one of so many runs.
_RUN, _RUNS, _SET_ASIDE = 2000, 40, 7


def beside(corpus: Path) -> tuple[TrainingText, ...]:
    """Return the official prose in the folder `training` beside a corpus; none where it is missing."""
    return read_official(corpus.resolve().parent / "training")


def set_laws_aside(
    texts: Sequence[TrainingText],
) -> tuple[tuple[TrainingText, ...], tuple[TrainingText, ...]]:
    """Return the texts without the laws that are set aside, and those, one text per run of lines."""
    left, aside = [], []
    for text in texts:
        if text.name != _LAWS:
            left.append(text)
            continue
        lines = text.text.split("\n")
        runs = ["\n".join(lines[start : start + _RUN]) for start in range(0, len(lines), _RUN)]
        chosen = [number % _RUNS == _SET_ASIDE for number in range(len(runs))]
        others = [run for run, is_aside in zip(runs, chosen, strict=True) if not is_aside]
        left.append(TrainingText(text.name, "\n".join(others), text.sha256))
        aside += [
            TrainingText(f"{text.name}#{number}", run, text.sha256)
            for number, run in enumerate(runs)
            if chosen[number]
        ]
    return tuple(left), tuple(aside)


def without_copies(
    texts: Sequence[TrainingText], held_out: Iterable[TrainingText]
) -> tuple[TrainingText, ...]:
    """Return `texts` without the lines that share a stretch of `SHARED` Han characters with `held_out`."""
    fold = build_fold()
    known = np.unique(np.concatenate([_stretches(text.text, fold)[0] for text in held_out]))
    kept = []
    for text in texts:
        keys, lines = _stretches(text.text, fold)
        copied = set(np.unique(lines[np.isin(keys, known)]).tolist())
        own = [line for number, line in enumerate(text.text.split("\n")) if number not in copied]
        kept.append(TrainingText(text.name, "\n".join(own), text.sha256))
    return tuple(kept)


def _stretches(text: str, fold: npt.NDArray[np.uint16]) -> tuple[Codes, npt.NDArray[np.int64]]:
    """Return the key of each stretch of `SHARED` Han characters within a line, and the number of the line."""
    codes = fold_codes(text, fold)
    is_han = np.zeros(0x10000, dtype=bool)
    is_han[_HAN] = True
    (places,) = np.nonzero(is_han[codes.astype(np.int64)])
    line = np.cumsum(codes == ord("\n"))[places]
    codes = codes[places]
    stretches = max(0, len(codes) - SHARED + 1)
    keys = codes[:stretches]
    for step in range(1, SHARED):
        keys = extended_keys(keys, codes[step : step + stretches])
    inside = line[:stretches] == line[SHARED - 1 :]
    return keys[inside], line[:stretches][inside]
