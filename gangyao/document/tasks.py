"""Tasks, actions and targets of one paragraph; offsets are code points in the paragraph's text.

They are named tuples and no dataclasses because a plan has thousands: these are made three times as fast.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["measure", "preamble"]
Role = Literal["action", "outcome", "basis"]
Modality = Literal["prohibit", "explore", "support", "require", "commit"]
Comparator = Literal["=", "<", "<=", ">", ">=", "~", "between"]
Direction = Literal["increase", "decrease", "keep"]
Binding = Literal["binding", "expected"]
Part = Literal["lead", "support", "guide", "responsible"]


class Party(NamedTuple):
    """An actor or beneficiary at `start`:`end`, as written; of an elliptic list with what its parts share."""

    text: str
    start: int
    end: int


class Action(NamedTuple):
    """One clause that states something to be done; `text` is the whole clause at `start`:`end`.

    `verb` + `object` is one contiguous piece of `text`.
    """

    position: int
    verb: str
    object: str
    text: str
    role: Role
    modality: Modality
    start: int
    end: int


class Target(NamedTuple):
    """A quantity or date bound to a task: `text` as printed at `start`:`end`.

    `value`..`value_to` is a range, `unit` is normalised (UCUM or plain SI name), `unit_printed` as written,
    `year` the year by which, `indicator` what is measured, `direction` where the text moves it, `base_year`
    the year that it is compared with, `binding` whether it is called 约束性 (binding) or 预期性 (expected).
    """

    kind: str
    comparator: Comparator
    value: float | None
    value_to: float | None
    unit: str | None
    unit_printed: str | None
    year: int | None
    indicator: str | None
    text: str
    start: int
    end: int
    direction: Direction | None = None
    base_year: int | None = None
    binding: Binding | None = None


class Responsibility(NamedTuple):
    """A body that answers for a task, whose own words stand at `start`:`end`, and its part in it.

    `deadline` is the time by which, as written; start and end are 0 where the body is named in another
    paragraph than the task.
    """

    body: str
    part: Part
    deadline: str | None
    start: int
    end: int


class Task(NamedTuple):
    """A sentence that sets something to be done, at `start`:`end`; `position` counts from 1.

    `reached` are the figures from which the targets of a table's row start: they are no targets.
    """

    position: int
    kind: Kind
    theme: str | None
    text: str
    modality: Modality
    actors: tuple[Party, ...]
    beneficiaries: tuple[Party, ...]
    actions: tuple[Action, ...]
    targets: tuple[Target, ...]
    start: int
    end: int
    responsibilities: tuple[Responsibility, ...] = ()
    reached: tuple[Target, ...] = ()
