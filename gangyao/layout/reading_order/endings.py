"""How documents end: notes, dates, commencement of laws, what a report calls for."""

from __future__ import annotations

import re
from functools import lru_cache

from gangyao.layout.reading_order.dispatch import is_foot
from gangyao.layout.reading_order.orders import puts_out

_NOTE = re.compile(r"^[（(]?(?:此件|本文|此文)[^。]{1,12}[）)]?$")
_DATE = re.compile(
    r"^[（(]?[0-9〇○零一二三四五六七八九十]{4}\s?年[0-9一二三四五六七八九十\s]{1,4}月[0-9一二三四五六七八九十\s]{1,4}日[）)]?$"
)
# How documents end, and how many bits each is worth: the log-odds of last lines of the corpus against others,
# rounded down; with what each ends in, which is asked first. An exclamation need not be the end
# of a report: thanks and salutations in its midst are such.
_ENDS: tuple[tuple[re.Pattern[str], tuple[str, ...], float], ...] = (
    (re.compile(r"起(?:施行|实施|执行)。$|(?:同时)?废止。$"), ("施行。", "实施。", "执行。", "废止。"), 6.0),
    (_NOTE, ("",), 6.0),
    (
        re.compile(
            r"(?:奋斗|努力|贡献|胜利|篇章|辉煌|伟业|局面|前进|迈进|复兴|力量|保障|成就|目标)[！!][”」）)]?$"
        ),
        tuple("！!”」）)"),
        6.0,
    ),
    (_DATE, tuple("日）)"), 3.0),
    (re.compile(r"^.{9,}(?<!敬意)(?<!感谢)(?<!问候)[！!]$"), tuple("！!"), 2.0),
    (re.compile(r"[（(]《[^》]{2,8}》[^（(]*版[）)]$"), tuple("）)"), 6.0),
)
# What the last sentence of a report calls for; it is likely to be the last from so many different ones on.
_CALL = re.compile(
    "团结|奋斗|奋力|奋勇|奋发|努力|携手|同心|齐心|埋头苦干|锐意进取|真抓实干|迎难而上|砥砺|坚定信心|篇章|胜利|贡献"
    "|迈进|前进|新局面|伟大复兴|让我们|周围|扎实工作|开拓|优异成绩|拼搏|实干|领导下|指引|旗帜"
)
_CALLS: tuple[tuple[int, float], ...] = ((6, 6.0), (4, 3.0))
# As much of a line as is read to see whether it is the last.
_LONGEST_ENDING = 300
# As a note is worth.
_FOOT_BITS = 6.0
_SENTENCE_END = re.compile("[。！？!?]")


# Asked several times of the lines of a document: as a line, as the end of a fragment, by each hypothesis.
@lru_cache(maxsize=4096)
def end_bits(line: str) -> float:
    """Return by how many bits documents end with such a line rather than hold it, 0 for most lines."""
    text = line[-_LONGEST_ENDING:]
    if is_foot(line):
        return _FOOT_BITS
    bits = next(
        (bits for pattern, ends, bits in _ENDS if text.endswith(ends) and pattern.search(text) is not None),
        0.0,
    )
    if bits and puts_out(text):
        # What it puts out stands below.
        return 0.0
    if not text.endswith(("。", "！", "!")):
        return bits
    calls = len(set(_CALL.findall(_SENTENCE_END.split(text[:-1])[-1])))
    return max(bits, next((bits for least, bits in _CALLS if calls >= least), 0.0))


def ends_with_note(line: str) -> bool:
    """Tell whether the line ends with a note in brackets, as on where the document was printed."""
    return line[-1:] in "）)】]"


def is_date(line: str) -> bool:
    """Tell whether the line is a date and nothing else."""
    return _DATE.match(line) is not None
