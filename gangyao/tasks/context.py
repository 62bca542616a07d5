"""Where a paragraph stands: what the reader of one paragraph must know of the rest of its document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """The place of a paragraph in its document.

    `titles` are those of the ancestors and the own section, outermost first. `leaning` is what the
    titles and the paragraphs around say of its sentences before they are read: above 0 they look back
    or describe, below 0 they set tasks (in nats); None where nothing is known. `evidence` is that of each
    of its sentences where it has been read already. `gangyao.tasks.statements.sections.read_contexts` makes
    the contexts of a whole document.
    """

    document_title: str
    titles: tuple[str, ...] = ()
    leaning: float | None = None
    evidence: tuple[float, ...] | None = None
