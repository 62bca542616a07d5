"""Table `witnesses`."""

from schemas.declaration import Column, Table
from schemas.keys import TO_DOCUMENT, TO_PARAGRAPH, document_id, paragraph_id

TABLE = Table(
    name="witnesses",
    title="Witnesses",
    title_zh="他本证实",
    row="paragraph and other copy of its text",
    description=(
        "How much of each paragraph another, independent copy of the text confirms character by character. A "
        "document for which no other copy is registered has no rows."
    ),
    primary_key=("paragraph_id", "witness"),
    foreign_keys=(TO_DOCUMENT, TO_PARAGRAPH),
    recognised_by=("document_id", "witness", "confirmed_chars"),
    columns=(
        paragraph_id("The paragraph."),
        Column("witness", "string", "他本", "Name of the other copy.", "xinhua.txt"),
        document_id(),
        Column(
            "compared_chars",
            "integer",
            "比对字数",
            "Letters, digits and Chinese characters in the paragraph; marks and spaces are not compared.",
            165,
            unit="code points",
            minimum=0,
        ),
        Column(
            "confirmed_chars",
            "integer",
            "证实字数",
            "How many of these the other copy has at the same place, in whatever script.",
            163,
            unit="code points",
            minimum=0,
        ),
    ),
)
