"""What is printed about a document above its text: YAML front matter, and lines of keys and values.

Pages of governments list 索引号, 发文机关, 成文日期 … before the title, converters of law databases a list of
bullets below it. A key alone proves nothing (`名称：` begins a line of many texts): several such lines stand
together before the text begins, or one names the index number, which nothing else has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence

_RULE = re.compile(r"-{3,}|\+{3,}")
_YAML = re.compile(r"[A-Za-z_][\w-]{0,30}\s*[:=](?:\s.*)?|-\s.*|[\]}{\[\"'#].*|\s.*")
_MOST_YAML = 60
_KEYS = (
    "索引号|主题分类|主题词|发文机关|发文机构|发布机构|发布机关|发布单位|发文单位|制定机关|公布机关|成文日期|发文日期|发布日期|"
    "公布日期|公开日期|生成日期|发布时间|公开方式|公开范围|公开时限|公开形式|公开类型|公开属性|有效性|时效性|效力级别|效力状态|"
    "施行日期|实施日期|生效日期|废止日期|失效日期|发文字号|文号|文件编号|统一编号|登记号|信息类别|信息分类|体裁分类|组配分类|公文种类|"
    "文种|服务对象|关键词|关键字|标题|名称|信息名称|信息来源|来源|作者|责任编辑|浏览次数|浏览量|点击数|点击量|阅读次数|内容概述|内容分类|"
    "法律法规分类|索引號|發文機關|發布日期|公布日期|主管機關|修正日期"
)
_SURE = frozenset({"索引号", "索引號"})
_BLANK = re.compile(r"[\s\u3000]+")
_BULLET = re.compile(r"[-*·•●]\s*")
_ENTRY = re.compile(r"([^：:]{2,14})[：:](.{0,120})")
# Lines of metadata stand among this many first lines with text.
_REACH = 30
_FEWEST = 2
_LONGEST = 200


def find_front_matter(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it belongs to the YAML front matter at the head of the file."""
    flags = [False] * len(texts)
    first = next((index for index, text in enumerate(texts) if text), len(texts))
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


def find_metadata(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is a key with its value above the text."""
    flags = [False] * len(texts)
    entries: list[int] = []
    sure = False
    seen = 0
    for index, text in enumerate(texts):
        if not text:
            continue
        seen += 1
        if seen > _REACH:
            break
        key = _key(text)
        if key is not None:
            entries.append(index)
            sure = sure or key in _SURE
        elif _begins_text(text):
            break
    if sure or len(entries) >= _FEWEST:
        for index in entries:
            flags[index] = True
    return flags


def _key(text: str) -> str | None:
    """Return the key of a line of metadata, without white space; None for any other line."""
    if len(text) > _LONGEST:
        return None
    bullet = _BULLET.match(text)
    entry = _ENTRY.match(text, bullet.end() if bullet else 0)
    if entry is None or (ends_sentence(text) and not text.endswith((":", "："))):
        return None
    key = _BLANK.sub("", entry[1]).strip("*【】[]")
    return key if re.fullmatch(_KEYS, key) else None


def _begins_text(text: str) -> bool:
    """Tell whether the text of the document has begun: a sentence, or a heading that is no title."""
    heading = parse_heading(text)
    return (heading is not None and heading.family != "markdown") or ends_sentence(text)
