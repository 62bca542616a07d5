"""The bodies of a list: 教育、民政部门和有关单位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gangyao.tasks.duties.bodies import body_in, is_bare_body
from gangyao.tasks.duties.written_out import OFFICES_WITH_AND, is_elliptic

_JOINT = re.compile(rf"(?:、|以及|或者|和(?!{OFFICES_WITH_AND})|及(?!时)|或)(?:其(?![他它余中]))?")
_MANY = re.compile("[、和及或]")
# What the parts of a list may share: 教育、公安|部门.
_SHARED = ("部门", "政府", "机关", "机构", "单位", "委员会", "法院", "检察院", "企业", "公司", "组织", "人员")


def listed(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the bodies of a list; what names none by itself goes with the next: 教育、民政|部门."""
    at = span[0]
    for start, end in _places(text[at : span[1]]):
        yield at + start, at + end


@lru_cache(maxsize=16384)
def _places(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the bodies of a list stand in it; kept, since the same act in most sentences."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, int]]:
    if _MANY.search(text) is None or is_elliptic(text):
        yield 0, len(text)
        return
    start = 0
    waits = False
    for mark in [*_JOINT.finditer(text), None]:
        stop = mark.start() if mark is not None else len(text)
        if mark is not None and text.count("（", start, stop) != text.count("）", start, stop):
            continue
        name = text[start:stop]
        if mark is None and start and name[-1:] == "等":
            if body_in(name, is_named=False) is None:
                # 教育工作者、先进模范等: what is no body is left out.
                return
            stop -= 1
        is_whole = not waits or name.endswith(_SHARED) or is_elliptic(name)
        is_one = "的" not in name.removeprefix("有关的").removeprefix("设区的") or (
            mark is not None and text.startswith("其他", mark.end())
        )
        if mark is None or (is_whole and is_one and (is_bare_body(name) or body_in(name, is_named=False))):
            yield start, stop
            start = mark.end() if mark is not None else stop
            waits = False
        else:
            waits = True
