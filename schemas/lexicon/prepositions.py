"""Lexicon file `prepositions.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import frequency, note, word

TABLE = Table(
    name="prepositions",
    title="Prepositions",
    title_zh="介词",
    row="preposition",
    description=("Words whose phrase stands before the verb."),
    primary_key=("word",),
    columns=(
        word(),
        Column(
            "kind",
            "string",
            "类别",
            "What its phrase does.",
            "phrase",
            values={
                "basis": "names the ground of the task",
                "phrase": "stands before the verb",
                "disposal": "puts the object before the verb (把, 将)",
            },
        ),
        frequency(),
        note(),
    ),
)
