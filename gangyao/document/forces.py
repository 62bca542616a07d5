"""What binds in a task: a duty, a ban, a permission, or words."""

from __future__ import annotations

from typing import Literal, NamedTuple

Bindingness = Literal["duty", "ban", "permission", "encouragement", "commitment", "exhortation"]
Ban = Literal["prohibited", "controlled", "fought", "phased_out", "floor", "cap"]


class Force(NamedTuple):
    """How a task binds, the kind of ban that it holds, and whom it is addressed to."""

    bindingness: Bindingness
    ban: Ban | None
    addressed_to: tuple[str, ...]
