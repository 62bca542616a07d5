"""Readable, unique paths for sections: `8.2`, `0a`, `3-2`, `A1.2`, `120之1`."""

from __future__ import annotations

from gangyao.document.outline import PREAMBLE
from gangyao.outline.nodes import Node


def number_paths(root: Node) -> dict[Node, str]:
    """Give each node of the tree its dotted path.

    A step is the heading's own number, with 之 and its rank for an article that was inserted later
    (第一百二十条之一 is `120之1`). A second sibling of the same number gets a suffix (`3-2`), a heading
    without number the number of the sibling before it and a letter (`0a` before the first), or its place
    where no sibling has a number. Attached documents are `A1`, `A2` …. What stands before the first
    heading is `0`, so that a chapter of that number (第零章) is `0-2`.
    """
    paths: dict[Node, str] = {}
    _number(root, "", paths, {PREAMBLE: 1})
    return paths


def _number(parent: Node, prefix: str, paths: dict[Node, str], used: dict[str, int]) -> None:
    own = [n for n in parent.children if not _opens_document(n)]
    has_numbers = any(n.number is not None for n in own)
    last = 0
    letters = 0
    attached = 0
    for place, node in enumerate(own, start=1):
        if node.number is not None:
            last, letters = node.number, 0
            step = f"{last}{_inserted(node)}"
        elif has_numbers:
            step = f"{last}{_letters(letters)}"
            letters += 1
        else:
            step = str(place)
        paths[node] = prefix + _unused(step, used)
    for node in parent.children:
        if _opens_document(node):
            attached += 1
            paths[node] = prefix + _unused(f"A{attached}", used)
    for node in parent.children:
        _number(node, paths[node] + ".", paths, {})


def _inserted(node: Node) -> str:
    heading = node.entry.heading if node.entry is not None else None
    return f"之{heading.inserted}" if heading is not None and heading.inserted else ""


def _unused(step: str, used: dict[str, int]) -> str:
    """Return the step, with the number of its occurrence from the second on."""
    used[step] = used.get(step, 0) + 1
    return step if used[step] == 1 else f"{step}-{used[step]}"


def _letters(index: int) -> str:
    """Count a, b … z, aa, ab …."""
    text = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        text = chr(97 + digit) + text
    return text


def _opens_document(node: Node) -> bool:
    return node.entry is not None and node.entry.opens_document
