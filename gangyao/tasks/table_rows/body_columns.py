"""Columns whose cells are names of bodies, whatever their heads are called: 推进单位, 认领处室, 分工.

In a table whose other columns say what is to be done, such a column says who does it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gangyao.tasks.duties.bodies import body_in

# 市发展改革委、市财政局（配合）; levels in brackets belong to a name: 各县（市、区）.
_APART = re.compile(r"[、，,；;/\s]+(?![^（(]{0,8}[）)])|(?<=[局委厅部办会])[和及](?=[\u4e00-\u9fff]{2})")
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_SAID = re.compile(r"(?:等(?:有关|相关)?(?:部门|单位)?|牵头|配合|负责|落实)+$")
_SHORTEST, _LONGEST = 2, 24
# One name in five may be an institution whose kind is unknown, or a short form.
_LEAST = 0.8
_FEWEST_NAMES = 2
# 联系人, 局长: a column of persons or their offices.
_PERSON = re.compile("[长任员人师]$|领导$|同志$")
_SENTENCE = re.compile("[。！？：]|[，,].*[，,].*[，,]")


def columns_of_bodies(cells: Mapping[int, Sequence[str]]) -> tuple[int, ...]:
    """Return the columns of which nearly every cell with text names bodies, and nothing else."""
    return tuple(column for column, printed in cells.items() if _are_bodies(printed))


def _are_bodies(printed: Sequence[str]) -> bool:
    names = [name for text in printed for name in _names(text)]
    return len(names) >= _FEWEST_NAMES and sum(map(_is_body, names)) >= _LEAST * len(names)


def _names(text: str) -> list[str]:
    if _SENTENCE.search(text) is not None:
        return [text]
    parts = (_SAID.sub("", _IN_BRACKETS.sub("", part)) for part in _APART.split(text.strip()))
    return [part for part in parts if part]


def _is_body(name: str) -> bool:
    if not _SHORTEST <= len(name) <= _LONGEST or _PERSON.search(name) is not None:
        return False
    return body_in(name, is_named=False) == (0, len(name))
