"""Sentences that say what there is to be by a time, whose force goes on: 到2035年，…；…。"""

from __future__ import annotations

import re

from gangyao.chinese.signs import CharacterSet

#: What counts an item before it: 1., （二）.
ITEM = r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s*)"
_DAY = r"(?:\d{1,2}月)?(?:\d{1,2}日)?[底末]?"
#: By when something is due: 2019年3月底前，.
DUE = rf"{ITEM}?20\d\d年{_DAY}[之以]?前，"
_NUMBER = r"[（(]?\d{1,2}[)）、.．]\s*"
#: 2.2025年7月至12月，: an item of a schedule; without a number it rather tells what was done then.
SCHEDULED = rf"{_NUMBER}20\d\d年{_DAY}[至到—–~～-](?:20\d\d年)?{_DAY}，"
_NOT_PAST = "(?![^。；]*(?:[了曾]|已))"
AIM = re.compile(
    r"(?:——)?(?:20[3-9]\d年，|[到至](?:20[2-9]\d年|“?[一二三四五六七八九十]{1,2}五”?(?:时期|期)?末|本世纪))"
    r"|[^。；]{0,45}(?:目标|指标)(?:任务)?(?:主要)?[是为：]"
    rf"|(?:{DUE}|{SCHEDULED}){_NOT_PAST}"
)
_STARTS = "到至—一二三四五六七八九十0123456789（("
#: The characters that an aim may begin with, unless it names itself one.
MAY_AIM = CharacterSet(_STARTS)

# What was reached is a figure, not a bound.
BOUND = re.compile("[≥≤][ ]?[0-9]")
BOUND_SIGNS = ("≥", "≤")


def is_aim(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence `text[start:end]` opens with an aim: 到2035年, 预期目标是."""
    may_be = text[start : start + 1] in _STARTS or text.find("标", start, end) >= 0
    return may_be and AIM.match(text, start, end) is not None


def is_bounded(sentence: str) -> bool:
    """Tell whether signs of comparison bound a figure: 林木覆盖率≥36%, 培训≤2次/年."""
    return BOUND.search(sentence) is not None
