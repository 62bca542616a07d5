"""Heads printed upright at the edge of a page, which programs read a character a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CHARACTER = re.compile("[\u4e00-\u9fff]")
# Two or three may be the head of a column of a table: 序 over 号.
_FEWEST = 4
_MOST = 30


def find_upright_heads(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it is one character of a head that other lines of the text hold too."""
    flags = [False] * len(texts)
    run: list[int] = []
    for index, text in enumerate([*texts, "。"]):
        if len(text) == 1 and _CHARACTER.match(text) is not None:
            run.append(index)
        elif text:
            if _FEWEST <= len(run) <= _MOST and _is_said_elsewhere("".join(texts[n] for n in run), texts):
                for place in run:
                    flags[place] = True
            run = []
    return flags


def _is_said_elsewhere(head: str, texts: Sequence[str]) -> bool:
    return any(head in text for text in texts)
