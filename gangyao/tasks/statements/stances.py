"""What the titles of a document, of its parts, and announcements in them say of what stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from gangyao.chinese.duty_labels import content_start, is_duty_line
from gangyao.document.outline import Outline, Paragraph
from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.reviewing_titles import looks_back_as_a_whole, tells_how_things_went

_REVIEW = re.compile(
    r"回顾|过去.{0,4}年|工作总结|成就|成绩|成效|新进展|发展环境|形势|现状|背景|基础$|(?:执行|完成|落实)情况|决算|的结果|取得|胜利$"
    r"|问题$"
)
_PLAN = re.compile(
    r"目标|任务|安排|要求|重点|措施|部署|原则|思路|展望|预算|保障|组织实施|着力|切实|加强|加快|推进|推动|继续|努力|争取|进一步|打算|下一步"
    r"|坚持|奋斗|做好|抓好|建设|发展|计划(?!生育|单列|执行|完成)|^关于(?!过去|.*回顾)"
)
# 主要任务完成情况, “十四五”时期中国发展取得重大成就 look back, whatever they name first.
_ENDS_AS_REVIEW = re.compile(r"(?:(?:完成|执行|落实|进展)情况|回顾|总结|取得[^，。]{0,6}成就)$|取得了")
# Titles of sections that hold tasks and hardly anything else.
_TASKS = re.compile(
    r"(?:主要|重点|工作|目标|具体|年度|重大)任务|^任务$|工作安排|工作要点|工作部署|重点工作|(?:主要|重点|政策|保障|工作|具体)(?:举措|措施)"
)
# 工作步骤, 动员部署阶段(2023年3月): what is to be done when.
_STEPS = re.compile(
    r"(?:工作|实施|推进|方法|行动|整治|活动|时间|进度|计划|阶段|任务)(?:步骤|安排|进度)$"
    r"|(?:准备|启动|部署|动员|发动|宣传|实施|推进|整治|排查|摸底|自查|检查|整改|攻坚|总结|验收|评估|巩固|提升)阶段(?:[（(].*)?$"
)
# 发展基础, 规划背景和面临形势: where a plan stands before it says what is to be done.
_SITUATION = re.compile(
    r"(?:(?>“?[一二三四五六七八九十]{1,2}五”?(?:时期|以来)?|发展|工作|规划|建设|改革|编制|现实|现有|历史|面临|主要|区域|基本|当前|产业|行业|的)*"
    r"(?:基础|现状|形势|环境|背景|成就|成效|机遇|挑战|问题|条件|优势)(?:[与和及、]|$))+$"
)
_NOTE = re.compile(r"名词解释|名词注释|注释|名词说明")
# A section of aims words them as results (…明显改善), so that only a clear past makes a report of them.
_AIMS = re.compile(
    r"^(?:总体|主要|发展|奋斗|工作|预期|近期|远期|远景|具体|建设|规划|战略|阶段性?|行动|责任|管理|年度|考核|绩效|质量|[今明来]年|(?:今后|未来)(?:[一二三五十]{1,2}年|一个时期|一段时期)|(?:到)?20\d\d年|的|“.{2,4}”时期|经济社会"
    r"|约束性|预期性|核心|关键|量化|控制性?|目标|愿景|指标|[与和及、])*"
    r"(?:目标(?:任务|要求|设想|定位)?|愿景(?:要求|设想|定位)?|指标(?:体系)?)$"
)
# In a bulletin or a report on what was done 措施 are those taken, unless the title looks ahead.
_AHEAD = re.compile("下一步|打算|安排|展望|今后|明年|计划|建议|目标|名词解释")
# Lists of things to be done for people in the year, worded as results.
_PROJECTS = re.compile("实事(?!求是)")
# A document of tasks alone; reports look back, and opinions, notices and plans of years open with a review.
_SETS_TASKS = re.compile(
    r"(?:方案|(?:实施|行动|工作)计划|工作要点|重点工作|工作安排|(?:任务|责任|项目|工作)(?:分解|分工|清单)(?:方案|表)?|若干措施|任务|应急预案)"
    r"(?:的通知)?(?:[（(].{1,16}[）)])?$"
)
# A paragraph that announces what the following ones of its section hold.
_ANNOUNCES_AIMS = re.compile(r"目标[^。；]{0,8}[是为]?：$")
_ANNOUNCES_REVIEW = re.compile(
    r"(?:做了|抓了|开展了|主要)[^。]{0,8}工作(?:是)?[：。]$|[一几五三]年来[^。]{0,20}工作[：。]$"
)
_ANNOUNCES_PLAN = re.compile(r"(?:做好|抓好|抓住|推进|完成)[^。]{0,14}(?:工作|任务|方面)[：。]?$")
# A longer title is a whole sentence, whose words are not about the section as a kind of text.
_LONGEST_TITLE = 40
_LONGEST_ANNOUNCEMENT = 60
# A bid has a verb and what it governs; two words of two characters may as well be a compound (监督管理).
_SHORTEST_BID = 5
_CLAUSE_MARK = re.compile("[，、 ]")


def stance_of_titles(titles: tuple[str, ...]) -> str:
    """Return what the titles above a paragraph say of it: `review`, `plan`, `aims`, `note` or `open`.

    The outermost title that says so decides: inside a review even a title that sounds like a task reports.
    Only `aims` is said by the innermost.
    """
    innermost = next((title for title in reversed(titles) if title), "")
    for title in titles:
        if len(title) > _LONGEST_TITLE:
            continue
        if _NOTE.search(title):
            return "note"
        if _SITUATION.match(title) or tells_how_things_went(title):
            return "review"
        review, plan = _REVIEW.search(title), _PLAN.search(title)
        if review and (_ENDS_AS_REVIEW.search(title) or not (plan and plan.start() < review.start())):
            return "review"
        if plan or _PROJECTS.search(title) or _STEPS.search(title):
            holds_tasks = _TASKS.search(title) or _STEPS.search(innermost)
            if holds_tasks and not review and not _AIMS.search(innermost):
                return "tasks"
            is_aim = _AIMS.search(innermost) or any(_PROJECTS.search(other) for other in titles)
            return "aims" if is_aim else "plan"
    return "open"


def stance_of_document(title: str) -> str:
    """Return what the title of a document says of all of it.

    `aims` or `plan` where it promises tasks alone (民生实事项目, 实施方案), `review` where it tells what was
    reached (统计公报), else `open`.
    """
    if looks_back_as_a_whole(title):
        return "review"
    if _PROJECTS.search(title):
        return "aims"
    return "plan" if _SETS_TASKS.search(title) else "open"


def announced_stance(text: str) -> str | None:
    """Return what a short paragraph announces the next ones of its section to be; None for any other."""
    if len(text) > _LONGEST_ANNOUNCEMENT:
        return None
    if _ANNOUNCES_AIMS.search(text):
        return "aims"
    if _ANNOUNCES_REVIEW.search(text):
        return "review"
    return "plan" if _ANNOUNCES_PLAN.search(text) else None


def titles_of_sections(outline: Outline) -> dict[str, tuple[str, ...]]:
    """Return by path the titles of each section and its ancestors, outermost first."""
    titles: dict[str, tuple[str, ...]] = {}
    for section in outline.sections:
        above = titles.get(section.parent_path, ()) if section.parent_path is not None else ()
        titles[section.path] = (*above, section.title)
    return titles


def is_of_articles(outline: Outline) -> bool:
    """Tell whether a document is one of articles: a law, a regulation, measures."""
    articles = sum(section.level == "article" for section in outline.sections)
    return 2 * articles > len(outline.sections)


def read_stances(
    outline: Outline, titles: dict[str, tuple[str, ...]], lexicon: Lexicon, document_title: str = ""
) -> list[str]:
    """Return the stance of each paragraph: what its titles say, or what an announcement before it said.

    Where neither says anything it is `law` in a document of articles, else what the title of a document says
    that sets tasks as a whole; else `bid` where the innermost title does (统筹养老资源), or `open`.
    """
    default = "law" if is_of_articles(outline) else stance_of_document(document_title)
    stances: list[str] = []
    announced: str | None = None
    section = ""
    said = default
    for paragraph, after in zip_longest(outline.paragraphs, outline.paragraphs[1:]):
        if paragraph.section_path != section:
            announced, section = None, paragraph.section_path
            said = stance_of_titles(titles[section])
            if default == "review":
                ahead = "plan" if said == "open" else said
                said = ahead if _looks_ahead(titles[section]) else default
            elif said == "open":
                said = "bid" if default == "open" and bids(titles[section], lexicon) else default
        # A review that its title names stays one; the rest follows the last announcement in the section.
        stance = said if announced is None or said in {"review", "note"} else announced
        stances.append("tasks" if _is_listed(paragraph, after) else stance)
        announced = announced_stance(paragraph.text) or announced
    return stances


def bids(titles: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether the innermost title is a bid: each of its clauses opens with a verb or an adverb."""
    innermost = next((title for title in reversed(titles) if title), "")
    clauses = _CLAUSE_MARK.split(innermost)
    return (
        len(innermost) >= _SHORTEST_BID
        and innermost[2] != "的"
        and all(lexicon.opener(clause, 0) for clause in clauses)
    )


def _is_listed(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Tell whether a paragraph is in a list of tasks: a label says so, or the next line who answers."""
    is_answered = (
        after is not None and after.section_path == paragraph.section_path and is_duty_line(after.text)
    )
    return content_start(paragraph.text) > 0 or is_answered


def _looks_ahead(titles: tuple[str, ...]) -> bool:
    """Tell whether a part of a document that looks back speaks of what comes: 下一步工作打算."""
    return any(_AHEAD.search(title) for title in titles)
