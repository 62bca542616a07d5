"""Named works (铁路, 水库, 医院, 产业园) that a document plans, begins, builds or finishes."""

from __future__ import annotations

from typing import Literal, NamedTuple

Stage = Literal["plan", "start", "build", "finish"]
ProjectKind = Literal[
    "railway", "road", "transit", "airport", "waterway", "water", "energy", "industry", "park", "logistics",
    "digital", "science", "health", "education", "culture", "welfare", "city", "environment", "housing",
    "farming",
]  # fmt: skip


class Project(NamedTuple):
    """Works that a paragraph names at `start`:`end`.

    `name` is what is printed there, with what the list shares (铜仁至吉首、黄桶至百色等铁路: 铜仁至吉首铁路).
    `stage` is what is said of it, None where nothing is; `figures` what is printed of its own size and
    cost. `place` and `admin_code` are the division that the name opens with, None where it opens with none,
    `entity` the id (type/name) of the entity that the name opens with or is. `score` is the probability, by
    the weights of the judge, that these are works and end where they are said to end.
    """

    name: str
    kind: ProjectKind | None
    stage: Stage | None
    place: str | None
    admin_code: str | None
    entity: str | None
    figures: tuple[str, ...]
    score: float
    start: int
    end: int
