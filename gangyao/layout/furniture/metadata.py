"""What is printed about a document above its text: front matter, and lines of keys and values.

Pages of governments list 索引号, 发文机关, 成文日期 … before the title, converters of law databases a list of
bullets below it. A key alone proves nothing (`名称：` begins a line of many texts): several such lines stand
together before the text begins, or one names the index number, which nothing else has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.fact_labels import fits_label, labelled_values, lone_label

_RULE = re.compile(r"-{3,}|\+{3,}")
_YAML = re.compile(r"[A-Za-z_][\w-]{0,30}\s*[:=](?:\s.*)?|-\s.*|[\]}{\[\"'#].*|\s.*")
_JSON = re.compile(r"\"[\w-]{1,30}\"\s*:\s*[^\n]{1,200}")
_MOST_YAML = 60
_SURE = frozenset({"索引号", "索引號"})
_BULLET = re.compile(r"(?:[-*·•●]\s*)+")
# Bold in Markdown, around a label or what it stands with: **文号**：….
_BOLD = "**"
# Minutes print when they met so; a page when it was put out, by the clock: 时间：2025-06-10 08:30.
_TIME = "时间"
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
# 摘要：, 有无附件：无; whom a dispatch addresses takes more.
_UNKNOWN_KEY = re.compile(r"[\u4e00-\u9fff]{2,4}[：:]|[\u4e00-\u9fff]{2,6}[：:]\s*[^：:。，；]{1,40}")
# Lines of metadata stand among this many first lines with text.
_REACH = 30
_FEWEST = 2
_LONGEST = 200


def find_front_matter(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it belongs to the front matter at the head of the file.

    That is YAML or TOML between two rules, JSON between braces, or the templates of a wiki (`{{header`,
    `| title = …`, `}}`).
    """
    flags = [False] * len(texts)
    first = next((index for index, text in enumerate(texts) if text), len(texts))
    if first < len(texts) and texts[first].startswith("{{"):
        end = _templates_end(texts, first)
        flags[first:end] = [True] * (end - first)
        return flags
    if first < len(texts) and texts[first] == "{":
        end = next((n for n in range(first + 1, len(texts)) if not _JSON.fullmatch(texts[n])), len(texts))
        if end < len(texts) and texts[end] == "}":
            flags[first : end + 1] = [True] * (end + 1 - first)
        return flags
    if first == len(texts) or not _RULE.fullmatch(texts[first]):
        return flags
    for index in range(first + 1, min(first + 1 + _MOST_YAML, len(texts))):
        text = texts[index]
        if text == texts[first]:
            flags[first : index + 1] = [True] * (index + 1 - first)
            return flags
        if text and not _YAML.fullmatch(text):
            return flags
    return flags


def _templates_end(texts: Sequence[str], first: int) -> int:
    """Return the line behind the templates that begin at `first`, `first` where they are never closed."""
    depth = 0
    end = first
    for index in range(first, min(first + _MOST_YAML, len(texts))):
        text = texts[index]
        if depth == 0 and text and not text.startswith("{{"):
            break
        depth += text.count("{{") - text.count("}}")
        if depth == 0:
            end = index + 1
    return end


def find_metadata(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is a key above the text, or the value of one."""
    flags = [False] * len(texts)
    printed = [index for index, text in enumerate(texts) if text][:_REACH]
    keys = [_labels(texts[index]) for index in printed]
    found: list[int] = []
    for place, index in enumerate(printed):
        if _is_unknown_key(texts[index], place, keys):
            found.append(place)
        elif not keys[place] and not _is_value(texts[index], place, keys, texts[printed[place - 1]]):
            if _begins_text(texts[index]):
                break
            continue
        found.append(place)
    labels = [label for place in found for label in keys[place]]
    if len(labels) >= _FEWEST or not _SURE.isdisjoint(labels):
        for place in found:
            flags[printed[place]] = True
    return flags


def _is_unknown_key(text: str, place: int, keys: Sequence[Sequence[str]]) -> bool:
    """Tell whether a line has the form of a key that no list has, and stands between two that are known."""
    is_between = 0 < place < len(keys) - 1 and bool(keys[place - 1]) and bool(keys[place + 1])
    return is_between and not keys[place] and _UNKNOWN_KEY.fullmatch(text) is not None


def _is_value(text: str, place: int, keys: Sequence[Sequence[str]], before: str) -> bool:
    """Tell whether a line is the value of a key that stands alone on the line before.

    It has the form of one, or the next line is a key again: the title may stand below the last key.
    """
    above = keys[place - 1] if place > 0 else []
    is_alone = before[-1] in ":：" or lone_label(before) is not None
    if not above or not is_alone or _begins_text(text):
        return False
    return fits_label(above[-1], text) or (place + 1 < len(keys) and bool(keys[place + 1]))


def _labels(text: str) -> list[str]:
    """Return the labels of a line of metadata, without white space; none for any other line."""
    if len(text) > _LONGEST:
        return []
    if (alone := lone_label(text)) is not None:
        return [] if alone == _TIME else [alone]
    if ends_sentence(text) and not text.endswith((":", "：")):
        return []
    bullet = _BULLET.match(text)
    entry = text[bullet.end() :] if bullet else text
    labelled = labelled_values(entry.replace(_BOLD, ""))
    if len(labelled) == 1 and labelled[0][0] == _TIME and _CLOCK.search(labelled[0][1]) is None:
        return []
    return [label for label, _ in labelled]


def _begins_text(text: str) -> bool:
    """Tell whether the text of the document has begun: a sentence, or a heading that is no title."""
    heading = parse_heading(text)
    return (heading is not None and heading.family != "markdown") or ends_sentence(text)
