"""Where the last word of a name is only a part of another word (布|局, 中心|城市): name_limits.csv."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Patterns by head or by rule: what goes on `ahead` of it, stands `behind` it, or is never `inside`."""

    ahead: dict[str, re.Pattern[str]]
    behind: dict[str, re.Pattern[str]]
    inside: dict[str, re.Pattern[str]]

    def holds(self, head: str, text: str, start: int, end: int) -> bool:
        """Tell whether the head at `start`:`end` is a word of its own."""
        ahead, behind = self.ahead.get(head), self.behind.get(head)
        return not (
            (ahead is not None and ahead.match(text, end))
            or (behind is not None and behind.search(text, max(0, start - 3), start))
        )

    def is_inside(self, rule: str, inner: str) -> bool:
        """Tell whether `inner` holds what names of this rule never hold, or ends as they never do."""
        behind = self.behind.get(rule)
        return bool(self.inside[rule].search(inner) or (behind and behind.search(inner)))


def compile_limits(rows: Iterable[tuple[str, str, str]]) -> Limits:
    """Compile (head, side, word) rows."""
    words: dict[str, dict[str, list[str]]] = {
        side: defaultdict(list) for side in ("ahead", "behind", "inside")
    }
    for head, side, word in rows:
        words[side][head].append(word)
    return Limits(
        {head: re.compile(_any(found)) for head, found in words["ahead"].items()},
        {head: re.compile(f"(?:{_any(found)})$") for head, found in words["behind"].items()},
        {head: re.compile(_any(found)) for head, found in words["inside"].items()},
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
