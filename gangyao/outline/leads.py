"""Leads: first sentences that only announce the theme of their paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: What a theme does not hold: a clause boundary, a figure of a report, a copula or a tense word.
_NOT_A_THEME = re.compile(
    r"[，：；,:;！？!?]|是|了|[0-9０-９][%％]|各位|同志们|[0-9]{4}年|过去|去年|今年|如下|以下"
)
MAX_LEAD = 36


def is_theme(sentence: str) -> bool:
    """Tell whether a sentence is one short phrase with no comma that can announce a paragraph's theme."""
    return 4 <= len(sentence) <= MAX_LEAD and sentence[-1] == "。" and not _NOT_A_THEME.search(sentence)


def leads(paragraphs: Sequence[tuple[str, tuple[tuple[int, int], ...]]]) -> tuple[str | None, ...]:
    """Return the lead of each body paragraph (text, sentence spans) of ONE section, None where it has none.

    A paragraph opens with a lead when its first sentence can be a theme, another sentence follows, and at
    least one more paragraph of the section opens the same way (annotation guide: the only paragraph of a
    section has none).
    """
    first = [
        text[spans[0][0] : spans[0][1]]
        if len(spans) > 1 and is_theme(text[spans[0][0] : spans[0][1]])
        else None
        for text, spans in paragraphs
    ]
    if sum(lead is not None for lead in first) < 2:
        return (None,) * len(first)
    return tuple(first)
