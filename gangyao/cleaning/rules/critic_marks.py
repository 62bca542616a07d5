"""Changes as CriticMarkup writes them: `{--公园3处--}{++公园5处++}`, `{~~改造~>新建~~}`, `{>>待核<<}`.

What was added is text, what was taken out and what a reader remarked is none.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.cleaning.rules.struck import STRUCK
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("markup", "critic", "a mark of a change that the text keeps")
_CHANGE = re.compile(
    r"\{(?:--(?P<out>[^{}\n]{1,400}?)--|>>(?P<remark>[^{}\n]{1,400}?)<<|\+\+(?P<new>[^{}\n]{1,400}?)\+\+"
    r"|==(?P<lit>[^{}\n]{1,400}?)==|~~(?P<old>[^{}\n]{0,400}?)~>(?P<put>[^{}\n]{0,400}?)~~)\}"
)
_KEPT = ("new", "lit", "put")


def find_critic_marks(scan: Scan) -> Findings:
    """Take out what was deleted and remarked, and the marks round what was added."""
    if not scan.has(Kind.MARKUP) or "{" not in scan.text:
        return NOTHING
    edits: list[Edit] = []
    for found in _CHANGE.finditer(scan.text):
        start, end = found.span()
        kept = next((name for name in _KEPT if found[name] is not None), None)
        if kept is None:
            edits.append(Edit(start, end, "", STRUCK))
            continue
        first, last = found.span(kept)
        edits.append(Edit(start, first, "", STRUCK if kept == "put" else _GROUNDS))
        edits.append(Edit(last, end, "", _GROUNDS))
    return Findings(edits)
