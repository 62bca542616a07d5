"""What a page says of its document: `meta` elements, and the table of facts above the text.

The names of the `meta` elements are those of the Chinese government's rules for its web sites
(国办发〔2019〕19号, annex: 政府网站 网页标签规范).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from gangyao.document.metadata import Field, Finding
from gangyao.document.printed import PrintedLine

_META: dict[str, Field] = {
    "articletitle": "title",
    "pubdate": "published_on",
    "publishdate": "published_on",
    "contentsource": "source",
    "author": "author",
    "indexnumber": "index_number",
}
# Labels of the table of facts, without blanks.
_LABELS: dict[str, Field] = {
    "索引号": "index_number",
    "信息索引号": "index_number",
    "发文机关": "issuers",
    "发布机构": "issuers",
    "发文单位": "issuers",
    "制发机关": "issuers",
    "成文日期": "announced_on",
    "生成日期": "announced_on",
    "发布日期": "published_on",
    "公开日期": "published_on",
    "发布时间": "published_on",
    "标题": "title",
    "名称": "title",
    "信息名称": "title",
    "发文字号": "document_number",
    "文号": "document_number",
}
_ISSUER_BREAK = re.compile(r"[、，,;；\s]+")
_LABEL = re.compile(r"\[?【?([\u4e00-\u9fff]{2,5})】?\]?[：:]?")
_LABELLED = re.compile(
    r"\[?【?([\u4e00-\u9fff][\u4e00-\u9fff\s\u3000]{0,8}[\u4e00-\u9fff])】?\]?\s*[：:]\s*(.{1,120})"
)
_DATE = re.compile(r"((?:19|20)\d\d)\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})")
_LONGEST_TITLE = 120
# Facts stand in so many blocks before the text.
_MOST_FACTS = 60


def find_metadata(
    tree: LexborHTMLParser, blocks: Sequence[PrintedLine]
) -> tuple[list[PrintedLine], tuple[Finding, ...]]:
    """Return the blocks, facts about the document among them set aside, and the facts.

    Where a field is found twice, both are returned, the better source first: the table of facts, then `meta`.
    """
    lines = list(blocks)
    findings = _facts(lines)
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or "").strip().lower()
        value = " ".join((node.attributes.get("content") or "").split())
        if name in _META and value:
            findings += _finding(_META[name], value, f"meta {node.attributes.get('name')}")
    _restore_title(lines, [finding.value for finding in findings if finding.field == "title"])
    return lines, tuple(findings)


def _facts(lines: list[PrintedLine]) -> list[Finding]:
    """Read `label：value` before the text, in one block or two, and set these blocks aside."""
    findings: list[Finding] = []
    first = next(
        (i for i, line in enumerate(lines) if line.role == "text" and len(line.text) > 60), len(lines)
    )
    index = 0
    while index < min(first, len(lines)):
        line = lines[index]
        both = _LABELLED.fullmatch(line.text)
        label = _LABEL.fullmatch("".join(line.text.split()))
        if both is not None and (field := _LABELS.get("".join(both.group(1).split()))):
            findings += _finding(field, both.group(2), f"page: {''.join(both.group(1).split())}")
            lines[index] = _aside(line)
        elif label is not None and (field := _LABELS.get(label.group(1))) and index + 1 < first:
            value = lines[index + 1]
            if _LABEL.fullmatch("".join(value.text.split())) is None or field == "title":
                findings += _finding(field, value.text, f"page: {label.group(1)}")
                lines[index], lines[index + 1] = _aside(line), _aside(value)
                index += 1
        index += 1
    tables = {line.cell.table for line in lines[:first] if line.cell and line.role == "furniture"}
    for index, line in enumerate(lines[:first]):
        if line.cell is not None and line.cell.table in tables:
            lines[index] = _aside(line)
    return findings


def _aside(line: PrintedLine) -> PrintedLine:
    return replace(line, role="furniture", level=0)


def _finding(field: Field, value: str, origin: str) -> list[Finding]:
    if field in ("announced_on", "published_on"):
        found = _DATE.search(value)
        if found is None:
            return []
        try:
            return [Finding(field, date(*map(int, found.groups())).isoformat(), origin)]
        except ValueError:
            return []
    if field == "issuers":
        return [Finding(field, part, origin) for part in _ISSUER_BREAK.split(value) if part]
    return [Finding(field, value.strip(), origin)]


def _restore_title(lines: list[PrintedLine], titles: Sequence[str]) -> None:
    """Make the title above the article a heading again: an `h1`, or what repeats the known title."""
    known = {_plain(title) for title in titles}
    start = next((i for i, line in enumerate(lines) if line.role != "furniture"), len(lines))
    if any(_plain(line.text) in known for line in lines[start : start + 3]):
        return
    above = [
        index
        for index, line in enumerate(lines[:start])
        if len(line.text) <= _LONGEST_TITLE
        and (_plain(line.text) in known or line.level == 1)
        and not line.cell
    ]
    if above:
        lines[above[-1]] = replace(lines[above[-1]], role="heading", level=1)


def _plain(text: str) -> str:
    return re.sub(r"[\s\u3000《》]", "", text)
