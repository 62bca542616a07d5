"""Lexicon file `name_openers.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import reason, word

TABLE = Table(
    name="name_openers",
    title="What may stand before a name",
    title_zh="名称前词",
    row="word",
    description="Verbs, adverbs and particles behind which a name may begin.",
    primary_key=("word",),
    columns=(
        word(),
        Column(
            "kind",
            "string",
            "类",
            "Whether names hold the word too.",
            "verb",
            values={
                "verb": "stands in no name: what follows may be one",
                "build": "a verb that names also hold: it opens a name where its clause begins",
            },
        ),
        reason(),
    ),
)
