r"""Backslashes before characters that Markdown would take for mark-up: `1\. 扩大规模`, `\[2024\]5号`."""

from __future__ import annotations

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds
from gangyao.markup.markdown_escapes import ESCAPED

_GROUNDS = Grounds("markup", "markdown", "the backslash of an escaped character")


def find_markdown_escapes(scan: Scan) -> Findings:
    """Delete the backslashes of escaped characters."""
    if "\\" not in scan.text:
        return NOTHING
    edits: list[Edit] = []
    for found in ESCAPED.finditer(scan.text):
        edits.append(Edit(found.start(), found.start() + 1, "", _GROUNDS))
        if found["open"] is not None:
            edits.append(Edit(found.end() - 2, found.end() - 1, "", _GROUNDS))
    return Findings(edits)
