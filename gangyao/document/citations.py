"""The documents that a document refers to."""

from __future__ import annotations

from typing import Literal, NamedTuple

Relation = Literal["basis", "implements", "mentions", "amends", "repeals"]


class Citation(NamedTuple):
    """A document as a paragraph names it at `start`:`end`: by its title (without 《》), its number, or both.

    Where the paragraph names it in short (《方案》), `title` is the whole one that the document gave before.
    """

    relation: Relation
    title: str | None
    number: str | None
    start: int
    end: int
