"""Marks that converters print where a page begins or ends, or where a picture stood.

marker prints `{3}` and a rule, others `<!-- Page 3 -->`, `=== Page 3 ===`, `[第 3 页]`; some models that read
pages print `<page_number>3</page_number>` and tag heads, feet and watermarks likewise. A line all words of
which tell a page does so, whatever the marks around.
"""

from __future__ import annotations

import re

_NUMBER = r"[0-9０-９]{1,4}"
_RULED = "-—–=_*#~·• \t"
_MARK = re.compile(
    rf"\{{{_NUMBER}\}}\s*-{{3,}}"
    rf"|<!--\s*(?:[Pp]age|PAGE|第)[^<>]{{0,40}}-->"
    rf"|\[?(?:PAGE|Page|page)[ _-]?(?:BREAK|Break|break)\]?"
    rf"|\\(?:(?:new|clear(?:double)?)?page|pagebreak)\b(?:\[\d\]|\{{\}})?"
    rf"|<(?:page|PAGE)[^<>]{{0,30}}/?>|</(?:page|PAGE)>"
    r"|<(?P<tag>page_number|header|footer|watermark)>[^<>]{0,60}</(?P=tag)>"
)
_LONGEST = 90
_ARABIC = re.compile("[0-9０-９]")
# All the words that a line says which tells a page: 第3页（共12页）, Pg. 7, Page | 2.
_WORDS = re.compile(r"[A-Za-z]+|[\u3400-\u9fff]")
_PAGE_WORDS = frozenset("第页頁共码碼本之当前當总總") | {
    *("page", "pages", "pg", "pp", "p", "of", "no", "number", "pagenumber", "ocr", "pdf", "img", "image"),
    *("scan", "break", "pagebreak", "begin", "start", "end", "header", "footer"),
}
_PAGE = frozenset({"page", "pages", "pg", "pagenumber", "页", "頁"})
# A number of a page with what says so, without rules around.
_LONGEST_NUMBER = 40
# A picture without a caption: its text is a file's or a converter's name for it.
# Pandoc writes its size behind, which may go on on the next line.
_SIZE = r"(?:\{(?:[#.\w=\"%:-]|[ \t]){0,120}\}?)?"
_PICTURE = re.compile(
    rf"(?:!\[[^\]\u4e00-\u9fff]{{0,60}}\]\([^()\s]{{0,300}}\){_SIZE}\s*)+"
    rf"|!\[(?:图片?|图像|image)?\]\([^()\s]{{0,300}}\){_SIZE}"
)


def is_page_mark(text: str) -> bool:
    """Tell whether a line is a converter's mark of a page, or says the number of one, and nothing else."""
    return len(text) <= _LONGEST and (_MARK.fullmatch(text) is not None or says_page(text))


def says_page(text: str) -> bool:
    """Tell whether a line says the number of a page, with whatever marks around, and nothing else."""
    if len(text.strip(_RULED)) > _LONGEST_NUMBER or _ARABIC.search(text) is None:
        return False
    words = [word.lower() for word in _WORDS.findall(text)]
    return not _PAGE.isdisjoint(words) and _PAGE_WORDS.issuperset(words)


def is_picture(text: str) -> bool:
    """Tell whether a line is a picture in Markdown without words that belong to the text."""
    return text[:2] == "![" and _PICTURE.fullmatch(text) is not None
