"""Lexicon file `entities.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import entity_type, form, note, source

TABLE = Table(
    name="entities",
    title="Known names",
    title_zh="已知名称",
    row="form of a name",
    description=("Names of entities and the forms in which documents print them."),
    primary_key=("form",),
    columns=(
        form(),
        entity_type(),
        Column("name", "string", "规范名", "Canonical name.", "长江三峡水利枢纽工程"),
        Column(
            "areas",
            "strings",
            "所在地",
            "Codes or prefixes of the places it lies in, separated by spaces; empty: anywhere.",
            ("51",),
            nullable=True,
        ),
        Column(
            "condition",
            "string",
            "条件",
            "What must hold where the form stands; empty: nothing.",
            "quoted",
            nullable=True,
            values={
                "quoted": "inside quotation marks",
                "pair": "two countries in short form beside each other",
                "list": "in a list of its like",
                "level": "a word of level that only opens names",
                "uncounted": "no number in front",
            },
        ),
        source(),
        note(),
    ),
)
