"""Style sheets and scripts that a web page carried into its text: `.content{overflow:hidden;color:#222}`.

A rule of a style sheet holds no Chinese, but in comments. It stands on a line, or goes on to a line with its
closing brace; what stands between `<style>` or `<script>` and their ends is none either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.layout import Aside
from gangyao.layout.split import RawLine

# A value in quotes may name a font in Chinese.
_VALUE = r"(?:[^{}\"'\u4e00-\u9fff]|\"[^\"{}]{0,80}\"|'[^'{}]{0,80}')"
_SELECTOR = r"(?=[^{}]{0,300}\{)(?=[.#@*:\[a-zA-Z])[^{}\u4e00-\u9fff]{1,300}"
_DECLARATION = rf"\s*[a-zA-Z-][\w-]{{0,40}}\s*:{_VALUE}{{0,400}}"
_RULE = re.compile(rf"(?:{_SELECTOR}\{{(?:{_DECLARATION})?\}}\s*)+|@(?:import|charset)\b[^{{}}\n]{{1,200}};")
_OPENS = re.compile(rf"{_SELECTOR}\{{(?:{_DECLARATION})?")
_INSIDE = re.compile(rf"(?:{_DECLARATION};?)?\s*|{_RULE.pattern}|/\*.*\*/")
_CLOSES = re.compile(rf"(?:{_DECLARATION})?\s*\}}+\s*")
_ELEMENT = re.compile(r"<(style|script)\b[^<>]{0,200}>", re.IGNORECASE)
# A statement of a script holds no Chinese but in quotes.
_SCRIPT = re.compile(
    r"(?=.{0,400}[;})]$)(?:(?:var|let|const)\s+[\w$]{1,30}\s*=|(?:window|document|jQuery|\$)\s*[.(\[]|[(!;]?\s*function\b|try\s*\{)"
    r"(?:[^\u4e00-\u9fff\"']|\"[^\"]{0,200}\"|'[^']{0,200}')*"
)
_LAST_OF_SCRIPT = (";", "}", ")")
_COMMENT = re.compile(r"/\*.{0,200}\*/")
_BEFORE_TEXT = re.compile(rf"(?:{_RULE.pattern})\s*(?=[\u4e00-\u9fff（《“#])")
_REASON = "rules of a style sheet before the text of a line"
# A rule has no more lines.
_LONGEST = 60


def find_style_sheets(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is of a style sheet or a script."""
    flags = [False] * len(texts)
    index = 0
    while index < len(texts):
        end = _end_of_element(texts, index) or _end_of_rule(texts, index)
        for place in range(index, end):
            flags[place] = bool(texts[place])
        index = max(end, index + 1)
    return flags


def set_styles_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without the rules of style sheets before their text, and those by line."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for index, line in enumerate(raw):
        if "}" in line.text and (rules := _BEFORE_TEXT.match(line.text)) is not None:
            size = rules.end()
            found[index] = [Aside(line.text_start, line.text_start + size, "written-out", _REASON)]
            lines[index] = replace(line, text=line.text[size:], text_start=line.text_start + size)
    return lines, found


def _end_of_element(texts: Sequence[str], index: int) -> int:
    """Return the index behind the lines of an element that opens at the start of a line; 0 for none."""
    element = _ELEMENT.match(texts[index]) if texts[index][:1] == "<" else None
    if element is None:
        return 0
    closing = f"</{element[1].lower()}>"
    for last in range(index, len(texts)):
        if closing in texts[last].lower():
            return last + 1 if texts[last].lower().endswith(closing) else 0
    return 0


def _end_of_rule(texts: Sequence[str], index: int) -> int:
    """Return the index behind the lines of one rule; 0 where a line begins none."""
    text = texts[index]
    if text.endswith(_LAST_OF_SCRIPT) and _SCRIPT.fullmatch(text):
        return index + 1
    if "{" not in text:
        return index + 1 if _is_comment_of_rule(texts, index) else 0
    if _RULE.fullmatch(text):
        return index + 1
    if not _OPENS.fullmatch(text):
        return 0
    depth = 1
    for last in range(index + 1, min(index + _LONGEST, len(texts))):
        if _CLOSES.fullmatch(texts[last]):
            depth -= texts[last].count("}")
            if depth <= 0:
                return last + 1
        elif _OPENS.fullmatch(texts[last]) and not _RULE.fullmatch(texts[last]):
            depth += 1
        elif texts[last] and not _INSIDE.fullmatch(texts[last]):
            return 0
    return 0


def _is_comment_of_rule(texts: Sequence[str], index: int) -> bool:
    """Tell whether a line is a comment right above a rule."""
    return (
        _COMMENT.fullmatch(texts[index]) is not None
        and index + 1 < len(texts)
        and _end_of_rule(texts, index + 1) > index + 1
    )
