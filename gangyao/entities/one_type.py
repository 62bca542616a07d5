"""One type for a name in one document: the judge sees each mention by itself and may differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate

# A reservoir, a battle or a dish may be called as the place is.
_PLACES = frozenset(("admin_area", "natural_feature"))
# Found in tables or by their number; the judge leaves most of their types as they are.
_BY_FORM = frozenset(("lexicon", "numbered", "title"))


def with_one_type(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """The names of a document, those of one form with one type: what tables say, else what is said most
    often, else what is said first. Names that a place bears too stay as they are.
    """
    by_form: defaultdict[str, list[Candidate]] = defaultdict(list)
    for one in names:
        by_form[text[one.start : one.end]].append(one)
    types: dict[str, EntityType] = {}
    for form, some in by_form.items():
        kinds = {one.type for one in some}
        if len(kinds) > 1 and not kinds & _PLACES:
            types[form] = _type_of(some)
    if not types:
        return list(names)
    return [_retyped(one, types.get(text[one.start : one.end])) for one in names]


def _type_of(names: Sequence[Candidate]) -> EntityType:
    by_form = [one.type for one in names if one.origin in _BY_FORM]
    return Counter(by_form or [one.type for one in names]).most_common(1)[0][0]


def _retyped(one: Candidate, kind: EntityType | None) -> Candidate:
    return one if kind is None or one.type == kind else replace(one, type=kind)
