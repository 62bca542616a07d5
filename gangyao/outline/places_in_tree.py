"""What is asked of a place in the tree of headings: its path, its parent, its rank and depth."""

from __future__ import annotations

from gangyao.chinese.heading_levels import rank
from gangyao.outline.nodes import Entry, Node


def is_same_series(node: Node, entry: Entry) -> bool:
    """Tell apart the depths of dotted numbers: 1.1 counts on from 1.0, not from 1 or 1.1.1."""
    if entry.family != "dotted" or entry.heading is None:
        return True
    own = entry.heading.numbers
    other = node.entry.heading.numbers if node.entry and node.entry.heading else ()
    return len(own) == len(other)


def rank_of(entry: Entry) -> float:
    """Return the customary rank of a heading; ValueError for an entry without one."""
    if entry.heading is None:
        raise ValueError("a heading without number has no rank")
    return rank(entry.heading)


def depth_of(node: Node) -> int:
    """Return how many marks of Markdown stand before the heading of a node, 0 for none."""
    return node.entry.heading.markdown_depth if node.entry and node.entry.heading else 0


def path_to(document: Node, current: Node) -> list[Node]:
    """Return the nodes from the document down to the current one."""
    path = [current]
    while path[0] is not document:
        path.insert(0, parent_of(path[0]))
    return path


def parent_of(node: Node) -> Node:
    """Return the parent of a node; ValueError for the root."""
    if node.parent is None:
        raise ValueError("the root has no parent")
    return node.parent
