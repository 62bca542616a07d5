"""Table `problems`."""

from schemas.declaration import Column, Table
from schemas.keys import DOCUMENT_ID, position

TABLE = Table(
    name="problems",
    title="Problems",
    title_zh="问题",
    row="thing that kept a document or a part of it out",
    description=(
        "What could not be used, why, and what to do about it. A document that was left out has its reason "
        "here and no row in any other table."
    ),
    primary_key=("document_id", "position"),
    recognised_by=("document_id", "source_file", "place", "message"),
    columns=(
        # No key of `documents`: what was left out is no row there.
        Column(
            "document_id",
            "string",
            "文件编号",
            "The document that could not be used, or not all of it; characters that act when they are shown "
            r"are escaped (`\u202e`).",
            "chengyu-2021",
            pattern=DOCUMENT_ID,
        ),
        position("Rank of the problem among those of its document."),
        Column(
            "source_file",
            "string",
            "源文件",
            "File in which it was found, as seen from the document's folder.",
            "errata.csv",
            nullable=True,
        ),
        Column(
            "place", "string", "位置", "Where in the file: a line, row, key or byte.", "row 3", nullable=True
        ),
        Column(
            "severity",
            "string",
            "程度",
            "What follows from it.",
            "error",
            values={
                "error": "the document's files are wrong, and it was left out (文件有误，未收录)",
                "fault": "Gangyao itself is wrong, and the document was left out (程序有误，未收录)",
                "warning": "nothing is missing that is not elsewhere in the release (提示)",
            },
        ),
        Column(
            "message",
            "string",
            "问题",
            "What is wrong, in one line.",
            "its context “建设公园” is nowhere in the text",
        ),
        Column(
            "remedy",
            "string",
            "处理办法",
            "What to do about it.",
            "copy the context from the raw file again, or delete the row",
        ),
    ),
)
