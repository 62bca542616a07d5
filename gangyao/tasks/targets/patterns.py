"""Word lists as alternatives of a pattern."""

from __future__ import annotations

import re


def longest_first(words: str) -> str:
    """Return the blank-separated `words` as alternatives, longest first: 以上水平 before 以上."""
    return "|".join(
        re.escape(word) for word in sorted(set(words.split()), key=lambda word: (-len(word), word))
    )
