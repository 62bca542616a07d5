"""The names of `entities.csv`, packed so that a process reads only those that it meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, cast

from gangyao.document.mentions import EntityType
from gangyao.entities.one_form import one_form
from gangyao.lexicon_tables import LexiconTables

#: Names of regions that say as often whither: 自东北向西南, 位于其东北部.
DIRECTIONS = frozenset(("东北", "西北", "东南", "西南"))
_FIELD, _ROW = "\t", "\n"


class LexiconName(NamedTuple):
    """A row of entities.csv: `form` names the entity `type`/`name`; `areas` are the code prefixes it lies in.

    `condition` is `quoted` for a form that is a name only inside quotation marks, `pair` for two countries in
    short form, which common words also begin with (中新[增]). `is_sure` tells that nothing around the form
    can tell against it, `is_latin` that it begins or ends with a digit or a Latin letter, `merged_by` how its
    name follows from it (None where it is its name).
    """

    form: str
    type: EntityType
    name: str
    areas: tuple[str, ...]
    condition: str
    is_sure: bool
    is_latin: bool
    merged_by: str | None


def lexicon_name(
    form: str, kind: EntityType, name: str, areas: tuple[str, ...], condition: str
) -> LexiconName:
    """The name that a row of entities.csv gives, its brackets and dashes in one form."""
    printed = one_form(form)
    is_sure = not (condition or kind == "organization" or printed[-1] in "部法" or printed in DIRECTIONS)
    is_latin = printed[0].isascii() or printed[-1].isascii()
    merged_by = None if printed == name else f"entities.csv: {printed}"
    return LexiconName(printed, kind, name, areas, condition, is_sure, is_latin, merged_by)


def read_names(tables: LexiconTables) -> Iterator[LexiconName]:
    """The names of the lexicon, in the order of its rows."""
    for row in tables.rows("entities", "form", "type", "name", "areas", "condition"):
        yield lexicon_name(*row)


@dataclass(frozen=True, slots=True)
class PackedNames:
    """Names by number, each a row of text: as tuples, 24,000 of them took a process .1 s to read back."""

    rows: str

    def name(self, number: int) -> LexiconName:
        """The name of that number."""
        form, kind, name, areas, condition = _split(self.rows)[number].split(_FIELD)
        return lexicon_name(form, cast(EntityType, kind), name, tuple(areas.split()), condition)


def pack_names(names: Iterable[LexiconName | None]) -> PackedNames:
    """Pack names under the numbers that they have in `names`; where that is None, there is none."""
    return PackedNames(_ROW.join(_packed(name) if name else "" for name in names))


def _packed(name: LexiconName) -> str:
    return _FIELD.join((name.form, name.type, name.name, " ".join(name.areas), name.condition))


@lru_cache(maxsize=2)
def _split(rows: str) -> list[str]:
    return rows.split(_ROW)
