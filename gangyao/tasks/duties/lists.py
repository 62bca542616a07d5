"""The bodies of a list: 教育、民政部门和有关单位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gangyao.document.tasks import Party
from gangyao.tasks.duties.bodies import body_in, is_bare_body
from gangyao.tasks.duties.written_out import OFFICES_WITH_AND, is_elliptic

#: What may stand between two parts of a list.
BETWEEN = frozenset({"、", "和", "与", "及", "以及", "或", "或者"})
_JOINT = re.compile(
    rf"(?:、|以及|或者|(?<!人民共)[和与](?!{OFFICES_WITH_AND})|及(?!时|以[上下])|或)(?:其(?![他它余中]))?"
)
_MANY = re.compile("[、和与及或]")
# 国务院有关部门和有关|省、自治区、|直辖市人民政府: a level goes with the levels behind it.
_LEVEL = "(?:省|自治区|直辖市|设区的市|自治州|自治县|[市县区州旗盟乡镇]|街道)级?"
_LEVEL_OF_LIST = re.compile(rf"(?:各|有关|相关|其他|其余|所在地的?)?{_LEVEL}(?:、{_LEVEL})*")
_LEVEL_NEXT = re.compile(rf"{_LEVEL}(?=、|人民政府|和|及|或)")
# What the parts of a list may share: 教育、公安|部门.
_SHARED = ("部门", "政府", "机关", "机构", "单位", "委员会", "法院", "检察院", "企业", "公司", "组织", "人员")


def goes_with_next(text: str, start: int, mark: re.Match[str]) -> bool:
    """Tell whether the part of a list that ends at a mark is a level, and so is the next: 省、|自治区政府."""
    is_level = _LEVEL_OF_LIST.fullmatch(text, start, mark.start()) is not None
    return is_level and _LEVEL_NEXT.match(text, mark.end()) is not None


def listed(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the bodies of a list; what names none by itself goes with the next: 教育、民政|部门."""
    at = span[0]
    for start, end in _places(text[at : span[1]]):
        yield at + start, at + end


def listed_parties(text: str, span: tuple[int, int]) -> list[Party]:
    """Return the bodies of a list as parties."""
    return [Party(text[start:end], start, end) for start, end in listed(text, span)]


@lru_cache(maxsize=4096)
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
        if mark is not None and goes_with_next(text, start, mark):
            waits = True
            continue
        if mark is None and start and name[-1:] == "等":
            if body_in(name, is_named=False) is None:
                # 教育工作者、先进模范等: what is no body is left out.
                return
            stop -= 1
        is_whole = not waits or name.endswith(_SHARED) or is_elliptic(name)
        told = name.removeprefix("有关的").removeprefix("设区的").replace("政府的", "政府")
        is_one = "的" not in told or (mark is not None and text.startswith("其他", mark.end()))
        if mark is None or (is_whole and is_one and (is_bare_body(name) or body_in(name, is_named=False))):
            yield start, stop
            start = mark.end() if mark is not None else stop
            waits = False
        else:
            waits = True
