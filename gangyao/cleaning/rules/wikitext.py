"""Remnants of a wiki's mark-up: `[[重庆市|重庆]]`, `'''重点'''`, `[[Category:政府工作报告]]`, `{{gap}}`.

A heading (`== 标题 ==`) gets the marks of Markdown (`## 标题`), which the outline reads.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds, drop_overlapping

_GROUNDS = Grounds("markup", "wikitext", "a remnant of a wiki's mark-up")
_MARKED = re.compile(
    r"""
    \[\[:?(?:Category|File|Image|分[类類]|文件|[a-z]{2,3})[:：][^\[\]\n]{0,120}\]\]
    |\[\[(?:[^\[\]|\n]{1,80}\|)?(?P<link>[^\[\]|\n]{1,80})\]\]
    |^[^\S\n]*(?P<equals>={2,6})[ \t]*(?P<heading>[^=\s\n](?:[^=\n]*[^=\s\n])?)[ \t]*(?P=equals)[^\S\n]*$
    |(?P<marks>'{2,3}|'{5})(?P<strong>[^'\n]{1,200}?)(?P=marks)
    |\{\{[A-Za-z][^{}\n]{0,40}\}\}
    """,
    re.VERBOSE | re.MULTILINE,
)


def find_wikitext(scan: Scan) -> Findings:
    """Write links, emphasis and headings of a wiki as plain text; delete categories and short templates."""
    if not any(mark in scan.text for mark in ("[[", "''", "{{", "==")):
        return Findings()
    edits: list[Edit] = []
    for match in _MARKED.finditer(scan.text):
        name = next((name for name in ("link", "heading", "strong") if match[name]), None)
        if name is None:
            edits.append(Edit(match.start(), match.end(), "", _GROUNDS))
            continue
        first, last = match.span(name)
        opening = "#" * len(match["equals"]) + " " if name == "heading" else ""
        edits.append(Edit(match.start(), first, opening, _GROUNDS))
        edits.append(Edit(last, match.end(), "", _GROUNDS))
    return Findings(drop_overlapping(edits))
