"""What programs print for an empty cell of a table, and over a column that has no head."""

from __future__ import annotations

import re

# pandas, and converters that use it.
_NOTHING = r"(?:NaN|nan|NaT|<NA>|Unnamed: \d{1,3}(?:_level_\d)?)"
NOTHING = re.compile(_NOTHING)
#: A row of nothing else between its pipes.
EMPTY_ROW = re.compile(rf"(?=.*[A-Z])[ \t|｜]*(?:{_NOTHING}[ \t|｜]+)*{_NOTHING}[ \t|｜]*", re.IGNORECASE)
