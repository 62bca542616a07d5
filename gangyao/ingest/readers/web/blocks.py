"""The blocks of a page in order, each a line: text, headings, cells of tables, what is not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from gangyao.document.printed import CellPlace, PrintedLine, Role
from gangyao.ingest.readers.web.data_tables import holds_data

_BLOCK_NAMES = (
    "address article blockquote body br caption center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li"
    " main ol p pre section table tbody td tfoot th thead tr ul header footer nav aside form option label"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FRAME = frozenset({"nav", "header", "footer", "aside", "form", "select", "button"})
_BLANKS = re.compile(r"[\s\u3000\xa0\ufeff\u200b]+")
_MOST_SPANNED = 200


@dataclass(frozen=True, slots=True)
class _State:
    """What a block inherits from the elements around it."""

    in_article: bool
    in_frame: bool
    level: int = 0
    cell: CellPlace | None = None


def read_blocks(body: LexborNode, article: LexborNode) -> list[PrintedLine]:
    """Return the visible blocks of a page; what stands outside of `article` is furniture."""
    return list(_Reader(article.mem_id).read(body))


class _Reader:
    """Walks a page once; counts tables, and keeps the text of the block that is being read."""

    def __init__(self, article: int) -> None:
        self._article = article
        self._tables = 0
        self._parts: list[str] = []
        self._state = _State(False, False)

    def read(self, body: LexborNode) -> Iterator[PrintedLine]:
        start = _State(body.mem_id == self._article, False)
        # (node, state) to enter; a node of None ends the block of the element that was left.
        stack: list[tuple[LexborNode | None, _State]] = [(body, start)]
        while stack:
            node, state = stack.pop()
            if node is None:
                yield from self._end(state)
            elif node.tag == "-text":
                self._parts.append(node.text_content or "")
                self._state = state
            elif node.tag == "br":
                yield from self._end(state)
            elif node.tag and not node.tag.startswith("-"):
                inner = self._entered(node, state)
                if node.tag in _BLOCKS:
                    yield from self._end(state)
                    stack.append((None, inner))
                children = list(node.iter(include_text=True))
                cells = _cells(node, self._next_table(node, inner)) if inner.in_article else {}
                for child in reversed(children):
                    stack.append((child, inner))
                if cells:
                    stack[-len(children) :] = []
                    stack += [
                        (cell, _State(True, False, 0, place)) for cell, place in reversed(cells.values())
                    ]
        yield from self._end(start)

    def _entered(self, node: LexborNode, state: _State) -> _State:
        in_article = state.in_article or node.mem_id == self._article
        in_frame = state.in_frame or node.tag in _FRAME
        return _State(in_article, in_frame, _HEADINGS.get(node.tag or "", state.level), state.cell)

    def _next_table(self, node: LexborNode, state: _State) -> int:
        if node.tag == "table" and holds_data(node):
            self._tables += 1
            return self._tables
        return 0

    def _end(self, state: _State) -> Iterator[PrintedLine]:
        text = _BLANKS.sub(" ", "".join(self._parts)).strip()
        self._parts = []
        if not text:
            return
        state = self._state
        role: Role | None = "text"
        if not state.in_article or state.in_frame:
            role = "furniture"
        elif state.level:
            role = "heading"
        elif state.cell:
            role = None
        yield PrintedLine(text, role=role, level=state.level, cell=state.cell, joins_previous=False)


def _cells(table: LexborNode, number: int) -> dict[int, tuple[LexborNode, CellPlace | None]]:
    """Return the cells of a table of data with their places, merged cells once; none of other nodes."""
    found: dict[int, tuple[LexborNode, CellPlace | None]] = {}
    if not number:
        return found
    # For each column, until which row it is taken and where the cell that takes it ends.
    taken: dict[int, tuple[int, int]] = {}
    caption = table.css_first("caption")
    if caption is not None:
        found[caption.mem_id] = (caption, None)
    for row, line in enumerate(table.css("tr")):
        column = 0
        for cell in line.css("td, th"):
            while column in taken and taken[column][0] > row:
                column = taken[column][1]
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            taken |= dict.fromkeys(range(column, column + wide), (row + high, column + wide))
            is_header = cell.tag == "th" or (
                cell.parent is not None
                and cell.parent.parent is not None
                and cell.parent.parent.tag == "thead"
            )
            found[cell.mem_id] = (cell, CellPlace(number, row + 1, column + 1, is_header, high, wide))
            column += wide
    return found


def _span(cell: LexborNode, attribute: str) -> int:
    value = cell.attributes.get(attribute) or "1"
    return min(max(int(value), 1), _MOST_SPANNED) if value.isascii() and value.isdigit() else 1
