"""The section tree while it is built: headings to be placed, and placed headings."""

from __future__ import annotations

from dataclasses import dataclass, field

from gangyao.chinese.headings import Family, Heading


@dataclass(slots=True)
class Entry:
    """A heading to be placed: the index of its block, its family, number (None: unnumbered) and title.

    `opens_document`: it is the title of an attached document, whose headings form a tree of their own.
    """

    block: int
    family: Family
    number: int | None
    heading: Heading | None
    title: str
    opens_document: bool = False


@dataclass(slots=True, eq=False)
class Node:
    """A placed heading. `doubt` is what is wrong with its number, with `suggestion` for what was expected."""

    entry: Entry | None
    family: Family
    number: int | None
    parent: Node | None
    children: list[Node] = field(default_factory=list)
    is_implied: bool = False
    doubt: str | None = None
    suggestion: int | None = None

    def add(self, child: Node) -> Node:
        """Append a child and return it."""
        child.parent = self
        self.children.append(child)
        return child

    def last_number(self, family: Family) -> int | None:
        """Return the number of the last child of that family."""
        for child in reversed(self.children):
            if child.family == family and child.number is not None:
                return child.number
        return None
