"""What a printed number measures: 单位国内生产总值能耗 … 降低3%左右; 新培育科技领军企业 … 10家以上.

The words that stand around the noun phrase and belong to none are `indicator_edges.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gangyao.chinese.note_marks import without_marks
from gangyao.chinese.punctuation import BULLETS
from gangyao.lexicon_tables import LexiconTables
from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.targets.acts_alone import acted_on
from gangyao.tasks.targets.acts_before import without_acts
from gangyao.tasks.targets.circumstances import (
    is_basis,
    without_circumstances,
    without_time_behind,
)
from gangyao.tasks.targets.patterns import longest_first

_BREAKS = frozenset("，；：。！？,;:")
# A comma of thousands parts no clauses: 661,800亩.
_BREAK = re.compile(r"[；：。！？;:，,](?!(?<=\d[，,])\d{3}(?!\d))")
# No clause that names what is measured is longer.
_LONGEST_CLAUSE = 400
_MOVED = re.compile(r".*(?:将|把|按照)(?=[\u4e00-\u9fff]{2,}$)")
_LONGEST_SUBJECT = 30
# No words behind a name are longer together: 比上年同期, 较…年均. Longer ones, one 比 after another, could be
# divided in more ways than can be tried.
_LONGEST_TRAILING = 32
# What is left of verbs names nothing: 定为, 拟为, “五五”时期平均每年|增长.
_NO_NAMES = frozenset(("", "定", "拟定", "核定", "增长", "下降", "转", "转为增长", "转为下降"))
# 奖励人民币5000元: of which currency names nothing.
_CURRENCY = "人民币"
_BOUND_HEADS = frozenset("率量数额值度比")
# Who each gets names nothing by itself: 单户最高不超过100万元.
_BEARER = re.compile(
    "(?:每|单个?|同一)[十百千万]?(?:[户人家件]|企业|项目|单位|个(?:企业|项目|单位|家庭)|家企业)(?:每[年月天]|平均|最高|累计)?"
)
# The number of an item (1.新增托位) or its bullet, and who must act (各区要新建公园).
_LABEL = re.compile(
    rf"(?:[（(]?\d{{1,2}}[.．、）)]|[（(][一二三四五六七八九十]{{1,3}}[）)]|[①-⑳{BULLETS}])\s*(?=[\u4e00-\u9fff“])"
)
_OBLIGED = re.compile(
    r"[^，的]{1,14}?(?<![重需主必首简纲])(?:要|应当|必须)(?=[\u4e00-\u9fff]{3})(?![求素点件闻用急])"
)
# The body that acts, before its verb: 由市财政局|安排专项资金.
_BODY = re.compile(
    r"由?[^，的]{1,14}?(?:局|委|部|厅|办|府|院|中心|集团|公司|银行)(?=(?![和与及])[\u4e00-\u9fff]{4})"
)
# One of these stands in each of the two before.
_ACTS = re.compile("[要应必局委部厅办府院心团司行]")
# 信用监管、信用就医等|特色应用场景: what is counted, behind examples of it.
_EXAMPLES = re.compile(
    "(?<![^，])[^，、]*、[^，]*等(?!方面|领域|环节|行业|[级次于效同])(?=[\u4e00-\u9fff]{4,}$)"
)
# How much of what was budgeted or planned a figure makes: …完成86.3亿元，|为预算的|101.2%.
# 是2010年的2.2倍 tells of the same.
_OF_PLAN = re.compile(
    "(?:是|为|相当于)[^，。；：、]{0,8}(?:年|时期|同期)[底末]?的$|(?:为|占|相当于|达到|完成)(?:[^，。；：、\\d]{0,8})(?:预算|计划|目标|任务|决算)数?的$"
)
# Longer than any match of it.
_LONGEST_PLAN = 40
# What a share is of ends so: 不少于执法人员总数|5%.
_OF_BASE = ("的", "总数")
# Who each gets: 单户最高不超过100万元 measures what the clause before grants.
_GRANTED = re.compile("(?:一次性)?(?:补贴|补助|奖励|资助|奖补|贴息|补偿|奖金|支持)$")

_MONTH_BEFORE = re.compile(r"^\d{1,2}月(?:份|[底末初中](?!央)|\d{1,2}日)?(?=[\u4e00-\u9fff]{2})")
_UNREAD = re.compile(r"(?<![A-Za-z\d.])\d[\d.]*[十百千万亿]*[\u4e00-\u9fff]{1,2}、$")
_ASIDE = re.compile(
    r"(?:(?:19|20)\d\d|[一二][九〇○零]..)年[为是有][^，]{1,14}|(?:扣除|剔除|考虑)[^，]{2,12}因素"
)
_ANY_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千万亿]{3}")
_OF_SIZE = re.compile(r"[^，\d]{0,12}\d[^，]{0,10}以[上下]的(?=[\u4e00-\u9fff]{3})")
# 出口|从7月份开始大幅度回升，全年达到…: how it went.
_SINCE_MONTH = re.compile(r"从\d{1,2}月份?(?:开始|起|以来).*$")
_TREND = re.compile(
    "(?:大幅度?|稳步|持续|较快|快速|明显|进一步|逐步|平稳|稳中)*(?:回升|回暖|回落|向好|好转|攀升|改善)$"
)
_WITHIN = re.compile("(?<=..)在[^在]{2,20}(?:基础上|前提下|情况下|条件下|过程中)$")
# A clause that ends so tells when or on what ground: 在总额预算的基础上，按不低于采购金额的30%预付.
_ASIDE_ENDS = ("基础上", "前提下", "情况下", "条件下", "过程中", "期间", "后", "时", "的", "影响", "因素")


@dataclass(frozen=True, slots=True, eq=False)
class IndicatorEdges:
    """The words before and after the noun phrase that names an indicator, compiled.

    `words` are those of the predicates' grammar.
    """

    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    words: Lexicon


def compile_edges(tables: LexiconTables, known: Lexicon) -> IndicatorEdges:
    """Compile the words beside indicators of the lexicon."""
    words: dict[str, list[str]] = {"before": [], "after": [], "name": []}
    for word, place in tables.rows("indicator_edges", "word", "place"):
        if place in words:
            words[place].append(word)
    return IndicatorEdges(
        re.compile(
            rf"^(?:(?!{longest_first(words['name'])})"
            rf"(?:[一二三四五六七八九十]{{1,2}}(?:是|要)|{longest_first(words['before'])})(?![性型]))+"
        ),
        re.compile(
            rf"(?:{longest_first(words['after'])}|较(?![低高大小快好强重轻多少长短为])[^，]{{2,12}}|比(?![例重率值热])[^，]{{2,12}})+$"
        ),
        known,
    )


def clause_start(text: str, position: int) -> int:
    """Return where the clause around `position` begins."""
    start = position
    while start > 0 and not (text[start - 1] in _BREAKS and _BREAK.match(text, start - 1)):
        start -= 1
    return start


def clause_starts(text: str, positions: Iterable[int]) -> list[int]:
    """Return where the clause around each of the positions begins; these are in order."""
    starts: list[int] = []
    breaks = iter([mark.end() for mark in _BREAK.finditer(text)])
    start, following = 0, next(breaks, None)
    for position in positions:
        while following is not None and following <= position:
            start, following = following, next(breaks, None)
        starts.append(start)
    return starts


def indicator_before(text: str, start: int, end: int, edges: IndicatorEdges) -> str | None:
    """Return the noun phrase in `text[start:end]` that the next quantity measures, if there is one."""
    phrase = text[max(start, end - _LONGEST_CLAUSE) : end]
    if phrase.endswith("、"):
        # 出访447批、1955人次: what no unit is known of measures nothing that follows.
        phrase = _UNREAD.sub("", phrase)
    summed = phrase.endswith(("之和", "总和"))
    phrase = phrase.strip("、 ") if summed else phrase.strip("、和 ")
    if phrase.startswith(("（", "(")) and not phrase.endswith(("）", ")")):
        # （其中公共充电桩2000根）
        phrase = phrase[1:] if "）" not in phrase else phrase
    # 销售面积同|比增长8%: the words of the figure begin with 比.
    if phrase.endswith(("同", "环")) and text.startswith("比", end):
        phrase = phrase[:-1]
    phrase = without_circumstances(phrase)
    # 引导机构逐步将|平均担保费率|降至1%以下: what is moved.
    may_move = "将" in phrase or "把" in phrase or "按照" in phrase
    if may_move and (moved := _MOVED.match(phrase)) is not None:
        # 支出规模将首次达到30万亿元: nothing is moved, something is to come.
        is_to_come = _bare(phrase[moved.end() :], edges) is None
        phrase = phrase[: moved.end() - 1] if is_to_come else phrase[moved.end() :]
    if "等" in phrase:
        phrase = _EXAMPLES.sub("", phrase)
    phrase = without_acts(phrase)
    if len(phrase) > _LONGEST_SUBJECT and "分别" not in phrase:
        phrase = phrase.rpartition("、")[2]
    return _bare(_EXAMPLES.sub("", phrase) if "等" in phrase else phrase, edges)


def compared_with_base(text: str, start: int, end: int, levels: re.Pattern[str]) -> int | None:
    """Return where the words begin that compare a share with its base; None where the number has no base.

    城镇开发边界扩展倍数|控制在…用地规模的1.35倍以内, 减排量|不得超过本企业实际排放量的10%. `text[start:end]`
    stands before the number; the words are the first of `levels`, or tell of a budget or plan (为预算的).
    """
    if not text.endswith(_OF_BASE, start, end):
        return None
    # A clause without a mark may hold any number of such words.
    start = max(start, end - _LONGEST_CLAUSE)
    planned = _OF_PLAN.search(text, max(start, end - _LONGEST_PLAN), end)
    if planned is not None:
        return planned.start()
    compared = levels.search(text, start, end)
    return None if compared is None else compared.start()


def phrase_of_clause_before(
    text: str, start: int, counted: int, levels: re.Pattern[str], edges: IndicatorEdges
) -> str | None:
    """Return the clause before the one at `start` where it can be what is measured: short, no number.

    The last quantity before `start` ends at `counted`. The phrase ends before the first word of `levels`:
    |用水总量|不超过国家下达指标，其中2025年不超过21.6亿立方米.
    """
    if start == 0 or text[start - 1] != "，":
        return None
    first = clause_start(text, start - 1)
    phrase = text[first : start - 1]
    if first > 0 and counted <= first and _ASIDE.fullmatch(phrase) is not None:
        # 人均纯收入，|1982年为270元，|提高到463元: what it was, or in which prices.
        start, first = first, clause_start(text, first - 1)
        phrase = text[first : start - 1]
    if counted > first:
        return None
    compared = levels.search(phrase, 1)
    phrase = phrase if compared is None else phrase[: compared.start()]
    phrase = without_circumstances(_SINCE_MONTH.sub("", phrase))
    # 单户担保金额500万元以上的|再担保业务收费，原则上不高于…: of which the figure is told.
    phrase = phrase[sized.end() :] if (sized := _OF_SIZE.match(phrase)) is not None else phrase
    phrase = _TREND.sub("", phrase)
    # 粮食总产量|在上年增长的基础上，又增产…: what holds of it.
    phrase = phrase[: within.start()] if (within := _WITHIN.search(phrase)) is not None else phrase
    if len(phrase) > _LONGEST_SUBJECT or _ANY_NUMBER.search(phrase) is not None:
        return None
    if phrase.endswith(_ASIDE_ENDS) or (named := _bare(phrase, edges)) is None:
        return None
    return acted_on(named, edges.words)


def is_granted(indicator: str) -> bool:
    """Tell whether an indicator is what is given, though it may be the verb: 一次性奖励."""
    return _GRANTED.search(indicator) is not None


def granted_before(text: str, start: int) -> str | None:
    """Return what the clause before the one at `start` grants: 给予一次性|奖励|，单户最高100万元."""
    if start == 0 or text[start - 1] != "，":
        return None
    found = _GRANTED.search(text, clause_start(text, start - 1), start - 1)
    return found[0] if found else None


def _bare(phrase: str, edges: IndicatorEdges) -> str | None:
    if is_basis(phrase):
        return None
    label = _LABEL.match(phrase)
    phrase = phrase[label.end() :] if label is not None else phrase
    # 发行地方政府新增债券: the body is part of what the verb before it acts on.
    acted = edges.leading.match(phrase) is not None and not phrase.startswith(("由", "经"))
    for before in () if acted else (_OBLIGED, _BODY) if _ACTS.search(phrase) is not None else ():
        found = before.match(phrase)
        if found is not None and edges.leading.match(phrase[found.end() :]) is not None:
            phrase = phrase[found.end() :]
    named = edges.leading.sub("", without_marks(phrase))
    # 治理率, 研发量: the word before belongs to the name.
    # 营造|林: nor is one character a name.
    named = phrase if named in _BOUND_HEADS or len(named) == 1 else named
    # 力争今年|4月|贯通应用
    named = _MONTH_BEFORE.sub("", named) if named[:1].isdigit() else named
    behind = edges.trailing.search(named, max(0, len(named) - _LONGEST_TRAILING))
    bare = (named if behind is None else named[: behind.start()]).strip("、的 ")
    bare = bare.removesuffix(_CURRENCY)
    # 固定资产投资|今年|要: when, between the name and the words behind it.
    bare = without_time_behind(bare) if behind is not None else bare
    return None if bare in _NO_NAMES or _BEARER.fullmatch(bare) or is_basis(bare) else bare
