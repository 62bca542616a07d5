"""Lexicon file `admin_changes.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import division_code, source

TABLE = Table(
    name="admin_changes",
    title="Changes of administrative divisions",
    title_zh="行政区划变更",
    row="year in which a code and name began or ended",
    description=(
        "Divisions made, renamed or abolished, with the act that did it; `training.divisions` reads them."
    ),
    primary_key=(
        "code",
        "name",
        "change",
        "year",
    ),
    columns=(
        division_code(),
        Column("name", "string", "名称", "Name of the division.", "襄都区"),
        Column(
            "change",
            "string",
            "变更",
            "What happened in the year.",
            "began",
            values={"began": "the code or name is new", "ended": "the code or name is no longer in force"},
        ),
        Column(
            "year",
            "integer",
            "年份",
            "Year of the change.",
            2020,
            unit="calendar year",
            minimum=1900,
            maximum=2200,
        ),
        source(),
    ),
)
