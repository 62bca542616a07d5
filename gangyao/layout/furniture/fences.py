"""Fences of code that models put around a text they were asked for, and what they say before and after it.

`````text
当然可以！以下是图片中的文字内容：
```markdown
# 某县实施方案
…
```
`````

So are the lines in which a model thinks aloud before it answers (`<think>…</think>`), and a first line that
announces what was read from a picture, with fences or without.

A line that is a fence is no text anywhere. What stands outside of the fences is a remark where they hold all
but a few short lines of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[ \t]*[A-Za-z0-9_+.-]{0,20}")
# 好的，以下是图片中的文字内容：, 图片文字提取如下：, OCR识别结果：.
_ANNOUNCES = re.compile(
    r"(?:(?:好的?|当然(?:可以)?|没问题|您好|你好)[，,。！!]\s*)?[^，,。！!：:]{0,10}"
    r"(?:图片|圖片|图像|图中|截图|影像|照片|扫描件|OCR|识别)[^，,。！!：:]{0,12}"
    r"(?:文字|文本|内容|內容|结果|結果)[^，,。！!：:]{0,10}[：:]?[。]?",
    re.IGNORECASE,
)
# 好的，我已经识别了这一页，内容如下：, 这份文件的正文转写如下（保留原有格式）：.
_ANNOUNCES_BELOW = re.compile(
    r"(?=[^。]{0,40}(?:识别|轉寫|转写|转录|提取|OCR))(?=[^。]{0,50}(?:内容|文字|文本|结果|正文|格式))[^。]{4,60}[：:]"
)
# 以上内容已按原文版式整理，如需继续识别下一页请告诉我。
_TALK = re.compile(
    r"(?:以上|上述)(?:内容|文字|文本|即|是|为|就是)[^。]{0,24}(?:识别|整理|转录|转写|提取|图片|图中|版式|排版|原文)"
    r"|(?:识别|转录|转写|提取)(?:已)?(?:结果|完成|完毕)(?:如下)?[。：:！!]"
)
# To whom it speaks shows that a line is none of the text, with fences or without.
_TO_READER = re.compile(
    r"(?:告诉|告知)我|需要我(?:继续|进一步|帮)|希望(?:这|以上|对您|能)[^。]{0,12}(?:帮助|帮到)(?:了?您|[。！])"
)
_LONGEST_ANNOUNCEMENT = 40
# A remark has so many lines, each no longer (by hand).
_MOST_BEFORE, _MOST_AFTER = 2, 3
_LONGEST = 120
# The fences hold so many times as much as the lines outside (by hand).
_TIMES = 2
# Remarks are sentences, or announce what follows; the head and the foot of a dispatch are not.
_REMARK_ENDS = frozenset("：:。.！!？?～~")


def find_fences(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is a fence, or a remark outside of the text."""
    fences = [n for n, text in enumerate(texts) if text[:3] in ("```", "~~~") and _FENCE.fullmatch(text)]
    flags = [False] * len(texts)
    for index in fences:
        flags[index] = True
    answer = _end_of_thought(texts)
    for index in range(answer):
        flags[index] = bool(texts[index])
    first = next((n for n in range(answer, len(texts)) if texts[n]), None)
    if (
        first is not None
        and len(texts[first]) <= _LONGEST_ANNOUNCEMENT
        and (_ANNOUNCES.fullmatch(texts[first]) or _ANNOUNCES_BELOW.fullmatch(texts[first]))
    ):
        flags[first] = texts[first][-1] in "：:。" and first + 1 < len(texts)
    last = max((n for n, text in enumerate(texts) if text and not flags[n]), default=0)
    if last > 0 and len(texts[last]) <= _LONGEST and _TO_READER.search(texts[last]):
        flags[last] = True
    if len(fences) >= 2 and len(fences) % 2 == 0:
        outside = _remarks(texts, fences)
        for index in outside:
            flags[index] = True
    return flags


def _end_of_thought(texts: Sequence[str]) -> int:
    """Return the index behind the lines in which a model thought before its answer; 0 where it did not."""
    first = next((text for text in texts if text), "")
    if not first.startswith("<think>"):
        return 0
    return next((n + 1 for n, text in enumerate(texts) if text.endswith("</think>")), 0)


def _remarks(texts: Sequence[str], fences: Sequence[int]) -> list[int]:
    """Return the lines before the first fence and behind the last one; none where they may be the text."""
    before = [n for n in range(fences[0]) if texts[n]]
    after = [n for n in range(fences[-1] + 1, len(texts)) if texts[n]]
    lines = [*before, *after]
    if len(before) > _MOST_BEFORE or len(after) > _MOST_AFTER:
        return []
    if any(len(texts[n]) > _LONGEST or texts[n][-1] not in _REMARK_ENDS for n in lines):
        return []
    pairs = zip(fences[::2], fences[1::2], strict=True)
    inside = sum(len(text) for start, end in pairs for text in texts[start + 1 : end])
    # What says of itself that it is none of the text needs no comparison.
    said = [
        n
        for n in lines
        if _TALK.search(texts[n]) or _TO_READER.search(texts[n]) or _ANNOUNCES.fullmatch(texts[n])
    ]
    others = sum(len(texts[n]) for n in lines if n not in said)
    return lines if inside >= _TIMES * others else said
