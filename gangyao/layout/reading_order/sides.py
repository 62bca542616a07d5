"""Traits of one side of a break: what its characters tell of what must stand on the other side.

A side that ends in mid-word or after a comma asks for another beginning than one that ends a clause; beside
the traits of the two sides together they say how much those tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, ORDER, CharacterModel, extended_keys, fold_codes
from gangyao.chinese.punctuation import CLOSERS, OPENERS

Trait = npt.NDArray[np.float64] | npt.NDArray[np.bool_]

_REACH = ORDER - 1
_COMMA = "，"
_KINDS: Mapping[str, str] = {
    **dict.fromkeys("，,", "comma"),
    "、": "list comma",
    **dict.fromkeys("。；：！？;:!?…", "final mark"),
    **dict.fromkeys("%％", "other"),
    **dict.fromkeys(CLOSERS, "closing mark"),
    **dict.fromkeys(OPENERS, "opening mark"),
}
_EDGE_KINDS = (
    "Han character",
    "digit",
    "letter",
    "comma",
    "list comma",
    "final mark",
    "closing mark",
    "opening mark",
    "other",
)
SIDE_TRAITS = (
    "gain of a comma after the left side",
    "gain of the right side after a comma",
    "left side ends with a word of 2",
    "right side begins with a word of 2",
    "right side begins with a word of 3",
    *(f"left side ends with: {kind}" for kind in _EDGE_KINDS),
    *(f"right side begins with: {kind}" for kind in _EDGE_KINDS),
)


def side_traits(last: Sequence[str], first: Sequence[str], model: CharacterModel) -> dict[str, Trait]:
    """Return what the lines `last` before breaks, and the lines `first` after them, tell by themselves.

    By `SIDE_TRAITS`: columns for the former, rows for the latter, which broadcast to (last, first).
    """
    tails, heads = [text[-_REACH:] for text in last], [text[:_REACH] for text in first]
    sides = [*tails, *heads]
    joined = [*(tail + _COMMA for tail in tails), *(_COMMA + head for head in heads)]
    costs = model.costs([*sides, *joined, _COMMA])
    after, before = np.split(costs[: len(sides)] - costs[len(sides) : -1] + costs[-1], [len(tails)])
    ends = np.array([_kind_of(text[-1:]) for text in last])
    begins = np.array([_kind_of(text[:1]) for text in first])
    return {
        "gain of a comma after the left side": after[:, None],
        "gain of the right side after a comma": before[None, :],
        "left side ends with a word of 2": _are_words([text[-2:] for text in last], 2, model)[:, None],
        "right side begins with a word of 2": _are_words([text[:2] for text in first], 2, model)[None, :],
        "right side begins with a word of 3": _are_words([text[:3] for text in first], 3, model)[None, :],
        **{f"left side ends with: {kind}": (ends == kind)[:, None] for kind in _EDGE_KINDS},
        **{f"right side begins with: {kind}": (begins == kind)[None, :] for kind in _EDGE_KINDS},
    }


def _kind_of(character: str) -> str:
    """Return which of `_EDGE_KINDS` a character is of."""
    if "\u4e00" <= character <= "\u9fff":
        return "Han character"
    if character.isdecimal():
        return "digit"
    if character.isascii() and character.isalpha():
        return "letter"
    return _KINDS.get(character, "other")


def _are_words(texts: Sequence[str], length: int, model: CharacterModel) -> npt.NDArray[np.bool_]:
    """Tell of each text whether it is a word of so many characters in the dictionary."""
    padded = "".join(text.ljust(length, chr(NOTHING)) for text in texts)
    codes = fold_codes(padded, model.fold).reshape(-1, length)
    keys = codes[:, 0]
    for column in range(1, length):
        keys = extended_keys(keys, codes[:, column])
    return np.asarray(model.words.look_up(keys) > 0)
