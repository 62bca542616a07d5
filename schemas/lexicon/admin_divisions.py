"""Lexicon file `admin_divisions.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import division_code, year

TABLE = Table(
    name="admin_divisions",
    title="Administrative divisions",
    title_zh="行政区划",
    row="division under one code and name",
    description=(
        "Divisions down to counties with GB/T 2260 codes, dated by year; written by `training.divisions`."
    ),
    primary_key=(
        "code",
        "name",
        "valid_from",
    ),
    columns=(
        division_code(),
        Column("name", "string", "名称", "Full name.", "渝北区"),
        year("valid_from", "First year in which code and name held; empty where they always did."),
        year("valid_to", "Last year in which they held; empty where they still do."),
    ),
)
