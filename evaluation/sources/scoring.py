"""What was read against what was set: characters, order, paragraphs, cells, headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq, Levenshtein

from evaluation.sources.blocks import Block, may_be_heading, merged_rows
from gangyao.chinese.headings import parse_heading
from gangyao.document.printed import PrintedLine
from gangyao.ingest.seeds import document_from_file
from gangyao.pipeline import Engine, read_document

# Lines that are as alike as this (0 to 100) are one line.
_ALIKE = 70
# Digits, letters, the per cent sign and the point of numbers.
_NARROW = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5B) if chr(code).isalnum() or chr(code) in "％．"
}
_LEADERS = re.compile(r"[.…·]{6,}")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts; scores of several files add up."""

    characters: int = 0
    right_characters: int = 0
    further_characters: int = 0
    blocks: int = 0
    blocks_in_order: int = 0
    whole_blocks: int = 0
    cells: int = 0
    right_cells: int = 0
    headings: int = 0
    right_headings: int = 0
    wrong_headings: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def score_lines(lines: Sequence[PrintedLine], blocks: Sequence[Block]) -> Score:
    """Compare the lines of a reader with the blocks of a document; its contents and what frames it aside."""
    read = [(line, text) for line, text in _paragraphs(lines) if not _LEADERS.search(text)]
    texts = [text for _, text in read]
    wanted = [text for text, _ in _texts(blocks)]
    right = LCSseq.similarity("".join(wanted), "".join(texts))
    is_there = set(texts)
    as_read = [text if text in is_there else _closest(text, texts) for text in wanted]
    cells = _cells(blocks)
    found = _found_cells(read)
    return Score(
        characters=len("".join(wanted)),
        right_characters=right,
        further_characters=len("".join(texts)) - right,
        blocks=len(wanted),
        blocks_in_order=LCSseq.similarity(as_read, texts),
        whole_blocks=sum(text in is_there for text in wanted),
        cells=len(cells),
        right_cells=sum(cell in found for cell in cells),
    )


def score_headings(path: Path, blocks: Sequence[Block], engine: Engine) -> tuple[Score, list[str], list[str]]:
    """Read a file to the end and compare its sections with the headings that were set.

    Returns the score, the headings that are missing, and the sections that are none.
    """
    read = read_document(document_from_file(path), engine)
    wanted = [_plain(block.text) for block in blocks if block.is_heading]
    found = [
        _plain(read.cleaned.text[section.start : section.end])
        for section in read.outline.sections
        if section.start is not None
    ]
    missing = _without(wanted, found)
    paragraphs = [_plain(text) for text, _ in _texts(blocks)]
    # A title that runs into its paragraph is a section too; it was not set as a heading. Nor were the
    # headings without a number that the texts have: their lines say nothing of it.
    further = [
        text
        for text in _without(found, wanted)
        if not may_be_heading(text)
        and (parse_heading(text) is None or not any(one.startswith(text) for one in paragraphs))
    ]
    return (
        Score(headings=len(wanted), right_headings=len(wanted) - len(missing), wrong_headings=len(further)),
        missing,
        further,
    )


def _plain(text: str) -> str:
    """Return a text in the forms that cleaning gives: digits of one width."""
    return squeezed(unicodedata.normalize("NFKC", text))


def _without(texts: Iterable[str], others: Iterable[str]) -> list[str]:
    """Return the texts that are not among the others, each of which takes away one."""
    left = list(others)
    missing = []
    for text in texts:
        if text in left:
            left.remove(text)
        else:
            missing.append(text)
    return missing


def _paragraphs(lines: Iterable[PrintedLine]) -> list[tuple[PrintedLine, str]]:
    """Join the lines of paragraphs, without what frames a page."""
    joined: list[tuple[PrintedLine, str]] = []
    for line in lines:
        if line.role == "furniture":
            continue
        if line.joins_previous and joined:
            first, text = joined.pop()
            joined.append((first, text + squeezed(line.text)))
        else:
            joined.append((line, squeezed(line.text)))
    return joined


def _texts(blocks: Iterable[Block]) -> list[tuple[str, bool]]:
    """Return the texts of a document in order, and whether each is that of a cell."""
    texts: list[tuple[str, bool]] = []
    for block in blocks:
        if block.kind == "table":
            texts += [(squeezed(cell[0]), True) for row in merged_rows(block) for cell in row if cell]
        elif block.kind == "box":
            texts += [(squeezed(row[0]), False) for row in block.rows]
        elif block.kind != "contents":
            texts.append((squeezed(block.text), False))
    return texts


Cell = tuple[int, int, int, int, str]


def _cells(blocks: Iterable[Block]) -> list[Cell]:
    """Return the cells of tables: table, row, column, rows that it goes over, text."""
    tables = [block for block in blocks if block.kind == "table"]
    return [
        (table, row, column, cell[1], squeezed(cell[0]))
        for table, block in enumerate(tables, 1)
        for row, cells in enumerate(merged_rows(block), 1)
        for column, cell in enumerate(cells, 1)
        if cell
    ]


def _found_cells(read: Iterable[tuple[PrintedLine, str]]) -> set[Cell]:
    return {
        (line.cell.table, line.cell.row, line.cell.column, line.cell.row_span, text)
        for line, text in read
        if line.cell is not None
    }


def _closest(text: str, texts: Sequence[str]) -> str:
    """Return the text most like one that is not there as it was set, and that itself where none is."""
    found = process.extractOne(text, texts, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found else text


@dataclass(frozen=True, slots=True)
class Recognition:
    """A recognised page against its text: wrong characters of how many, lines in order of how many."""

    characters: int
    wrong: int
    lines: int
    lines_in_order: int


def _compared(text: str) -> str:
    return _LEADERS.sub("…", squeezed(text)).translate(_NARROW)


def score_recognition(lines: Sequence[PrintedLine], wanted: Sequence[str]) -> Recognition:
    """Compare the lines that were recognised with those that were set, both without what frames the page.

    Digits, letters and the marks of numbers count as one whatever their width, which no recogniser tells and
    cleaning makes one. The leader of an entry of a contents counts as one mark, however many dots it has.
    """
    read = [_compared(line.text) for line in lines if line.role != "furniture"]
    texts = [_compared(text) for text in wanted]
    as_set = [
        found[0]
        for text in read
        if (found := process.extractOne(text, texts, scorer=fuzz.ratio, score_cutoff=_ALIKE))
    ]
    wrong = Levenshtein.distance("".join(texts), "".join(read))
    return Recognition(len("".join(texts)), wrong, len(texts), int(LCSseq.similarity(as_set, texts)))
