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
from dataclasses import replace

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.layout import Aside
from gangyao.layout.schedules import is_schedule
from gangyao.layout.split import RawLine

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_CODE = re.compile(rf"[\[(]?{_CLOCK}\s*(?:-->|->|→|—|–|-|~)\s*{_CLOCK}(?:\s+[a-z]+:\S{{1,20}}){{0,4}}[\])]?")
# Who speaks, and when: 发言人1 00:02:14.
_SPEAKER = re.compile(
    rf"(?:(?:发言人|说话人|讲话人|主持人|Speaker|SPEAKER)[\s_]?[\dA-Z]{{0,3}}\s*[：:]?\s*[\[(（]?{_CLOCK}[\])）]?"
    rf"|[\[(（]?{_CLOCK}[\])）]?\s*(?:发言人|说话人|讲话人|Speaker|SPEAKER)[\s_]?[\dA-Z]{{0,3}}\s*[：:]?"
    r"|[\[(（]?\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?[\])）]?)"
)
_HEAD = re.compile(rf"\[{_CLOCK}(?:\s*(?:-->|-|–|—)\s*{_CLOCK})?\]\s*(?=\S)")
_REASON = "when it is said"
_COUNT = re.compile(r"\d{1,5}")
_FEWEST = 2


def find_time_codes(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is a time code, or counts the piece below it."""
    flags = [False] * len(texts)
    codes = [index for index, text in enumerate(texts) if ":" in text and _is_code(text)]
    if len(codes) < _FEWEST:
        return flags
    for index in codes:
        flags[index] = True
        if index and _COUNT.fullmatch(texts[index - 1]):
            flags[index - 1] = True
    return flags


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None or _SPEAKER.fullmatch(text) is not None


def set_time_codes_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without the time in brackets before what is said then, and that by line.

    One alone may be anything; where others stand on lines of their own, the lines below them have none.
    """
    lines = list(raw)
    heads = {
        n: head for n, line in enumerate(raw) if line.text[:1] == "[" and (head := _HEAD.match(line.text))
    }
    if len(heads) < _FEWEST or is_schedule(head[0] for head in heads.values()):
        return lines, {}
    for index, head in heads.items():
        line = raw[index]
        lines[index] = replace(line, text=line.text[head.end() :], text_start=line.text_start + head.end())
    return lines, {
        index: [Aside(raw[index].text_start, raw[index].text_start + head.end(), "written-out", _REASON)]
        for index, head in heads.items()
    }


def find_parted_by_codes(texts: Sequence[str], codes: Sequence[bool]) -> list[int]:
    """Return the lines below time codes that go on a sentence which these part.

    None where most pieces end without a mark: what is spoken there has none.
    """
    parted: list[int] = []
    pieces = ended = 0
    above, is_below = "", False
    # What stands above the first code is no piece: the title of what is spoken.
    for index, text in enumerate(texts):
        if codes[index] or not text:
            is_below = is_below or codes[index]
            continue
        if is_below and above:
            pieces += 1
            ended += ends_sentence(above)
            if not ends_sentence(above) and parse_heading(text) is None:
                parted.append(index)
        above, is_below = text if is_below or above else "", False
    return parted if 2 * ended >= pieces else []
