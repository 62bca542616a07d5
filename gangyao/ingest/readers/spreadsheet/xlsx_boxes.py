"""Text boxes that lie over the cells of a sheet (DrawingML)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from gangyao.ingest.readers.spreadsheet.package import relations_of
from gangyao.ingest.readers.spreadsheet.sheets import SheetCell

_ANCHORS = ("{*}twoCellAnchor", "{*}oneCellAnchor")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOST_BOXES = 1_000


def boxes_of(archive: zipfile.ZipFile, sheet: str) -> Iterator[SheetCell]:
    """Yield the text boxes of a sheet (its part), each as a cell where it begins.

    A drawing that is damaged gives what can be read of it: no cell depends on it.
    """
    for kind, path in relations_of(archive, sheet).values():
        if kind == "drawing" and path in archive.namelist():
            parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
            root = etree.fromstring(archive.read(path), parser)
            anchors = [] if root is None else list(root.iterchildren(*_ANCHORS))
            for anchor in anchors[:_MOST_BOXES]:
                text = "\n".join(_paragraphs(anchor))
                if text.strip():
                    yield SheetCell(_number(anchor, "row") + 1, _number(anchor, "col") + 1, text)


def _paragraphs(anchor: Any) -> Iterator[str]:
    for paragraph in anchor.iter("{*}txBody"):
        if not any(parent.tag == _FALLBACK for parent in paragraph.iterancestors()):
            for one in paragraph.iterchildren("{*}p"):
                yield "".join(text.text or "" for text in one.iter("{*}t"))


def _number(anchor: Any, name: str) -> int:
    value = anchor.findtext(f"{{*}}from/{{*}}{name}") or ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 8 else 0
