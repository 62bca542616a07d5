"""Lexicon file `indicators.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import form, note

TABLE = Table(
    name="indicators",
    title="Names of indicators",
    title_zh="指标名称",
    row="form of an indicator's name",
    description=(
        "Indicators in the forms in which documents print them, with the name that statistics use "
        "(国家统计局, the yearbook and the communiqué)."
    ),
    primary_key=("form",),
    columns=(
        form(),
        Column("name", "string", "规范名", "The name that statistics use.", "规模以上工业增加值"),
        Column(
            "scope",
            "string",
            "范围",
            "What part the form speaks of, where it is a part of the name: 农民收入 is of 农村.",
            "农村",
            nullable=True,
        ),
        Column(
            "measure",
            "string",
            "计量方式",
            "What a bare percentage of it is (growth or share), or a bare sum (level or increase); empty: "
            "not known.",
            "growth",
            nullable=True,
            values={
                "growth": "a percentage is its growth, a sum its level",
                "share": "a percentage is its level",
                "level": "a sum is its level",
                "increase": "a sum is what was added",
            },
        ),
        note(),
    ),
)
