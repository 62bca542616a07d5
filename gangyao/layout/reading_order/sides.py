"""Traits of one side of a break: what its characters tell of what must stand on the other side.

A side that ends in mid-word or after a comma asks for another beginning than one that ends a clause; beside
the traits of the two sides together they say how much those tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import NOTHING, ORDER, CharacterModel, extended_keys, fold_codes
from gangyao.chinese.punctuation import CLOSERS, OPENERS
from gangyao.layout.reading_order.meetings import EACH_WITH_EACH, Meeting

Gains = npt.NDArray[np.float64]
Trait = npt.NDArray[np.float64] | npt.NDArray[np.bool_]

_REACH = ORDER - 1
_LEAST_GAIN, _MOST_GAIN = -12.0, 10.0
# The comma and the line break.
_MARKS = ("，", "\n")
_KINDS: Mapping[str, str] = {
    **dict.fromkeys("，,", "comma"),
    "、": "list comma",
    **dict.fromkeys("。；：！？;:!?…", "final mark"),
    **dict.fromkeys("%％", "other"),
    **dict.fromkeys(CLOSERS, "closing mark"),
    **dict.fromkeys(OPENERS, "opening mark"),
}
#: What the character beside a break can be.
EDGE_KINDS = (
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
    *(f"left side ends with: {kind}" for kind in EDGE_KINDS),
    *(f"right side begins with: {kind}" for kind in EDGE_KINDS),
)


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """What the characters beside breaks tell, of the lines on one side: an entry for each.

    Which of `EDGE_KINDS` stands at the break, by how many bits the model likes a comma or a line break there,
    and whether words of two and of three characters of the dictionary do.
    """

    kinds: npt.NDArray[np.str_]
    comma: Gains
    line_break: Gains
    words_of_2: npt.NDArray[np.bool_]
    words_of_3: npt.NDArray[np.bool_]

    def at(self, places: npt.NDArray[np.int64]) -> Sides:
        """Return what some of the lines tell."""
        return Sides(
            self.kinds[places],
            self.comma[places],
            self.line_break[places],
            self.words_of_2[places],
            self.words_of_3[places],
        )

    @property
    def bounded_line_break(self) -> Gains:
        """How much the model likes a line break, within the bounds that networks of lines are fitted in."""
        return np.clip(self.line_break, _LEAST_GAIN, _MOST_GAIN)


def read_sides(last: Sequence[str], first: Sequence[str], model: CharacterModel) -> tuple[Sides, Sides]:
    """Return what the lines `last` before breaks, and `first` after them, tell by themselves."""
    tails, heads = [text[-_REACH:] for text in last], [text[:_REACH] for text in first]
    joined = [
        *(tail + mark for mark in _MARKS for tail in tails),
        *(mark + head for mark in _MARKS for head in heads),
    ]
    costs = model.costs([*tails, *heads, *joined, *_MARKS])
    alone, (comma, line_break) = costs[: len(tails) + len(heads)], costs[-len(_MARKS) :]
    places = np.cumsum([0, len(tails), len(heads), len(tails), len(tails), len(heads)])
    _, _, after_comma, after_break, before_comma, before_break = np.split(costs[: -len(_MARKS)], places[1:])
    left, right = np.split(alone, [len(tails)])
    words = {
        length: np.split(
            _are_words(
                [*(text[-length:] for text in last), *(text[:length] for text in first)], length, model
            ),
            [len(last)],
        )
        for length in (2, 3)
    }
    return (
        Sides(
            np.array([_kind_of(text[-1:]) for text in last], dtype=np.str_),
            left - after_comma + comma,
            left - after_break + line_break,
            words[2][0],
            words[3][0],
        ),
        Sides(
            np.array([_kind_of(text[:1]) for text in first], dtype=np.str_),
            right - before_comma + comma,
            right - before_break + line_break,
            words[2][1],
            words[3][1],
        ),
    )


def side_traits(left: Sides, right: Sides, meeting: Meeting = EACH_WITH_EACH) -> dict[str, Trait]:
    """Return `SIDE_TRAITS` of the left sides and the right ones, arrays that broadcast to where they meet."""
    ends, begins = meeting.ends, meeting.beginnings
    return {
        "gain of a comma after the left side": ends(left.comma),
        "gain of the right side after a comma": begins(right.comma),
        "left side ends with a word of 2": ends(left.words_of_2),
        "right side begins with a word of 2": begins(right.words_of_2),
        "right side begins with a word of 3": begins(right.words_of_3),
        **{f"left side ends with: {kind}": ends(left.kinds == kind) for kind in EDGE_KINDS},
        **{f"right side begins with: {kind}": begins(right.kinds == kind) for kind in EDGE_KINDS},
    }


def _kind_of(character: str) -> str:
    """Return which of `EDGE_KINDS` a character is of."""
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
