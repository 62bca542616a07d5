r"""Headings and items that LaTeX marks: `\section*{一、总体要求}` becomes `# 一、总体要求`, `\item ` goes."""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds, drop_overlapping
from gangyao.markup.latex_heads import LATEX_HEAD, LATEX_ITEM, marks_of

_GROUNDS = Grounds("markup", "latex", "a mark of LaTeX for a heading or an item")
_UNPRINTED = Grounds("markup", "latex", "what a source of LaTeX does not print: a comment, a label, a tie")
# In a text with headings of LaTeX. A bare sign of percent behind a number may still be meant as one.
_NOT_PRINTED = re.compile(
    r"(?:(?<=\n)|(?<=[。；，、：\s]))%[^\n]*|~?\\(?:label|cite[tp]?|eqref|pageref|ref|index)\*?(?:\[[^\[\]\n]{0,40}\])?"
    r"\{[^{}\n]{0,80}\}|(?<=[\u4e00-\u9fff])~(?=[\u4e00-\u9fff])"
)


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
    if edits:
        edits += [Edit(*found.span(), "", _UNPRINTED) for found in _NOT_PRINTED.finditer(text)]
    for item in LATEX_ITEM.finditer(text):
        if item["label"]:
            edits.append(Edit(item.start(), item.start("label"), "", _GROUNDS))
            edits.append(Edit(item.end("label"), item.end(), "", _GROUNDS))
        else:
            edits.append(Edit(*item.span(), "", _GROUNDS))
    return Findings(drop_overlapping(edits)) if edits else NOTHING
