"""Lines that a page of the web prints below a title: day, source, size of the print, how often read."""

from __future__ import annotations

import re

_PLAIN_DAY = r"(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)"
_CLOCK = r"(?:上午|下午|[AaPp][Mm]\s?)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?"
#: A day with the time of day, as programs print them: 2026/1/14 09:27, 2026年3月18日 17:30.
DAY_AND_CLOCK = rf"{_PLAIN_DAY},?\s*{_CLOCK}"
_DAY = rf"{_PLAIN_DAY}(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
_SAID = (
    rf"(?:{_DAY}|www\.[\w.]{{4,60}}|【?\s*(?:字体|字号|字體)[：:]?(?:\s*[大中小超])*+\s*】?|[大中小]|打印|分享(?:到)?|收藏|关闭|繁体"
    r"|(?:(?:信息|文章|稿件)?来源|來源|作者|记者|编辑|责编|发布(?:时间|日期|机构|单位)?|时间|日期|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量)?|访问(?:次数|量)?)"
    r"[：:]\s*[^\s|｜：:]{0,30}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)"
)
#: The name of a column of a site, or a button, on a line of its own: 通知公告, 政策解读, 搜索.
COLUMN_NAME = (
    r"(?:政府)?信息公开(?:目录|专栏|指南)?|政务公开|通知公告|公示公告|(?:新闻|政策|文件)发布|政策(?:文件|解读|问答|图解)|解读材料"
    r"|(?:政府|部门)文件|(?:行政)?规范性文件|搜索|检索"
)
_COLUMN = re.compile(COLUMN_NAME)
# By hand: a longer one is text.
_LONGEST = 160
# The name of the site may stand before them.
_LINE = re.compile(rf"(?:[\u4e00-\u9fff]{{2,14}}[\s\u3000]+)?{_SAID}(?:[\s\u3000|｜]+{_SAID})+")


def is_page_line(text: str) -> bool:
    """Tell whether a line says two or more such things, and nothing else."""
    return len(text) <= _LONGEST and _LINE.fullmatch(text) is not None


def is_column_name(text: str) -> bool:
    """Tell whether a line is the name of a column of a site and nothing else."""
    return _COLUMN.fullmatch(text) is not None
