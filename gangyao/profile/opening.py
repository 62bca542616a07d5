"""What the first lines of a text say where no head in the form of a dispatch does.

Reports to a people's congress name the place, the day and the office; laws say who passed them and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gangyao.chinese.dates import DATE, find_roc_years, read_date
from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.chinese.numerals import CHINESE
from gangyao.chinese.page_lines import is_column_name, is_page_line
from gangyao.document.metadata import Finding
from gangyao.document.outline import Outline, Paragraph
from gangyao.profile.bodies import full_body
from gangyao.profile.enactments import enactment, passed_by
from gangyao.profile.speakers import issuers_named

#: A report's head, salutation and first sentence stand within so many paragraphs.
OPENING_PARAGRAPHS = 12
_LONGEST_LINE = 160
# An order that a page prints below what it puts out stands among so many last paragraphs.
_FOOT = 4
_SET_APART = re.compile(r"[\u4e00-\u9fff][\s\u3000]{2,}[\u4e00-\u9fff]{2}")
# A list of chapters over a report has no more lines.
_NEAR_TOP = 30
_REPORT_TITLE = re.compile(r"(?:19|20)\d\d年(?:度)?[\u4e00-\u9fff]{2,16}?政府工作报告$")
_MARKS = re.compile(r"[^\u4e00-\u9fff0-9]")
_NEWS = re.compile(
    r"[^《》]{2,40}(?:印发|发布|公布|出台)(?:了)?《(?P<title>[^《》]{6,60})》[^《》]*(?:全文|内容|原文)[^，。]{0,4}如下[：:]$"
)
# (原标题:某县2024年工作回顾): what the page was called that a portal took over.
_ORIGINAL_TITLE = re.compile("^[（(]?原标题[：:]\\s*(?P<title>.+?)[）)]?$")
# A page of a meeting prints what its lines are above them: 会议时间, 会议议题.
_LABEL_ALONE = re.compile("(?:会议|发布|成文|印发|公开)(?:时间|日期|地点|议题|内容)")
# 时间：2025年6月10日上午: below a title stands what it is of.
_LABELLED = re.compile("[\u4e00-\u9fff]{2,6}[：:]")
_SESSION = re.compile(
    rf"在(?P<place>[\u4e00-\u9fff]{{2,15}}?)\s*第[{CHINESE}\d]{{1,4}}届\s*(?:人民代表大会|人大)"
    rf"|在第[{CHINESE}\d]{{1,4}}届(?P<nation>全国)人民代表大会"
)
_CONGRESS = re.compile("在中国共产党(?:第.{1,6}次全国|(?P<place>[\u4e00-\u9fff]{2,15}?)第.{1,6}次)代表大会")
_SPEAKS_FOR = re.compile(r"我(?:代表|受)(?P<body>[^，。、向作]{2,20}?)(?:[，,]?\s*(?:向|提出|作)|的?委托)")
_REPORTS = re.compile("作(?P<title>政府工作报告)|报告(?:政府)?工作")
_MAKES_REPORT = re.compile("作[^，。]{0,8}报告|报告(?:政府)?工作")
_REGION = re.compile("(?:香港|澳门)特别行政区")
_YEARS_LINE = re.compile(
    r"[（(]\s*(?P<years>(?:19|20)\d\d\s*年?\s*[-—–－~～至]{1,2}\s*(?:19|20)\d\d\s*年?)\s*[）)]"
)
# （2023年版） below a title.
_EDITION = re.compile(r"[（(]\s*(?P<years>(?:19|20)\d\d\s*年)(?:[度版本]|修订版)?\s*[）)]")

# 国发〔2021〕5号, 第27期, and who issued a newsletter and when.
_NUMBER_LINE = re.compile(
    rf"{OPENS_YEAR}\s*20\d\d\s*{CLOSES_YEAR}\s*(?:第\s*)?\d{{1,5}}\s*号|^第\s*[{CHINESE}\d]{{1,5}}\s*期$"
    r"|^第\d{1,4}/\d{4}号(?:法律|行政法规|行政命令)$"
    r"|[\s\u3000]{2,}20\d\d年\d{1,2}月\d{1,2}日$"
)
# 第45/2025號行政長官批示: an order of Macao.
_MACAO_ORDER = re.compile(
    r"^(?P<number>第\d{1,4}/\d{4}号)(?P<office>行政长官|[\u4e00-\u9fff]{4,8}司司长)(?:批示|公告)$"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first lines say: the place whose congress is spoken to (全国 for the nation's), and facts.

    `years` is the line below a title that says for which years it is: （2021—2035年）.
    """

    place: str | None
    years: str | None
    findings: tuple[Finding, ...]


def read_opening(outline: Outline) -> Opening:
    """Read the first lines of a document."""
    first = outline.paragraphs[:OPENING_PARAGRAPHS]
    lines = [paragraph.text for paragraph in first if len(paragraph.text) <= _LONGEST_LINE]
    place = _place(lines)
    named = tuple(_of_first_lines(first))
    years = next((said for line in lines if (said := _years_line(line)) is not None), None)
    return Opening(
        place,
        years,
        (
            *_of_congress(lines),
            *_of_report_title(outline),
            *_of_speech(first, place),
            *_of_untitled_speech(outline, first),
            *_of_news(outline),
            *enactment(lines),
            *passed_by((*first, *outline.paragraphs[-_FOOT:]), place),
            *named,
            *issuers_named(first, place),
        ),
    )


def _years_line(line: str) -> str | None:
    """Return what a line says of years that says nothing else: （2021—2035年）, 中華民國115年度."""
    if found := _YEARS_LINE.fullmatch(line) or _EDITION.fullmatch(line):
        return found["years"]
    of_republic = find_roc_years(line)
    whole = len(of_republic) == 1 and of_republic[0].end - of_republic[0].start == len(line)
    return f"{of_republic[0].year}年" if whole else None


def _place(lines: Sequence[str]) -> str | None:
    for line in lines:
        if session := _SESSION.search(line):
            return session["place"] or session["nation"]
        if congress := _CONGRESS.search(line):
            return congress["place"] or "全国"
    return lines[0] if lines and _REGION.fullmatch(lines[0]) else None


def _of_congress(lines: Sequence[str]) -> Iterator[Finding]:
    """Find the day of the session in the line that names it."""
    for line in lines:
        if _SESSION.search(line) or _CONGRESS.search(line):
            day = DATE.search(line)
            read = read_date(day[0].strip("（）()")) if day else None
            if read is not None:
                yield Finding("announced_on", read.isoformat(), "line of the occasion")
            if line.rstrip("）)").endswith("上的报告"):
                yield Finding("kind", "report", "line of the occasion")
            return


def _of_speech(first: Sequence[Paragraph], place: str | None) -> Iterator[Finding]:
    """Find for whom a report is made: 现在，我代表省人民政府，向大会报告工作."""
    for paragraph in first:
        opening = paragraph.text[:_LONGEST_LINE]
        speaks = _SPEAKS_FOR.search(opening)
        if speaks is None:
            continue
        origin = "first sentence of the report"
        for named in re.split("(?<!人民共)和|与|、", speaks["body"].strip()):
            if body := full_body(named, place):
                yield Finding("issuers", body, origin)
        if reports := _REPORTS.search(opening, speaks.start()):
            yield Finding("title", reports["title"] or "政府工作报告", origin)
        return


def _of_untitled_speech(outline: Outline, first: Sequence[Paragraph]) -> Iterator[Finding]:
    """Find that a text without a title is a report: 现在，我代表…委员会向大会作报告."""
    openings = (paragraph.text[:_LONGEST_LINE] for paragraph in first)
    speaks = (found for text in openings if (found := _SPEAKS_FOR.search(text)) is not None)
    if outline.head.title is None and any(_MAKES_REPORT.search(one.string, one.start()) for one in speaks):
        yield Finding("kind", "report", "first sentence of the report")


def _of_report_title(outline: Outline) -> Iterator[Finding]:
    """Find the title of a report where what stands above it (a list of its chapters) hides that it is one."""
    if not any(one.is_formal and one.text.startswith("各位代表") for one in outline.paragraphs[:_NEAR_TOP]):
        return
    for section in outline.sections[:_NEAR_TOP]:
        if (found := _REPORT_TITLE.search(section.title)) is not None:
            yield Finding("title", found[0], "heading above the salutation")
            return


def _of_news(outline: Outline) -> Iterator[Finding]:
    """Find the title that a line of news says: 日前，某市印发《某方案》。全文如下：."""
    below = [one.title for one in outline.sections[:3]] + [one.text for one in outline.paragraphs[1:3]]
    for paragraph in outline.paragraphs[:2]:
        news = _NEWS.match(paragraph.text)
        if news is not None and _MARKS.sub("", news["title"]) in [_MARKS.sub("", one) for one in below]:
            yield Finding("title", news["title"], "line of news above the text")


def _of_first_lines(first: Sequence[Paragraph]) -> Iterator[Finding]:
    """Take the short lines that open the text for its title: a heading in print has no mark at its end."""
    lines: list[str] = []
    is_below_number = False
    for paragraph in first:
        text = paragraph.text.strip()
        if (
            not (paragraph.is_formal or is_below_number)
            or len(text) > 60
            or text.endswith(("：", "。", "！", ":", "，"))
        ):
            break
        if (
            _LABEL_ALONE.fullmatch(text)
            or DATE.match(text.lstrip("（(—- "))
            or _SESSION.search(text)
            or _CONGRESS.search(text)
            or (lines and _LABELLED.match(text))
        ):
            break
        is_below_number = _NUMBER_LINE.search(text) is not None
        if (
            is_below_number
            or re.match("新华社|来源|作者", text)
            or is_page_line(text)
            or is_column_name(text)
        ):
            continue
        text = _ORIGINAL_TITLE.sub(r"\g<title>", text)
        # A page prints its title above the lines of labels, and again above the text.
        if text not in lines:
            lines.append(text)
    # 张某讲话　李某主持, 某市统计局　某调查队: lines set apart by blanks are no part of a title.
    lines = lines[:1] + [line for line in lines[1:] if not _SET_APART.search(line)]
    if len(lines) > 1 and lines[0].endswith("特别行政区"):
        # The place over number and title.
        lines = lines[1:]
    if 1 <= len(lines) <= 3:
        yield Finding("title", " ".join(lines) if len(lines) > 1 else lines[0], "first lines of the text")


def order_of_macao(title: str) -> tuple[str, str] | None:
    """Return number and office of an order of Macao, which its title is made of; None for any other."""
    found = _MACAO_ORDER.match(title)
    return (found["number"], f"澳门特别行政区{found['office']}") if found else None
