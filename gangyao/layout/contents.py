"""Printed tables of contents.

An entry is known by its leader (dots and a page number). Where the entries have none, or only some of
them, the table begins with its title (目录), and its entries come again as headings of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.headings import parse_heading
from gangyao.markup.field_codes import ENTRY_FIELD

_TITLE = re.compile(r"#*\s*(?:目\s*[录錄次]|CONTENTS|(?:Table of )?Contents)\s*")
_TITLE_STARTS = ("目", "C", "T")
# What a table of contents belongs to may stand before the word; other lists are called so too (指导目录).
_TITLE_OF_DOCUMENT = re.compile(r"[^，,。；;：:]{4,40}目\s*[录錄次]\s*")
_LEADER = re.compile(
    r"[.．·•…‥。_\-—](?:\s?(?:[.．·•…‥。_\-—]\s?){3,}[（(\s]*[0-9０-９IVXivx]{1,4}[）)]?$"
    r"|(?<![。\-—])\s?(?:[.．·•…‥_]\s?){7,}$)"
)
# An entry of a table of contents in Markdown: a link to a heading of the same page.
_ANCHOR = re.compile(r"(?:[-*+]\s*|\d{1,2}[.、]\s*)?(?:\[[^\[\]]{1,80}\]\(#[^()\s]{0,200}\)[\s.…·]*){1,2}")
_PAGE = re.compile(
    r"[\s.．·•…‥_\-—]*[（(]?[0-9０-９IVXivx]{1,4}[）)]?$|[\s.．·•…‥_]+$"
    # P12, 第12页, - 12 -.
    r"|[\s.．·•…‥_\-—]*(?:[Pp]\.?\s?|第\s?|-\s?|—\s?)[0-9]{1,4}(?:\s?[页頁]|\s?[-—])?$"
)
_PAGE_BEFORE = re.compile(r"^[0-9]{1,3}[\s\u3000]+(?=\D)")
_PAGE_AFTER_BLANK = re.compile(r"[\s\u3000][（(]?[0-9０-９]{1,3}[）)]?$")
_ROMAN_PAGE = re.compile(r"[IVXivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ]")
_BLANKS = re.compile(r"\s+")
_LONGEST_ENTRY = 60
_MOST_ENTRIES = 400
_FEWEST_ENTRIES = 3
_SHARE = 0.75


def find_contents(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it belongs to a table of contents."""
    flags = [
        len(text) <= 200
        and (
            _LEADER.search(text) is not None
            or _ANCHOR.fullmatch(text) is not None
            or (ENTRY_FIELD.search(text) is not None and text[-1] not in "。；")
        )
        for text in texts
    ]
    for index, text in enumerate(texts):
        if text[:3].strip("# ")[:1] in _TITLE_STARTS and _TITLE.fullmatch(text):
            for entry in range(index, _end_of_entries(texts, index, flags)):
                flags[entry] = True
        elif text[-1:] in ("录", "錄", "次") and _TITLE_OF_DOCUMENT.fullmatch(text):
            # The title itself stays: it may be printed nowhere else.
            for entry in range(index + 1, _end_of_entries(texts, index, flags)):
                flags[entry] = True
    _bridge(texts, flags)
    return flags


def _end_of_entries(texts: Sequence[str], title: int, flags: Sequence[bool]) -> int:
    """Return the index of the line after the last entry of the table with its title at `title`.

    The table ends at the latest where the text repeats its first entry or a paragraph stands. An entry has a
    leader or a page number, or comes again as a heading below; what stands between the last entry and the
    text (a foreword, the head of a notice) is none.
    """
    lines: list[int] = []
    # What the text repeats where it begins: the first entry, as it is and without its page.
    firsts: list[str] = []
    asked = 0
    end = min(len(texts), title + 1 + _MOST_ENTRIES)
    for index in range(title + 1, end):
        text = texts[index]
        if not text:
            continue
        repeats = (
            len(lines) >= _FEWEST_ENTRIES and not flags[index] and _squeeze(text).startswith(tuple(firsts))
        )
        if repeats or (len(text) > _LONGEST_ENTRY and not flags[index]):
            end = index
            break
        lines.append(index)
        # A foreword may be printed nowhere below: then the first entry with a number is repeated.
        if asked == 0 or (
            asked == 1 and not _is_numbered(lines[:-1], texts) and _is_numbered([index], texts)
        ):
            asked += 1
            # A number alone on its line has no key: every text begins with that.
            firsts += filter(None, (entry_key(text), entry_key(_PAGE_BEFORE.sub("", text))))
    marked = [flags[index] or _PAGE_AFTER_BLANK.search(texts[index]) is not None for index in lines]
    keys = [entry_key(texts[index]) for index in lines]
    again = _come_again(keys, texts[end:])
    if not any(again):
        again = _come_again([entry_key(_PAGE_BEFORE.sub("", texts[index])) for index in lines], texts[end:])
    are_entries = [a or b for a, b in zip(marked, again, strict=True)]
    for size in range(len(are_entries), _FEWEST_ENTRIES - 1, -1):
        if are_entries[size - 1] and sum(are_entries[:size]) >= _SHARE * size:
            return lines[size - 1] + 1
    return max([title + 1, *(index + 1 for index in lines if flags[index])])


def _is_numbered(lines: Sequence[int], texts: Sequence[str]) -> bool:
    """Tell whether one of these lines begins with a number."""
    headings = (parse_heading(texts[index]) for index in lines)
    return any(heading is not None and heading.number is not None for heading in headings)


def _come_again(keys: Sequence[str], below: Sequence[str]) -> list[bool]:
    """Tell for each key whether a line below begins with it: alone, or before its paragraph."""
    sizes = sorted({len(key) for key in keys})
    wanted = set(keys)
    found: set[str] = set()
    for text in below:
        if text:
            line = _squeeze(text[: 2 * _LONGEST_ENTRY])
            found |= {line[:size] for size in sizes if line[:size] in wanted}
    return [key in found for key in keys]


def _squeeze(text: str) -> str:
    """Return a line without blanks and without the marks of a Markdown heading."""
    return _BLANKS.sub("", text).lstrip("#")


def entry_key(text: str) -> str:
    """Return what an entry and the heading it stands for have in common: no blanks, no page number."""
    return _squeeze(_PAGE.sub("", text))


def _bridge(texts: Sequence[str], flags: list[bool]) -> None:
    """Take in the first lines of entries that run over two lines, the last of which has the leader.

    So are the Roman numbers of the pages that the table stands on.
    """
    for index in range(1, len(texts)):
        if flags[index - 1] and not flags[index] and _ROMAN_PAGE.fullmatch(texts[index]):
            flags[index] = True
        if not flags[index] or flags[index - 1] or not texts[index - 1]:
            continue
        before = next((i for i in range(index - 2, -1, -1) if texts[i]), None)
        heading = parse_heading(texts[index - 1])
        if (
            before is not None
            and flags[before]
            and heading is not None
            and parse_heading(texts[index]) is None
        ):
            flags[index - 1] = True
