"""A document with all that the stages read out of it: what a release is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gangyao.chinese.script import Script
from gangyao.document.changes import Cleaned
from gangyao.document.citations import Citation
from gangyao.document.facts import Facts, gather_facts
from gangyao.document.figures import NO_PERIODS, Periods, Result
from gangyao.document.forces import Force
from gangyao.document.layout import Layout
from gangyao.document.mentions import Mention, TaskEntity
from gangyao.document.metadata import Finding
from gangyao.document.outline import Outline
from gangyao.document.projects import Project
from gangyao.document.source import Document
from gangyao.document.tables import PlacedTable
from gangyao.document.tasks import Task
from gangyao.document.topics import NO_TOPICS, DocumentTopics
from gangyao.document.witnesses import Confirmation


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with all that was read out of it.

    `cleaned.text` is Simplified; `text_hant` is its Traditional form, code point for code point.
    `tasks`, `mentions` and `task_entities` have one entry per paragraph of `outline.paragraphs`;
    `confirmations` has one entry per paragraph and registered witness; `tables` are the printed
    tables whose cells are known; `findings` is what the text itself says of the document,
    `periods` of which years sections, tasks and targets speak, and what the targets measure; `results` are
    the figures that were reached, `citations` the documents and `projects` the works that are named, by
    paragraph.
    `referents` has the ids of the entities that bodies of tasks stand for which are named by a word for them
    only (我市, 该局), by paragraph, start and end.
    """

    document: Document
    script: Script
    layout: Layout
    cleaned: Cleaned
    text_hant: str
    outline: Outline
    tasks: tuple[tuple[Task, ...], ...]
    mentions: tuple[tuple[Mention, ...], ...]
    task_entities: tuple[tuple[TaskEntity, ...], ...]
    confirmations: tuple[Confirmation, ...]
    tables: tuple[PlacedTable, ...] = ()
    findings: tuple[Finding, ...] = ()
    periods: Periods = NO_PERIODS
    results: tuple[tuple[Result, ...], ...] = ()
    citations: tuple[tuple[Citation, ...], ...] = ()
    projects: tuple[tuple[Project, ...], ...] = ()
    forces: tuple[tuple[Force, ...], ...] = ()
    topics: DocumentTopics = NO_TOPICS
    referents: Mapping[tuple[int, int, int], str] = field(default_factory=dict)

    @property
    def facts(self) -> Facts:
        """What is believed of the document, by its description, its files and its head."""
        return gather_facts(self.document.spec, self.document.source, self.outline.head, self.findings)
