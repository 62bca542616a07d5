"""What stands before and behind a number that is cut off its sentence, on a line of its own."""

from __future__ import annotations

import re

#: How a line goes on behind a number: with what it counts, or a mark.
MEASURE = re.compile(
    r"[，。、；％%‰]|[年月日号时分秒个项条款章节类种家所座处名人位岁户次批届期级亩吨元米里辆台套件张间栋床份幅宗口头只株场篇部门"
    r"万亿千百多余倍度]|平方|立方|公里|公顷|千米|千瓦|兆瓦|以[上下内外]|左右|至|到|—"
)
#: How a line stands before one: it asks for a number.
ASKS = re.compile(r"(?:[到至达为约超第近共各有在于比从降升增减长建设造植训]|不低于|不少于|突破|[“（(])$")
