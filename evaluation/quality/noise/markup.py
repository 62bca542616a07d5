"""Remnants of HTML, LaTeX and Markdown."""

from __future__ import annotations

import random
import re

from evaluation.quality.noise.planting import Maker, Spot, insertion, wrapping

_TAGS = [
    "<br>", "<br/>", "<BR>", "</p>", "</span>", "<td>", "<!-- page 3 -->", "<o:p></o:p>", "<wbr>",
    "&lt;br&gt;",
]  # fmt: skip
_PAIRS = [
    "<b>%s</b>", "<span style=\"color:red\">%s</span>", "<STRONG>%s</STRONG>", "<mark>%s</mark>",
    "<ins>%s</ins>",
    '<a href="https://www.example.org/a.htm">%s</a>', "&lt;b&gt;%s&lt;/b&gt;",
]  # fmt: skip
_BLANKS = [
    "&nbsp;", "&nbsp;&nbsp;", "&emsp;", "&#160;", "&#xa0;", "&#8203;", "&amp;nbsp;",
    "&nbsp", "&zwnj;", "&shy;",
]  # fmt: skip
_ENTITIES = {
    "“": ["&ldquo;", "&#8220;", "&amp;ldquo;"], "”": ["&rdquo;", "&#x201d;"],
    "，": ["&#65292;"], "。": ["&#12290;"],
    "·": ["&middot;"], "%": ["&#37;"], "《": ["&#12298;"],
}  # fmt: skip
_STYLES = ["\\textbf{%s}", "$\\text{%s}$", "{\\bf %s}", "$\\mathbf{%s}$", "\\mathrm{%s}", "\\underline{%s}"]
_LATEX_BLANKS = ["\\quad ", "$\\quad$", "\\\\", "\\, ", "$ $", "{}", "\\n"]
_MARKDOWN = ["**%s**", "***%s***", "`%s`", "[%s](https://www.example.org/a.htm)", "\\*\\*%s\\*\\*"]
_NUMBER = re.compile(r"(?<![\d.．，,A-Za-z—\-])\d+(?:\.\d+)?(%?)(?![\d.．,，/)）年A-Za-z—\-])")
_FORMULA = re.compile(r"PM2\.5|PM10|CO2|m²|[A-Z]{3,5}(?![A-Za-z0-9])")


def _entity(text: str, at: int, chance: random.Random) -> Spot | None:
    for index in range(at, min(at + 100, len(text))):
        if text[index] in _ENTITIES:
            return index, index + 1, chance.choice(_ENTITIES[text[index]])
    return None


def _number(text: str, at: int, chance: random.Random) -> Spot | None:
    found = _NUMBER.search(text, at, at + 400)
    if found is None:
        return None
    printed = found.group()
    if found.group(1):
        return (*found.span(), chance.choice(["${}\\%$", "{}\\%", "{}$\\%$"]).format(printed[:-1]))
    frame = chance.choice(["$%s$", "$ %s $", "\\mathrm{%s}", "$\\mathbf{%s}$", "\\(%s\\)"])
    return (*found.span(), frame.replace("%s", printed))


def _formula(text: str, at: int, chance: random.Random) -> Spot | None:
    found = _FORMULA.search(text, at)
    if found is None:
        return None
    printed = found.group()
    forms = {
        "PM2.5": ["PM_{2.5}", "$PM_{2.5}$", "PM<sub>2.5</sub>", "PM$_{2.5}$", "$\\mathrm{P M}_{2.5}$"],
        "PM10": ["PM_{10}", "$\\mathrm{PM}_{10}$"],
        "CO2": ["CO$_2$", "CO<sub>2</sub>", "$\\mathrm{CO_{2}}$"],
        "m²": ["m^2", "m$^2$", "m<sup>2</sup>", "$\\mathrm{m}^{2}$"],
    }.get(printed, [f"$\\mathrm{{{printed}}}$", f"\\textbf{{{printed}}}"])
    return (*found.span(), chance.choice(forms))


MAKERS: dict[str, Maker] = {
    "html_tag": insertion(_TAGS),
    "html_pair": wrapping(_PAIRS),
    "html_blank": insertion(_BLANKS),
    "html_entity": _entity,
    "latex_number": _number,
    "latex_formula": _formula,
    "latex_style": wrapping(_STYLES),
    "latex_blank": insertion(_LATEX_BLANKS),
    "markdown": wrapping(_MARKDOWN),
}
