"""Stray letters of other scripts in Chinese text: Hangul, kana, Thai, Cyrillic, Greek, Latin with diacritics.

Optical character recognition writes one where it did not make out a Chinese character, most often a particle,
or where dirt stood. Language statistics decide which, or a known term that the likeliest reading makes. What
is sure is changed; what is likely is changed too, and reported as a suspect with the second likeliest
reading, so that nothing is guessed in silence; the rest is a suspect and stays.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from gangyao.chinese.attested_bigrams import are_attested
from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.cleaning.particles.calibration import log_softmax
from gangyao.cleaning.particles.features import CLASSES
from gangyao.cleaning.particles.model import ParticleModel
from gangyao.cleaning.stray_letters import SYMBOLS, Stray, find_strays
from gangyao.cleaning.term_index import Lexicon
from gangyao.document.ledger import Edit, Grounds

# Letters that mean 的: recognition that knows several languages writes them for it.
_MEANS_OF = frozenset("의の")
_LOST = "\ufffd"

# Log odds. `_NO_DIRT`: recognition writes a letter for a character that it did not make out more often than
# for nothing at all. `_OF_BY_MEANING`: how much more often one that means 的 stands for it than for another
# character. `_LEFT_SPACE`: it leaves white space beside a letter that it wrote for a character, seldom beside
# dirt.
_NO_DIRT = 2.0
_OF_BY_MEANING = 1.5
_LEFT_SPACE = 1.0
# Probability from which on the likeliest reading is taken in silence, and from which on it is taken and
# reported as a suspect; set on held-out documents.
_SURE = 0.93
_LIKELY = 0.2
# A letter that may be a symbol must be likelier to stand for a reading than for itself.
_LIKELY_SYMBOL = 0.5
# Bits by which the character of the same shape must beat everything else. It is likely where it beats every
# particle and loses to nothing at all by no more than these bits: what is a character shorter costs less.
_SURE_SHAPE, _LIKELY_SHAPE = 6.0, 6.0

_RULE = "foreign"
_CATEGORY = "stray_script"
_PARTICLE = Grounds(_CATEGORY, _RULE, "a foreign letter where language statistics read a particle")
_LIKELY_PARTICLE = Grounds(
    _CATEGORY, _RULE, "a foreign letter where a particle is the likeliest reading; also a suspect"
)
_LOOKALIKE = Grounds(_CATEGORY, _RULE, "a foreign letter in place of the character of its shape")
_LIKELY_LOOKALIKE = Grounds(
    _CATEGORY, _RULE, "a foreign letter where the character of its shape is the likeliest; also a suspect"
)
_DELETED = Grounds(_CATEGORY, _RULE, "a foreign letter between characters that belong together")
_LIKELY_DIRT = Grounds(
    _CATEGORY, _RULE, "a foreign letter where nothing is the likeliest reading; also a suspect"
)
_REASON = "a letter of another script in Chinese text"
_REPLACED = "stands for {printed}, a letter of another script: the likeliest reading, which may be wrong"
_REMOVED = (
    "{printed}, a letter of another script, was deleted here: the likeliest reading, which may be wrong"
)
_SECOND = "; the second likeliest is {second}"
_OF = CLASSES.index("的")

LogProbabilities = npt.NDArray[np.float64]


class _Certainty(Enum):
    """Change in silence, change and report, or leave and report."""

    SURE = 1
    LIKELY = 2
    OPEN = 3


@dataclass(frozen=True, slots=True)
class _Reading:
    """The two likeliest readings of a stray letter, with their probabilities."""

    best: str
    probability: float
    second: str
    second_probability: float


def find_foreign(
    scan: Scan,
    particles: ParticleModel,
    lookalikes: Mapping[str, str],
    lexicon: Lexicon,
    model: CharacterModel,
) -> Findings:
    """Replace or delete stray letters where that is sure or likely; doubt what is not sure."""
    strays = find_strays(scan)
    if not strays:
        return Findings()
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    spans = [(stray.start, stray.end) for stray in strays]
    posteriors = particles.posteriors(scan.text, spans, model)
    shapes = [lookalikes.get(stray.printed) for stray in strays]
    fitting = _fit(strays, shapes, posteriors, model)
    for stray, scores, shape, likely in zip(strays, posteriors, shapes, fitting, strict=True):
        start, end = stray.start, stray.end
        reading = _read(stray, scores)
        if shape and likely is not _Certainty.OPEN:
            sure = likely is _Certainty.SURE
            edits.append(Edit(start, end, shape, _LOOKALIKE if sure else _LIKELY_LOOKALIKE))
            if not sure:
                doubts.append(_second_shape(stray, shape, reading))
            continue
        certainty = _certainty(stray, reading, lexicon, model)
        if certainty is _Certainty.OPEN:
            doubts.append(_open_doubt(stray, reading))
        elif certainty is _Certainty.LIKELY:
            edits.append(Edit(start, end, reading.best, _LIKELY_PARTICLE if reading.best else _LIKELY_DIRT))
            doubts.append(_second_reading(stray, reading))
        else:
            edits.append(Edit(start, end, reading.best, _PARTICLE if reading.best else _DELETED))
    return Findings(edits, doubts)


def _read(stray: Stray, scores: LogProbabilities) -> _Reading:
    """Weigh what the statistics say with what is known of stray letters."""
    weighed = scores.copy()
    weighed[0] -= _NO_DIRT
    if stray.printed in _MEANS_OF:
        weighed[_OF] += _OF_BY_MEANING
    if stray.end - stray.start > len(stray.printed):
        weighed[0] -= _LEFT_SPACE
    probabilities = np.exp(log_softmax(weighed[None, :]))[0]
    second, best = (int(index) for index in np.argsort(probabilities, kind="stable")[-2:])
    return _Reading(CLASSES[best], float(probabilities[best]), CLASSES[second], float(probabilities[second]))


def _certainty(stray: Stray, reading: _Reading, lexicon: Lexicon, model: CharacterModel) -> _Certainty:
    """Tell what may be done with a reading."""
    is_symbol = stray.printed in SYMBOLS
    if _is_open(stray) or reading.probability < (_LIKELY_SYMBOL if is_symbol else _LIKELY):
        return _Certainty.OPEN
    if is_symbol:
        return _Certainty.LIKELY
    by_statistics = reading.probability >= _SURE and _is_attested(stray, reading.best, model)
    return _Certainty.SURE if by_statistics or _makes_term(stray, reading, lexicon) else _Certainty.LIKELY


def _open_doubt(stray: Stray, reading: _Reading) -> Doubt:
    """Return the doubt about a letter that stays."""
    likeliest = _digits(stray.printed) or reading.best
    return Doubt(stray.start, stray.end, likeliest, _REASON, _RULE)


def _second_reading(stray: Stray, reading: _Reading) -> Doubt:
    """Return the doubt about a reading that is taken though it is not sure, scored by how unsure it is."""
    reason = (_REPLACED if reading.best else _REMOVED).format(printed=stray.printed)
    reason += _SECOND.format(second=reading.second or "to delete it")
    return Doubt(
        stray.start,
        stray.end,
        reading.second,
        reason,
        _RULE,
        round(1 - reading.probability, 2),
        reading.best,
    )


def _second_shape(stray: Stray, shape: str, reading: _Reading) -> Doubt:
    """Return the doubt about the character of the same shape, where it is not sure."""
    reason = _REPLACED.format(printed=stray.printed) + _SECOND.format(second=reading.best or "to delete it")
    return Doubt(stray.start, stray.end, reading.best, reason, _RULE, written=shape)


def _is_open(stray: Stray) -> bool:
    """Tell whether no reading is to be taken: a lost character of any kind, a value, no context.

    A particle is one letter between Chinese words; of several letters, or one beside a number or a Latin
    letter,
    nothing says what they stand for.
    """
    beside = stray.left[-1:] + stray.right[:1]
    return (
        len(stray.printed) > 1
        or any(char.isascii() and char.isalnum() for char in beside)
        or any(unicodedata.category(char) in ("Co", "Nd") or char == _LOST for char in stray.printed)
        or not (stray.left.strip() or stray.right.strip())
    )


def _digits(printed: str) -> str:
    """Return the value of digits of another script; empty for anything else."""
    values = [unicodedata.digit(char, None) for char in printed]
    return "" if None in values else "".join(map(str, values))


def _makes_term(stray: Stray, reading: _Reading, lexicon: Lexicon) -> bool:
    """Tell whether the best reading, with characters on both sides of it, is part of a known term."""
    whole = stray.left + reading.best + stray.right
    start, end = len(stray.left) - 1, len(stray.left) + len(reading.best) + 1
    return start >= 0 and end <= len(whole) and next(lexicon.covering(whole, start, end), None) is not None


def _is_attested(stray: Stray, reading: str, model: CharacterModel) -> bool:
    """Tell whether the characters that would be neighbours are known to stand so."""
    whole = stray.left[-1:] + reading + stray.right[:1]
    return len(whole) == len(reading) + 2 and all(
        are_attested([first + second for first, second in pairwise(whole)], model)
    )


def _fit(
    strays: Sequence[Stray],
    shapes: Sequence[str | None],
    posteriors: LogProbabilities,
    model: CharacterModel,
) -> list[_Certainty]:
    """Tell how surely the characters of the same shapes read better than any particle and than nothing.

    All are asked at once; where a letter has the shape of none, that is open.
    """
    asked = [
        (stray.left, (shape, CLASSES[int(np.argmax(scores[1:])) + 1], ""), stray.right)
        for stray, shape, scores in zip(strays, shapes, posteriors, strict=True)
        if shape
    ]
    told = iter(model.replacement_costs_of_each(asked).tolist())
    return [_certainty_of_shape(*next(told)) if shape else _Certainty.OPEN for shape in shapes]


def _certainty_of_shape(shaped: float, particle: float, nothing: float) -> _Certainty:
    """Tell how sure a shape is by what it costs, and what the best particle and nothing do."""
    if shaped + _SURE_SHAPE < min(particle, nothing):
        return _Certainty.SURE
    is_likely = shaped < particle and shaped < nothing + _LIKELY_SHAPE
    return _Certainty.LIKELY if is_likely else _Certainty.OPEN
