"""Lexicon file `units.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import note

TABLE = Table(
    name="units",
    title="Units",
    title_zh="单位",
    row="printed unit",
    description=("Units of targets as documents print them, with the normalised unit."),
    primary_key=("printed",),
    columns=(
        Column("printed", "string", "印作", "The unit as printed.", "万千瓦时"),
        Column("kind", "string", "类别", "Kind of quantity.", "energy", pattern="[a-z][a-z_]*"),
        Column("unit", "string", "单位", "Normalised unit.", "kW.h"),
        Column(
            "factor",
            "string",
            "系数",
            "The printed number times this is the value in `unit`; an exact decimal.",
            "0.01",
            pattern="[0-9]+([.][0-9]+)?",
        ),
        Column(
            "spoken",
            "string",
            "口语数词",
            "Whether the unit also follows 一 to 九 without more.",
            "yes",
            values={"yes": "follows 一 to 九 (一年)", "no": "follows other numbers only"},
        ),
        Column(
            "system",
            "string",
            "体系",
            "Where the normalised unit is from.",
            "UCUM",
            values={"UCUM": "a UCUM code", "ISO 4217": "a currency code", "name": "a plain English name"},
        ),
        note(),
    ),
)
