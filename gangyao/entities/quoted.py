"""Names that stand in marks: coinages in “ ” and titles in 《 》."""

from __future__ import annotations

import re

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer

_MARKED = re.compile(r"“([^“”\n]{2,16})”|《([^《》\n]{2,40})》")
_NAMELIKE = re.compile(r"[\w·—、+\-]+$")
_SHARED = re.compile(r"”(?:[、和及与]“[^“”\n]{2,16}”)+")


def marked_names(text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Coinages whose type the word behind the closing mark tells, and the titles of documents."""
    found: list[Candidate] = []
    for match in _MARKED.finditer(text):
        if match[2] is not None:
            found.append(Candidate(match.start(2), match.end(2), "policy", match[2], "title"))
            continue
        inside = match[1]
        if inside in gazetteer.not_names or not _NAMELIKE.match(inside):
            continue
        behind = match.end()
        shared = _SHARED.match(text, match.end() - 1)
        if shared:
            behind = shared.end()
        following = text[behind : behind + 8]
        for word, entity_type in gazetteer.quoted_heads:
            if following.startswith(word):
                if entity_type is not None:
                    found.append(Candidate(match.start(1), match.end(1), entity_type, inside, "quoted"))
                break
    return found
