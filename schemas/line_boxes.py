"""Table `line_boxes`."""

from schemas.declaration import Column, ForeignKey, Table
from schemas.keys import TO_DOCUMENT, document_id


def _edge(name: str, title_zh: str, description: str, example: float) -> Column:
    return Column(
        name,
        "number",
        title_zh,
        f"{description}, in points (1/72 inch); in pixels for a picture.",
        example,
        nullable=True,
        unit="pt",
    )


TABLE = Table(
    name="line_boxes",
    title="Boxes of lines",
    title_zh="原文行位置",
    row="raw line of a file with pages",
    description=(
        "Where each line of `lines` was printed: page and box, from the page's upper left corner. Lines of "
        "plain text, web pages, Word documents and workbooks, which have no pages, have no rows."
    ),
    primary_key=("document_id", "line"),
    foreign_keys=(TO_DOCUMENT, ForeignKey(("document_id", "line"), "lines", ("document_id", "line"))),
    recognised_by=("document_id", "page", "box_top", "box_left"),
    columns=(
        document_id(),
        Column("line", "integer", "行号", "Number of the line in `lines`.", 42, unit="ordinal", minimum=1),
        Column("page", "integer", "页", "Page of the file, from 1.", 3, unit="ordinal", minimum=1),
        _edge("box_left", "左", "Left edge of the line", 72.0),
        _edge("box_top", "上", "Upper edge of the line, from the top of the page", 105.5),
        _edge("box_right", "右", "Right edge of the line", 523.25),
        _edge("box_bottom", "下", "Lower edge of the line, from the top of the page", 121.5),
        Column(
            "score",
            "number",
            "识别置信度",
            "How sure the recogniser was of the line; null where the file holds its characters.",
            0.997,
            nullable=True,
            unit="1",
            minimum=0,
            maximum=1,
        ),
    ),
)
