"""Word lists as alternatives of a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def longest_first(words: Iterable[str]) -> str:
    """Return `words` as alternatives, longest first: 以上水平 before 以上."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
