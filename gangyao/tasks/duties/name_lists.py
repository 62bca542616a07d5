"""Lists of names of bodies, where their place already says that bodies are meant: brackets, cells, labels.

There a name that no list knows is one as well, if it begins as offices of a place do: 区国动办, 各街镇.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from gangyao.tasks.duties.bodies import body_in, is_no_body

# Marks between names; levels in brackets belong to a name: 各县（市、区）人民政府.
_APART = re.compile(
    r"[、，,；;/\s]+(?![^（(、，]{0,2}(?:[、，][^（(、，]{1,2}){0,3}[）)])|(?<=[局委厅部办会府院])[和及与](?=[\u4e00-\u9fff]{2})"
)
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_SAID = re.compile(r"(?:等(?:有关|相关)?(?:部门|单位)?|按(?:照)?职责(?:分工)?|牵头|配合|负责|落实)$")
# The longest of them, 按照职责分工.
_LONGEST_SAID = 6
_OF_PLACE = re.compile(
    "(?:各|[省市县区州旗镇乡])[\u4e00-\u9fff]{1,9}(?:[联办局委厅部署院会社行处站所队街镇区县市州乡]|中心|街道|集团|公司)"
    "|[\u4e00-\u9fff]{1,6}(?:街道|街镇|管委会)"
)
_LEVELS = frozenset("省市县区州旗各")
_SHORTEST, _LONGEST = 2, 24
_PERSON = re.compile("[长任员人师]$|领导$|同志$")
# A list that says more than names: 加强领导，完善机制.
_SENTENCE = re.compile("[。！？：:]")


@lru_cache(maxsize=4096)
def is_body_name(name: str) -> bool:
    """Tell whether a text is the name of a body, where bodies are meant."""
    if not _SHORTEST <= len(name) <= _LONGEST or _PERSON.search(name) is not None:
        return False
    if body_in(name, is_named=False) == (0, len(name)):
        return True
    bare = _IN_BRACKETS.sub("", name)
    return not is_no_body(bare) and _OF_PLACE.fullmatch(bare) is not None


def of_level(name: str) -> bool:
    """Tell whether a name begins with a level or 各, as no work does: 市水利局, 各街镇."""
    return name[:1] in _LEVELS


def names_in(text: str) -> list[str]:
    """Return the parts of a list, without what is said of them together."""
    if _SENTENCE.search(text) is not None:
        return [text]
    parts = map(_without_said, _APART.split(text.strip()))
    return [part for part in parts if part]


def _without_said(part: str) -> str:
    """Return a part without what is said of names at its end: 市水利局|等有关部门按职责分工负责."""
    end = len(part)
    while said := _SAID.search(part, max(0, end - _LONGEST_SAID), end):
        end = said.start()
    return part[:end]


def are_bodies(names: Sequence[str]) -> bool:
    """Tell whether each of the names is that of a body, at least half of them of a known kind."""
    known = sum(body_in(name, is_named=False) == (0, len(name)) for name in names)
    return 0 < len(names) <= 2 * known and all(map(is_body_name, names))
