"""Where a name may begin: behind a mark, a particle or a verb that takes names (开展|…行动, 由|省财政厅)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# No name runs over one of these.
MARKS = "\n，。；：、！？（）()“”《》…·\u3000 "
# Characters that end a phrase before a name, and stand in none.
_PARTICLES = "的了"
_ENDS = re.compile(f"[{MARKS}{_PARTICLES}]")
# The longest word of name_openers.csv that is looked for before a name.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Openers:
    """What name_openers.csv says.

    A name may begin behind one of `words` (marks and particles among them). `governing` finds verbs that
    stand in no name; `leading` matches the verbs and adverbs that open a clause; `inside` finds any opener of
    two characters or more.
    """

    words: frozenset[str]
    governing: re.Pattern[str]
    leading: re.Pattern[str]
    inside: re.Pattern[str]


def compile_openers(rows: Iterable[tuple[str, str]]) -> Openers:
    """Compile (word, kind) rows; `kind` is `verb` for what stands in no name, `build` for the rest."""
    kinds = dict(rows)
    longer = _any(word for word in kinds if len(word) > 1)
    return Openers(
        frozenset(kinds) | frozenset(MARKS + _PARTICLES),
        re.compile(_any(word for word, kind in kinds.items() if kind == "verb" and len(word) > 1)),
        re.compile(f"(?:{longer})+"),
        re.compile(longer),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def is_opened(text: str, at: int, openers: Openers) -> bool:
    """Tell whether a name may begin at `at`."""
    words = openers.words
    return (
        at == 0
        or text[at - 1] in words
        or text[at - 2 : at] in words
        or text[max(0, at - 3) : at] in words
        or text[max(0, at - _LONGEST) : at] in words
    )


def name_start(text: str, floor: int, end: int, openers: Openers) -> int | None:
    """Where the noun phrase begins that ends at `end`, looking back no further than `floor`.

    None where no verb governs it.
    """
    begin = floor
    for mark in _ENDS.finditer(text, floor, end):
        begin = mark.end()
    start = None
    for verb in openers.governing.finditer(text, begin, end):
        start = verb.end()
    if start is not None:
        return start
    leading = openers.leading.match(text, begin, end) if begin > floor or floor == 0 else None
    return leading.end() if leading else None
