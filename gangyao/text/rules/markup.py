r"""Remnants of HTML and LaTeX: `&nbsp;`, `<br>`, `PM_{2.5}`, `$20\%$`, `\mathrm{CO}_2`.

What the mark-up says is published as plain text on one line: a subscript as ordinary digits (`CO2`), a
power as superscript digits (`m²`, `10⁴`), since `104` would be another value.
"""

from __future__ import annotations

import html
import re

from gangyao.text.characters import Kind, Scan
from gangyao.text.findings import Findings
from gangyao.text.ledger import Edit, Grounds

_ENTITY = Grounds("markup", "html", "a remnant of HTML")
_FORMULA = Grounds("markup", "latex", "a remnant of formula mark-up")

_TAGS = (
    "a|b|big|blockquote|br|center|col|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|li|o:p|ol|p|pre|s|small|span|strike|"
    "strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|v:\\w+|w:\\w+"
)
_MARKUP = re.compile(
    rf"""
    (?P<entity>&(?:\#\d{{1,6}}|\#[xX][0-9a-fA-F]{{1,5}}|[a-zA-Z]{{2,8}}\d?);)
    |(?P<power><sup\b[^<>\n]*>(?P<exponent>[-−+]?\d{{1,3}})</sup>)
    |(?P<tag></?(?:{_TAGS})(?:\s[^<>\n]{{0,300}})?/?>)|(?P<comment><!--[^\n]{{0,200}}?-->)
    |(?P<math>\$\$?(?=[^$\n]{{1,80}}\$)(?P<inner>[^$\n\u4e00-\u9fff，。；]{{1,80}})\$\$?)
    |(?P<bracketed>\\[(\[](?P<display>[^\n\u4e00-\u9fff]{{1,80}}?)\\[)\]])
    |(?P<formula>(?:[A-Za-z0-9.]{{0,8}}(?:\\[a-zA-Z]{{2,12}}\s?(?:\{{[^{{}}\n]{{0,40}}\}})?|\\[%&\#_,;!]|
        [_^]\{{[^{{}}\n]{{1,20}}\}}))+(?:[A-Za-z0-9.]{{0,8}}(?:[_^]\{{?[\w.]{{1,6}}\}}?)?)?)
    |(?P<index>(?<![A-Za-z0-9_/.@])[A-Z][A-Za-z]{{0,3}}_(?:\d{{1,2}}(?:\.\d)?|x)(?![A-Za-z0-9]))
    |(?P<caret>(?:(?<![A-Za-z])(?:k?m|cm|mm|dm|hm)|(?<=\d)|10)\^[-−]?\d{{1,2}}(?!\d))
    """,
    re.VERBOSE,
)
_SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_COMMANDS = {
    "times": "×", "cdot": "·", "sim": "～", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "pm": "±",
    "mu": "μ", "alpha": "α", "beta": "β", "gamma": "γ", "Omega": "Ω", "circ": "°", "degree": "°",
    "rightarrow": "→", "to": "→", "approx": "≈", "neq": "≠", "ldots": "…", "cdots": "…", "dots": "…",
    "permil": "‰", "textperthousand": "‰", "div": "÷", "bullet": "·", "prime": "′",
}  # fmt: skip
_WRAPPERS = re.compile(
    r"\\(?:mathrm|mathbf|mathit|mathsf|mathbb|mathcal|mathring|text|textbf|textit|textrm|textsubscript|rm|bf|it|"
    r"operatorname|boldsymbol|ce|mbox|hbox|unit|si|left|right|displaystyle|underline|overline|large|small)(?![a-zA-Z])\s?"
)
_DEGREE = re.compile(r"\^\s?\{?\s?\\(?:circ|degree)\s?\}?\s?(?:\{?C\}?(?![a-z]))?")


def find_markup(scan: Scan) -> Findings:
    """Replace mark-up by what it says."""
    if not scan.has(Kind.MARKUP):
        return Findings()
    edits: list[Edit] = []
    for match in _MARKUP.finditer(scan.text):
        printed = match.group()
        if match.group("entity"):
            after = _entity(printed)
        elif match.group("exponent"):
            after = match.group("exponent").translate(_SUPERSCRIPT)
        elif match.group("tag") or match.group("comment"):
            after = ""
        elif match.group("math") and _is_money(scan, match):
            continue
        elif match.group("math"):
            after = plain(match.group("inner"))
        elif match.group("bracketed"):
            after = plain(match.group("display"))
        else:
            after = plain(printed)
        if after != printed:
            html_like = match.group("formula") is None and printed[0] in "&<"
            edits.append(Edit(match.start(), match.end(), after, _ENTITY if html_like else _FORMULA))
    return Findings(edits)


def _is_money(scan: Scan, match: re.Match[str]) -> bool:
    """Tell whether the signs are those of two sums of money (`$100, $200`) rather than of a formula."""
    return bool(scan.at(match.end()) & Kind.DIGIT) and not re.search(r"[\\^_{]", match.group("inner"))


def _entity(entity: str) -> str:
    """Decode an entity; one that HTML does not know stays as it is."""
    char = html.unescape(entity)
    return char.replace("\n", " ").replace("\r", " ").replace("\u200b", "")


def plain(formula: str) -> str:
    r"""Write a LaTeX formula as plain text on one line.

    >>> plain(r"\mathrm{PM}_{2.5}")
    'PM2.5'
    >>> plain(r"20\%"), plain("10^{4}"), plain(r"25^{\circ}C")
    ('20%', '10⁴', '25℃')
    """
    text = re.sub(r"\\[td]?frac\s?\{([^{}]*)\}\s?\{([^{}]*)\}", r"\1/\2", formula)
    text = _WRAPPERS.sub("", text)
    text = _DEGREE.sub(lambda match: "℃" if "C" in match.group() else "°", text)
    text = re.sub(r"\\([a-zA-Z]+)\s?", lambda match: _COMMANDS.get(match.group(1), match.group()), text)
    text = re.sub(
        r"\^\s?(?:\{\s?([-−+]?\d[\d\s]*)\}|([-−]?\d))",
        lambda match: (match.group(1) or match.group(2)).strip().translate(_SUPERSCRIPT),
        text,
    )
    text = re.sub(r"_\s?\{([^{}]*)\}", r"\1", text)
    text = re.sub(r"_\s?([A-Za-z0-9.]+)", r"\1", text)
    text = re.sub(r"\\([%&#$_{}])", r"\1", text)
    text = re.sub(r"\\[,;:! ]|(?<!\\)[{}~]", "", text)
    return re.sub(r"(?<=[\w.%])\s+(?=[\w.%])", "", text.strip())
