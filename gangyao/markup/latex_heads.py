r"""Headings and lists of LaTeX, as models that read pages write them: `\section*{一、总则}`, `\item 甲。`.

A heading gets the marks of Markdown (`# 一、总体要求`), which the outline reads; its number tells its level.
"""

from __future__ import annotations

import re

_DEPTHS = {
    "title": 1, "part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5,
    "subparagraph": 6,
}  # fmt: skip
#: A line that is a heading and nothing else.
LATEX_HEAD = re.compile(
    rf"(?P<open>\\(?P<rank>{'|'.join(_DEPTHS)})\*?[ ]?\{{[ \t]{{0,8}})"
    r"(?P<title>[^{}\s](?:[^{}\n]{0,198}[^{}\s])?)(?P<close>[ \t]{0,8}\})"
)
#: The mark before an item of a list, with its label where it has one of its own.
LATEX_ITEM = re.compile(r"\\item(?:[ \t]*\[(?P<label>[^\[\]\n]{1,20})\])?(?:[ \t]+|(?=[\u4e00-\u9fff“《（]))")
#: A line that begins or ends an environment, or a title of several lines.
LATEX_FRAME = re.compile(
    r"\\(?:begin|end)\{(?:itemize|enumerate|description|center|flush(?:left|right)|abstract|document|quote)\}"
    r"(?:\[[^\[\]\n]{0,40}\])?|\\(?:maketitle|tableofcontents|centering|noindent|bigskip|medskip|smallskip)"
    rf"|\\(?:{'|'.join(_DEPTHS)}|author|date)\*?[ ]?\{{|\}}|\\documentclass(?:\[[^\]\n]*\])?\{{[^{{}}\n]*\}}"
    r"|\\usepackage(?:\[[^\]\n]*\])?\{[^{}\n]*\}"
)


def marks_of(rank: str) -> str:
    """Return the marks of Markdown for a heading of this rank."""
    return "#" * _DEPTHS[rank] + " "


def without_latex_marks(text: str) -> str:
    r"""Return a line as Markdown would have it: `# 一、总体要求` for `\section*{一、总体要求}`."""
    if "\\" not in text:
        return text
    if (head := LATEX_HEAD.fullmatch(text)) is not None:
        return marks_of(head["rank"]) + head["title"]
    item = LATEX_ITEM.match(text)
    return text if item is None else (item["label"] or "") + text[item.end() :]
