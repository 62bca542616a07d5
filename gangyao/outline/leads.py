"""Leads: first sentences that only announce the theme of their paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.duty_labels import is_duty_line
from gangyao.chinese.punctuation import is_bracketed

#: What a theme does not hold: a clause boundary, a figure that is set or told (治理沙地290万亩。), a copula,
#: a tense word, or who has to do it (市规划主管部门负责城乡规划管理工作。).
_NOT_A_THEME = re.compile(
    r"[，：；,:;！？!?]|是|了|[0-9０-９](?:[%％]|[万亿千百]*[余多]?[元亩个家项条座所户人名套处件台米吨公平])"
    r"|各位|同志们|[0-9]{4}年|过去|去年|今年|如下|以下"
    r"|应当|不得|可以|由(?<![自理缘经]由)|负责(?![制任])"
    r"|^(?:我们|我国|中国(?!式)|目前|当前|现在|必须|应当|应该|要)"
)
MAX_LEAD = 36
_MIN_RUN = 3
# So many sentences with the first one spell its theme out. Of 10 annotated leads that no other paragraph bore
# out, 8 had as many; of 23 tasks that look like one none but under a title that names their theme.
# Where no other bears it out, longer ones rather say what is to be done, or how things stand.
_SPELT_OUT, _MAX_ALONE = 5, 18
_DUTY = "要"
# 4.全面推动道路安全设施改造升级。 What counts a paragraph counts its theme: in six local documents all five
# that a number opens and no other paragraph bears out are leads.
_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:(?:\.\d{1,2})+[.．、]?|[.．、])|[（(][一二三四五六七八九十\d]{1,3}[）)])(?=[\u4e00-\u9fff])[^应要]*$"
)
# A word of two characters and its full stop.
_LABEL = 3
_WORD = re.compile("[\u4e00-\u9fff]{2}。")
#: Where fewer paragraphs than this open with a theme, the section does not open its paragraphs so.
_SHARE = 1 / 3


def is_theme(sentence: str) -> bool:
    """Tell whether a sentence is one short phrase with no comma that can announce a paragraph's theme."""
    return 4 <= len(sentence) <= MAX_LEAD and sentence[-1] == "。" and not _NOT_A_THEME.search(sentence)


def leads(
    paragraphs: Sequence[tuple[str, tuple[tuple[int, int], ...]]], *, has_theme: bool = False
) -> tuple[str | None, ...]:
    """Return the lead of each body paragraph (text, sentence spans) of ONE section, None where it has none.

    A paragraph opens with a lead when its first sentence can be a theme, another sentence follows that is no
    note in brackets or with a label, and the other paragraphs of the section open the same way: at least one
    more and a third of all, or three in a row; or when it is alone in that and so many sentences follow that
    they spell the theme out, unless the section's title names it already (`has_theme`: the only paragraph of
    a section has none, says the annotation guide). A word of two characters alone is a label
    wherever it stands (第二十一条　作废。医疗机构发生填写错误…), and a theme with a number is one.
    """
    first = [_theme(text, spans) for text, spans in paragraphs]
    labels = tuple(lead if lead is not None and _stands_alone(lead) else None for lead in first)
    count = sum(lead is not None for lead in first)
    if count >= _SHARE * len(first) and (count > 1 or (not has_theme and _is_spelt_out(paragraphs, first))):
        return tuple(first)
    if count < _MIN_RUN:
        return labels
    in_run = [False] * len(first)
    start = 0
    while start < len(first):
        end = start
        while end < len(first) and first[end] is not None:
            end += 1
        if end - start >= _MIN_RUN:
            in_run[start:end] = [True] * (end - start)
        start = end + 1
    return tuple(lead if keep else label for lead, label, keep in zip(first, labels, in_run, strict=True))


def _stands_alone(lead: str) -> bool:
    """Tell whether a theme is a lead whatever the other paragraphs open with."""
    return len(lead) == _LABEL or _NUMBERED.match(lead) is not None


def _is_spelt_out(
    paragraphs: Sequence[tuple[str, tuple[tuple[int, int], ...]]], first: Sequence[str | None]
) -> bool:
    """Tell whether the one theme among `first` is followed by sentences enough to spell it out."""
    return any(
        lead is not None and len(lead) <= _MAX_ALONE and _DUTY not in lead and len(spans) >= _SPELT_OUT
        for lead, (_, spans) in zip(first, paragraphs, strict=True)
    )


def _theme(text: str, spans: tuple[tuple[int, int], ...]) -> str | None:
    if all(is_bracketed(text[start:end]) or is_duty_line(text[start:end]) for start, end in spans[1:]):
        return None
    sentence = text[spans[0][0] : spans[0][1]]
    return sentence if is_theme(sentence) or _WORD.fullmatch(sentence) is not None else None
