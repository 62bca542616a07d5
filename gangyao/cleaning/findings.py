"""What a cleaning rule hands back: edits to make, and doubts to report.

Offsets are those of the text that the rule saw.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from gangyao.document.ledger import Edit


@dataclass(frozen=True, slots=True)
class Doubt:
    """`text[start:end]` may have been `suggestion` (None: no idea), but nothing proves it.

    `written` is given where the same rule has an edit of this very span, which is likely, not certain: it is
    what the edit writes, and what is doubted then. None: what is printed is doubted and stays.
    """

    start: int
    end: int
    suggestion: str | None
    reason: str
    detector: str
    score: float | None = None
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """Edits and doubts of one rule, each in the order of the text."""

    edits: list[Edit] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


NOTHING = Findings()
