r"""Remnants of LaTeX: `PM_{2.5}`, `$20\%$`, `\mathrm{CO}_2`, `$\textbf{建设}$`.

What the mark-up says is published as plain text on one line: a subscript as ordinary digits (`CO2`), a
power as superscript digits (`m²`, `10⁴`), since `104` would be another value. A command that nobody here
knows is not guessed at: a suspect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("markup", "latex", "a remnant of formula mark-up")

_STYLES = (
    "mathrm|mathbf|mathit|mathsf|mathtt|mathbb|mathcal|mathring|text|textbf|textit|textrm|textsf|texttt|textnormal|"
    "textsc|textup|textmd|textsubscript|emph|operatorname|boldsymbol|bm|ce|mbox|hbox|unit|si|underline|overline"
)
# What is printed elsewhere: at the foot of the page, or nowhere.
_NOTES = "footnote|footnotetext|endnote|thanks|marginpar|todo|sout|st|xout|phantom|label|ref|cite[tp]?"
_COLOURS = r"(?:text)?color(?:box)?[ ]?\{[A-Za-z!\d]{1,20}\}"
# What `latex_structure` reads, and what frames a text.
_STRUCTURE = (
    "title|author|date|part|chapter|section|subsection|subsubsection|paragraph|subparagraph|begin|end|item|caption|"
    "documentclass|usepackage|multirow|multicolumn|frac"
)
_SWITCHES = (
    "rm|bf|it|sf|tt|em|bfseries|itshape|left|right|displaystyle|textstyle|large|Large|small|normalsize"
)
_HAN = "\u4e00-\u9fff"
# White space within a line: the end of one is never a part of a formula.
_BLANK = r"[^\S\n]"
_DEGREE_SIGN = r"(?:\{[ ]?\}[ ]?)?\^[ ]?\{?[ ]?\\(?:circ|degree)[ ]?\}?"
# Words within a formula: \text{万}. What it may hold is tried once, never in two ways.
_WORDS = rf"\\(?:{_STYLES})[ ]?\{{[^{{}}$\n]{{1,40}}\}}"
_FORMULA = re.compile(
    rf"""
    (?P<note>\\(?:{_NOTES})\*?(?:\[[^\[\]\n]{{0,20}}\])?[ ]?\{{[^{{}}\n]{{0,600}}\}}
        |\\footnotemark(?:\[\d{{1,3}}\]|\{{\d{{0,3}}\}})?)
    |(?P<styled>(?P<sign>\$\$?)?[ ]?\\(?:{_STYLES}|{_COLOURS}|(?!(?:{_STRUCTURE})\b)[a-zA-Z]{{2,16}}\*?)[ ]?
        \{{(?=[^{{}}\n]{{0,600}}[{_HAN}])(?P<words>[^{{}}$\n]{{1,600}})\}}[ ]?(?(sign)\$\$?))
    |\\textsuperscript[ ]?\{{(?P<raised>[-−+]?\d{{1,3}})\}}
    |\\\[(?P<number>\d{{1,3}})\\\]
    |(?P<switched>(?P<mark>\$\$?)?
        \{{[ ]?\\(?:{_SWITCHES})[ ]+(?P<content>[^{{}}$\n]{{1,80}})\}}(?(mark)\$\$?))
    |(?P<degree>\$[ ]?{_DEGREE_SIGN}[ ]?\$[ ]?(?P<celsius>C?)(?![A-Za-z]))
    |(?P<math>\$\$?(?=[^$\n]{{1,120}}\$)(?P<inner>(?:{_WORDS}|[^$\n{_HAN}，。；]){{1,120}}+)\$\$?)
    |(?P<empty>\$[ ]?\$|\{{[ ]?\}})
    |(?P<bracketed>\\[(\[](?P<display>(?:{_WORDS}|(?!\\[)\]])[^\n{_HAN}]){{1,80}}+)\\[)\]])
    |(?P<escape>\\[nrt](?![A-Za-z])|\\\\)
    |(?P<formula>(?:[A-Za-z0-9.]{{0,8}}(?:\\[a-zA-Z]{{2,16}}[ ]?(?:\{{[^{{}}\n]{{0,40}}\}})?|\\[%&\#_,;!:\ ]|
        [_^]\{{[^{{}}\n]{{1,20}}\}}))+(?:[A-Za-z0-9.]{{0,8}}(?:[_^]\{{?[\w.]{{1,6}}\}}?)?)?)
    |(?P<index>(?<![A-Za-z0-9_/.@])[A-Z][A-Za-z]{{0,3}}_(?:\d{{1,2}}(?:\.\d)?|x)(?![A-Za-z0-9]))
    |(?P<caret>(?:(?<![A-Za-z])(?:k?m|cm|mm|dm|hm)|(?<=\d)|10)\^[-−]?\d{{1,2}}(?!\d))
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[$\\{_^]")
SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_COMMANDS = {
    "times": "×", "cdot": "·", "sim": "～", "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥", "ge": "≥",
    "geqslant": "≥", "lt": "<", "gt": ">", "pm": "±", "mu": "μ", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "lambda": "λ", "pi": "π", "sigma": "σ", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω",
    "circ": "°", "degree": "°", "rightarrow": "→", "to": "→", "leftarrow": "←", "approx": "≈", "neq": "≠",
    "ne": "≠", "ldots": "…", "cdots": "…", "dots": "…", "permil": "‰", "textperthousand": "‰", "div": "÷",
    "bullet": "·", "prime": "′", "infty": "∞", "textasciitilde": "～", "textbackslash": "\\",
    "quad": " ", "qquad": " ", "enspace": " ", "thinspace": " ", "newline": " ", "par": " ", "hfill": " ",
    "noindent": "", "indent": "", "linebreak": " ", "star": "★", "ast": "*", "square": "□", "checkmark": "√",
    "hspace": " ", "colon": ":", "percent": "%", "textdegree": "°", "celsius": "℃", "textcelsius": "℃",
    "yen": "¥",
}  # fmt: skip
_WRAPPERS = re.compile(rf"\\(?:{_STYLES}|{_SWITCHES})(?![a-zA-Z]){_BLANK}?")
_DEGREE = re.compile(rf"{_DEGREE_SIGN}{_BLANK}?(?:\{{?{_BLANK}?C{_BLANK}?\}}?(?![a-z]))?")
_CIRCLED = re.compile(rf"\\textcircled{_BLANK}?\{{?{_BLANK}?(\d{{1,2}}){_BLANK}?\}}?")
_UNKNOWN = re.compile(r"\\[a-zA-Z]+")


def _formulas(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `_FORMULA`, which is tried at each place of the lines that hold a sign of one.

    None runs over the end of a line.
    """
    end = 0
    while sign := _SIGN.search(text, end):
        start = max(end, text.rfind("\n", end, sign.start()) + 1)
        end = text.find("\n", sign.end())
        if end < 0:
            end = len(text)
        yield from _FORMULA.finditer(text, start, end)


def find_latex(scan: Scan) -> Findings:
    """Replace formula mark-up by what it says; doubt the commands that are not known."""
    if not scan.has(Kind.MARKUP):
        return Findings()
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for match in _formulas(scan.text):
        if match.group("math") and _is_money(scan, match):
            continue
        printed = match.group()
        after = _said(match)
        if _UNKNOWN.search(after):
            doubts.append(
                Doubt(match.start(), match.end(), None, "a command of LaTeX that is not known", "latex")
            )
        elif after != printed:
            edits.append(Edit(match.start(), match.end(), after, _GROUNDS))
    return Findings(edits, doubts)


def _said(match: re.Match[str]) -> str:
    if match.group("note"):
        return ""
    if match.group("raised"):
        return match.group("raised").translate(SUPERSCRIPT)
    if match.group("number"):
        return f"[{match.group('number')}]"
    if match.group("styled"):
        return match.group("words")
    if match.group("switched"):
        return match.group("content")
    if match.group("degree"):
        return "℃" if match.group("celsius") else "°"
    if match.group("empty") or match.group("escape"):
        return ""
    after = plain(match.group("inner") or match.group("display") or match.group())
    return "……" if after == "…" else after


def _is_money(scan: Scan, match: re.Match[str]) -> bool:
    """Tell whether the signs are those of two sums of money (`$100, $200`) rather than of a formula."""
    return bool(scan.at(match.end()) & Kind.DIGIT) and not re.search(r"[\\^_{]", match.group("inner"))


def plain(formula: str) -> str:
    r"""Write a LaTeX formula as plain text on one line.

    >>> plain(r"\mathrm{PM}_{2.5}")
    'PM2.5'
    >>> plain(r"20\%"), plain("10^{4}"), plain(r"25^{\circ}C")
    ('20%', '10⁴', '25℃')
    """
    text = re.sub(r"\\[td]?frac\s?\{([^{}]*)\}\s?\{([^{}]*)\}", r"\1/\2", formula)
    text = _CIRCLED.sub(_circled, text)
    text = _WRAPPERS.sub("", text)
    text = _DEGREE.sub(lambda match: "℃" if "C" in match.group() else "°", text)
    text = re.sub(r"\{\s?\{([^{}]*)\}\s?\}", r"{\1}", text)
    text = re.sub(r"\\([a-zA-Z]+)\s?", lambda match: _COMMANDS.get(match.group(1), match.group()), text)
    text = re.sub(
        r"\^\s?(?:\{\s?([-−+]?\d[\d\s]*)\}|([-−]?\d))",
        lambda match: (match.group(1) or match.group(2)).strip().translate(SUPERSCRIPT),
        text,
    )
    text = re.sub(r"\^\s?\{\s?(\[[^{}\]]*\]|[①-⑳′*])\s?\}", r"\1", text)
    text = re.sub(r"_\s?\{([^{}]*)\}", r"\1", text)
    text = re.sub(r"_\s?([A-Za-z0-9.]+)", r"\1", text)
    text = re.sub(r"\\([%&#$_{}])", r"\1", text)
    text = re.sub(r"\\[,;:! ]|(?<!\\)[{}~]", "", text)
    # Only between two words does white space say something.
    return re.sub(r"(?<![A-Za-z]{2})\s+|\s+(?![A-Za-z]{2})", "", text.strip())


def _circled(match: re.Match[str]) -> str:
    number = int(match.group(1))
    return chr(0x245F + number) if 1 <= number <= 20 else match.group()
