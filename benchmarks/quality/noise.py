"""Seeded noise of the kinds that recognition and web pages leave in official documents.

`damage` plants errors of given kinds at a given rate and says where: each planted error keeps its span in the
clean text and in the noisy one, so that a repair can be judged place by place.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gangyao.script.convert import to_traditional

PARTICLES = "的了和与在及等为对以之将把从并于是"
STRAY = "의을는이가에のをはがにทกеидйщжéüñøšğ"
INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u2060\u0008\u007f"
RADICALS = {
    unicodedata.normalize("NFKC", chr(point)): chr(point)
    for point in [*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA6B)]
}
WIDTH = {
    chr(point): chr(point + 0xFEE0) for point in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))
}
WIDTH |= {"，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "。": "｡", "、": "､", "%": "％", "！": "!"}
KINDS = (
    "stray", "particle", "variant", "radical", "space", "markup", "width", "invisible",
    "doubled_character", "doubled_word", "repeated_mark", "numeral",
)  # fmt: skip
RULE_KINDS = ("stray", "variant", "radical", "space", "markup", "width", "invisible")


@dataclass(frozen=True, slots=True)
class Planted:
    """An error: `clean[start:end]` stands as `noisy[noisy_start:noisy_end]`."""

    kind: str
    start: int
    end: int
    noisy_start: int
    noisy_end: int
    printed: str
    meant: str


Spot = tuple[int, int, str]
Maker = Callable[[str, int, random.Random], Spot | None]


def damage(
    text: str, seed: int, kinds: Sequence[str] = KINDS, per_thousand: float = 5.0
) -> tuple[str, tuple[Planted, ...]]:
    """Return the noisy text and what was planted: `per_thousand` errors per 1,000 characters."""
    chance = random.Random(seed)
    wanted = max(1, round(len(text) * per_thousand / 1000))
    spots: list[tuple[int, int, str, str]] = []
    taken = bytearray(len(text) + 2)
    for number in range(wanted):
        kind = kinds[number % len(kinds)]
        for _ in range(400):
            spot = MAKERS[kind](text, chance.randrange(1, max(2, len(text) - 4)), chance)
            if spot is None or spot[2] == text[spot[0] : spot[1]]:
                continue
            start, end, printed = spot
            # Errors stand apart, and none touches a line break.
            if "\n" in text[max(0, start - 1) : end + 1] or any(taken[max(0, start - 6) : end + 6]):
                continue
            taken[start : end + 1] = b"\1" * (end + 1 - start)
            spots.append((start, end, printed, kind))
            break
    spots.sort()
    parts: list[str] = []
    planted: list[Planted] = []
    position = length = 0
    for start, end, printed, kind in spots:
        parts += (text[position:start], printed)
        noisy_start = length + start - position
        length = noisy_start + len(printed)
        planted.append(Planted(kind, start, end, noisy_start, length, printed, text[start:end]))
        position = end
    parts.append(text[position:])
    return "".join(parts), tuple(planted)


def is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _between_han(text: str, at: int) -> bool:
    return is_han(text[at - 1]) and is_han(text[at])


def _stray(text: str, at: int, chance: random.Random) -> Spot | None:
    return (at, at, chance.choice(STRAY)) if _between_han(text, at) else None


def _particle(text: str, at: int, chance: random.Random) -> Spot | None:
    found = next((i for i in range(at, min(at + 60, len(text) - 1)) if text[i] in PARTICLES), None)
    if found is None or not (is_han(text[found - 1]) and is_han(text[found + 1])):
        return None
    return found, found + 1, chance.choice(STRAY) + chance.choice(["", "", "", " "])


def _variant(text: str, at: int, chance: random.Random) -> Spot | None:
    return _next_changed(text, at, to_traditional(text[max(0, at - 4) : at + 24])[min(at, 4) :])


def _next_changed(text: str, at: int, other: str) -> Spot | None:
    for index, (old, new) in enumerate(zip(text[at:], other, strict=False)):
        if old != new and is_han(old):
            return at + index, at + index + 1, new
    return None


def _radical(text: str, at: int, chance: random.Random) -> Spot | None:
    return next(
        ((i, i + 1, RADICALS[text[i]]) for i in range(at, min(at + 40, len(text))) if text[i] in RADICALS),
        None,
    )


def _space(text: str, at: int, chance: random.Random) -> Spot | None:
    return (at, at, chance.choice([" ", " ", "\u3000", "\u00a0", "  "])) if _between_han(text, at) else None


def _markup(text: str, at: int, chance: random.Random) -> Spot | None:
    line = text.find("PM2.5", at)
    kind = chance.randrange(7)
    if kind == 0 and line >= 0:
        return line, line + 5, chance.choice(["PM_{2.5}", "$PM_{2.5}$", "PM<sub>2.5</sub>", "PM$_{2.5}$"])
    if kind <= 2:
        for i in range(at, min(at + 400, len(text) - 4)):
            if text[i].isdigit() and not (text[i - 1].isascii() or text[i - 1] in "．，"):
                end = i
                while text[end : end + 1].isdigit() and text[end].isascii():
                    end += 1
                if end == i or text[end] in ".．／/年)）":
                    return None
                if text[end] == "%":
                    return i, end + 1, f"${text[i:end]}\\%$"
                return (
                    i,
                    end,
                    chance.choice(["${}$", "\\mathrm{{{}}}", "$\\mathrm{{{}}}$"]).format(text[i:end]),
                )
        return None
    if not _between_han(text, at):
        return None
    return at, at, chance.choice(["&nbsp;", "<br>", "<br/>", "&nbsp;&nbsp;", "&#8203;", "</span>", "&emsp;"])


def _width(text: str, at: int, chance: random.Random) -> Spot | None:
    for i in range(at, min(at + 40, len(text) - 1)):
        if text[i] in WIDTH:
            end = i + 1
            while text[end] in WIDTH and text[end].isascii() and text[i].isascii():
                end += 1
            return i, end, "".join(WIDTH[char] for char in text[i:end])
    return None


def _invisible(text: str, at: int, chance: random.Random) -> Spot | None:
    return (at, at, chance.choice(INVISIBLE)) if _between_han(text, at) else None


def _doubled_character(text: str, at: int, chance: random.Random) -> Spot | None:
    return (at, at, text[at - 1]) if _between_han(text, at) and text[at] != text[at - 1] else None


def _doubled_word(text: str, at: int, chance: random.Random) -> Spot | None:
    word = text[at : at + 2]
    if len(word) < 2 or not all(map(is_han, word)) or text[at + 2 : at + 4] == word:
        return None
    return at + 2, at + 2, word


def _repeated_mark(text: str, at: int, chance: random.Random) -> Spot | None:
    found = next((i for i in range(at, min(at + 60, len(text))) if text[i] in "，。、；"), None)
    return None if found is None else (found + 1, found + 1, text[found])


def _numeral(text: str, at: int, chance: random.Random) -> Spot | None:
    for i in range(at, min(at + 400, len(text) - 1)):
        if text[i] in "01" and text[i - 1].isdigit() and text[i - 1].isascii() and text[i + 1].isdigit():
            return i, i + 1, {"0": "O", "1": "l"}[text[i]]
    return None


MAKERS: dict[str, Maker] = {
    "stray": _stray, "particle": _particle, "variant": _variant, "radical": _radical, "space": _space,
    "markup": _markup, "width": _width, "invisible": _invisible, "doubled_character": _doubled_character,
    "doubled_word": _doubled_word, "repeated_mark": _repeated_mark, "numeral": _numeral,
}  # fmt: skip
