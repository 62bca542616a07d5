"""Lexicon file `admin_abbreviations.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import reason, short_form

TABLE = Table(
    name="admin_abbreviations",
    title="Divisions in one character",
    title_zh="单字简称",
    row="form",
    description="Provinces and cities that have a form of one character.",
    primary_key=("form",),
    columns=(
        short_form(),
        Column("name", "string", "名称", "Full name of the division.", "四川省"),
        Column(
            "level",
            "string",
            "级",
            "Level of the division; for a curator, no rule reads it.",
            "province",
            values={"province": "a province", "city": "a city"},
        ),
        reason(),
    ),
)
