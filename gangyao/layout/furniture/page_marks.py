"""Marks that converters print where a page begins or ends, or where a picture stood.

marker prints `{3}` and a rule, others `<!-- Page 3 -->`, `=== Page 3 ===`, `[第 3 页]`; some models that read
pages print `<page_number>3</page_number>` and tag heads, feet and watermarks likewise.
"""

from __future__ import annotations

import re

_NUMBER = r"[0-9０-９]{1,4}"
_RULED = r"[-—–=_*#~·•\s]*"
PAGE_MARK = re.compile(
    rf"\{{{_NUMBER}\}}\s*-{{3,}}"
    rf"|<!--\s*(?:[Pp]age|PAGE|第)[^<>]{{0,40}}-->"
    rf"|{_RULED}[\[【(（<{{]{{0,3}}\s*(?:[Pp]age|PAGE)\s*(?:[Nn]o\.?\s*)?[:#：]?\s*{_NUMBER}"
    rf"(?:\s*(?:/|of|OF)\s*{_NUMBER})?\s*[\]】)）>}}]{{0,3}}{_RULED}"
    rf"|{_RULED}[\[【(（<{{]?\s*第\s*{_NUMBER}\s*[页頁](?:\s*[，,/]?\s*共\s*{_NUMBER}\s*[页頁])?\s*[\]】)）>}}]?{_RULED}"
    rf"|\[?(?:PAGE|Page|page)[ _-]?(?:BREAK|Break|break)\]?"
    rf"|\\(?:(?:new|clear(?:double)?)?page|pagebreak)\b(?:\[\d\]|\{{\}})?"
    rf"|<(?:page|PAGE)[^<>]{{0,30}}/?>|</(?:page|PAGE)>"
    r"|<(?P<tag>page_number|header|footer|watermark)>[^<>]{0,60}</(?P=tag)>"
)
_LONGEST = 90
# A picture without a caption: its text is a file's or a converter's name for it.
# Pandoc writes its size behind, which may go on on the next line.
_SIZE = r"(?:\{(?:[#.\w=\"%:-]|[ \t]){0,120}\}?)?"
_PICTURE = re.compile(
    rf"(?:!\[[^\]\u4e00-\u9fff]{{0,60}}\]\([^()\s]{{0,300}}\){_SIZE}\s*)+"
    rf"|!\[(?:图片?|图像|image)?\]\([^()\s]{{0,300}}\){_SIZE}"
)


def is_page_mark(text: str) -> bool:
    """Tell whether a line is a converter's mark of a page and nothing else."""
    return len(text) <= _LONGEST and PAGE_MARK.fullmatch(text) is not None


def is_picture(text: str) -> bool:
    """Tell whether a line is a picture in Markdown without words that belong to the text."""
    return text[:2] == "![" and _PICTURE.fullmatch(text) is not None
