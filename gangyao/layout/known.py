"""What the reader of a file knows of its lines, put before what their text alone tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gangyao.document.layout import LineKind
from gangyao.document.printed import PrintedLine

_CONTENTS = re.compile(r"目\s*[录次錄]")

#: For each raw line what its reader knows; None for a line of a text file.
Known = Sequence[PrintedLine | None]


def without_known_furniture(texts: Sequence[str], known: Known) -> list[str]:
    """Return the texts of lines, those hidden of which it is known whether they are furniture.

    Cells of tables are hidden too: they look like page numbers. Headings are not: they tell what a table of
    contents is.
    """
    return [
        "" if line is not None and _is_settled(line) else text
        for text, line in zip(texts, known, strict=True)
    ]


def _is_settled(line: PrintedLine) -> bool:
    return line.cell is not None or line.role in ("furniture", "contents", "heading", "box")


def known_kinds(
    kinds: Sequence[LineKind | None], texts: Sequence[str], known: Known
) -> list[LineKind | None]:
    """Return which lines are set aside, and as what, where their readers know better than their text."""
    found: list[LineKind | None] = []
    for kind, text, line in zip(kinds, texts, known, strict=True):
        if line is None or not text or not _is_settled(line):
            found.append(kind)
        elif line.role == "furniture":
            found.append("furniture")
        else:
            found.append("contents" if line.role == "contents" else None)
    # The head of a table of contents is set as large as headings are.
    for place, (text, line) in enumerate(zip(texts, known, strict=True)):
        if line is not None and line.role == "heading" and _CONTENTS.fullmatch(text):
            after = next((n for n in range(place + 1, len(texts)) if texts[n]), place)
            found[place] = "contents" if found[after] == "contents" else found[place]
    return found


def known_joins(joins: Sequence[bool], read: Sequence[int], known: Known) -> list[bool]:
    """Return which lines that are read go on the line before them, where their readers know it.

    `read` are the raw lines that are read, by index. A line that goes on one that is set aside begins anew.
    """
    found: list[bool] = []
    for place, index in enumerate(read):
        line = known[index]
        joined = joins[place] if line is None or line.joins_previous is None else line.joins_previous
        found.append(joined and place > 0)
    return found


def known_kind(lines: Sequence[int], known: Known) -> LineKind | None:
    """Return the kind of a block of raw lines that is read, by the first of them; None where it is open."""
    first = known[lines[0]]
    if first is None:
        return None
    if first.cell is not None or first.role == "box":
        return "table"
    return "heading" if first.role == "heading" else "paragraph" if first.role == "note" else None


def has_known_joins(read: Sequence[int], known: Known) -> bool:
    """Tell whether readers know of each line that is read whether it goes on the one before it."""
    lines = [known[index] for index in read]
    return all(line is not None and line.joins_previous is not None for line in lines)


def has_known_order(known: Known) -> bool:
    """Tell whether the order of lines is certain: no pages, or no two beside each other on one.

    Only columns can be read in a wrong order; where there are some, the text is asked too.
    """
    if any(line is None for line in known):
        return False
    heights: dict[int, list[tuple[float, float]]] = {}
    for line in known:
        if line is not None and line.page is not None and line.box is not None and not _is_settled(line):
            heights.setdefault(line.page, []).append((line.box.top, line.box.bottom))
    return not any(_overlap(sorted(on_page)) for on_page in heights.values())


def _overlap(heights: Sequence[tuple[float, float]]) -> bool:
    """Tell whether two lines, sorted by their tops, share most of their height."""
    return any(
        min(bottom, next_bottom) - next_top > 0.5 * min(bottom - top, next_bottom - next_top)
        for (top, bottom), (next_top, next_bottom) in pairwise(heights)
    )


def heading_level(line: PrintedLine | None) -> int:
    """Return the rank of a heading that its file marks as one, 0 for other lines."""
    return line.level if line is not None and line.role == "heading" else 0


def is_placed(line: PrintedLine | None) -> bool:
    """Tell whether it is known where on its page a line stands."""
    return line is not None and line.box is not None


def is_note(line: PrintedLine | None) -> bool:
    """Tell whether a line is known to be one of a note."""
    return line is not None and line.role == "note"
