"""Lexicon file `modals.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import frequency, modality, note, word

TABLE = Table(
    name="modals",
    title="Modal words",
    title_zh="能愿词",
    row="modal word",
    description=("Words before a verb that make it a duty, a ban or an offer."),
    primary_key=("word",),
    columns=(
        word(),
        modality(nullable=True),
        Column(
            "governs_sentence",
            "string",
            "统辖全句",
            "Whether it binds the clauses that follow too.",
            "yes",
            values={"yes": "all clauses of the sentence", "no": "its own clause"},
        ),
        frequency(),
        note(),
    ),
)
