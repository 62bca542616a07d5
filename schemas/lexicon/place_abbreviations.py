"""Lexicon file `place_abbreviations.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import reason

TABLE = Table(
    name="place_abbreviations",
    title="Abbreviations of places",
    title_zh="地名简称",
    row="character",
    description=(
        "Characters that stand for a province or city beside another one, or before a trade or a direction: "
        "they are no misreadings there, rare as they are."
    ),
    primary_key=("character",),
    columns=(
        Column("character", "string", "简称", "The character.", "渝"),
        reason(),
    ),
)
