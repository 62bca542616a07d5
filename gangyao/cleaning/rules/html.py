r"""Remnants of HTML: tags, comments, entities, also those that were escaped once more (`&amp;nbsp;`).

What the mark-up says is published as plain text on one line: a subscript as ordinary digits (`CO2`), a
power as superscript digits (`m²`, `10⁴`), since `104` would be another value. What stands above characters to
tell how they are read (`<rt>pó</rt>`), and what the page shows as struck out (`<del>`), are no part of it.
"""

from __future__ import annotations

import html
import re
from collections import Counter

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Findings
from gangyao.cleaning.rules.invisible import INVISIBLE
from gangyao.cleaning.rules.latex import SUPERSCRIPT
from gangyao.cleaning.rules.struck import STRUCK
from gangyao.document.ledger import Edit, Grounds, drop_overlapping

_GROUNDS = Grounds("markup", "html", "a remnant of HTML")
_NOTE = Grounds("markup", "note", "a note in the midst of a sentence, which is printed elsewhere")
_READING = Grounds("annotation", "ruby", "how the characters before it are read, printed above them")
# By the group of `_REMNANT`; the others are remnants and nothing else.
_OWN_GROUNDS = {"struck": STRUCK, "reading": _READING, "note": _NOTE}

_NOTES = "ref|footnote|endnote|fn"
# The places of tables as models tell them that read pages (`gangyao.layout.tables.otsl`).
_OTSL = "otsl|[felux]cel|ched|rhed|srow|nl"
_NAMES = (
    f"{_OTSL}|"
    "a|abbr|acronym|address|article|aside|audio|b|base|basefont|bdi|bdo|big|blockquote|body|br|button|canvas|"
    "caption|center|cite|code|col|colgroup|data|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|"
    "font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|"
    "main|map|mark|meta|nav|nobr|noscript|object|ol|option|p|param|pre|q|rp|rt|ruby|s|samp|script|section|select|"
    r"small|source|span|strike|strong|style|sub|summary|sup|table|tbody|td|template|textarea|tfoot|th|thead|time|"
    r"title|tr|tt|u|ul|var|video|wbr|[a-z]{1,2}\d?:[a-z]\w{0,30}"
)
_OPEN, _CLOSE = "(?:<|&lt;)", "(?:>|&gt;)"
_NO_END = "nbsp|ensp|emsp|thinsp|quot|ldquo|rdquo|lsquo|rsquo|middot|mdash|ndash|hellip"
_REMNANT = re.compile(
    rf"""
    (?P<struck>{_OPEN}(?P<out>del|strike)\b[^<>&\n]{{0,200}}{_CLOSE}[^<>\n]{{0,300}}?{_OPEN}/(?P=out){_CLOSE})
    |(?P<reading>{_OPEN}(?P<beside>rt|rp|rtc)\b[^<>&\n]{{0,100}}{_CLOSE}(?P<said>[^<>&\n\u4e00-\u9fff]{{0,40}})
        {_OPEN}/(?P=beside){_CLOSE})
    |(?P<note>{_OPEN}(?P<noted>{_NOTES})\b[^<>&/\n]{{0,200}}{_CLOSE}[^<>\n]{{0,600}}?{_OPEN}/(?P=noted){_CLOSE}
        |<ref\b[^<>\n]{{0,100}}/>)
    |(?P<power>{_OPEN}sup\b[^<>&\n]*{_CLOSE}(?P<exponent>[-−+]?\d{{1,3}}){_OPEN}/sup{_CLOSE})
    |(?P<tag>{_OPEN}/?(?:{_NAMES})(?:[ \t\u3000](?:(?!&gt;)[^<>\n]){{0,300}})?[ ]?/?{_CLOSE})
    # A picture that holds its file is longer.
    |(?P<picture>{_OPEN}(?:img|image)[ \t][^<>\n]{{0,40}}src[ ]?=[ ]?["']?data:[^<>&\n]*{_CLOSE})
    |(?P<aside><!--\[if[^\]\n]{{0,80}}\]>|<!\[[^\]\n]{{0,80}}\](?:--)?>|<!--(?!\[if)[^\n]{{0,200}}?-->|
        <\?xml[^<>\n]{{0,200}}>|<!doctype[^<>\n]{{0,200}}>)
    |(?P<degree>&(?:amp;)*(?:deg|\#176|\#xb0);[ ]?C(?![A-Za-z]))
    |(?P<entity>&(?:amp;){{0,3}}(?:\#\d{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z]{{2,8}}\d?);
        |&(?:amp;){{0,3}}(?:{_NO_END})(?![A-Za-z0-9;]))
    """,
    re.VERBOSE | re.IGNORECASE,
)


# Known names are taken out one by one; an attribute of what is none of HTML has its value in quotes.
_ANY_TAG = re.compile(
    rf"<(?P<close>/)?(?!(?:{_NAMES}|{_NOTES})\b)(?P<name>[A-Za-z][A-Za-z0-9_:.-]{{0,30}})"
    r"(?:[ \t]+[\w:-]{1,30}=[\"'][^<>\n]{0,200})?[ ]?>",
    re.IGNORECASE,
)


def find_html(scan: Scan) -> Findings:
    """Replace tags and entities by what they say."""
    if not scan.has(Kind.MARKUP) or ("<" not in scan.text and "&" not in scan.text):
        return Findings()
    edits = _own_tags(scan.text)
    for match in _REMNANT.finditer(scan.text):
        printed = match.group()
        grounds = next((own for group, own in _OWN_GROUNDS.items() if match[group]), _GROUNDS)
        if match.group("exponent"):
            after = match.group("exponent").translate(SUPERSCRIPT)
        elif match.group("entity"):
            after = _decoded(printed)
        else:
            after = "℃" if match.group("degree") else ""
        if after != printed:
            edits.append(Edit(match.start(), match.end(), after, grounds))
    return Findings(drop_overlapping(edits))


def _own_tags(text: str) -> list[Edit]:
    """Return edits that take out elements that only one program has: `<eq>98%</eq>`, `<para>…</para>`.

    Both tags stand on one line; what the names are is not asked.
    """
    edits: list[Edit] = []
    if "</" not in text:
        return edits
    opened: list[re.Match[str]] = []
    # How many of each name are open: an end tag without its start is not looked for among all that are.
    names: Counter[str] = Counter()
    for tag in _ANY_TAG.finditer(text):
        if not tag["close"]:
            opened.append(tag)
            names[tag["name"]] += 1
            continue
        line = text.rfind("\n", 0, tag.start()) + 1
        while opened and opened[-1].start() < line:
            names[opened.pop()["name"]] -= 1
        while names[tag["name"]]:
            start = opened.pop()
            names[start["name"]] -= 1
            if start["name"] == tag["name"]:
                edits += [Edit(*start.span(), "", _GROUNDS), Edit(*tag.span(), "", _GROUNDS)]
                break
    return edits


def _decoded(entity: str) -> str:
    """Decode an entity, however often it was escaped; one that HTML does not know stays as it is."""
    text = entity
    while (plainer := html.unescape(text)) != text:
        text = plainer
    if text == entity:
        text = html.unescape(entity.lower())
        if text == entity.lower():
            return entity
    text = text.replace("\n", " ").replace("\r", " ")
    return "".join(char for char in text if ord(char) not in INVISIBLE)
