"""The blocks of a page in order, each a line: text, headings, cells of tables, what is not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from gangyao.document.printed import CellPlace, PrintedLine, Role
from gangyao.ingest.raised_figures import raised
from gangyao.ingest.readers.web.article import repeated_parts
from gangyao.ingest.readers.web.article_parts import FRAME, Article
from gangyao.ingest.readers.web.data_tables import holds_data, is_cell, is_head, is_table, rows_of
from gangyao.ingest.readers.web.links import Block, leads_to_file
from gangyao.ingest.readers.web.list_numbers import numbers_in
from gangyao.ingest.readers.web.printed_pages import page_in_print, size_in_print

_BLOCK_NAMES = (
    "address article blockquote body br caption center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li"
    " main ol p pre section table tbody td tfoot th thead tr ul header footer nav aside form option label"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLANKS = re.compile(r"[\s\u3000\xa0\ufeff\u200b]+")
# Text whose line ends are printed.
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
# Elements that may be no more than lines.
_LINE_ELEMENTS = frozenset({"p", "div"})
# How wide white space is, in half characters; a browser shows none of the first before a line.
_COLLAPSED = " \t\n\r\f"
_SPACES = {" ": 1, "\t": 4, "\n": 0, "\r": 0, "\f": 0, "\xa0": 1, "\u2002": 1, "\u2003": 2, "\u3000": 2}
_BLANK = "".join(_SPACES)
# What Word's paragraph styles say of a page that it saved, their levels aside (MsoToc1).
_WORD_ROLES: dict[str, Role] = {
    "MsoToc": "contents", "MsoTof": "contents", "MsoFootnoteText": "note", "MsoEndnoteText": "note",
}  # fmt: skip
_WORD_STYLE = re.compile(r"\d+$")
# What law databases put behind an article to be pressed: [释义], 【相关案例】.
_LEADS_ASIDE = re.compile(r"[\[【〔［][\u4e00-\u9fff]{2,8}[\]】〕］]")
# Pictures among the signs, which editors set before headings and items; boxes to tick and numbers in circles
# are none (U+2610 to 2612, 2776 to 2793).
_PICTURES = re.compile(
    "(?:[\u2600-\u260f\u2613-\u2775\u2794-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d]*\\s*)+"
)
_MOST_SPANNED = 200


@dataclass(frozen=True, slots=True)
class _State:
    """What a block inherits from the elements around it."""

    in_article: bool
    in_frame: bool
    level: int = 0
    cell: CellPlace | None = None
    link: str | None = None
    keeps_lines: bool = False
    is_raised: bool = False
    run: int = 0
    set_in: str = ""
    within: int = 0
    role: Role | None = "text"


def read_blocks(body: LexborNode, article: Article) -> list[Block]:
    """Return the visible blocks of a page; what stands outside of `article` is furniture."""
    return list(_Reader(article).read(body))


class _Reader:
    """Walks a page once; counts tables, and keeps the text of the block that is being read."""

    def __init__(self, article: Article) -> None:
        self._article = article.node.mem_id
        self._not_read = article.aside | repeated_parts(article.node)
        self._tables = 0
        self._parts: list[str] = []
        self._numbers: dict[int, str] = {}
        # That of an item whose text is still to come: it may stand in an element of its own.
        self._number = ""
        self._linked = 0
        self._has_file = False
        self._is_apart = False
        self._beside: list[str] = []
        self._state = _State(False, False)

    def read(self, body: LexborNode) -> Iterator[Block]:
        start = _State(body.mem_id == self._article, False)
        # (node, state) to enter; a node of None ends the block of the element that was left.
        stack: list[tuple[LexborNode | None, _State]] = [(body, start)]
        while stack:
            node, state = stack.pop()
            if node is None or node.tag == "br":
                yield from self._end()
            elif node.tag == "a" and self._has_text() and _LEADS_ASIDE.fullmatch(node.text().strip()):
                self._beside.append(node.text().strip())
            elif node.tag == "-text":
                yield from self._add(node.text_content or "", state)
            elif node.tag and not node.tag.startswith("-"):
                inner = self._entered(node, state)
                if node.tag in _BLOCKS or is_cell(node):
                    yield from self._end()
                    self._is_apart = False
                    stack.append((None, inner))
                if node.tag == "ol":
                    self._numbers |= numbers_in(node)
                elif number := self._numbers.get(node.mem_id):
                    self._number = number
                children = list(node.iter(include_text=True))
                cells = _cells(node, self._next_table(node, inner)) if inner.in_article else {}
                for child in reversed(children):
                    stack.append((child, inner))
                if cells:
                    stack[-len(children) :] = []
                    stack += [
                        (cell, _State(True, False, 0, place)) for cell, place in reversed(cells.values())
                    ]
        yield from self._end()

    def _entered(self, node: LexborNode, state: _State) -> _State:
        tag = node.tag or ""
        style = node.attributes.get("style") or ""
        return _State(
            state.in_article or node.mem_id == self._article,
            state.in_frame or tag in FRAME or node.mem_id in self._not_read or _is_choice(node),
            _HEADINGS.get(tag, state.level),
            state.cell,
            (node.attributes.get("href") or "") if tag == "a" else state.link,
            tag == "pre" or (state.keeps_lines and tag != "br") or bool(_KEEPS_LINES.search(style)),
            state.is_raised or tag == "sup",
            *self._run(node, state),
            self._within(node, state),
            _WORD_ROLES.get(_WORD_STYLE.sub("", node.attributes.get("class") or ""), state.role),
        )

    def _run(self, node: LexborNode, state: _State) -> tuple[int, str]:
        """Return the element whose lines those of a node are, and how they are set if they were in a PDF."""
        if state.set_in:
            return state.run, state.set_in
        if size := size_in_print(node):
            return page_in_print(node), size
        return (node.mem_id if node.tag in _BLOCKS else state.run), ""

    def _within(self, node: LexborNode, state: _State) -> int:
        """Return the element around the one whose lines those of a node are; 0 where items are numbered."""
        if node.tag not in _BLOCKS:
            return state.within
        return state.run if node.tag in _LINE_ELEMENTS else 0

    def _next_table(self, node: LexborNode, state: _State) -> int:
        if is_table(node) and state.cell is None and holds_data(node):
            self._tables += 1
            return self._tables
        return 0

    def _add(self, text: str, state: _State) -> Iterator[Block]:
        if state.is_raised:
            text = raised(text)
        if state.link is not None:
            self._linked += len(_BLANKS.sub("", text))
            self._has_file = self._has_file or leads_to_file(state.link)
        pieces = text.split("\n") if state.keeps_lines else [text]
        for index, piece in enumerate(pieces):
            if index:
                yield from self._end()
            if self._number and piece.strip():
                self._parts.append(self._number)
                self._number = ""
            self._parts.append(piece)
            self._state = state

    def _has_text(self) -> bool:
        return any(not part.isspace() for part in self._parts)

    def _end(self) -> Iterator[Block]:
        printed = "".join(self._parts)
        text = _BLANKS.sub(" ", printed).strip()
        linked, has_file = self._linked, self._has_file
        self._parts, self._linked, self._has_file = [], 0, False
        if not text:
            self._is_apart = True
            return
        state, is_apart = self._state, self._is_apart
        self._is_apart = False
        role = state.role
        if not state.in_article or state.in_frame:
            role = "furniture"
        elif state.level:
            role = "heading"
        elif state.cell:
            role = None
        pictures = _PICTURES.match(text) if state.cell is None and role != "furniture" else None
        if pictures is not None and pictures.end() < len(text):
            yield Block(PrintedLine(pictures[0].strip(), role="furniture", joins_previous=False))
            text = text[pictures.end() :]
        line = PrintedLine(text, role=role, level=state.level, cell=state.cell, joins_previous=False)
        margin = _margin(printed, state.keeps_lines)
        yield Block(line, linked, has_file, state.run, state.set_in, margin, is_apart, state.within)
        for link in self._beside:
            yield Block(PrintedLine(link, role="furniture", joins_previous=False), len(link))
        self._beside.clear()


def _is_choice(node: LexborNode) -> bool:
    """Tell whether an element is a choice that a reader is asked for: 有效, 无效."""
    return node.tag == "label" and node.css_first("input") is not None


def _margin(text: str, keeps_blanks: bool) -> int:
    """Return the width of the white space that a browser shows before a text, in half characters."""
    blanks = text[: len(text) - len(text.lstrip(_BLANK))]
    return sum(_SPACES[blank] for blank in blanks if keeps_blanks or blank not in _COLLAPSED)


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
    for row, cells in enumerate(rows_of(table)):
        column = 0
        for cell in cells:
            while column in taken and taken[column][0] > row:
                column = taken[column][1]
            wide, high = _span(cell, "colspan", "aria-colspan"), _span(cell, "rowspan", "aria-rowspan")
            taken |= dict.fromkeys(range(column, column + wide), (row + high, column + wide))
            place = CellPlace(number, row + 1, column + 1, is_head(cell), high, wide)
            found[cell.mem_id] = (cell, place)
            column += wide
    return found


def _span(cell: LexborNode, *attributes: str) -> int:
    value = next(filter(None, map(cell.attributes.get, attributes)), "1")
    return min(max(int(value), 1), _MOST_SPANNED) if value.isascii() and value.isdigit() else 1
