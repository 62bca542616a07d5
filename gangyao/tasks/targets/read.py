"""The targets of one task sentence: quantities and deadlines, with what they measure and by when."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from gangyao.document.spans import Spans
from gangyao.document.tasks import Direction, Target
from gangyao.tasks.targets.counted_nouns import (
    counted_without_counter,
    given_as,
)
from gangyao.tasks.targets.deadlines import Deadline, find_deadlines
from gangyao.tasks.targets.directions import is_listed, said_of
from gangyao.tasks.targets.grammar import TargetGrammar
from gangyao.tasks.targets.indicators import (
    clause_starts,
    compared_with_base,
    granted_before,
    indicator_before,
    phrase_of_clause_before,
)
from gangyao.tasks.targets.natures import nature_of, natures_said
from gangyao.tasks.targets.quantities import Quantity, find_quantities
from gangyao.tasks.targets.roc_years import find_roc
from gangyao.tasks.targets.rows import shared_comparators
from gangyao.tasks.targets.said_parts import with_parts_said
from gangyao.tasks.targets.shared_names import shared_indicators, with_shared_heads
from gangyao.tasks.targets.things import counted_behind, thing_named
from gangyao.tasks.targets.values import deadline_target, quantity_target
from gangyao.tasks.targets.years import BaseYears, Years

_ANY_TIME = re.compile(r"年|世纪|月|五”?(?:期|时|末|规|计)|内|今后|未来|个五年|时间")
# A clause that gives a part of what the clause before it measures.
_ADDS = "其中"
# A shorter name needs what it is of.
_SHORTEST_OWN = 2
# What may stand before a time and names nothing.
_NAMES_NOTHING = frozenset(("", _ADDS, "比", "较", "以", "从", "自"))
# 分别提高到每人每月820元、|每人每年|7200元
_FOR_EACH = re.compile("^(?:每[人户月年日家亩吨]){1,2}$")
# 按不超过投资额的12%给予补助: by which share something is given measures no clause before.
_BY = ("按", "以")
# 就业率达到83%，比上年增加60万人: no rate is counted.
_IS_RATE = re.compile("(?:率|比重|占比|比例)$")
_JOINTS = "、和至—且与及"
# 压缩至, 缩短到, 控制在, 缩减为
_BROUGHT_TO = frozenset("至到在为")
# A full stop ends what a deadline or an announcement (预期目标是：) holds for; a semicolon does not.
_NAME = re.compile("《[^》]*》")
_FULL_STOP = re.compile("[。！？\n]")


def read_targets(text: str, grammar: TargetGrammar, is_roc: bool | None = None) -> tuple[Target, ...]:
    """Return the targets of a paragraph in order of their place; offsets are code points in `text`.

    `year` of a quantity is that of the last deadline before it, as far as the last full stop. `is_roc`: the
    document counts years from the Republic of China (None: as far as the paragraph itself says so).
    """
    if grammar.any_number.search(text) is None:
        return ()
    deadlines = find_deadlines(text) if _ANY_TIME.search(text) else []
    if deadlines and "《" in text:
        # 《养老机构提升三年行动方案（2025—2027年）》: the name of another document sets nothing due.
        names = Spans(match.span() for match in _NAME.finditer(text))
        deadlines = [one for one in deadlines if not names.overlap(one.start, one.end)]
    of_republic, years = find_roc(text, is_roc)
    if years:
        of_years = Spans((year.start, year.end) for year in years)
        others = [one for one in deadlines if not of_years.overlap(one.start, one.end)]
        deadlines = sorted((*others, *of_republic), key=lambda one: one.start)
    quantities = find_quantities(text, grammar)
    deadlines = _without_levels(text, deadlines, quantities)
    if quantities and (deadlines or years):
        taken = Spans(
            [*((one.start, one.end) for one in deadlines), *((one.start, one.end) for one in years)]
        )
        quantities = [one for one in quantities if not taken.overlap(one.core, one.end)]
    targets = [deadline_target(text, deadline) for deadline in deadlines]
    if quantities:
        targets += _quantity_targets(text, quantities, deadlines, grammar)
    return tuple(sorted(targets, key=_place))


_place = attrgetter("start", "end")


def _without_levels(text: str, deadlines: list[Deadline], quantities: list[Quantity]) -> list[Deadline]:
    """Leave out the times that something is brought to: 审批时间压缩至|3个工作日以内 measures."""
    levels = {
        quantity.core
        for quantity in quantities
        if quantity.is_compared
        and quantity.measure.kind == "duration"
        and text[quantity.core - 1] in _BROUGHT_TO
    }
    return [deadline for deadline in deadlines if deadline.start not in levels] if levels else deadlines


def _quantity_targets(
    text: str, quantities: list[Quantity], deadlines: list[Deadline], grammar: TargetGrammar
) -> list[Target]:
    stops = [stop.end() for stop in _FULL_STOP.finditer(text)]
    natures = natures_said(text)
    years = Years(deadlines)
    clauses = clause_starts(text, (quantity.core for quantity in quantities))
    bases = BaseYears(text)
    indicators, following = _indicators(text, quantities, clauses, deadlines, grammar)
    quantities = shared_comparators(text, quantities, clauses, following)
    targets = []
    direction: Direction | None = None
    # What the verb of the clause does to all that it lists: 淘汰|水泥产能150万吨、|炼铁产能30万吨.
    of_verb: Direction | None = None
    for index, (quantity, clause, indicator) in enumerate(zip(quantities, clauses, indicators, strict=True)):
        at = bisect_right(stops, quantity.core)
        opening = stops[at - 1] if at else 0
        year = years.before(quantity.core, opening)
        if index not in following or quantity.is_compared:
            # 达到3620亿元、增长5.3%: only a number without a verb of its own goes on with the one before it.
            said = said_of(text, clause, indicator, quantity, grammar.comparisons.verbs)
            goes_on = index > 0 and is_listed(text, quantities[index - 1], quantity, indicator)
            direction = quantity.direction or said or (of_verb if goes_on else None)
            of_verb = None if quantity.is_compared else direction
        targets.append(
            quantity_target(
                text,
                quantity,
                indicator,
                year,
                base_year=bases.between(clause, quantity.start),
                direction=direction,
                binding=nature_of(natures, opening, quantity.end, stops, len(text)),
            )
        )
    return targets


def _indicators(
    text: str,
    quantities: list[Quantity],
    clauses: list[int],
    deadlines: list[Deadline],
    grammar: TargetGrammar,
) -> tuple[list[str | None], frozenset[int]]:
    """Return what each quantity measures, and which of them go on with the verb of the one before.

    `clauses` are the starts of the clauses in which they stand.
    Numbers in a row share their indicators out: 甲、乙分别达到85%和90%.
    """
    found: list[str | None] = []
    previous: Quantity | None = None
    named: str | None = None
    rows: list[list[int]] = []
    times = sorted((deadline.end, deadline.start) for deadline in deadlines)
    ends = _ends_of_runs(quantities)
    for index, (quantity, clause) in enumerate(zip(quantities, clauses, strict=True)):
        before = named
        if previous is not None and _FULL_STOP.search(text, previous.end, max(previous.end, clause - 1)):
            # Only a sentence that opens with a figure goes on with what the sentence before measures.
            before = None
        indicator, goes_on = _indicator(text, quantity, clause, previous, before, times, grammar)
        if not goes_on:
            indicator = thing_named(text, quantity, ends[index], indicator, before, grammar)
        if goes_on:
            rows[-1].append(index)
        else:
            rows.append([index])
        found.append(indicator)
        previous = quantity
        if indicator is None or not indicator.startswith("占"):
            # 占…的73.7%，同口径下降1.2%: a share names nothing that changes.
            named = indicator
    for row in rows:
        shared = found[row[0]]
        parts = found[max(0, row[0] - len(row)) : row[0]]
        shares = "分别" in text[clauses[row[0]] : quantities[row[0]].core]
        if len(row) == len(parts) > 1 and shares and text.startswith(_ADDS, clauses[row[0]]):
            # 培育工厂100家、车间200个，其中2026年分别不少于50家、100个
            found[row[0] : row[-1] + 1] = parts
        elif len(row) > 1 and shared is not None:
            for index, name in zip(row, shared_indicators(shared, len(row), grammar.words), strict=True):
                found[index] = name
    return with_shared_heads(with_parts_said(found, text, clauses)), frozenset(
        index for row in rows for index in row[1:]
    )


def _indicator(
    text: str,
    quantity: Quantity,
    start: int,
    previous: Quantity | None,
    before: str | None,
    times: list[tuple[int, int]],
    grammar: TargetGrammar,
) -> tuple[str | None, bool]:
    """Return what a quantity measures, and whether it goes on with the indicator of the one before it.

    Its clause begins at `start`.
    """
    if quantity.measure.kind == "duration" and not quantity.is_compared:
        return None, False
    clause = start
    ended = bisect_right(times, (quantity.said, len(text)))
    end_of_time, time = times[ended - 1] if ended else (start, start)
    start = max(start, end_of_time)
    if previous is not None and previous.end > start:
        start = previous.end
        if _FOR_EACH.sub("", text[start : quantity.said].strip("、和至—且")) == "":
            return before, True
    if quantity.measure.kind == "money" and (given := given_as(text, quantity.end)) is not None:
        return given, False
    levels = grammar.comparisons.levels
    if previous is not None and start == previous.end and not previous.is_compared and before:
        # 在13个|国家|投运海外仓36个: the noun of the count before is none of this one's.
        behind = start + len(before)
        if text.startswith(before, start) and len(text[behind : quantity.said].strip(_JOINTS)) > 1:
            # 300个|省重点项目|完成投资95亿元: what is named by no more than 投资 is theirs.
            own = indicator_before(text, behind, quantity.said, grammar.edges)
            is_theirs = own is not None and len(own) <= _SHORTEST_OWN
            start = start if is_theirs and text[behind : quantity.said].strip(_JOINTS) != own else behind
    found = indicator_before(text, start, quantity.said, grammar.edges)
    end_of_previous = 0 if previous is None else previous.end
    if quantity.measure.kind in ("multiple", "percent"):
        compared = compared_with_base(text, clause, quantity.start, levels)
        if compared is not None:
            of_clause_before = (
                phrase_of_clause_before(text, clause, end_of_previous, levels, grammar.edges) or before
            )
            # 清缴用的减排量，|不得超过实际排放量的10%: the base is not what is measured.
            found = indicator_before(text, clause, compared, grammar.edges) or (
                None if text.startswith(_BY, clause) else of_clause_before
            )
            return found, False
    # 建设1500万亩|小麦|、2000万亩|玉米: what the quantity before is of stands behind it, so this one's does.
    is_of_previous = found is not None and found == before and text[start : quantity.said] == f"{found}、"
    of_what_follows = (
        is_of_previous or quantity.measure.kind == "count" or text[quantity.end - 2 : quantity.end] == "以上"
    )
    if found is None or (of_what_follows and not quantity.is_compared):
        counted = counted_without_counter(text, quantity.end) if quantity.measure.has_no_counter else None
        found = counted or counted_behind(text, quantity, clause, found, grammar) or found
    if found is None and quantity.is_compared:
        # 森林覆盖率|到2030年|达到40%; 森林覆盖率稳步提高，|到2030年|达到40%
        is_timed = clause < end_of_time == start
        is_apposed = is_timed and text[clause:time] not in _NAMES_NOTHING
        found = indicator_before(text, clause, time, grammar.edges) if is_apposed else None
        of_clause = clause if is_timed and not is_apposed else start
        if quantity.measure.kind == "money":
            found = found or granted_before(text, clause)
        found = (
            found
            or phrase_of_clause_before(text, of_clause, end_of_previous, levels, grammar.edges)
            or (None if quantity.measure.kind == "count" and _IS_RATE.search(before or "") else before)
        )
    return found, False


def _ends_of_runs(quantities: list[Quantity]) -> list[int]:
    """Return for each quantity where the last one ends that follows it without a word between: 12类|45件."""
    ends = [quantity.end for quantity in quantities]
    for index in range(len(ends) - 2, -1, -1):
        if quantities[index + 1].start == quantities[index].end:
            ends[index] = ends[index + 1]
    return ends
