"""Table `table_cells`."""

from schemas.declaration import Column, Table
from schemas.keys import (
    DOCUMENT_ID,
    TO_DOCUMENT,
    TO_PARAGRAPH,
    TO_TASK,
    char_span,
    document_id,
    paragraph_id,
    raw_span,
    task_id,
)

TABLE = Table(
    name="table_cells",
    title="Table cells",
    title_zh="表格单元",
    row="cell of a printed table",
    description=(
        "The cells of the tables that a document prints, where mark-up or lines show them, row by row "
        "from left to right. Each row of a table is a paragraph, in which tabs part the cells. The raw span "
        "of a cell that was printed line by line goes from its first piece to its last, past pieces of "
        "others."
    ),
    primary_key=("table_id", "row_index", "column_index"),
    foreign_keys=(TO_DOCUMENT, TO_PARAGRAPH, TO_TASK),
    recognised_by=("document_id", "text", "row_index", "column_index"),
    columns=(
        Column(
            "table_id",
            "string",
            "表格编号",
            "The document and the rank of the table in it, in printed order.",
            "tasks-2025/table1",
            pattern=DOCUMENT_ID + r"/table[1-9][0-9]*",
        ),
        Column("row_index", "integer", "行", "Row of the cell, from 1.", 2, unit="ordinal", minimum=1),
        Column("column_index", "integer", "列", "Column of the cell, from 1.", 3, unit="ordinal", minimum=1),
        document_id(),
        Column(
            "row_span", "integer", "跨行数", "Rows that the cell spans, its own included.", 1,
            unit="rows", minimum=1,
        ),
        Column(
            "column_span", "integer", "跨列数", "Columns that the cell spans, its own included.", 1,
            unit="columns", minimum=1,
        ),
        Column("is_header", "boolean", "表头", "True for the head of a column or row.", False),
        Column(
            "text",
            "string",
            "正文",
            "What stands in the cell, in Simplified characters.",
            "县农业农村局",
            may_be_empty=True,
        ),
        *raw_span("what stands in the cell"),
        paragraph_id("Paragraph that the row is; null for an empty cell.", nullable=True),
        *char_span("the cell", nullable=True),
        task_id("The first task that the row sets; null where it sets none.", nullable=True),
    ),
)  # fmt: skip
