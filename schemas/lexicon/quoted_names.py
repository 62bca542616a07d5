"""Lexicon file `quoted_names.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import entity_type, reason, word

TABLE = Table(
    name="quoted_names",
    title="Words of quoted names",
    title_zh="引号名称用词",
    row="word and its part",
    description=("Words beside and inside quoted coinages that tell what they name."),
    primary_key=(
        "word",
        "part",
    ),
    columns=(
        word(),
        Column(
            "part",
            "string",
            "位置",
            "Where the word stands.",
            "behind",
            values={
                "behind": "right behind the quotation: it gives the type",
                "inside": "inside the quotation: it is no name",
            },
        ),
        entity_type(nullable=True),
        reason(),
    ),
)
