"""Who says what a sentence goes on with: 通知要求，…; 《办法》明确…; 农业农村部要求…; 会议强调，…"""

from __future__ import annotations

import re

_SAYS = "(?:还|也|同时|特别|进一步|并)?(?:要求|强调|指出|提出|明确(?:要求|提出|规定)?|规定(?![的了])|部署)"
_KINDS = "通知|通告|意见|方案|办法|规划|计划|纲要|会议|文件|决定|条例|细则|指南|公告|措施|条款|讲话|批示"
_BODIES = "[部委局厅省市县]|委员会|办公室|人民政府|国务院|指挥部|领导小组"
#: What reports the rest of its sentence; a body may be named right behind it.
REPORTING = (
    rf"(?:《[^《》]{{2,40}}》|[^，。；：《》、的]{{0,10}}(?:{_KINDS})){_SAYS}[，：:]?"
    rf"|[^，。；：《》、的]{{2,14}}(?:{_BODIES})(?:要求|强调|指出)[，：:]?(?=各|全[省市县区国]|有关|相关|地方)"
)
# 《通知》: a document by its kind alone, of which the text itself tells.
_OF_ITSELF = re.compile(rf"[^，。；《》]{{0,4}}《[\u4e00-\u9fff]{{0,3}}(?:{_KINDS})》{_SAYS}[，：:]")
_REPORTING = re.compile(REPORTING)


def reported_from(text: str, start: int, end: int) -> int:
    """Return where what a sentence reports of another text or body begins; `start` where it reports none."""
    found = _REPORTING.match(text, start, end)
    return start if found is None else found.end()


def reports_its_subject(sentence: str) -> bool:
    """Tell whether a sentence reports what the document says that its text is about: 《通知》要求，…"""
    return _OF_ITSELF.match(sentence) is not None
