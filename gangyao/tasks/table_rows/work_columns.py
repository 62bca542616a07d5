"""Columns whose cells say what is to be done, whatever their heads are called: 考核内容, 评分标准, 序时进度.

Where another column names who acts, a column of cells that open with a verb says what they do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gangyao.tasks.lexicon import Lexicon

# What was done, or why, or how it stands: no task.
_TOLD = re.compile("情况|进展|成效|成果|问题|结果|备注|说明|依据|现状|原因|经费|资金|投资|地点|电话")
_NUMBER = re.compile(r"[\s（(]*(?:[\d一二三四五六七八九十]{1,2}|[①-⑳])?[）).．、\s]*")
# Two cells in three, of six characters or more: a number or a name is no work.
_LEAST, _SHORTEST = 2 / 3, 6


def columns_of_work(
    heads: Mapping[int, str], cells: Mapping[int, Sequence[str]], lexicon: Lexicon
) -> tuple[int | None, int | None]:
    """Return the column of what is to be done in most words, and the one with the name of it, if any."""
    found = [
        column
        for column, head in heads.items()
        if _TOLD.search(head) is None and _is_work(cells.get(column, ()), lexicon)
    ]
    if not found:
        return None, None
    task = max(found, key=lambda column: sum(map(len, cells[column])))
    return task, next((column for column in found if column != task), None)


def _is_work(printed: Sequence[str], lexicon: Lexicon) -> bool:
    opened = sum(len(text) >= _SHORTEST and _opens_with_act(text, lexicon) for text in printed)
    return opened > 0 and opened >= _LEAST * len(printed)


def _opens_with_act(text: str, lexicon: Lexicon) -> bool:
    number = _NUMBER.match(text)
    return lexicon.opener(text, number.end() if number is not None else 0) != ""
