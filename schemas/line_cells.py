"""Table `line_cells`."""

from schemas.declaration import Column, ForeignKey, Table
from schemas.keys import TO_DOCUMENT, document_id

TABLE = Table(
    name="line_cells",
    title="Cells of lines",
    title_zh="原文行单元格",
    row="raw line of a spreadsheet",
    description=(
        "Where each line of `lines` stands in a spreadsheet: sheet and cell. What the file hides is in "
        "`lines` too, set aside as furniture. Lines of other kinds of files have no rows."
    ),
    primary_key=("document_id", "line"),
    foreign_keys=(TO_DOCUMENT, ForeignKey(("document_id", "line"), "lines", ("document_id", "line"))),
    recognised_by=("document_id", "sheet", "cell"),
    columns=(
        document_id(),
        Column("line", "integer", "行号", "Number of the line in `lines`.", 42, unit="ordinal", minimum=1),
        Column("sheet", "string", "工作表", "Name of the sheet.", "重点任务"),
        Column(
            "cell",
            "string",
            "单元格",
            "Name of the cell, of merged cells that of the upper left one; null for the name of the sheet.",
            "C7",
            nullable=True,
            pattern="[A-Z]{1,3}[1-9][0-9]*",
        ),
        Column(
            "is_hidden",
            "boolean",
            "是否隐藏",
            "True where the file hides the sheet, the row or the column.",
            False,
        ),
    ),
)
