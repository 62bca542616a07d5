"""Patterns that several modules of targets read, and word lists as alternatives of one."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: What stands behind a number of years, months or days that a ban or a relief lasts: 3年|内不得申报.
LASTS = re.compile(
    "(?:[之以]?内)，?(?:均|一律|都)?"
    "(?:不得|不予|不再|不准|不许|禁止|暂停|停止|取消|免征|免缴|免收|免交|减征|减免|减半|限制)"
)


def longest_first(words: Iterable[str]) -> str:
    """Return `words` as alternatives, longest first: 以上水平 before 以上."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
