r"""Line ends that few files have: `\v`, `\f`, NEL, and the two of Unicode; `\r` among lines that end in `\n`.

Raw lines end as `split_lines` says. Behind one of these, within such a line, a line is cut, as behind a line
end that mark-up writes out.
"""

from __future__ import annotations

import re

from gangyao.document.source import Source
from gangyao.layout.split import INVISIBLE, line_end_of

_RARE = "\v\f\x85\u2028\u2029\r"
_BLANK = re.compile(f"[{re.escape(INVISIBLE)}]+")
_LAST = re.compile(f"[{_RARE}](?=[^{_RARE}]*$)")
# Among others of its block NEL is a byte of a character that was read in the wrong encoding.
_NEL = "\x85"
_BYTES = re.compile("[\x80-\x84\x86-\x9f]")


def find_rare_line_ends(source: Source) -> list[int]:
    """Return the raw offsets behind rare line ends that have text of the same raw line before and behind."""
    ends: list[int] = []
    for file in source.files:
        text = source.text[file.raw_start : file.raw_end]
        if any(mark in text for mark in _RARE):
            usual = line_end_of(text)
            is_byte = _NEL in text and _BYTES.search(text) is not None
            for blank in _BLANK.finditer(text):
                is_inside = blank.start() > 0 and blank.end() < len(text) and usual not in blank[0]
                is_end = is_inside and not (is_byte and _NEL in blank[0])
                if is_end and (last := _LAST.search(blank[0])) is not None:
                    ends.append(file.raw_start + blank.start() + last.end())
    return ends
