"""The section tree while it is built: headings to be placed, and placed headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gangyao.chinese.heading_labels import Family
from gangyao.chinese.headings import Heading


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


def is_excerpt(entries: Sequence[Entry], index: int) -> bool:
    """Tell whether the first number of a series is right though it is no 1: the text begins in its midst.

    The next one counts on from it, and what stands before it is headings of higher ranks alone, which do not
    begin with 1 either. A series that begins with 2 rather lost its first.
    """
    first = entries[index]
    after = next((one for one in entries[index + 1 :] if one.family == first.family), None)
    above = [one for one in entries[:index] if one.number is not None]
    is_first = all(one.number != 1 for one in above) and len({one.family for one in above}) == len(above)
    number = first.number or 0
    return number > 2 and is_first and after is not None and after.number == number + 1
