"""The bytes of a file to its content, by the reader of its kind."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from typing import cast

from gangyao.document.source import FileKind
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.extras import is_readable, missing

# What would end a line of the raw text before its end.
_LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# Module and function of each reader, imported when it is needed: a build of text files starts without them.
_READERS: dict[FileKind, tuple[str, str]] = {
    "pdf": ("gangyao.ingest.readers.pdf.read", "read_pdf"),
    "web page": ("gangyao.ingest.readers.web.read", "read_page"),
    "mhtml": ("gangyao.ingest.readers.web.read", "read_mhtml"),
    "docx": ("gangyao.ingest.readers.word.read", "read_docx"),
    "xlsx": ("gangyao.ingest.readers.spreadsheet.read", "read_xlsx"),
    "xls": ("gangyao.ingest.readers.spreadsheet.read", "read_xls"),
    "ods": ("gangyao.ingest.readers.spreadsheet.read", "read_ods"),
    "ofd": ("gangyao.ingest.readers.ofd", "read_ofd"),
    "odt": ("gangyao.ingest.readers.opendocument.read", "read_odt"),
    "epub": ("gangyao.ingest.readers.epub", "read_epub"),
    "mail": ("gangyao.ingest.readers.mail", "read_mail"),
    "word boxes": ("gangyao.ingest.readers.word_boxes", "read_word_boxes"),
    "alto": ("gangyao.ingest.readers.alto", "read_alto"),
    "page xml": ("gangyao.ingest.readers.page_xml", "read_page_xml"),
    "recogniser json": ("gangyao.ingest.readers.recogniser_json.read", "read_recogniser_json"),
    "picture": ("gangyao.ingest.readers.picture.read", "recognise_picture"),
}


def read_content(kind: FileKind, data: bytes, name: str) -> Content:
    """Read the file `name`, of a kind other than text.

    Raises SeedError for a file that cannot be read, and for a kind whose extra is not installed.
    """
    if not is_readable(kind):
        raise missing(kind, name)
    module, function = _READERS[kind]
    content = cast(Content, getattr(import_module(module), function)(data, name))
    lines = tuple(
        replace(line, text=text)
        for line in content.lines
        if (text := _LINE_ENDS.sub(" ", line.text).strip(" \u3000"))
    )
    return replace(content, lines=lines)
