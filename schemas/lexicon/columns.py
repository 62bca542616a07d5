"""Columns that many lexicon files share."""

from __future__ import annotations

from schemas import entities, targets, tasks
from schemas.declaration import Column

ENTITY_TYPES = entities.TABLE.column("type").values
COMPARATORS = targets.TABLE.column("comparator").values
DIRECTIONS = targets.TABLE.column("direction").values
MODALITIES = tasks.TABLE.column("modality").values


#: Any one character: rules look these up, and put one in the place of one.
ONE_CHARACTER = "."


def word() -> Column:
    """Declare a word of the grammar."""
    return Column("word", "string", "词", "The word.", "推进")


def form() -> Column:
    """Declare a form in which documents print something."""
    return Column("form", "string", "形式", "The form as documents print it.", "万州")


def short_form() -> Column:
    """Declare a form of one character."""
    return Column("form", "string", "形式", "The form as documents print it.", "川", pattern=ONE_CHARACTER)


def printed() -> Column:
    """Declare a printed character."""
    return Column("printed", "string", "印作", "The character as printed.", "Ш", pattern=ONE_CHARACTER)


def frequency() -> Column:
    """Declare how often a word occurs."""
    return Column(
        "frequency",
        "integer",
        "频次",
        "Occurrences in the documents that the list was made from; for a curator, no rule reads it.",
        15,
        unit="occurrences",
        minimum=0,
    )


def note() -> Column:
    """Declare a remark of a curator."""
    return Column(
        "note", "string", "备注", "What a curator should know; no rule reads it.", "ban", nullable=True
    )


def reason() -> Column:
    """Declare why the row is there."""
    return Column("reason", "string", "理由", "Why the row is there.", "a variant form of the character")


def source() -> Column:
    """Declare what the row was taken from."""
    return Column("source", "string", "来源", "What the row was taken from.", "国函〔2020〕78号")


def entity_type(*, nullable: bool = False) -> Column:
    """Declare a type of entity."""
    return Column(
        "type", "string", "类型", "Type of the entity.", "facility", nullable=nullable, values=ENTITY_TYPES
    )


def modality(*, nullable: bool = False) -> Column:
    """Declare a modality."""
    return Column(
        "modality",
        "string",
        "情态",
        "Modality that it sets.",
        "prohibit",
        nullable=nullable,
        values=MODALITIES,
    )


def division_code() -> Column:
    """Declare a code of GB/T 2260."""
    return Column("code", "string", "代码", "Code of GB/T 2260.", "500112", pattern="[0-9]{6}")


def year(name: str, description: str) -> Column:
    """Declare a year that may be open."""
    return Column(
        name,
        "integer",
        "年份",
        description,
        2020,
        nullable=True,
        unit="calendar year",
        minimum=1900,
        maximum=2200,
    )
