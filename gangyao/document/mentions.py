"""Mentions and the entities they name; offsets are code points in the paragraph's text."""

from __future__ import annotations

from typing import Literal, NamedTuple

EntityType = Literal[
    "country", "admin_area", "region", "natural_feature", "zone", "corridor", "organization",
    "facility", "programme", "policy", "event", "brand", "heritage",
]  # fmt: skip


class Mention(NamedTuple):
    """One mention in a paragraph: `surface` at `start`:`end`, naming the entity `type`/`name`.

    `name` is the canonical name; `admin_code` the GB/T 2260 code in force when the document was announced,
    None where the type has none or the name is undecided. `origin` says which detector found it and
    `merged_by` which rule or lexicon row made `surface` a form of `name` (None where they are equal).
    """

    surface: str
    type: EntityType
    name: str
    admin_code: str | None
    start: int
    end: int
    origin: str
    merged_by: str | None = None


Role = Literal["actor", "beneficiary", "place", "object"]


class TaskEntity(NamedTuple):
    """Mention number `mention` plays `role` in task number `task` (both index what was given)."""

    task: int
    mention: int
    role: Role
