"""What sections and tasks are about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Topics = tuple[str, ...]


class DocumentTopics(NamedTuple):
    """The topics of sections by path, and of tasks in the form of `ReadDocument.tasks`; the surest first."""

    sections: Mapping[str, Topics]
    tasks: tuple[tuple[Topics, ...], ...]


#: Of a document whose topics were not read.
NO_TOPICS = DocumentTopics({}, ())
