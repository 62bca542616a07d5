"""Table `lines`."""

from schemas.declaration import Column, Table
from schemas.keys import (
    TO_DOCUMENT,
    TO_PARAGRAPH,
    TO_SECTION,
    document_id,
    paragraph_id,
    raw_span,
    section_id,
)

TABLE = Table(
    name="lines",
    title="Lines",
    title_zh="原文行",
    row="raw line",
    description=(
        "The source itself, line by line, unchanged, with the place of each line in the reading order. "
        "With this table a release proves itself: the corrections replayed over it give the published text."
    ),
    primary_key=("document_id", "line"),
    foreign_keys=(TO_DOCUMENT, TO_SECTION, TO_PARAGRAPH),
    recognised_by=("document_id", "text"),
    columns=(
        document_id(),
        Column(
            "line",
            "integer",
            "行号",
            "Number of the line, from 1 over the document's files joined in their order.",
            42,
            unit="ordinal",
            minimum=1,
        ),
        Column("source_file", "string", "源文件", "Name of the file that holds the line.", "page-11.txt"),
        Column(
            "text",
            "string",
            "原文",
            "The line as decoded, unchanged, without its line end.",
            "（上接第十版）",
            may_be_empty=True,
        ),
        *raw_span("the line"),
        Column(
            "kind",
            "string",
            "类别",
            "What the line is.",
            "paragraph",
            values={
                "heading": "a heading; or, without a section, part of the document's own head or foot",
                "paragraph": "body text; a heading may run into it on the same line",
                "table": "a box or a table cell, published as a paragraph",
                "furniture": "page furniture (running head, page number, “continued from”): set aside",
                "contents": "a line of a table of contents: set aside",
                "blank": "nothing but white space: set aside",
            },
        ),
        Column(
            "block",
            "integer",
            "版块",
            "Number of the column or page fragment that holds the line, from 1 in printed order; "
            "null when set aside.",
            2,
            nullable=True,
            unit="ordinal",
            minimum=1,
        ),
        Column(
            "reading_position",
            "integer",
            "阅读次序",
            "Rank of the line in reading order, from 1; null when set aside.",
            40,
            nullable=True,
            unit="ordinal",
            minimum=1,
        ),
        Column(
            "joins_previous",
            "boolean",
            "接续上行",
            "True when the line goes on the text of the line read before it, with no break.",
            False,
        ),
        section_id("Section that the line belongs to.", nullable=True),
        paragraph_id(
            "Paragraph that the line belongs to; null for a line that holds none of one.", nullable=True
        ),
    ),
)
