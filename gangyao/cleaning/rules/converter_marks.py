"""What converters and models put into a text that no page prints, in the middle of lines.

Raised and lowered figures of pandoc (`km^2^`, `CO~2~`), boxes to tick (`- [x] `, `:selected:`), and marks of
where a model took its answer from (`【4†source】`, `[cite: 12]`).
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.cleaning.rules.latex import SUPERSCRIPT
from gangyao.document.ledger import Edit, Grounds, drop_overlapping

_RAISED = Grounds("markup", "raised", "how pandoc writes raised and lowered figures")
_TICK = Grounds("markup", "tick_box", "how a converter writes a box to tick")
_SOURCE = Grounds("markup", "answer_source", "a model's mark of where it took its words from")
# Each begins with a sign of its own, which is looked for much faster than what must stand before it.
_MARKED = re.compile(
    r"""
    (?P<raised>\^(?<=[^\s\^]\^)(?P<up>[-−+]?\d{1,3}|[\[［【(（]\d{1,3}[\]］】)）]|[①-⑳*†])\^)
    |(?P<lowered>~(?<=[A-Za-z]~)(?P<down>\d{1,2}(?:\.\d)?|x|eq|max|min)~)
    |(?P<token><[|｜][A-Za-z_/▁ ]{1,40}[|｜]>)
    |(?P<box>:(?:un)?selected:[ \t]?)
    |(?P<source>【\d{1,3}(?::\d{1,3})?†[^【】\n]{0,60}】|\[cite(?:_start|_end|:[ \t]*[\d,，\- \t]{1,40})?\]
        |:contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?)
    """,
    re.VERBOSE,
)
_TURNS = re.compile(
    "[\ue200-\ue206]?(?:file)?cite(?:[\ue200-\ue206]?turn\\d{1,3}[a-z]{1,10}\\d{1,3}){1,9}[\ue200-\ue206]?"
)
_AT_HEAD = re.compile(
    r"\n(?P<mark>(?:[-*+•][ \t]+)?\[[ xX√✓✔]\][ \t\u3000]*(?=[\u4e00-\u9fff“《（(\d])"
    r"|\[!(?:NOTE|TIP|INFO|WARNING|IMPORTANT|CAUTION|QUOTE|ABSTRACT|SUMMARY)\][-+]?[ \t]*)"
)
_SIGNS = ("^", "~", "[", "†", "selected:", "<|", "<｜")


def find_converter_marks(scan: Scan) -> Findings:
    """Write figures plainly; delete boxes to tick and marks of sources."""
    text = scan.text
    edits: list[Edit] = []
    if any(sign in text for sign in _SIGNS):
        edits += (_edit(found) for found in _MARKED.finditer(text))
    if "[" in text:
        for head in _AT_HEAD.finditer("\n" + text):
            start, end = head.span("mark")
            edits.append(Edit(start - 1, end - 1, "", _TICK))
    if "citeturn" in text or "cite\ue202" in text:
        edits += (Edit(*found.span(), "", _SOURCE) for found in _TURNS.finditer(text))
    return Findings(drop_overlapping(edits)) if edits else NOTHING


def _edit(found: re.Match[str]) -> Edit:
    if found["raised"]:
        up = found["up"]
        return Edit(*found.span(), up.translate(SUPERSCRIPT) if up[-1].isdecimal() else up, _RAISED)
    if found["lowered"]:
        return Edit(*found.span(), found["down"], _RAISED)
    return Edit(*found.span(), "", _TICK if found["box"] else _SOURCE)
