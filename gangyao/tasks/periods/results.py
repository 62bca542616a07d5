"""Figures that were reached: in reviews, and where a sentence says that it looks back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence

from gangyao.document.figures import Period
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Target, Task
from gangyao.tasks.periods.openings import period_within, reached_in
from gangyao.tasks.periods.sentence_signs import FIGURE
from gangyao.tasks.periods.when import Said, kind_of, period_of, years_of, years_said
from gangyao.tasks.statements.telling import DUTIES
from gangyao.tasks.targets.once import TargetsOnce

#: A number, or a small one that counts; `re` looks for its first character much faster than for two kinds.
ANY_FIGURE = re.compile(
    r"[\d%％十百千万亿两一二三四五六七八九](?:(?<=[\d%％十百千万亿两])|[个项家件名条座所])"
)
# What lies ahead is not reached: aims, estimates, and what another text asks for.
_AIMED = re.compile("目标[是为]|力争|计划(?<!超计划)(?!单列)|必须|应当|任务$|要求$")
# An aim is named this near before its figure.
_NEAR = 12
# 计划 is a name as often (总投资计划的80%, 人才赋能计划): only before what is to be done it lies ahead.
_AHEAD = re.compile(
    "》[^。；，]{0,6}(?:提出|明确|要求)|目标[是为]|力争|预计(?=[^，。；]{0,6}(?:[到至将]|可以?(?=[达实完建])))|预期|计划(?<!超计划)(?=[于在到投新建完实改开引培打招用总今明年])|拟|将[在于要以由比]|按照?[^，。]{0,14}计划|根据[^，。]{0,14}计划"
    "|要(?:求(?![，。；、”])|达)|必须|应当|不得|争取|确保|规定(?!的)"
)
# 2020年，生产总值预计增长3.2%: told of a year before its last accounts; 预计增长5%, of no year, lies ahead.
_ESTIMATED = re.compile("预计(?![，]?全年)")
_FIRST_ACCOUNT = re.compile("预计(?:分别)?(?:增[长加]|下降|达到?|完成|为)")
_LOOKS_BACK = "过去|这一年(?:来|，)|一年来|年来|以来|已经?(?=[\u4e00-\u9fff])|截[至止]|达到?了|实现了|完成了"
_PAST = re.compile(f"去年|上年|同比|{_LOOKS_BACK}")
# In a section of what lies ahead a comparison tells what is to come: 2026年…预算比上年压减5%.
_PAST_BUT_COMPARED = re.compile(f"(?<![比较])(?:去年|上年)|{_LOOKS_BACK}")
# What may be told of the time to come as well, in a section of it.
_PAST_OUTSIDE_PLANS = re.compile(
    r"累计|目前|(?:预计，?)?全年，?(?:完成|实现|地区)|上半年|[一二三四]季度|(?<![\d年])\d{1,2}月份|被[\u4e00-\u9fff]{2,6}(?=[，。；])|占[^，。；\d]{0,10}\d+\.\d|位居|居全[国省市]|排名?第|(?<![到至])达\d|[\u4e00-\u9fff](?<![为除到])了(?![解结然])"
)
_PERIOD_OPENS = re.compile(r"过去[一二三四五]年|这[一五]年(?:来|，)|[一几五]年来|近年来|今年以来|去年|上年")
# All that follows in the paragraph tells of these too, whatever its section is about.
_LONG_PERIOD_OPENS = re.compile(r"过去[一二三四五]年|这[一五]年(?:来|，)|[一几五]年来")
# What either begins with.
_PERIOD_STARTS = frozenset("过这一几五近今去上")
# 我国有, 全省现有: how many there are; 到2027年有 is to be.
_THERE_ARE = re.compile(
    "(?:(?<!.)|[，。；])(?:目前|现在)?(?:我[国省市区县]|全[国省市区县])(?:现|共|已)?有(?:近|约|超过?)?$"
)
# 对实现…翻两番的宏伟目标充满信心: an aim that is named behind its figure.
_AIM_BEHIND = re.compile("[^，。；]{0,3}的[^，。；]{0,6}目标")
# 共 and what was done: counts of what is to be done are as often 共建, 共安排, 共需.
_SUMMED_UP = re.compile(
    r"(?<=[，；])(?:全[市县区省国]|累计|总)?共(?![建享同创筑谋商治育赢产青和需分设有计安投布规拟含涉包])"
    r"(?!安排|实施|建设|新建|改造|推进|支持|组织)[\u4e00-\u9fff]{1,8}\d"
)
# What goes on from a sentence that looks back may name what is to come in one word.
_TO_COME = re.compile("将(?!近)|安排|如果|只要")
_THAN_LAST_YEAR = re.compile("[比较](?:上年|去年|上一年|前一年|同期)|同比")
_ASKED = re.compile(f"{DUTIES}|左右|以上")
# 到2030年: where the document's own year is not known, no other sign tells what is aimed at.
_BY_YEAR = re.compile(r"到\d{4}年")
# 上年度营业收入不低于500万元 is a condition, not what was reached.
_NORMS = ("不低于", "不少于", "不高于", "不超过", "不得")
# 2019年底以来: its own time, though no year that is meant.
_ANY_YEAR = re.compile(r"\d{4}年")
_WHOLE_YEAR = ("全年", "年内", "本年", "这一年", "一年来", "过去一年", "过去的一年")
_LAST_YEAR = ("上年", "去年")
_THAN = ("比", "较", "由", "从")
_SAID_OF = re.compile("[^，。；、]{1,24}(?<!已)(?:均|都|平均)(?!已|可|衡|匀|市|江)")
_THAN_OTHERS = re.compile("[高低快慢优]于[^，。；]{2,14}$")
# 连续3年, 第十四届: counts of times that measure nothing.
_NO_MEASURE = re.compile("(?:连续|第|前|历时|近|过去|用|这|五?六?日?)$")


def past_figures(
    paragraph: Paragraph,
    signs: Mapping[int, int],
    tasks: Sequence[Task],
    section: Period,
    one_year: Period | None,
    year: int | None,
    figures: TargetsOnce,
) -> list[tuple[Target, Period]]:
    """Return the figures of a paragraph's sentences that set no task and tell what was reached.

    In a section that looks back every such sentence does but one that speaks of what lies ahead; elsewhere
    one that says so (去年, 已, a year before the document's). `signs` tell what may stand in each sentence,
    by its start (see `gangyao.tasks.periods.sentence_signs`); `one_year` is that which the section's title
    names beside the years of a plan.
    """
    if not paragraph.is_running_text:
        return []
    text = paragraph.text
    setting = {task.start for task in tasks}
    if not any(
        signs[start] & FIGURE and start not in setting and ANY_FIGURE.search(text, start, end) is not None
        for start, end in paragraph.sentences
    ):
        return []
    is_review = section.kind == "review"
    told = list(_looking_back(paragraph, setting, section, year))
    if not any(signs[start] & FIGURE for start, _, _ in told):
        return []
    targets = [target for target in figures.of(paragraph) if measures(target, text)]
    found: list[tuple[Target, Period]] = []
    # They are in order.
    starts = [target.start for target in targets]
    ahead = _AIMED if is_review else _AHEAD
    last: Sequence[Said] = ()
    for start, end, said in told:
        if not is_review or section.year_to is None:
            # 2019年全省生产总值…。规模以上工业增加值增长…: the year of a sentence goes on.
            if not said and _ANY_YEAR.search(text, start, end) is None:
                said = [one for one in last[-1:] if one.years[0] == one.years[1]]
            last = said or last
        if not signs[start] & FIGURE:
            continue
        whole = section if one_year is None else period_within(text, end, section, one_year)
        found += (
            (target, _when(target, said, reached_in(target, whole, one_year), year, text))
            for target in targets[bisect_left(starts, start) : bisect_left(starts, end)]
            if (is_review or not target.text.startswith(_NORMS))
            and ahead.search(text, max(start, target.start - _NEAR), target.start) is None
            and not _is_distance(target, text)
            and not _counts_those(target, text)
            and (is_review or _AIM_BEHIND.match(text, target.end) is None)
        )
    return found


def _looking_back(
    paragraph: Paragraph, setting: Container[int], section: Period, year: int | None
) -> Iterator[tuple[int, int, Sequence[Said]]]:
    """Yield the sentences that set no task (they start at none of `setting`) and tell what was reached.

    What follows one that says so goes on with it, to the next task or word of what lies ahead: 截至目前，
    已建成15座。此外，还有35座在建。
    """
    text, goes_on = paragraph.text, False
    # What a sentence opens with so holds for all that follows in its paragraph: 这一年，…。
    opened = in_period = False
    is_review, is_plain = section.kind == "review", section.kind is None
    within = years_of(section)
    for start, end in paragraph.sentences:
        if start in setting:
            goes_on = opened
            continue
        if text[start : start + 1] in _PERIOD_STARTS:
            opened = opened or _PERIOD_OPENS.match(text, start, end) is not None
            in_period = in_period or _LONG_PERIOD_OPENS.match(text, start, end) is not None
        said = years_said(text, year, start, end, within)
        if is_review:
            goes_on = not any(kind_of(one.years, year) in ("five_years", "long_term") for one in said[:1])
        elif _lies_ahead(text, start, end, year) or (
            _ESTIMATED.search(text, start, end)
            and not _is_first_account(text, start, end, said, year, follows=goes_on or in_period)
        ):
            goes_on = False
        else:
            follows = not said and (in_period or (is_plain and goes_on))
            signs_of_past = _PAST if is_plain else _PAST_BUT_COMPARED
            if not is_plain:
                said = [one for one in said if not _is_compared_with(one, text)]
            goes_on = (
                _is_past(said, year)
                or signs_of_past.search(text, start, end) is not None
                or (
                    (follows or (is_plain and _PAST_OUTSIDE_PLANS.search(text, start, end) is not None))
                    and _TO_COME.search(text, start, end) is None
                )
            )
        if goes_on:
            yield start, end, said


def _is_first_account(
    text: str, start: int, end: int, said: Sequence[Said], year: int | None, *, follows: bool
) -> bool:
    """Tell whether what a sentence estimates is of a year that is over; it `follows` one that tells of it."""
    if _FIRST_ACCOUNT.search(text, start, end) is None:
        return False
    return follows if not said else said[0].start == start and _is_past(said[:1], year)


def _lies_ahead(text: str, start: int, end: int, year: int | None) -> bool:
    if _AHEAD.search(text, start, end) is not None:
        return True
    return year is None and _BY_YEAR.search(text, start, end) is not None


def _is_past(said: Sequence[Said], year: int | None) -> bool:
    """Tell whether a sentence that sets no task names a year that is over.

    Where nothing tells when the document was written, any single year is: 2020年，生产总值增长3.2%.
    """
    if year is None:
        return any(one.years[0] == one.years[1] for one in said)
    return any(kind_of(one.years, year) == "review" for one in said)


def summed_up(text: str, task: Task) -> int | None:
    """Return where a task begins to sum up what was done (共排查3641家，关停1523家); None for any other.

    To be asked where nothing says that the section lies ahead.
    """
    found = _SUMMED_UP.search(text, task.start, task.end)
    if found is None or _TO_COME.search(text, task.start, task.end) is not None:
        return None
    return None if _lies_ahead(text, task.start, task.end, None) else found.start()


def compares_with_last_year(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence tells figures beside those of the year before: 产量292万吨，比上年增加90万吨.

    To be asked where nothing says that the section lies ahead: a plan compares so what is to come.
    """
    if _THAN_LAST_YEAR.search(text, start, end) is None or _ASKED.search(text, start, end) is not None:
        return False
    return _TO_COME.search(text, start, end) is None and not _lies_ahead(text, start, end, None)


def tells_state(target: Target, text: str) -> bool:
    """Tell whether a figure of a task only says how many there are: 全区有|280万|农牧民，要帮助其就业."""
    return (
        target.kind == "count"
        and _THERE_ARE.search(text, max(0, target.start - _NEAR), target.start) is not None
    )


def past(period: Period) -> Period:
    """Return the period of a figure that was reached: its years, where they are no later ones."""
    return Period("review", period.year_from, period.year_to)


def measures(target: Target, text: str) -> bool:
    """Tell whether a quantity measures something: not a time, nor how often or how long (连续3年)."""
    if target.kind == "deadline":
        return False
    return target.kind != "duration" or (
        target.direction is not None and _NO_MEASURE.search(text, 0, target.start) is None
    )


def _counts_those(target: Target, text: str) -> bool:
    """Tell whether a figure only counts those of whom something is said: 31个省均出台了办法."""
    return target.kind == "count" and _SAID_OF.match(text, target.end) is not None


def _is_distance(target: Target, text: str) -> bool:
    """Tell whether a figure only says how far another is from others: 高于全国2.1个百分点."""
    before = max(0, target.start - _NEAR - _NEAR)
    return target.kind == "percentage_points" and _THAN_OTHERS.search(text, before, target.start) is not None


def _is_reviewed(said: Said, text: str) -> bool:
    """Tell whether words in a review mean the year reviewed: 全年增长4.8%, 比上年增长4.8%."""
    if text.startswith(_WHOLE_YEAR, said.start):
        return True
    return _is_compared_with(said, text)


def _is_compared_with(said: Said, text: str) -> bool:
    """Tell whether the year said is only that with which a figure is compared: 比上年压减5%."""
    return text.startswith(_LAST_YEAR, said.start) and text.endswith(_THAN, 0, said.start)


def _when(target: Target, said: Sequence[Said], section: Period, year: int | None, text: str) -> Period:
    is_review = section.kind == "review" and section.year_to is not None
    before = [one for one in said if one.end <= target.start and not (is_review and _is_reviewed(one, text))]
    if before:
        return period_of(before[-1].years, year)._replace(kind="review")
    if section.kind == "review":
        return section
    return Period("review", None, None)
