"""Text within JSON: the values that programs call text, at any depth, or the ones that hold the Chinese.

`{"title": "某市种业方案", "content": ["一、总体要求", …]}`: a value belongs to the key before it, one of a
list to that of the list. Which keys hold text is known by their names, else by how much of the Chinese is
theirs.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from gangyao.layout.split import INVISIBLE
from gangyao.markup.block_labels import FURNITURE, LABEL_KEYS

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|[{}\[\]]', re.DOTALL)
_COLON = re.compile(r"\s*:")
_TEXT = frozenset(
    (
        *("text", "texts", "content", "contents", "block_content", "rec_text", "rec_texts", "markdown", "md"),
        *("title", "body", "paragraph", "paragraphs", "正文", "内容", "标题", "段落"),
    )
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]|\\u[4-9][0-9a-fA-F]{3}")
# Where keys of these names hold less of the Chinese, others are text as well: the fewest that hold so much.
_MOST = 0.8


class Value(NamedTuple):
    """A string that is no key: its key, where its block begins, where it stands between its quotation marks.

    The block is -1 where it stands in none.
    """

    key: str
    block: int
    start: int
    end: int


def is_json(text: str) -> bool:
    """Tell whether a text is one value of JSON, or one on each of its lines."""
    if _is_value(text):
        return True
    lines = [line for line in text.split("\n") if line.strip(INVISIBLE)]
    return len(lines) > 1 and all(_is_value(line) for line in lines)


def find_text_in_json(text: str) -> list[tuple[int, int]]:
    """Return the spans of the values that are text; `text` is JSON."""
    values = list(_values(text))
    chinese: Counter[str] = Counter()
    for one in values:
        chinese[one.key] += len(_CHINESE.findall(text, one.start, one.end))
    wanted = _wanted(chinese)
    furniture = {
        one.block
        for one in values
        if one.block >= 0 and one.key.lower() in LABEL_KEYS and FURNITURE.fullmatch(text, one.start, one.end)
    }
    return [(one.start, one.end) for one in values if one.key in wanted and one.block not in furniture]


def _wanted(chinese: Counter[str]) -> frozenset[str]:
    """Return the keys whose values are text."""
    known = _TEXT & chinese.keys()
    held, least = sum(chinese[key] for key in known), _MOST * chinese.total()
    wanted = set(known)
    for key, count in chinese.most_common():
        if held >= least:
            break
        if key not in known:
            wanted.add(key)
            held += count
    return frozenset(wanted)


def _values(text: str) -> Iterator[Value]:
    """Yield the strings that are no keys, with the key and the block that each stands under."""
    above: list[tuple[str, int]] = []
    key, block = "", -1
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in ("{", "["):
            above.append((key, block))
            block = token.start() if mark == "{" else block
        elif mark in ("}", "]"):
            key, block = above.pop() if above else ("", -1)
        elif _COLON.match(text, token.end()) is not None:
            key = token[1]
        else:
            yield Value(key, block, token.start(1), token.end(1))


def _is_value(text: str) -> bool:
    try:
        json.loads(text.strip(INVISIBLE), strict=False)
    # What is nested deeper than Python calls functions was written by no program that prints pages.
    except (ValueError, RecursionError):
        return False
    return True
