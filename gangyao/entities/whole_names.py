"""The divisions that a short text names which is known to name some: the place of an issuer, a title.

In running text no county of two characters (单县, 和县) is found: most that looks so is none. Where it is
the whole of what is left, it can be nothing else.
"""

from __future__ import annotations

from gangyao.document.mentions import Mention
from gangyao.entities.divisions import in_force
from gangyao.entities.find import find_by_grammar
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.places import PlaceContext, year_of


def divisions_named(text: str, place: PlaceContext, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the mentions of divisions in a short text, and of the one that the rest of it is the name of."""
    found = tuple(one for one in find_by_grammar([text], place, gazetteer)[0] if one.admin_code is not None)
    start = found[-1].end if found else 0
    code = _code_of(text[start:], found[-1].admin_code if found else None, place, gazetteer)
    if code is None:
        return found
    return (*found, Mention(text[start:], "admin_area", text[start:], code, start, len(text), "whole name"))


def _code_of(name: str, within: str | None, place: PlaceContext, gazetteer: Gazetteer) -> str | None:
    """Return the code of the one division of this name that lies within another; None for none or several."""
    if name not in gazetteer.division_names:
        return None
    prefix = "" if within is None else within.rstrip("0")
    prefix += "0" * (len(prefix) % 2)
    rows = tuple(row for rows in gazetteer.divisions_by_code.values() for row in rows if row.name == name)
    codes = {row.code for row in in_force(rows, year_of(place)) if row.code.startswith(prefix)}
    return codes.pop() if len(codes) == 1 else None
