"""Documents as Word files, with headings by style, a table as a table, a running head and page numbers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from evaluation.sources.blocks import Block, merged_rows

_FONTS = ("Noto Serif CJK SC", "AR PL SungtiL GB", "Noto Sans CJK SC")
_CENTRED = ("number", "caption")


def write_word(blocks: Sequence[Block], path: Path, rng: random.Random) -> None:
    """Write a document as a .docx file."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.7)
    style, font = document.styles["Normal"], rng.choice(_FONTS)
    style.font.name = font
    style.font.size = Pt(rng.choice((12, 14, 16)))
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    section.header.paragraphs[0].text = blocks[0].text[:20]
    _number_pages(section.footer.paragraphs[0])
    for block in blocks:
        _add(document, block, 2 * style.font.size)
    document.save(str(path))


def _add(document: Any, block: Block, indent: int) -> None:
    if block.kind == "title":
        document.add_heading(block.text, 0)
    elif block.is_heading:
        document.add_heading(block.text, int(block.kind[1]))
    elif block.kind == "table":
        _add_table(document, block)
    elif block.kind == "box":
        table = document.add_table(1, 1)
        table.style = "Table Grid"
        cell = table.cell(0, 0)
        cell.text = block.rows[0][0]
        for (line,) in block.rows[1:]:
            cell.add_paragraph(line)
    elif block.kind == "contents":
        document.add_paragraph("目　录").alignment = WD_ALIGN_PARAGRAPH.CENTER
        for entry, page in block.rows:
            document.add_paragraph(f"{entry}{'.' * 20}{page}")
        document.add_page_break()
    else:
        paragraph = document.add_paragraph(block.text)
        if block.kind in _CENTRED:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif block.kind == "p":
            paragraph.paragraph_format.first_line_indent = indent


def _add_table(document: Any, block: Block) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]))
    table.style = "Table Grid"
    for row, cells in enumerate(merged_rows(block)):
        for column, cell in enumerate(cells):
            if cell is not None:
                text, span = cell
                place = table.cell(row, column)
                if span > 1:
                    place = place.merge(table.cell(row + span - 1, column))
                place.text = text


def _number_pages(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = " PAGE "
        run._r.append(element)
