"""A saved web page to lines: the article, its headings and tables by their tags, the rest set aside."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Sequence
from email.message import EmailMessage

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gangyao.ingest.decode import decode
from gangyao.ingest.errors import DecodeError, SeedError
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.web.article import find_article
from gangyao.ingest.readers.web.blocks import read_blocks
from gangyao.ingest.readers.web.drawn_tables import note_drawn_tables
from gangyao.ingest.readers.web.headings import with_true_headings
from gangyao.ingest.readers.web.links import without_links_around
from gangyao.ingest.readers.web.metadata import find_metadata
from gangyao.ingest.readers.web.numbered_titles import with_numbered_titles
from gangyao.ingest.readers.web.printed_pages import pages_in_print
from gangyao.ingest.readers.web.recognised_pages import recognised_pages
from gangyao.ingest.readers.web.text_layer_pages import text_layer_pages
from gangyao.ingest.readers.web.wrapped import join_wrapped

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
# Pages that say GB2312 or GBK hold characters of its successor, which reads both.
_SUCCESSORS = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}
_HEAD_BYTES = 4096
# Real pages nest a few dozen elements, browsers stop at 512; lexbor takes minutes for 300,000. What a page
# forgets to close counts as nested, so the bound is wide.
_DEEPEST = 20_000
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|table|tbody|ul|ol|dl|font|center|blockquote|b|i|u|em|strong|a|form|main)\b",
    re.IGNORECASE,
)
# Never read: no text of the page (scripts, styles), or nothing that a reader of it sees.
_HIDDEN = '[hidden], [style*="display:none"], [style*="display: none"], [style*="visibility:hidden"]'
# A page that hides more of its text than this shows it by a script.
_MOST_HIDDEN = 0.5
# A form that holds more of the page than this is none of its frame.
_MOST_OF_PAGE = 0.5
# Nor are scripts and pictures read, nor what a text marks as deleted, nor readings above characters.
_UNSEEN = "script, style, del, rt, rp, noscript, template, iframe, svg, object, embed, canvas, audio, video"


def read_page(data: bytes, name: str) -> Content:
    """Read the bytes of an HTML page. Raises DecodeError, and SeedError for a page without text."""
    return read_html(decode_page(data, name), name)


def read_mhtml(data: bytes, name: str) -> Content:
    """Read a page that a browser saved in one file (MHTML, RFC 2557): its first HTML part with a text.

    The first of all may be a frame around others.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    refused: SeedError | None = None
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            charset = part.get_content_charset()
            if not isinstance(payload, bytes):
                continue
            html = _decode_as(payload, charset, name) if charset else decode_page(payload, name)
            try:
                return read_html(html, name)
            except SeedError as error:
                refused = refused or error
    raise refused or SeedError(
        name, "", "holds no HTML page", "save the page again, as HTML or as a single file"
    )


def read_html(html: str, name: str) -> Content:
    """Read the source of a page. Raises SeedError for one without text, and one that nests without end."""
    if _depth(html) > _DEEPEST:
        raise SeedError(
            name, "", f"nests more than {_DEEPEST:,} elements in each other", "save the page again, or as PDF"
        )
    tree = LexborHTMLParser(html.replace("\0", ""))
    if pages := pages_in_print(tree) or recognised_pages(tree) or text_layer_pages(tree):
        return _printed(tree, pages, name)
    note_drawn_tables(tree)
    for node in tree.css(_UNSEEN):
        node.decompose()
    _drop_hidden(tree)
    _open_forms(tree)
    if tree.body is None:
        raise SeedError(name, "", "is a web page without text", "save the page again, with its text")
    article = find_article(tree.body)
    blocks = join_wrapped(read_blocks(tree.body, article))
    lines, findings = find_metadata(
        tree, with_numbered_titles(with_true_headings(without_links_around(blocks)))
    )
    if not any(line.role != "furniture" for line in lines):
        raise SeedError(name, "", "is a web page without text", "save the page again, with its text")
    return Content(tuple(lines), findings)


def _printed(tree: LexborHTMLParser, pages: Sequence[Page], name: str) -> Content:
    """Return the lines of printed pages that were made a web page: of a PDF, or recognised."""
    lines = printed_lines(pages)
    if not lines:
        raise SeedError(name, "", "is a web page without text", "save the page again, with its text")
    _, findings = find_metadata(tree, [])
    return Content(lines, findings, len(pages))


def _drop_hidden(tree: LexborHTMLParser) -> None:
    """Drop what a page does not show, unless that is most of it."""
    if tree.body is None:
        return
    matched = {node.mem_id for node in tree.css(_HIDDEN)}
    hidden: list[LexborNode] = []
    # The outermost alone: what stands in it goes with it.
    stack = [tree.body] if matched else []
    while stack:
        node = stack.pop()
        if node.mem_id in matched and node is not tree.body:
            hidden.append(node)
        else:
            stack.extend(node.iter())
    size = sum(len(node.text()) for node in hidden)
    if size <= _MOST_HIDDEN * len(tree.body.text()):
        for node in hidden:
            node.decompose()


def _open_forms(tree: LexborHTMLParser) -> None:
    """Take away forms that are not the page's frame but hold most of it, as those of ASP.NET do."""
    if tree.body is None:
        return
    size = len(tree.body.text())
    for form in tree.css("form"):
        if len(form.text()) > _MOST_OF_PAGE * size:
            form.unwrap()


def _depth(html: str) -> int:
    """Return how deep elements that must be closed stand in each other, as far as tags tell."""
    depth = deepest = 0
    for tag in _NESTING.finditer(html):
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest


def decode_page(data: bytes, name: str) -> str:
    """Decode a page: byte order mark, then what it declares, then what the bytes look like."""
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    if declared is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, name).text.removeprefix("\ufeff")
    return _decode_as(data, declared.group(1).decode("ascii"), name)


def _as_utf8(data: bytes) -> str | None:
    """Return the text of a page in UTF-8, as browsers save any page; None if it is not."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _decode_as(data: bytes, charset: str, name: str) -> str:
    label = charset.lower()
    try:
        return data.decode(_SUCCESSORS.get(label, label))
    except LookupError:
        return decode(data, name).text
    except UnicodeDecodeError as error:
        if (text := _as_utf8(data)) is not None:
            return text
        sample = data[error.start : error.start + 4].hex(" ").upper()
        raise DecodeError(
            name,
            f"byte {error.start}",
            f"{sample} is no character in {label}, which the page declares",
            "save the page again as UTF-8",
        ) from None
