"""Lexicon file `verbs.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import frequency, note, word

TABLE = Table(
    name="verbs",
    title="Verbs",
    title_zh="动词",
    row="verb",
    description=("Verbs that open an action, by how they take what follows."),
    primary_key=("word",),
    columns=(
        word(),
        Column(
            "class",
            "string",
            "类别",
            "How it takes what follows.",
            "transitive",
            values={
                "transitive": "takes an object",
                "taker": "takes an object or a verb",
                "catenative": "takes the next verb",
                "sponsor": "makes somebody do something",
                "stative": "describes a state",
                "dual": "verb or adjective",
                "nominal": "noun, or verb where it opens the clause",
            },
        ),
        frequency(),
        note(),
    ),
)
