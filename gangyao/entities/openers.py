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
# Behind these a verb is the first word of the name.
_OF_SCHEMES = frozenset(("实施", "开展", "深入实施", "全面实施", "组织实施", "迭代实施"))
_BUILDING = re.compile("(?:建设|新建|改建|推进|推动|加快)+")
# The longest word of name_openers.csv that is looked for before a name.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Openers:
    """What name_openers.csv says.

    A name may begin behind one of `words` (marks and particles among them), unless its last character makes
    one of the common words `joined` with the next one (经|济). `governing` finds verbs that
    stand in no name; `leading` matches the verbs and adverbs that open a clause; `inside` finds any opener of
    two characters or more.
    """

    words: frozenset[str]
    joined: frozenset[str]
    governing: re.Pattern[str]
    leading: re.Pattern[str]
    inside: re.Pattern[str]


def compile_openers(rows: Iterable[tuple[str, str]], common: frozenset[str]) -> Openers:
    """Compile (word, kind) rows; `kind` is `verb` for what stands in no name, `build` for the rest.

    `common` are common words.
    """
    kinds = dict(rows)
    longer = _any(word for word in kinds if len(word) > 1)
    return Openers(
        frozenset(kinds) | frozenset(MARKS + _PARTICLES),
        frozenset(word for word in common if len(word) == 2 and word[0] in kinds),
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
        or (text[at - 1] in words and text[at - 1 : at + 1] not in openers.joined)
        or text[at - 2 : at] in words
        or text[max(0, at - 3) : at] in words
        or text[max(0, at - _LONGEST) : at] in words
    )


def is_opened_by_word(text: str, at: int, openers: Openers, doings: frozenset[str]) -> bool:
    """Tell whether a name may begin at `at`, any verb or adverb of two characters before it counted.

    For names that no other word looks like (省委, 国家地震局): 立足|省委, 转发|国家地震局.
    """
    return is_opened(text, at, openers) or text[max(0, at - 2) : at] in doings


def name_start(text: str, floor: int, end: int, openers: Openers) -> int | None:
    """Where the noun phrase begins that ends at `end`, looking back no further than `floor`.

    None where no verb governs it.
    """
    begin = floor
    for mark in _ENDS.finditer(text, floor, end):
        begin = mark.end()
    start = None
    governing = ""
    for verb in openers.governing.finditer(text, begin, end):
        start, governing = verb.end(), verb[0]
    if start is not None:
        # 开工|建设…工程, but 实施|提升…行动: a scheme's name opens with a verb of its own.
        inner = None if governing in _OF_SCHEMES else _BUILDING.match(text, start, end)
        return inner.end() if inner else start
    leading = openers.leading.match(text, begin, end) if begin > floor or floor == 0 else None
    return leading.end() if leading else None
