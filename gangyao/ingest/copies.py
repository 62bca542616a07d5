"""Another copy of a document's text, read from a plain text file or a saved web page."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from gangyao.document.source import Witness
from gangyao.ingest.decode import decode
from gangyao.ingest.errors import DecodeError

# What a page holds besides its text. Headings and tables stay: a plan prints both.
_ASIDE = "script, style, noscript, template, nav, header, footer, aside, form, button, select, iframe, svg"
_BLOCK_NAMES = (
    "address article blockquote body br center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol"
    " p pre section table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_LOOKS_LIKE_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|div|p|meta|table)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
# Pages that say GB2312 or GBK hold characters of its successor, which reads both.
_SUCCESSORS = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}
_HEAD_BYTES = 4096
_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[\s]*")


def read_copy(path: Path) -> Witness:
    """Read a copy from `path`; its name is the file's.

    Text may be in any encoding that seeds may be in; a web page in the one that it declares. Raises
    DecodeError for bytes that are no text, and OSError for a file that cannot be read.
    """
    return copy_from_bytes(path.read_bytes(), path.name)


def copy_from_bytes(data: bytes, name: str) -> Witness:
    """Take the text out of the bytes of the file `name` (see `read_copy`)."""
    if not _LOOKS_LIKE_HTML.search(data[:_HEAD_BYTES].replace(b"\0", b"")):
        return Witness(name, decode(data, name).text.removeprefix("\ufeff"))
    return Witness(name, page_text(_decode_page(data, name)))


def page_text(html: str) -> str:
    r"""Return the visible text of a page, one line per block; character references are resolved."""
    tree = LexborHTMLParser(html)
    root = tree.body
    if root is None:
        return ""
    for node in root.css(_ASIDE):
        node.decompose()
    parts: list[str] = []
    for node in root.traverse(include_text=True):
        if node.tag == "-text":
            # Line breaks in the source of a page are spaces; those of the text are elements.
            parts.append(_BLANKS.sub(" ", (node.text_content or "").replace("\n", " ")))
        elif node.tag in _BLOCKS:
            parts.append("\n")
    return _BREAKS.sub("\n", "".join(parts)).strip()


def _decode_page(data: bytes, name: str) -> str:
    """Decode a page: byte order mark, then what it declares, then what the bytes look like."""
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    if declared is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, name).text
    label = declared.group(1).decode("ascii").lower()
    try:
        return data.decode(_SUCCESSORS.get(label, label))
    except LookupError:
        return decode(data, name).text
    except UnicodeDecodeError as error:
        sample = data[error.start : error.start + 4].hex(" ").upper()
        raise DecodeError(
            name,
            f"byte {error.start}",
            f"{sample} is no character in {label}, which the page declares",
            "save the page again as UTF-8",
        ) from None
