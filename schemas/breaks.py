"""Table `breaks`."""

from schemas.declaration import Column, ForeignKey, Table
from schemas.keys import TO_DOCUMENT, document_id, position

TABLE = Table(
    name="breaks",
    title="Layout breaks",
    title_zh="断栏",
    row="place where the printed order was cut",
    description=(
        "Where columns or pages break, which line follows which in reading order, and what decided it. "
        "A document whose lines stand in reading order has no rows."
    ),
    primary_key=("document_id", "position"),
    foreign_keys=(
        TO_DOCUMENT,
        ForeignKey(("document_id", "after_line"), "lines", ("document_id", "line")),
        ForeignKey(("document_id", "before_line"), "lines", ("document_id", "line")),
    ),
    recognised_by=("document_id", "after_line", "before_line"),
    columns=(
        document_id(),
        position("Rank of the break in reading order, from 1."),
        Column(
            "after_line",
            "integer",
            "上一行",
            "Line that is read before the break.",
            40,
            unit="ordinal",
            minimum=1,
        ),
        Column(
            "before_line",
            "integer",
            "下一行",
            "Line that is read after the break.",
            12,
            unit="ordinal",
            minimum=1,
        ),
        Column("evidence", "string", "依据", "What decided the order here.", "heading numbers"),
        Column(
            "confidence",
            "number",
            "置信度",
            "How sure the order is here, from 0 to 1.",
            0.98,
            unit="1",
            minimum=0,
            maximum=1,
        ),
    ),
)
