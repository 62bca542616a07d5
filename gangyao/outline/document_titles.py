"""Titles of documents among the first lines: how they end, and how a file marks them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.outline.blocks import Block
from gangyao.outline.letterhead import is_letterhead, number_in

_TITLE_END = re.compile(
    r"(?:报告|规划|纲要|意见|通知|方案|决定|办法|条例|计划|规定|批复|函|答复|决议|公报|建议|要点|摘要|细则|章程|令|法|公告|通告|准则"
    r"|工作总结|清单|指标体系|行动|报告书|纪要|通报|请示|议案|批示|指引|指南|规则|白皮书|蓝皮书"
    r"|预案|协议|协议书|合同|责任书|倡议书|公约|解读|民生实事|导则|宣言|任务书|台账|名录|名单"
    r"|若干[\u4e00-\u9fff]{0,4}(?:措施|政策|举措)|的(?:政策|具体|实施|激励|扶持|支持|保障)措施|问题的解释|咨询文件|起草说明|规程"
    r"|指示|训令|布告|公示|声明|简报|[汇选]编|图集|图册|的(?:讲话|致辞|发言|说明)"
    r"|(?:分工|分解|任务|安排|计划|进度|时间|目标|指标|清单|目录|汇总|统计|预算|决算|分配|项目|工程|一览|情况|明细|对照|公示|推进|配档|落实|措施|清册|调度)表)(?:[（(][^）)]{1,24}[）)])*(?:\[\d{1,2}\]|[①-⑳*＊※])*$"
)
# The mark of a note on the whole title: 统计公报[1].
_NOTE_MARK = re.compile(r"(?<=[\u4e00-\u9fff）)])(?:\[\d{1,2}\]|[①-⑳*＊※])+$")
# A title of 关于 names what it is at its end; before that, what it is about may end as titles do.
_ABOUT = re.compile("关于|(?:印发|转发|批转|颁发|公布|发布)(?=[《关])")
_ENDS_ABOUT = re.compile(
    "的[^的《》]{0,8}(?:报告|意见|通知|决定|办法|规定|批复|函|答复|决议|建议|通报|通告|公告|请示|议案|说明|指示|命令|方案|要点|解释|若干政策"
    "|条例|措施|纪要|解读|计划|安排|公示|声明|倡议书|讲话|细则|令|讲解|协议)(?:[（(][^）)]{1,24}[）)])*$"
)
_NUMBER = rf"[\u4e00-\u9fff]{{1,12}}\s*{OPENS_YEAR}\s*(?:19|20)\d\d\s*{CLOSES_YEAR}\s*\d{{1,5}}\s*号"
# Pages print titles with their number, with the name of the site, or as the whole of something.
_OF_PAGE = (
    # 【政策原文】, （受权发布）, 授权发布：
    re.compile(r"^【[^【】]{2,8}】\s*(?P<title>[^【】]{6,})$"),
    re.compile(
        r"^(?:[（(\[](?:[受授]权发布|权威发布|全文|原文)[）)\]]\s*|(?:[受授]权发布|权威发布|全文|原文)\s*[：:|｜丨]\s*)(?P<title>.{6,})$"
    ),
    re.compile(r"^【(?P<title>[^【】]{6,})】\s*[-—_–|].{2,30}$"),
    re.compile(r"^[\u4e00-\u9fff]{2,6}\s*[|｜丨]\s*(?P<title>[^|｜丨]{10,})$"),
    re.compile(rf"^【(?P<number>{_NUMBER})】\s*(?P<title>[^【】]{{6,}})$"),
    re.compile(rf"^(?P<number>{_NUMBER})\s*《(?P<title>.{{6,}})》$"),
    re.compile(rf"^(?P<title>.{{6,}}?)(?<!\s)\s*[（(]\s*(?P<number>{_NUMBER})\s*[）)]$"),
    re.compile(r"^(?P<title>.{6,}?)(?<!\s)\s*[（(](?:全文|全文版|完整版)[）)]$"),
)
#: A title is broken into so many lines at most, with the names of its issuers.
TITLE_LINES = 6


def ends_as_title(text: str) -> bool:
    """Tell whether a line ends as titles of documents do: …规划纲要, …的通知, …暂行办法（试行）."""
    return _TITLE_END.search(text) is not None


def is_whole_title(text: str) -> bool:
    """Tell whether lines that end as a title does are the whole of it.

    关于某市2024年国民经济和社会发展计划 is a part of one: what is about something ends so: 的报告. Nor is the
    end of a title within the marks that quote another.
    """
    bare = _NOTE_MARK.sub("", text)
    if any(bare.count(opening) > bare.count(closing) for opening, closing in ("《》", "“”", "（）", "()")):
        return False
    return ends_as_title(bare) and (not says_what_about(bare) or _ENDS_ABOUT.search(bare) is not None)


def says_what_about(text: str) -> bool:
    """Tell whether a title says what it is about: 关于…, 印发《…》."""
    return _ABOUT.search(text) is not None


def without_page_marks(text: str) -> tuple[str, str | None]:
    """Return a title without what a page prints around it, and the number printed there, None for none.

    【关于某事的通知（某发〔2025〕6号）】-某局: 关于某事的通知, 某发〔2025〕6号.
    """
    number = None
    text = _NOTE_MARK.sub("", text)
    for form in _OF_PAGE:
        if (found := form.match(text)) is not None:
            text = found["title"]
            number = number or found.groupdict().get("number")
    return text, number


def title_depth(blocks: Sequence[Block], first: int) -> int:
    """Return the depth at which the file marks the title: 1, or that of the first heading it marks.

    A converter may begin with ##, a page with h3, and a letterhead is larger than the title. Deeper than 1 it
    is a title only if no other heading without a number is as high, or if it ends as titles do.
    """
    marked = [
        (index, block.heading.markdown_depth)
        for index, block in enumerate(blocks)
        if index >= first
        and block.heading is not None
        and block.heading.family == "markdown"
        and not is_letterhead(block.text)
    ]
    if not marked or any(depth < marked[0][1] for _, depth in marked) or marked[0][0] >= first + TITLE_LINES:
        return 1
    index, depth = marked[0]
    # The lines of a title follow one another.
    highest = [other for other, at in marked if at == depth]
    is_run = highest[-1] - index == len(highest) - 1 and len(highest) <= TITLE_LINES
    heads_others = any(block.heading is not None for block in blocks[highest[-1] + 1 :])
    return depth if (is_run and heads_others) or ends_as_title(blocks[index].text) else 1


def marked_run(blocks: Sequence[Block], start: int, depth: int) -> int:
    """Return how many lines from `start` on make up a title that the file marks at `depth`; 0 where none.

    Some, as 某市人民政府 over 关于…的意见, end as a title does only together.
    """
    title = ""
    for count, block in enumerate(blocks[start : start + TITLE_LINES], start=1):
        heading = block.heading
        if heading is None or heading.family != "markdown":
            return 0
        # What is done may be set smaller than who does it.
        if heading.markdown_depth not in (depth, depth + (count > 1)):
            return 0
        if not block.is_short or number_in(block.text) is not None or is_letterhead(block.text):
            return 0
        title += block.text.lstrip("# ")
        if ends_as_title(title):
            return count
    return 0
