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
    `stands_for` is the id (type/name) of the entity that a short form stands for in its document (省政府
    where 河南省人民政府 is named before it), `place_code` the code of the division that is meant where a
    name says only its level (省委); None where that is not certain.
    """

    surface: str
    type: EntityType
    name: str
    admin_code: str | None
    start: int
    end: int
    origin: str
    merged_by: str | None = None
    stands_for: str | None = None
    place_code: str | None = None


Role = Literal["actor", "beneficiary", "place", "object"]


class TaskEntity(NamedTuple):
    """Mention number `mention` plays `role` in task number `task` (both index what was given)."""

    task: int
    mention: int
    role: Role
