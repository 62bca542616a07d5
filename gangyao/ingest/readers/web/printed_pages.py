"""Pages made of a PDF by pdf2htmlEX: an element a printed page (`pf`), in it one a printed line (`t`).

The classes of a line name where it stands and how large it is set: `t m0 x1 h3 y5 ff1 fs0`.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

# What names the height of a line; the numbers are hexadecimal.
_HEIGHT = re.compile(r"h[0-9a-f]+")
_PAGE = "pf"
# Between a line and its page stand no more elements than this: the page's content, clips in it.
_NEAREST = 6


def size_in_print(node: LexborNode) -> str:
    """Return the name of the size that a printed line is set in; empty for what is no printed line."""
    names = (node.attributes.get("class") or "").split()
    if not names or names[0] != "t":
        return ""
    return next(filter(_HEIGHT.fullmatch, names), "")


def page_in_print(line: LexborNode) -> int:
    """Return the `mem_id` of the page that a printed line stands on, 0 where none is found."""
    node: LexborNode | None = line
    for _ in range(_NEAREST):
        node = node.parent if node is not None else None
        if node is not None and is_printed_page(node):
            return node.mem_id
    return 0


def is_printed_page(node: LexborNode) -> bool:
    """Tell whether an element is a printed page."""
    return _PAGE in (node.attributes.get("class") or "").split()
