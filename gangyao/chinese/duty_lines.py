"""Lines of nothing but bodies and what is said of them, without brackets: 省财政厅牵头，省科技厅配合."""

from __future__ import annotations

import re

from gangyao.chinese.duty_labels import WORDS

_NAME = (
    r"[\u4e00-\u9fff]{1,18}(?:（[^（）]{1,8}）)?(?:[局委厅部办院署会行]|政府|单位|集团|公司|中心|部门|机构)"
)
_SAID_OF_NAMES = (
    rf"{_NAME}(?:[、，]{_NAME})*(?:等(?:单位|部门)?)?(?:(?:按|按照|根据)?(?:各自)?职责(?:分工)?|结合实际|共同|分别)*"
    "(?:牵头|主办|负责|配合|协办|落实|参与|参加)(?:负责|落实|实施)?"
)
_LINE = re.compile(rf"{_SAID_OF_NAMES}(?:[，；]{_SAID_OF_NAMES})*。?")
# 按职责分工负责 says so of bodies whatever their names end with: 最高人民法院、共青团中央等按职责分工负责.
_BY_DUTIES = re.compile(
    rf"(?:{_SAID_OF_NAMES}[，；])*"
    r"(?P<names>[\u4e00-\u9fff（）]{2,20}(?:[、，][\u4e00-\u9fff（）]{2,20})+?)(?:等(?:有关|相关)?(?:部门|单位|地区)?)?"
    r"(?:按|按照|根据)(?:各自)?职责(?:分工)?(?:分别|共同|组织)?(?:负责|落实|实施|推进)(?:落实|实施)?。?"
)
_A_NAME = re.compile(_NAME)
_APART = re.compile("[、，]")
_ENDS = tuple(WORDS.split("|"))
# Longer lines are sentences that say more.
_LONGEST = 160


def is_line_of_duties(text: str) -> bool:
    """Tell whether a line only names bodies and their parts."""
    if len(text) > _LONGEST or not text.removesuffix("。").endswith(_ENDS):
        return False
    # 展馆的管理由承担单位负责 says of what, too.
    if "的" in text or text.find("由", 1) > 0:
        return False
    return _LINE.fullmatch(text) is not None or _parts_duties(text)


def _parts_duties(text: str) -> bool:
    """Tell whether a line only parts duties among names, half of which end as bodies do."""
    found = _BY_DUTIES.fullmatch(text)
    names = _APART.split(found["names"]) if found is not None else []
    return 0 < len(names) <= 2 * sum(_A_NAME.fullmatch(name) is not None for name in names)
