"""Table `results`."""

from schemas.declaration import Column, Table
from schemas.figures import MEASURED, MOVED, PRINTED, TO_INDICATOR
from schemas.keys import (
    PARAGRAPH_ID,
    TO_DOCUMENT,
    TO_PARAGRAPH,
    TO_SECTION,
    char_span,
    document_id,
    paragraph_id,
    section_id,
)

TABLE = Table(
    name="results",
    title="Results",
    title_zh="完成情况",
    row="figure that was reached",
    description=(
        "Figures of what was reached: of chapters that look back, and of sentences that say so (去年, 已). "
        "They have the shape of `targets`; a figure is in one of the two tables."
    ),
    primary_key=("result_id",),
    foreign_keys=(TO_DOCUMENT, TO_SECTION, TO_PARAGRAPH, TO_INDICATOR),
    recognised_by=("document_id", "text", "kind", "value", "indicator"),
    columns=(
        Column(
            "result_id",
            "string",
            "完成情况编号",
            "The paragraph and the rank of the figure in it.",
            "sichuan-2026/1/p2/f1",
            pattern=PARAGRAPH_ID + r"/f[1-9][0-9]*",
        ),
        document_id(),
        section_id("Section that the figure stands in."),
        paragraph_id("Paragraph that the figure stands in."),
        *PRINTED,
        *char_span("the figure"),
        *MOVED,
        *MEASURED,
    ),
)
