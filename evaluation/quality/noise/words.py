"""Characters and words printed twice."""

from __future__ import annotations

import random

from evaluation.quality.noise.planting import Maker, Spot, between_han, is_han


def _character(text: str, at: int, chance: random.Random) -> Spot | None:
    return (at, at, text[at - 1]) if between_han(text, at) and text[at] != text[at - 1] else None


def _word(text: str, at: int, chance: random.Random) -> Spot | None:
    length = chance.choice([2, 2, 3, 4])
    word = text[at : at + length]
    if len(word) < length or not all(map(is_han, word)) or text[at + length : at + 2 * length] == word:
        return None
    return at + length, at + length, word


MAKERS: dict[str, Maker] = {"doubled_character": _character, "doubled_word": _word}
