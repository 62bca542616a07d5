"""Names of bodies as labels of what they do: 市水利局：负责监测；…, 某组总体工作职责：…, 县残联职责：…"""

from __future__ import annotations

import re

from gangyao.document.tasks import Party
from gangyao.tasks.duties.bodies import body_in
from gangyao.tasks.duties.name_lists import is_body_name, of_level

_NUMBER = r"\s*(?:(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|—{1,2}|[①-⑳])\s*)?"
_LABEL = re.compile(
    rf"{_NUMBER}(?P<names>[^，。；：:“”《》\d]{{2,48}}?)"
    r"(?P<duty>的?(?:主要|总体|工作|具体|基本|岗位)*(?:(?:职责|职能|任务)(?:分工)?|分工)(?:是|为)?)?[：:]"
)
_LEAD = re.compile(
    rf"{_NUMBER}(?P<name>[^，。；：:“”《》\d]{{2,40}}?)的?(?:主要|工作|具体)*(?:职责|职能)?[。：:]?"
)
_APART = re.compile("[、和及](?![^（]{0,8}）)")
# 防控应急保障组职责: where a duty is named, groups are bodies as well.
_GROUP = re.compile("[\u4e00-\u9fff]{2,40}(?:组|专班|团队|网格|科|股)")
# 主办单位：甲局 says who holds something; the label is no name.
_KINDS = re.compile("(?:牵头|责任|配合|主办|承办|协办|落实|实施|参与|参加)?(?:单位|部门|机构|主体|人员)")
_SIGHT = 60


def labelled_bodies(text: str) -> tuple[Party, ...]:
    """Return the bodies that a paragraph opens with as a label of what they do; none where it has no such."""
    if text.find("：", 0, _SIGHT) < 0 and text.find(":", 0, _SIGHT) < 0:
        return ()
    label = _LABEL.match(text)
    if label is None:
        return ()
    start, names = label.start("names"), label["names"]
    parties: list[Party] = []
    at = 0
    for mark in [*_APART.finditer(names), None]:
        stop = mark.start() if mark is not None else len(names)
        if not _is_name(names[at:stop], has_duty=label["duty"] is not None):
            return ()
        parties.append(Party(names[at:stop], start + at, start + stop))
        at = mark.end() if mark is not None else stop
    return tuple(parties)


def leading_bodies(lead: str) -> tuple[Party, ...]:
    """Return the bodies that a lead is and nothing else: 1.市水利局。制定方案。

    加快打造国际合作中心 ends as names do, too: only a name that begins with its level is surely one.
    """
    found = _LEAD.fullmatch(lead)
    if found is None or not of_level(found["name"]) or not is_body_name(found["name"]):
        return ()
    return (Party(found["name"], *found.span("name")),)


def _is_name(name: str, *, has_duty: bool) -> bool:
    if _KINDS.fullmatch(name) is not None:
        return False
    if has_duty:
        return is_body_name(name) or _GROUP.fullmatch(name) is not None
    return body_in(name, is_named=False) == (0, len(name)) or is_body_name(name)
