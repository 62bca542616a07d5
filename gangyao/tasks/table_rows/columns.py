"""What each column of a table says, by its head: the task, who answers for it, by when; or an indicator."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.table_rows.body_columns import columns_of_bodies
from gangyao.tasks.table_rows.work_columns import columns_of_work

_SPACE = re.compile(r"\s+")
# Pages in two languages head a column in both: Indicator 指标, 责任单位 Responsible unit.
_ENGLISH = "[A-Za-z.,&/()'’-]{2,60}"
_IN_ENGLISH = re.compile(rf"^{_ENGLISH}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]){_ENGLISH}$")
# What is done, in words: the measures that a task or a project is made of.
_MEASURES = re.compile(
    r"(?:(?:主要|重点|具体|工作|建设|改革|实施|推进|落实|任务|年度|整改)(?:任务)?){0,3}"
    r"(?:规模(?:及|和|与|、)(?:主要)?)?(?:举措|措施|内容|要点)(?:(?:及|和|与|、).{1,8})?"
    r"|[\u4e00-\u9fff]{2}(?:举措|措施)|具体(?:任务|工作|事项|要求)"
)
# What it is called; the surest first: of several that match, the first one.
_TASK = (
    re.compile(
        r"(?:重点|主要|具体|工作|目标|改革|年度|分解|建设|整改){0,3}任务(?:内容|措施|分工|事项|清单|名称)?"
    ),
    re.compile(r"(?:重点|主要|具体|工作|改革|实施|年度|民生){0,2}(?:事项|工作|实事)(?:内容|名称|安排|项目)?"),
    # What a body has to do for good, in a list of duties (责任清单).
    re.compile(r"(?:主要|工作|具体|履职|部门|单位)*职责(?:内容|事项|清单|任务|分工)?"),
    re.compile(
        r"(?:重点|重大|主要|实事|建设|民生实事|工程)?(?:项目|工程)(?:名称|内容)?|(?:重点|年度|工作)?目标(?:任务)?"
    ),
)
# The form of projects and aims.
_PROJECTS = 3
# Whoever has bodies and times in other columns has something to be done in one that is called so.
_ANY_TASK = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:事项|内容|任务|项目|工作|目标|要求|举措|措施|活动)(?:名称|内容)?(?:[（(].*[）)])?"
)
# 目标任务 are themselves what is to be reached, whatever measures stand beside them.
_GOAL = re.compile("目标")
_LEAD = re.compile(
    r".{0,4}(?:牵头|主办|主责|承办|责任|负责|实施|落实|主管)(?:单位|部门|主体|机构|机关|处室|科室|股室|局|县市|区县)?(?:(?:及|和|与)?(?:职责)?分工)?(?:[（(].*[）)])?"
    r"|.{0,4}(?:责任|主要责任)分工|(?:履职|工作|建设|执法)?主体"
)
_SUPPORT = re.compile(
    r".{0,4}(?:配合|协办|参与|参加|协同|协作|会办)(?:单位|部门|主体|机构|机关|处室|科室|股室)?(?:[（(].*[）)])?"
)
_LEADING = re.compile("牵头|主办|主责")
# 责任单位（第一位为牵头单位）, （排名第一的为牵头单位）.
_FIRST_LEADS = re.compile(r"[（(][^（）()]*(?:第一|首位|排[名在]?前|排首)[^（）()]*[）)]")
# 2026年重点任务: what stands in a column, and for which year.
_OF_YEAR = re.compile(r"^(?:19|20)\d\d年(?:度)?(?=[\u4e00-\u9fff]{2})")
_PERSON = re.compile("人$|领导|姓名|电话")
_DEADLINE = re.compile(
    r".{0,4}(?:时限|期限|完成时间|完成日期|时间节点|时间要求|时间安排|截止时间|完成时点|时间进度|进度安排|进度要求|时间|年限|工期|月份|起止年月)(?:要求|节点)?"
)
_INDICATOR = re.compile(r".{0,6}指标(?:名称|内容)?(?:[（(].*[）)])?")
_UNIT = re.compile(r"(?:计量|指标)?单位")
_QUANTITY = re.compile(r"数量|规模|工程量|目标值|指标|任务量|工作量|计量|(?:19|20)\d\d年?$")
_NATURE = re.compile(r".{0,4}(?:属性|性质|类型)")
# 目标值 above 2030年 are one head; what is compared with a year (较2025年) is no value of it.
_YEAR = re.compile(
    r"(?!.*[较比])[^\d]{0,10}?((?:19|20)\d\d)(?:\s*[-—–~～至]{1,2}\s*(?P<last>20\d\d))?(?:年)?(?:度)?[）)]?"
    r"(?:目标值?|规划值?|计划值?|指标值?|预期值?|末|底|.{0,6})?(?:[（(].*[）)])?"
)
_VALUE = re.compile(r"(?:规划|计划|预期|年度|发展)?(?:目标值?|指标值|计划任务|目标任务)")
# 年均/累计, 年均增长（%）〔累计〕: rates of growth, and in brackets sums over the years.
_SUMS = re.compile("累计|年均")
_RATES = re.compile("年均")
_ACTUAL = re.compile("现状|基期|基数|基准|实际|完成|已|预计")
# What was not yet known when the table was printed.
_ESTIMATE = re.compile("预计|预期")
_AIM = re.compile("目标|规划(?!期)|计划|预期|任务|安排")


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values to reach; `year` by which, None where the head names none.

    Of a column of sums only what stands in brackets is one; what else stands below 年均 is a rate.
    """

    column: int
    year: int | None
    only_sums: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by what they hold, each as its number; None or empty where there is none.

    `values` are those of a table of indicators that are to be reached, `reached` those of what was reached
    before, `rates` how fast they are to grow in a year; `base_year` is the year from which they start.
    `leading` are those of `leads` whose head says so (牵头单位), `first_leads` those where the first body of
    a cell leads the others. `theme` is the column with the name of the task or project whose measures the
    column `task` tells.
    """

    task: int | None = None
    theme: int | None = None
    leads: tuple[int, ...] = ()
    leading: tuple[int, ...] = ()
    first_leads: tuple[int, ...] = ()
    supports: tuple[int, ...] = ()
    deadline: int | None = None
    indicator: int | None = None
    unit: int | None = None
    nature: int | None = None
    values: tuple[ValueColumn, ...] = ()
    reached: tuple[ValueColumn, ...] = ()
    rates: tuple[ValueColumn, ...] = ()
    base_year: int | None = None

    @property
    def sets_tasks(self) -> bool:
        """Tell whether the rows are tasks: what is to be done, and who does it or by when."""
        return self.task is not None and bool(self.leads or self.supports or self.deadline)

    @property
    def sets_targets(self) -> bool:
        """Tell whether the rows are indicators with values to reach."""
        return self.indicator is not None and bool(self.values)


def read_columns(
    heads: Mapping[int, str], cells: Mapping[int, Sequence[str]] | None = None, lexicon: Lexicon | None = None
) -> Columns:
    """Read the heads of a table's columns, by their numbers; `cells` are what stands below them.

    Who acts is told by the head (责任单位), else by the cells: a column of names of bodies beside a task. So
    is what they do, with the words of a lexicon.
    """
    bare = {column: _IN_ENGLISH.sub("", _SPACE.sub("", head)) for column, head in heads.items()}
    indicator = _below(bare, next((c for c, head in bare.items() if _INDICATOR.fullmatch(head)), None))
    values, reached, base_year = _values(bare)
    if indicator is not None and values:
        return Columns(
            indicator=indicator,
            unit=next((c for c, head in bare.items() if _UNIT.fullmatch(head)), None),
            nature=next((c for c, head in bare.items() if _NATURE.fullmatch(head)), None),
            values=values,
            reached=reached,
            rates=tuple(one for one in values if one.only_sums and _RATES.search(bare[one.column])),
            base_year=base_year,
        )
    parties = {c: head for c, head in bare.items() if not _PERSON.search(head)}
    supports = tuple(c for c, head in parties.items() if _SUPPORT.fullmatch(head))
    leads = tuple(c for c, head in parties.items() if _LEAD.fullmatch(head) and c not in supports)
    deadline = next((c for c, head in bare.items() if _DEADLINE.fullmatch(head)), None)
    if not leads and not supports and (deadline is not None or _tells_who(bare)):
        # Beside a time or a task a column that is only called 单位 says who acts.
        leads = tuple(c for c, head in parties.items() if head in ("单位", "部门"))
    if not leads and not supports and cells:
        leads = columns_of_bodies({c: cells[c] for c in parties if c in cells})
    # Who leads beside who supports says as much as a time does: no list of bodies or contacts has both.
    is_settled = bool(leads and supports) or (bool(leads or supports) and deadline is not None)
    free = {c: _OF_YEAR.sub("", head) for c, head in bare.items() if c not in (*leads, *supports, deadline)}
    task, theme = _task_and_theme(free)
    if task is None and is_settled:
        task = next((c for c, head in free.items() if _ANY_TASK.fullmatch(head)), None)
    if task is None and (leads or supports) and cells and lexicon is not None:
        task, theme = columns_of_work(free, cells, lexicon)
    first_leads = tuple(c for c in leads if _FIRST_LEADS.search(bare[c]))
    return Columns(
        task=task,
        theme=theme,
        leads=leads,
        leading=tuple(c for c in leads if c not in first_leads and _LEADING.search(bare[c])),
        first_leads=first_leads,
        supports=supports,
        deadline=deadline,
    )


def _tells_who(heads: Mapping[int, str]) -> bool:
    """Tell whether 单位 beside a task is who acts: beside quantities it is what these count in."""
    has_task = any(form.fullmatch(head) for form in _TASK[:_PROJECTS] for head in heads.values())
    return has_task and not any(map(_QUANTITY.search, heads.values()))


def _task_and_theme(heads: Mapping[int, str]) -> tuple[int | None, int | None]:
    """Return the column that says what is to be done, and the one with the name of it, where there is one."""
    named = next((c for form in _TASK for c, head in heads.items() if form.fullmatch(head)), None)
    measures = next((c for c, head in heads.items() if _MEASURES.fullmatch(head)), None)
    if named is not None and measures is None and not _GOAL.search(heads[named]):
        # 重点工作 beside 工作任务: the second is what is to be done of the first.
        also = next((c for c, head in heads.items() if c > named and _is_task(head)), None)
        before = next((c for c, head in heads.items() if c < named and _is_task(head)), None)
        if before is not None and heads[before] != heads[named]:
            return _below(heads, named), _below(heads, before)
        if also is not None and heads[also] != heads[named]:
            return _below(heads, also), _below(heads, named)
    if named is None or measures is None:
        return _below(heads, measures if named is None else named), None
    if named == measures or _GOAL.search(heads[named]) or named > measures:
        return _below(heads, named), None
    return _below(heads, measures), _below(heads, named)


def _is_task(head: str) -> bool:
    return any(form.fullmatch(head) for form in _TASK) and _GOAL.search(head) is None


def _below(heads: Mapping[int, str], column: int | None) -> int | None:
    """Return the last of the columns that one head stands over: the others hold numbers."""
    while column is not None and heads.get(column + 1) == heads[column]:
        column += 1
    return column


def _values(
    heads: Mapping[int, str],
) -> tuple[tuple[ValueColumn, ...], tuple[ValueColumn, ...], int | None]:
    """Return the columns of values to reach, those of values reached, and the year that they start from.

    The first of several years is where the others start from if it is called so, or unlike the others no aim,
    or if years lie between it and the next one, as they do not in a table of aims year by year.
    """
    found: list[tuple[int, int | None, str]] = []
    for column, head in heads.items():
        if year := _YEAR.fullmatch(head):
            found.append((column, int(year["last"] or year[1]), head))
        elif _VALUE.fullmatch(head):
            found.append((column, None, head))
    dated = [(column, year, head) for column, year, head in found if year is not None]
    base = _base_year([(year, head) for _, year, head in dated], len(found)) if dated else None
    kept = tuple(
        ValueColumn(column, year)
        for column, year, head in found
        if not _ACTUAL.search(head) and (year is None or year != base)
    )
    reached = tuple(
        ValueColumn(column, year)
        for column, year, head in dated
        if (year == base or _ACTUAL.search(head)) and not _ESTIMATE.search(head)
    )
    last = max((year for _, year, _ in dated), default=None)
    sums = (ValueColumn(column, last, True) for column, head in heads.items() if _SUMS.search(head))
    sums = (one for one in sums if kept and all(one.column != other.column for other in kept))
    return (*kept, *sums), reached, base


def _base_year(dated: Sequence[tuple[int, str]], count: int) -> int | None:
    """Return the year that the others start from, of the years of columns with their heads.

    `count` is that of all columns of values, those without a year included.
    """
    year, head = dated[0]
    if _ACTUAL.search(head):
        return year
    if _AIM.search(head):
        return None
    jumps = len(dated) > 1 and dated[1][0] - year > 1
    others_aim = any(_AIM.search(other) for _, other in dated[1:])
    return year if jumps or others_aim or (count > 1 and len(dated) == 1) else None
