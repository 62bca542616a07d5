"""The clauses of a text beside a break, as far as one of its ends is looked at."""

from __future__ import annotations

import re

#: What parts two clauses.
CLAUSE_END = re.compile("[，。；：！？、]")
# As much of a text as holds a clause.
_REACH = 80


def clauses_before(text: str) -> list[str]:
    """Return the clauses at the end of `text`: the last is the one that a break behind it cuts or closes."""
    return CLAUSE_END.split(text[-_REACH:])


def clauses_after(text: str) -> list[str]:
    """Return the clauses at the beginning of `text`: the first is the one that a break before it opens."""
    return CLAUSE_END.split(text[:_REACH])
