"""Documents as PDF by reportlab: frames for columns, a head drawn twice (bold), tables over pages."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from evaluation.sources.blocks import Block, DocumentKind, merged_rows

# reportlab sets TrueType outlines only: these two families have them.
_FAMILIES = {"song": "AR PL UMing CN", "hei": "WenQuanYi Zen Hei"}
_NEWSPAPER = (350 * mm, 520 * mm)
_COLUMNS, _GAP, _MARGIN = 5, 5 * mm, 10 * mm


def write_reportlab(kind: DocumentKind, blocks: Sequence[Block], path: Path, rng: random.Random) -> None:
    """Write a document as a PDF file."""
    _register_fonts()
    size = rng.choice((9, 10, 10.5)) if kind == "newspaper" else rng.choice((12, 14, 15))
    page = _NEWSPAPER if kind == "newspaper" else A4
    document = BaseDocTemplate(str(path), pagesize=page)
    template = _newspaper_template() if kind == "newspaper" else _page_template(blocks[0].text[:20])
    document.addPageTemplates([template])
    document.build(_flowables(kind, blocks, _styles(size), page[0] - 54 * mm))


def _register_fonts() -> None:
    for name, family in _FAMILIES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            found = subprocess.run(
                ["fc-match", "-f", "%{file}", family], capture_output=True, check=True, text=True
            ).stdout
            pdfmetrics.registerFont(TTFont(name, found, subfontIndex=0))


def _styles(size: float) -> dict[str, ParagraphStyle]:
    body = ParagraphStyle(
        "p", fontName="song", fontSize=size, leading=size * 1.6, firstLineIndent=2 * size, wordWrap="CJK"
    )
    return {
        "p": body,
        "h": ParagraphStyle("h", parent=body, fontName="hei"),
        "title": ParagraphStyle(
            "title", parent=body, fontName="hei", fontSize=22, leading=30, alignment=1, firstLineIndent=0
        ),
        "centred": ParagraphStyle("centred", parent=body, alignment=1, firstLineIndent=0),
        "flush": ParagraphStyle("flush", parent=body, firstLineIndent=0),
        "cell": ParagraphStyle("cell", parent=body, fontSize=10, leading=14, firstLineIndent=0),
    }


def _newspaper_template() -> PageTemplate:
    width, height = _NEWSPAPER
    column = (width - 2 * _MARGIN - _GAP * (_COLUMNS - 1)) / _COLUMNS
    frames = [
        Frame(
            _MARGIN, height - 45 * mm, width - 2 * _MARGIN, 28 * mm, id="head", leftPadding=0, rightPadding=0
        ),
        *(
            Frame(
                _MARGIN + index * (column + _GAP),
                15 * mm,
                column,
                height - 62 * mm,
                leftPadding=0,
                rightPadding=0,
            )
            for index in range(_COLUMNS)
        ),
    ]

    def furnish(canvas: Any, _: Any) -> None:
        canvas.setFont("song", 9)
        canvas.drawString(_MARGIN, height - 8 * mm, "4 要闻")
        canvas.drawRightString(width - _MARGIN, height - 8 * mm, "2021年10月21日 星期四")
        canvas.line(_MARGIN, height - 10 * mm, width - _MARGIN, height - 10 * mm)
        canvas.setFont("song", 8)
        canvas.drawString(_MARGIN, 8 * mm, "本版责编：张三 李四  版式设计：王五")
        canvas.setFont("hei", 12)
        # Bold as poor man's software makes it: drawn twice.
        for shift in (0, 0.3):
            canvas.drawString(width / 2 - 24 + shift, height - 8 * mm, "江川日报")

    return PageTemplate(frames=frames, onPage=furnish)


def _page_template(head: str) -> PageTemplate:
    width, height = A4
    frame = Frame(28 * mm, 30 * mm, width - 54 * mm, height - 65 * mm, leftPadding=0, rightPadding=0)

    def furnish(canvas: Any, document: Any) -> None:
        canvas.setFont("song", 9)
        canvas.drawCentredString(width / 2, height - 20 * mm, head)
        canvas.drawCentredString(width / 2, 15 * mm, f"- {document.page} -")

    return PageTemplate(frames=[frame], onPage=furnish)


def _flowables(
    kind: DocumentKind, blocks: Sequence[Block], styles: dict[str, ParagraphStyle], width: float
) -> list[Any]:
    flowables: list[Any] = []
    for block in blocks:
        if block.kind == "table":
            flowables += [_table(block, styles["cell"], width), Spacer(1, 6)]
        elif block.kind == "box":
            lines = [Paragraph(escape(row[0]), styles["cell"]) for row in block.rows]
            box = Table([[lines]], colWidths=[width])
            box.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.8, black)]))
            flowables += [box, Spacer(1, 6)]
        elif block.kind == "contents":
            flowables.append(Paragraph("目　录", styles["centred"]))
            flowables += [
                Paragraph(escape(entry) + "…" * 8 + page, styles["flush"]) for entry, page in block.rows
            ]
            flowables.append(PageBreak())
        else:
            flowables.append(Paragraph(escape(block.text), styles[_style_of(block)]))
            if block.kind == "title" and kind == "newspaper":
                flowables.append(FrameBreak())
    return flowables


def _style_of(block: Block) -> str:
    if block.is_heading:
        return "h"
    return {"title": "title", "number": "centred", "caption": "centred", "addressees": "flush"}.get(
        block.kind, "p"
    )


def _table(block: Block, style: ParagraphStyle, width: float) -> Table:
    columns = len(block.rows[0])
    shares = [2, 4, 2] if columns == 3 else [1, 4] + [1.3] * (columns - 2)
    spans = []
    rows = []
    for top, cells in enumerate(merged_rows(block)):
        rows.append([Paragraph(escape(cell[0]), style) if cell else "" for cell in cells])
        spans += [
            ("SPAN", (column, top), (column, top + cell[1] - 1))
            for column, cell in enumerate(cells)
            if cell and cell[1] > 1
        ]
    table = Table(rows, colWidths=[width * share / sum(shares) for share in shares])
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *spans])
    )
    return table
