"""Table `source_files`."""

from schemas.declaration import Column, Table
from schemas.keys import TO_DOCUMENT, document_id, position

TABLE = Table(
    name="source_files",
    title="Source files",
    title_zh="源文件",
    row="file that a document was read from",
    description=(
        "The files as they came, with their checksums: a text, a PDF, a web page, a Word or OFD document, a "
        "workbook, a picture. What was read from a file is its text in `lines`; the file itself is "
        "stored untouched, as `sources/<sha256>` of the release (a text file is not: its lines give it back)."
    ),
    primary_key=("document_id", "source_file"),
    foreign_keys=(TO_DOCUMENT,),
    recognised_by=("document_id", "sha256"),
    columns=(
        document_id(),
        Column("source_file", "string", "源文件", "Name of the file.", "plan.pdf"),
        position("Rank of the file among those of its document, from 1."),
        Column(
            "kind",
            "string",
            "类型",
            "What kind of file it is, told by its bytes.",
            "pdf",
            values={
                "text": "a plain text file",
                "encoded text": "a text written out in quoted-printable, percent-encoding or base64",
                "pdf": "a PDF file with a text layer, or of scanned pages",
                "web page": "a saved web page (HTML)",
                "mhtml": "a web page saved in one file (MHTML)",
                "docx": "a Word document (.docx)",
                "xlsx": "an Excel workbook (.xlsx)",
                "xls": "an old Excel workbook (.xls)",
                "ods": "an OpenDocument spreadsheet (.ods)",
                "ofd": "an OFD document (GB/T 33190)",
                "odt": "an OpenDocument text (.odt)",
                "epub": "an e-book (.epub)",
                "mail": "an e-mail (.eml)",
                "word boxes": "words of pages with their boxes, as tesseract writes them (.tsv)",
                "alto": "recognised pages in ALTO XML",
                "page xml": "recognised pages in PAGE XML",
                "recogniser json": "recognised texts with their boxes in JSON",
                "picture": "a picture of a page",
            },
        ),
        Column(
            "sha256",
            "string",
            "文件校验和",
            "SHA-256 of the file as it came; of a text file, the same as in `documents.source_sha256`.",
            "d87622847a08347b0a4a0a4e5ba3c0a9a0ab0c4de4e1ba3c51ba3c0a9a0ab0c4",
            pattern="[0-9a-f]{64}",
        ),
        Column(
            "pages",
            "integer",
            "页数",
            "Number of its pages; null where its kind has none.",
            42,
            nullable=True,
            unit="pages",
            minimum=1,
        ),
        Column(
            "chars",
            "integer",
            "字数",
            "Length of the text that was read from it, line ends included.",
            18215,
            unit="code points",
            minimum=0,
        ),
    ),
)
