"""Signatures below a wrapped text: who issued it, over the day; neither goes on the last line of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.dates import DATE

_SIGNED = re.compile(
    r"[\u4e00-\u9fff、（）\s]{2,38}[院厅部委局办室会府组社署队馆司处团]|[\u4e00-\u9fff]{2,36}(?:中心|公司)"
)
# Bodies that sign together stand one below the other, this many at most.
_MOST_SIGNED = 4


def is_signature(texts: Sequence[str], index: int) -> bool:
    """Tell whether a line is the day of a signature, or a body that stands over it, alone or with others."""
    below = index
    while below < min(index + _MOST_SIGNED, len(texts) - 1) and _SIGNED.fullmatch(texts[below]):
        below += 1
    return _is_day(texts[below])


def _is_day(text: str) -> bool:
    day = DATE.fullmatch(text)
    return day is not None and day["day"] is not None
