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
from gangyao.document.fact_labels import LABELS, fits_label, labelled_values, lone_label

_RULE = re.compile(r"-{3,}|\+{3,}")
_YAML = re.compile(r"[A-Za-z_][\w-]{0,30}\s*[:=](?:\s.*)?|-\s.*|[\]}{\[\"'#].*|\s.*")
_JSON = re.compile(r"\"[\w-]{1,30}\"\s*:\s*[^\n]{1,200}")
_MOST_YAML = 60
_SURE = frozenset({"索引号", "索引號"})
_BLANK = re.compile(r"[\s\u3000]+")
_BULLET = re.compile(r"[-*·•●]\s*")
_ENTRY = re.compile(r"([^：:]{2,14})[：:](.{0,120})")
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
    keys = [_key(texts[index]) for index in printed]
    found: list[int] = []
    for place, index in enumerate(printed):
        if keys[place] is None and not _is_value(texts[index], place, keys, texts[printed[place - 1]]):
            if _begins_text(texts[index]):
                break
            continue
        found.append(place)
    labels = [key for place in found if (key := keys[place]) is not None]
    if len(labels) >= _FEWEST or not _SURE.isdisjoint(labels):
        for place in found:
            flags[printed[place]] = True
    return flags


def _is_value(text: str, place: int, keys: Sequence[str | None], before: str) -> bool:
    """Tell whether a line is the value of a key that stands alone on the line before.

    It has the form of one, or the next line is a key again: the title may stand below the last key.
    """
    key = keys[place - 1] if place > 0 else None
    is_alone = before[-1] in ":：" or lone_label(before) is not None
    if key is None or not is_alone or _begins_text(text):
        return False
    return fits_label(key, text) or (place + 1 < len(keys) and keys[place + 1] is not None)


def _key(text: str) -> str | None:
    """Return the key of a line of metadata, without white space; None for any other line."""
    if len(text) > _LONGEST:
        return None
    if (alone := lone_label(text)) is not None:
        return alone
    if ("\t" in text or text.startswith("【")) and (values := labelled_values(text)):
        return values[0][0]
    bullet = _BULLET.match(text)
    entry = _ENTRY.match(text, bullet.end() if bullet else 0)
    if entry is None or (ends_sentence(text) and not text.endswith((":", "："))):
        return None
    key = _BLANK.sub("", entry[1]).strip("*【】[]")
    return key if key in LABELS else None


def _begins_text(text: str) -> bool:
    """Tell whether the text of the document has begun: a sentence, or a heading that is no title."""
    heading = parse_heading(text)
    return (heading is not None and heading.family != "markdown") or ends_sentence(text)
