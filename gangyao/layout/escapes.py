r"""Line ends and margins that a program wrote out: `\n`, `\u3000`, `<br/>`, `</p><p>`.

Text that was dumped through JSON holds `\n` in two characters, text cut out of HTML `<br>` and the ends of
its blocks, text out of a workbook `_x000D_`. They end a line as a line feed does, and what stands at the
edges of a line (`\u3000\u3000一、`, `<p><strong>`) is its margin. Both are set aside within the line that
they end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.layout import Aside
from gangyao.document.tables import PrintedTable
from gangyao.layout.split import INVISIBLE, RawLine

# A backslash and a letter begin a LaTeX command too (\nu, \times): none goes on in small letters here.
_BLOCK = r"(?:p|div|h[1-6]|li|ul|ol|section|article|blockquote|center)"
_INLINE = r"(?:strong|b|em|i|u|span|font|a)"
# An end tag of emphasis before that of its block belongs to the line's end.
_END = (
    r"(?:\\r)?\\n(?![a-z])|_x000d_(?:_x000a_)?|<br\s*/?\s*>|&lt;br\s*/?&gt;|(?:&\#(?:13|x0?d);)?&\#(?:10|x0?a);"
    rf"|(?:</{_INLINE}\s*>){{0,4}}</{_BLOCK}\s*>|(?:&lt;/{_INLINE}\s*&gt;){{0,4}}&lt;/{_BLOCK}\s*&gt;"
)
# No attribute is longer in pages of governments than a style of some 200 characters.
_OPENING = rf"<(?:{_BLOCK}|{_INLINE})(?:\s[^<>\n]{{0,300}})?>|&lt;(?:{_BLOCK}|{_INLINE})&gt;"
_LINE_END = re.compile(rf"(?:(?:{_END})[ \t\u3000]*)+", re.IGNORECASE)
_BLANK = r"\\u(?:3000|00a0|2002|2003|200b|feff|0020|0009)|\\[tr](?![a-z])|&nbsp;|&emsp;|&ensp;"
_MARGIN = re.compile(rf"(?:[{re.escape(INVISIBLE)}]|{_BLANK}|{_OPENING})+", re.IGNORECASE)
_RUN = re.compile(rf"(?:[{re.escape(INVISIBLE)}]|{_BLANK}|{_OPENING}|{_END})+", re.IGNORECASE)
_REASON = "a line end or a margin that a program wrote out"


def find_line_ends(text: str, tables: Sequence[PrintedTable]) -> list[int]:
    """Return the raw offsets behind line ends that are written out; those inside a table end no line."""
    if not any(sign in text for sign in ("\\n", "<", "&lt;", "&#", "_x000")):
        return []
    starts = [table.raw_start for table in tables]
    ends: list[int] = []
    for found in _LINE_END.finditer(text):
        place = bisect_right(starts, found.start()) - 1
        if place < 0 or tables[place].raw_end <= found.start():
            ends.append(found.end())
    return ends


def set_margins_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without what is written out at their edges, and that by the indices of the lines."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for index, line in enumerate(raw):
        if "\\" in line.text or "<" in line.text or "&" in line.text or "_x000" in line.text:
            lines[index], asides = _without_margins(line)
            if asides:
                found[index] = asides
    return lines, found


def _without_margins(line: RawLine) -> tuple[RawLine, list[Aside]]:
    text = line.text
    margin = _MARGIN.match(text)
    start = margin.end() if margin is not None else 0
    # The run that ends the line is sought from its start: a line may be little else than such runs.
    tail = next((run for run in _RUN.finditer(text, start) if run.end() == len(text)), None)
    end = tail.start() if tail is not None else len(text)
    if start == 0 and end == len(text):
        return line, []
    spans = [(a, b) for a, b in ((0, start), (end, len(text))) if a < b]
    asides = [Aside(line.text_start + a, line.text_start + b, "written-out", _REASON) for a, b in spans]
    return replace(line, text=text[start:end], text_start=line.text_start + start), asides
