"""What converters and models put into a text that no page prints, in the middle of lines.

Raised and lowered figures of pandoc (`km^2^`, `CO~2~`), boxes to tick (`- [x] `, `:selected:`), and marks of
where a model took its answer from (`【4†source】`, `[cite: 12]`).
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.cleaning.rules.latex import SUPERSCRIPT
from gangyao.document.ledger import Edit, Grounds

_RAISED = Grounds("markup", "raised", "how pandoc writes raised and lowered figures")
_TICK = Grounds("markup", "tick_box", "how a converter writes a box to tick")
_SOURCE = Grounds("markup", "answer_source", "a model's mark of where it took its words from")
_MARKED = re.compile(
    r"""
    (?P<raised>(?<=[^\s\^])\^(?P<up>[-−+]?\d{1,3}|[\[［【(（]\d{1,3}[\]］】)）]|[①-⑳*†])\^)
    |(?P<lowered>(?<=[A-Za-z])~(?P<down>\d{1,2}(?:\.\d)?|x|eq|max|min)~)
    |(?P<tick>(?:^|(?<=\n))(?:[-*+•][ \t]+)?\[[ xX√✓✔]\][ \t\u3000]*(?=[\u4e00-\u9fff“《（(\d]))
    |(?P<box>:(?:un)?selected:[ \t]?)
    |(?P<call>(?:^|(?<=\n))\[!(?:NOTE|TIP|INFO|WARNING|IMPORTANT|CAUTION|QUOTE|ABSTRACT|SUMMARY)\][-+]?[ \t]*)
    |(?P<source>【\d{1,3}(?::\d{1,3})?†[^【】\n]{0,60}】|\[cite(?:_start|_end|:[ \t]*[\d,，\- \t]{1,40})?\]
        |:contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?
        |[\ue200-\ue206]?(?:file)?cite(?:[\ue200-\ue206]?turn\d{1,3}[a-z]{1,10}\d{1,3}){1,9}[\ue200-\ue206]?)
    """,
    re.VERBOSE,
)


def find_converter_marks(scan: Scan) -> Findings:
    """Write figures plainly; delete boxes to tick and marks of sources."""
    text = scan.text
    if not scan.has(Kind.MARKUP | Kind.MARKDOWN) and not any(
        word in text for word in ("selected:", "†", "turn0", "oaicite", "~")
    ):
        return NOTHING
    edits: list[Edit] = []
    for found in _MARKED.finditer(text):
        if found["raised"]:
            up = found["up"]
            after = up.translate(SUPERSCRIPT) if up[-1].isdecimal() else up
            edits.append(Edit(*found.span(), after, _RAISED))
        elif found["lowered"]:
            edits.append(Edit(*found.span(), found["down"], _RAISED))
        else:
            is_source = found["source"] is not None
            edits.append(Edit(*found.span(), "", _SOURCE if is_source else _TICK))
    return Findings(edits) if edits else NOTHING
