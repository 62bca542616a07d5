"""What tells whether a first reading is wrong at a place where second readings find something else.

A recogniser that errs mostly reads a character that is usual, and makes no word of it. Rare characters of
names are read rightly as a rule: a second reading takes them for usual ones that are alike, which the context
does not ask for either. So it is told how dear each reading is in its context, how rare the characters are by
themselves, and how usual the words are that they make; the names of divisions are among these words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from gangyao.chinese.character_model import CharacterModel, extended_keys, fold_codes
from gangyao.collation.rereadings import Place

# By hand, and what the weights were fitted with: whoever changes one fits them anew.
# Nothing is less likely than this share: a logarithm is taken.
_FLOOR = 0.003
# The character model's preference counts up to so many bits, what a reading costs up to so many.
_MOST_BITS, _DEAREST = 15.0, 40.0
# A character that costs so many bits without its context is rare; a difference counts up to as many.
_RARE = 12.0
# The longest words that the model counts, and the most that the logarithm of their counts comes to.
_LONGEST_WORD, _MOST_COUNTED = 4, 8.0
_HAN = range(0x4E00, 0xA000)


@dataclass(frozen=True, slots=True)
class InContext:
    """A first reading, what is read instead, and what stands before and after it.

    `printed` and `cost` are the bits that either costs there.
    """

    before: str
    first: str
    other: str
    after: str
    printed: float
    cost: float

    @property
    def bits(self) -> float:
        """By how many bits the character model prefers the other reading."""
        return self.printed - self.cost


def signs(
    place: Place, own: float, at: InContext, model: CharacterModel, official: CharacterModel
) -> Mapping[str, float]:
    """Return what tells whether the first reading, which was sure of it by `own`, is wrong at a place.

    `model` tells costs and counts words, `official` counts characters.
    """
    found = place.others[at.other]
    is_one = all(len(text) == 1 and ord(text) in _HAN for text in (at.first, at.other))
    rarity, of_other = (bits_alone(text, official) if is_one else 0.0 for text in (at.first, at.other))
    word, other_word = (
        _word_count(at, text, model) if len(at.first) == len(at.other) == 1 else 0.0
        for text in (at.first, at.other)
    )
    return {
        "other": math.log(_mean(found) + _FLOOR),
        "not kept": math.log(1 - min(1.0, _mean(place.kept)) + _FLOOR),
        "unsure": math.log(1 - min(1.0, own) + _FLOOR),
        "bits": _within(at.bits, _MOST_BITS),
        "agreed": sum(likelihood > 0.5 for likelihood in found) / len(found),
        "more": float(place.start == place.end),
        "less": float(not at.other),
        "cost": min(at.printed, _DEAREST) / 10,
        "other cost": min(at.cost, _DEAREST) / 10,
        "rare": max(0.0, rarity - _RARE) / 10,
        "rarer": _within(rarity - of_other, _RARE) / 10,
        "word": word,
        "other word": other_word,
    }


def likelihood_of(place: Place, other: str) -> float:
    """Return, as a logarithm, how likely second readings find another reading at a place."""
    return math.log2(_mean(place.others[other]) + _FLOOR)


def bits_alone(char: str, model: CharacterModel) -> float:
    """Return how many bits a character costs whatever stands before it."""
    (count,) = model.unigrams[fold_codes(char, model.fold)].tolist()
    return -math.log2((count + 0.5) / model.characters)


def _word_count(at: InContext, char: str, model: CharacterModel) -> float:
    """Return how usual the most usual word is that a character makes with its neighbours, from 0 to 1."""
    counts = [_count(word, model) for word in _words(at.before, char, at.after)]
    return min(math.log1p(max(counts, default=0.0)), _MOST_COUNTED) / _MOST_COUNTED


def _words(before: str, char: str, after: str) -> Iterator[str]:
    """Yield the stretches of Han around a character that may be words."""
    reach = _LONGEST_WORD - 1
    head = before[-reach:]
    text = head + char + after[:reach]
    for length in range(2, _LONGEST_WORD + 1):
        for start in range(max(0, len(head) - length + 1), min(len(head), len(text) - length) + 1):
            word = text[start : start + length]
            if all(ord(one) in _HAN for one in word):
                yield word


def _count(word: str, model: CharacterModel) -> float:
    """Return how often a general dictionary counted a word; the names of divisions count too."""
    codes = fold_codes(word, model.fold)
    keys = codes[:1]
    for at in range(1, len(codes)):
        keys = extended_keys(keys, codes[at : at + 1])
    return float(np.asarray(model.words.look_up(keys))[0])


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))


def _mean(values: tuple[float, ...]) -> float:
    return sum(values) / len(values)
