"""One type and one name for what a document prints in one form: the judge sees each mention by itself."""

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
# What a list completes (云石、|青河至丹山|等公路) is called by its list.
_BY_LIST = "ellipsis"
# 青少年“筑基”工程 and 青少年“筑基工程”: marks in a name tell it from no other.
_MARKS = str.maketrans("", "", "“”()（）、")


def with_one_type(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """The names of a document, those of one form but for its marks with one type and one name: what tables
    say, else what is said most often, else what is said first. Names that a place bears too stay as they are.
    """
    by_form: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(names):
        if one.origin == _BY_LIST:
            continue
        form = text[one.start : one.end]
        by_form[form if form.isalnum() else form.translate(_MARKS)].append(number)
    told = list(names)
    for numbers in by_form.values():
        if len(numbers) == 1:
            continue
        some = [names[number] for number in numbers]
        if len({(one.type, one.name) for one in some}) > 1 and not any(one.type in _PLACES for one in some):
            kind, name = _told(some)
            for number in numbers:
                told[number] = _called(names[number], kind, name)
    return told


def _told(names: Sequence[Candidate]) -> tuple[EntityType, str]:
    """Return the type of names of one form, and what of that type they are called."""
    believed = [one for one in names if one.origin in _BY_FORM] or names
    kind = Counter(one.type for one in believed).most_common(1)[0][0]
    return kind, Counter(one.name for one in believed if one.type == kind).most_common(1)[0][0]


def _called(one: Candidate, kind: EntityType, name: str) -> Candidate:
    merged_by = one.merged_by if one.name == name else f"a form of {name}"
    return replace(one, type=kind, name=name, merged_by=merged_by)
