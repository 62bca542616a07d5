"""Table `paragraphs`."""

from schemas.declaration import Column, Table
from schemas.keys import (
    TO_DOCUMENT,
    TO_SECTION,
    confirmed_share,
    document_id,
    paragraph_id,
    position,
    section_id,
)

TABLE = Table(
    name="paragraphs",
    title="Paragraphs",
    title_zh="段落",
    row="body paragraph",
    description="The body text, cleaned and in reading order, rejoined where a column or a page cut it.",
    primary_key=("paragraph_id",),
    foreign_keys=(TO_DOCUMENT, TO_SECTION),
    recognised_by=("document_id", "text"),
    columns=(
        paragraph_id("The section and the position of the paragraph in it."),
        document_id(),
        section_id("Section that the paragraph stands in directly."),
        position("Rank of the paragraph in its section, from 1."),
        Column(
            "kind",
            "string",
            "类别",
            "What the paragraph is.",
            "body",
            values={
                "body": "running text",
                "table": "a box or the cells of a table: sets no task",
                "formal": "title lines, number, addressees, salutation, signature, date: sets no task",
            },
        ),
        Column(
            "lead",
            "string",
            "段首句",
            "The first sentence, where it only announces the paragraph's theme; null where there is none.",
            "完善消费促进政策。",
            nullable=True,
        ),
        Column(
            "text",
            "string",
            "正文",
            "The paragraph in Simplified characters.",
            "完善消费促进政策。规范发展消费金融。",
        ),
        Column(
            "text_hant",
            "string",
            "正文（繁体）",
            "The paragraph in Traditional characters.",
            "完善消費促進政策。規範發展消費金融。",
        ),
        Column("chars", "integer", "字数", "Length of `text`.", 18, unit="code points", minimum=1),
        confirmed_share("Share of its letters, digits and Han characters that the best of the copies has."),
    ),
)
