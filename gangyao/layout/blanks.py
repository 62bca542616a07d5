"""Wide blanks within a line of plain text, and what they part: columns, or the cells of a table."""

from __future__ import annotations

import re

#: What stands on a line between its ends, tabs and two or more blanks.
PIECE = re.compile(r"[^ \u3000\t\n](?:[^ \u3000\t\n]|[ \u3000](?![ \u3000\n]|$))*")
