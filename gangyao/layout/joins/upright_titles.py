"""Titles printed downward, one character a line: 政 over 府 over 工 over 作.

What stands so at the edge of a page and is said elsewhere is a running head (`layout.furniture.upright`);
cells of a table that hold a character each do not read as a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gangyao.chinese.attested_bigrams import are_attested
from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.headings import parse_heading

# A year stands level in an upright line.
_ONE = re.compile("[\u4e00-\u9fff〇《》（）“”、—]|[0-9０-９]{1,4}")
_HAN = re.compile("[\u4e00-\u9fff]")
# Two or three may be the head of a column: 序 over 号.
_FEWEST, _MOST = 4, 40
# So many of its pairs are known (by hand: names of places and people hold others).
_KNOWN = 0.7
_KNOWN_BEHIND_NUMBER = 0.5


def find_upright_joins(texts: Sequence[str], model: CharacterModel) -> list[bool]:
    """Tell for each line whether it goes on an upright title on the lines before it."""
    joins = [False] * len(texts)
    run: list[int] = []
    for index, text in enumerate([*texts, ""]):
        if text and len(text) <= _FEWEST and _ONE.fullmatch(text) is not None:
            run.append(index)
            continue
        if _FEWEST <= len(run) <= _MOST and _is_phrase([texts[place] for place in run], model):
            for place in run[1:]:
                joins[place] = True
        run = []
    return joins


def _is_phrase(parts: Sequence[str], model: CharacterModel) -> bool:
    """Tell whether characters one below the other read as a phrase."""
    characters = [part for part in parts if _HAN.fullmatch(part)]
    if len(characters) < _FEWEST or 2 * len(set(characters)) <= len(characters):
        return False
    pairs = [a + b for a, b in pairwise(parts) if _HAN.fullmatch(a) and _HAN.fullmatch(b)]
    # The number of a heading says that a title follows.
    heading = parse_heading("".join(parts))
    known = _KNOWN if heading is None or heading.number is None or not heading.title else _KNOWN_BEHIND_NUMBER
    return sum(are_attested(pairs, model)) >= known * len(pairs)
