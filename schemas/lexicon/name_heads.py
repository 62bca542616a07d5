"""Lexicon file `name_heads.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import entity_type, note

TABLE = Table(
    name="name_heads",
    title="Last words of names",
    title_zh="名称中心词",
    row="head, type and anchor",
    description=("The last word of a kind of names and what stands in front of it."),
    primary_key=(
        "head",
        "type",
        "anchor",
    ),
    columns=(
        Column("head", "string", "中心词", "Last word of the name.", "水库"),
        entity_type(),
        Column(
            "anchor",
            "string",
            "前接",
            "What stands in front of the head.",
            "place",
            values={
                "place": "a named place and perhaps a qualifier",
                "next": "a place and nothing between",
                "qualified": "a place and a qualifier",
                "within": "the whole that it is a part of",
                "wide": "a place or a word of level (国家, 全国)",
                "china": "中国 itself",
                "named": "a place or a proper name alone (镜岭水库)",
                "governed": "a verb and what is governed (实施强省战略)",
                "body": "a level or a place with its status (省财政厅)",
            },
        ),
        Column(
            "full",
            "string",
            "全称",
            "What the head is short for; empty where it is not short.",
            "自由贸易试验区",
            nullable=True,
        ),
        note(),
    ),
)
