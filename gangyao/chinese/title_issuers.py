"""The bodies that the title of an official text opens with: 中共中央 国务院关于…的意见."""

from __future__ import annotations

import re

from gangyao.chinese.numerals import CHINESE
from gangyao.chinese.office_names import parted_offices

_ENDS = "院|厅|部|委|局|办|办公室|会|府|司|中央|署|军委|银行"
_MEETING = "(?:党组|常务|专题|办公|协调|工作)*"
_ISSUERS = re.compile(
    rf"(?P<names>[\u4e00-\u9fff、，\s]{{2,60}}?(?:{_ENDS}))"
    # 国家发展改革委等部门关于, 教育部办公厅等六部门关于: only the first is named.
    rf"(?:等(?:[{CHINESE}\d]{{1,3}}(?:个)?)?(?:部门|单位|部委))?\s*"
    rf"(?:关于|转发|印发|批转|对|(?:令|公告|通告|函)$|{_MEETING}(?:第.{{1,6}}次)?{_MEETING}会议纪要$)"
)
_REPORT = re.compile(
    r"(?:(?:19|20)\d\d年(?:度)?)?"
    r"(?P<place>[\u4e00-\u9fff]{2,12}(?:省|自治区|自治州|自治县|[市县区州盟旗]))(?:人民)?政府工作报告(?:[（(]|$)"
)


def title_issuers(title: str) -> tuple[str, ...]:
    """Return the bodies that a title opens with: 中共中央 国务院关于… → 中共中央, 国务院.

    A report names its government by its place: 2026年青溪县政府工作报告 → 青溪县人民政府.
    """
    title = title.strip()
    if (report := _REPORT.match(title)) is not None:
        return (f"{report['place']}人民政府",)
    found = _ISSUERS.match(title)
    if found is None:
        return ()
    names = re.split(r"[、，\s]+", found["names"].strip("、， \u3000"))
    return tuple(office for name in names for office in parted_offices(name))
