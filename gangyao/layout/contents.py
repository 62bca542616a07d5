"""Printed tables of contents.

An entry is known by its leader (dots and a page number). Where the entries have none, or only some of
them, the table begins with its title (目录) and ends before the line with which the text repeats its first
entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.outline.numbering import parse_heading

_TITLE = re.compile(r"#*\s*目\s*[录錄次]\s*")
_LEADER = re.compile(r"(?:[.．·•…‥。_\-—]\s?){4,}[（(\s]*[0-9０-９IVXivx]{1,4}[）)]?$|(?:[.．·•…‥_]\s?){8,}$")
_PAGE = re.compile(r"[\s.．·•…‥_\-—]*[（(]?[0-9０-９IVXivx]{1,4}[）)]?$|[\s.．·•…‥_]+$")
_BLANKS = re.compile(r"\s+")
_LONGEST_ENTRY = 60
_MOST_ENTRIES = 400
_FEWEST_ENTRIES = 3
_SHARE = 0.75


def find_contents(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it belongs to a table of contents."""
    flags = [len(text) <= 200 and _LEADER.search(text) is not None for text in texts]
    for index, text in enumerate(texts):
        if text[:3].strip("# ").startswith("目") and _TITLE.fullmatch(text):
            for entry in range(index, _end_of_entries(texts, index, flags)):
                flags[entry] = True
    _bridge(texts, flags)
    return flags


def _end_of_entries(texts: Sequence[str], title: int, flags: Sequence[bool]) -> int:
    """Return the index of the line after the last entry of the table with its title at `title`."""
    entries: list[int] = []
    seen: set[str] = set()
    for index in range(title + 1, min(len(texts), title + 1 + _MOST_ENTRIES)):
        text = texts[index]
        if not text:
            continue
        key = entry_key(text)
        if key in seen and (len(entries) >= _FEWEST_ENTRIES):
            # The text begins where it repeats an entry; entries in between that were only prose are none.
            return (
                index if key == entry_key(texts[entries[0]]) or flags[entries[-1]] else _last(entries, flags)
            )
        if len(text) > _LONGEST_ENTRY and not flags[index]:
            if _come_again(texts, index, seen):
                return index
            break
        entries.append(index)
        seen.add(key)
    return max([title + 1, *(index + 1 for index in entries if flags[index])])


def _come_again(texts: Sequence[str], start: int, entries: set[str]) -> bool:
    """Tell whether most of the entries come again below a foreword that begins at `start`."""
    if len(entries) < _FEWEST_ENTRIES:
        return False
    below = {entry_key(text) for text in texts[start:] if len(text) <= _LONGEST_ENTRY}
    return len(entries & below) >= _SHARE * len(entries)


def _last(entries: Sequence[int], flags: Sequence[bool]) -> int:
    return max((index + 1 for index in entries if flags[index]), default=entries[0])


def entry_key(text: str) -> str:
    """Return what an entry and the heading it stands for have in common: no blanks, no page number."""
    return _BLANKS.sub("", _PAGE.sub("", text))


def _bridge(texts: Sequence[str], flags: list[bool]) -> None:
    """Take in the first lines of entries that run over two lines, the last of which has the leader."""
    for index in range(1, len(texts)):
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
