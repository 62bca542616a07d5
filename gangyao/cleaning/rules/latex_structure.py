r"""Headings and items that LaTeX marks: `\section*{一、总体要求}` becomes `# 一、总体要求`, `\item ` goes."""

from __future__ import annotations

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds
from gangyao.markup.latex_heads import LATEX_HEAD, LATEX_ITEM, marks_of

_GROUNDS = Grounds("markup", "latex", "a mark of LaTeX for a heading or an item")


def find_latex_structure(scan: Scan) -> Findings:
    """Write headings with the marks of Markdown, which the outline reads, and items without a mark."""
    text = scan.text
    if not scan.has(Kind.MARKUP) or "\\" not in text:
        return NOTHING
    edits: list[Edit] = []
    for found in LATEX_HEAD.finditer(text):
        start, end = found.span()
        alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
        opening = marks_of(found["rank"]) if alone else ""
        edits.append(Edit(*found.span("open"), opening, _GROUNDS))
        edits.append(Edit(*found.span("close"), "", _GROUNDS))
    for item in LATEX_ITEM.finditer(text):
        if item["label"]:
            edits.append(Edit(item.start(), item.start("label"), "", _GROUNDS))
            edits.append(Edit(item.end("label"), item.end(), "", _GROUNDS))
        else:
            edits.append(Edit(*item.span(), "", _GROUNDS))
    return Findings(sorted(edits, key=lambda edit: edit.start)) if edits else NOTHING
