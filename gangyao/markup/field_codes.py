r"""Instructions of fields that Word files hold beside what these show: `HYPERLINK "…"`, `PAGEREF _Toc1 \h`.

Programs that take the text out of such a file often print both, the instruction first.
"""

from __future__ import annotations

import re

_QUOTED = r"[\"“][^\"”\n]{0,300}[\"”]"
_BLANK = r"[ \t\u3000\xa0]"
# A number behind a switch is what the field shows, but behind that of a level of headings.
_SWITCH = (
    rf"\\(?:[*@\#]{_BLANK}{{0,3}}(?:{_QUOTED}|[A-Za-z]\w{{2,20}})"
    rf"|s{_BLANK}[1-9](?!\d)|[a-zA-Z!](?![a-zA-Z])(?:{_BLANK}{{0,3}}{_QUOTED})?)"
)
_SWITCHES = rf"(?:{_BLANK}{{1,3}}{_SWITCH})"
_FIELD = re.compile(
    rf"""{_BLANK}?(?<![A-Za-z])(?:
    (?:HYPERLINK|INCLUDEPICTURE|INCLUDETEXT){_SWITCHES}{{0,4}}{_BLANK}{{0,3}}{_QUOTED}{_SWITCHES}{{0,8}}
    |HYPERLINK{_SWITCHES}{{1,8}}
    |PAGEREF{_BLANK}{{1,3}}\w{{1,60}}{_SWITCHES}{{0,4}}
    |(?:NOTEREF|REF|STYLEREF|DOCPROPERTY){_BLANK}{{1,3}}(?:\w{{1,60}}|{_QUOTED}){_SWITCHES}{{1,6}}
    |SEQ{_BLANK}{{1,3}}[^\s\\]{{1,20}}{_SWITCHES}{{1,4}}
    |(?:TOC|INDEX|PAGE|NUMPAGES|SECTIONPAGES|SHAPE|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|AUTHOR|TITLE|FILENAME)
        {_SWITCHES}{{1,10}}
    |EMBED{_BLANK}{{1,3}}[A-Za-z]\w{{1,40}}\.[\w.]{{1,40}}{_SWITCHES}{{0,4}}
    |(?:DOCVARIABLE|MERGEFIELD|ADDIN|QUOTE|SET|ASK|FILLIN|COMMENTS|KEYWORDS|SUBJECT|USERNAME|LISTNUM|AUTONUM)
        (?:{_BLANK}{{1,3}}(?:[A-Za-z_][A-Za-z0-9_.-]{{0,60}}|{_QUOTED})){{1,3}}{_SWITCHES}{{0,4}}
    |={_BLANK}?(?:SUM|AVERAGE|COUNT|MAX|MIN|PRODUCT|ROUND)\([A-Za-z\d:,;{_BLANK[1:-1]}]{{1,60}}\){_SWITCHES}{{0,4}}
    |FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)(?![A-Za-z])""",
    re.VERBOSE,
)
# Between its marks a field holds what it is told, and behind the second one what it shows.
_MARKED = re.compile(r"\x13[^\x13-\x15\n]{0,600}(?:\x14|(?=\x15))")
# One of these words stands in every instruction: looking for them is faster than for the whole form.
_WORDS = (
    "DOCVARIABLE", "MERGEFIELD", "ADDIN", "QUOTE", "FILLIN", "SUM(", "AVERAGE(", "COUNT(", "\x13",
    "HYPERLINK", "INCLUDE", "PAGEREF", "REF ", "SEQ ", "TOC ", "INDEX ", "PAGE", "SHAPE ", "DATE ", "TIME ",
    "AUTHOR ", "TITLE ", "FILENAME ", "EMBED ", "FORM", "DOCPROPERTY",
)  # fmt: skip
# `re` looks fast for the first of them, but not for a count.
_CAPITALS = re.compile("[A-Z][A-Z][A-Z]")
#: What an entry of a table of contents holds as a field: where it leads to.
ENTRY_FIELD = re.compile(
    rf"PAGEREF{_BLANK}{{1,3}}_Toc\d|HYPERLINK{_BLANK}{{1,3}}\\l{_BLANK}{{1,3}}[\"“]_Toc\d"
)


def find_field_codes(text: str) -> list[tuple[int, int]]:
    """Return the spans of the instructions of fields, in the order of the text."""
    marked = [found.span() for found in _MARKED.finditer(text)] if "\x13" in text else []
    if not _CAPITALS.search(text) or not any(word in text for word in _WORDS):
        return marked
    spans = [found.span() for found in _FIELD.finditer(text)]
    if not marked:
        return spans
    return sorted([*marked, *(one for one in spans if not any(a < one[1] and one[0] < b for a, b in marked))])


def without_field_codes(text: str) -> str:
    """Return the text without the instructions of fields."""
    for start, end in reversed(find_field_codes(text)):
        text = text[:start] + text[end:]
    return text
