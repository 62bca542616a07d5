"""Time codes of subtitles and minutes of a recording, with the number of each piece above them.

```text
2
00:00:05,200 --> 00:00:11,640
市水务局要在汛前清淤管网
```
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_CODE = re.compile(rf"[\[(]?{_CLOCK}\s*(?:-->|->|→|—|–|-|~)\s*{_CLOCK}(?:\s+[a-z]+:\S{{1,20}}){{0,4}}[\])]?")
_COUNT = re.compile(r"\d{1,5}")
_FEWEST = 2


def find_time_codes(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is a time code, or counts the piece below it."""
    flags = [False] * len(texts)
    codes = [index for index, text in enumerate(texts) if text and ":" in text and _CODE.fullmatch(text)]
    if len(codes) < _FEWEST:
        return flags
    for index in codes:
        flags[index] = True
        if index and _COUNT.fullmatch(texts[index - 1]):
            flags[index - 1] = True
    return flags
