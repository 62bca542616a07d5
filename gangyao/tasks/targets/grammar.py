"""Everything that reading targets needs, compiled once from the lexicon folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gangyao.lexicon_tables import LexiconTables
from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.targets.comparison import Comparisons, compile_comparisons
from gangyao.tasks.targets.indicators import IndicatorEdges, compile_edges
from gangyao.tasks.targets.numerals import ARABIC, CHINESE, NUMBER
from gangyao.tasks.targets.patterns import COUNTED, longest_first
from gangyao.tasks.targets.units import Unit, compile_units

# 2%—3%, 100万元至300万元
_TO = r"(?:—+|-+|–|~|～|〜|至|到)"
# So many numbers before one unit (by hand): a list of nothing but numbers has thousands, and each would ask.
_LONGEST_ROW = 30
# 22亿, 1.5千万余: what is counted in so large numbers needs no counter.
_LARGE = rf"{ARABIC}[百千]*(?:万|亿)[多余]?"

# 30 μg/m3: the blank that is set before a symbol, which no further letter makes a word.
_BEFORE_SYMBOL = r" (?=[A-Za-zμ]{1,6}(?![A-Za-z]))"


@dataclass(frozen=True, slots=True, eq=False)
class TargetGrammar:
    """The tables of `gangyao.tasks.targets` and the patterns compiled from them.

    `quantity` matches a number with its unit, `row` what follows a number whose unit stands behind the last
    of a row (提高11.1|、11.2个百分点), `any_number` finds where a text may have one or a time.
    `after_numeral` are the characters of which one follows where a single Chinese numeral is a quantity.
    `words` are those of the predicates' grammar.
    """

    units: Mapping[str, Unit]
    comparisons: Comparisons
    edges: IndicatorEdges
    quantity: re.Pattern[str]
    row: re.Pattern[str]
    any_number: re.Pattern[str]
    after_numeral: frozenset[str]
    words: Lexicon


def compile_target_grammar(tables: LexiconTables, words: Lexicon) -> TargetGrammar:
    """Compile the units, the comparing words and the words beside indicators of the lexicon."""
    units = compile_units(tables)
    unit = f"(?:{longest_first(units)})"
    return TargetGrammar(
        units,
        compile_comparisons(tables),
        compile_edges(tables, words),
        _quantity(unit, max(map(len, units))),
        re.compile(rf"(?:[、和及与]{ARABIC}){{1,{_LONGEST_ROW}}}(?P<unit>{unit})"),
        # `re` scans for one character of a set much faster than for alternatives.
        re.compile(
            r"[\d一二两三四五六七八九十百千万亿半零〇○点世年翻](?:(?<=\d)|(?<=翻)番|(?<=世)纪|(?<=年)[底末内]"
            rf"|(?<![世年翻])(?:[多余几]|{_BEFORE_SYMBOL})?(?:{unit}|[一二三四五六七八九十百千万亿零〇○点]|五|分之|成|番|月))"
        ),
        # What a unit, a range, 以上, the rest of a number, 分之 and 成 begin with (see `_quantity`).
        frozenset(printed[0] for printed in units) | frozenset("—-–~～〜至到以多余几点分成番"),
        words,
    )


def _quantity(unit: str, longest: int) -> re.Pattern[str]:
    """Compile the pattern of a number with what measures it; no unit is longer than `longest`."""
    return re.compile(
        rf"(?P<number>{NUMBER})"
        # 一倍以上二倍以下 is a range, 300个以上千万元级项目 is none.
        # Where neither stands behind the first unit, no unit is tried as one.
        rf"(?:(?=.{{0,{longest}}}?[—\-–~～〜至到以])(?:(?P<unit_from>{unit})?{_TO}(?P<number_to>{NUMBER})"
        rf"|(?P<unit_low>{unit})?以上(?P<number_high>{NUMBER})(?={unit}以下)))?"
        # 三分之二 is no score of three.
        rf"(?:{_BEFORE_SYMBOL})?(?P<unit>{unit})(?!(?<=分)之)(?P<per>(?:/|每)(?:{unit}|[^\W\d_]))?"
        rf"|(?P<per_cent>[百千万])分之(?P<part>{CHINESE})"
        rf"(?:(?:{_TO}|以上)(?:[百千万]分之)?(?P<part_to>{CHINESE}))?"
        r"|(?P<whole>[二三四五六七八九十])分之(?P<parts>[一二三四五六七八九])"
        r"|(?P<upper>\d)/(?P<lower>\d{1,2})(?=以上|以下|左右|的)"
        r"|(?P<tenths>[一二两三四五六七八九]|(?<!\d)\d)成(?P<half>半)?(?=以上|以下|左右|的|[，。；、]|$)"
        # 实现翻番; 翻番行动 is a name
        r"|(?<!个)翻(?:(?P<doublings>[一二两三])番|(?P<doubled>番)(?!行动|计划|工程|目标))"
        rf"|(?P<counted>{_LARGE})"
        rf"(?=(?:左右|以上)?{COUNTED})"
        # 不少于22亿词元: whatever a bound counts
        rf"|(?:(?<=不少于)|(?<=不低于)|(?<=超过)|(?<=达到)|(?<=突破))(?P<bounded>{_LARGE})"
        r"(?=(?!的)[\u4e00-\u9fff]{2,8}(?:[，。；、的]|$))"
        # 参与人次超630万: what stands before it names the counter.
        rf"|(?P<told>{_LARGE})(?=左右|以上|[，。；、]|$)"
        # 提高到0.58: a level without a unit
        r"|(?P<bare>\d+(?:\.\d+)?)(?=以上|以下|以内|之内|左右|[，。；、）)]|和\d|$)"
    )
