"""Text from outside, made safe to show: one line, bounded, without characters that act when shown."""

from __future__ import annotations

import re

# As long as a line that can still be read at a glance; a message that quotes a whole file helps nobody.
LONGEST = 300
# Control characters (a terminal obeys them), surrogates (no encoding can write them), and what is invisible
# or turns the direction of what follows: soft hyphen, Arabic letter mark, zero-width and bidi marks, line and
# paragraph separator, word joiner and its like, byte order mark, interlinear and tag characters.
ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def escaped(text: str) -> str:
    r"""Return `text` with every acting character written as Python escapes it (`\x1b`, `\u202e`)."""
    return ACTING.sub(lambda found: ascii(found.group())[1:-1], text)


def escaped_lines(text: str) -> str:
    """Return `text` with its acting characters escaped, its line feeds as they are."""
    return "\n".join(map(escaped, text.split("\n")))


def without_controls(text: str) -> str:
    """Return `text` with the control characters that a terminal obeys escaped; white space stays."""
    return CONTROLS.sub(lambda found: ascii(found.group())[1:-1], text)


def one_line(text: str, longest: int = LONGEST) -> str:
    """Return `text` as one line of at most `longest` code points that may be printed anywhere."""
    # What is cut off need not be looked at: a text may be as long as a file.
    line = escaped(" ".join(text[: 4 * longest].split()))
    return line if len(line) <= longest and len(text) <= 4 * longest else line[: longest - 1] + "…"
