"""Lexicon file `common_words.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import frequency, source, word

TABLE = Table(
    name="common_words",
    title="Common words",
    title_zh="常用词",
    row="word of general Chinese",
    description=(
        "Words that the curated files do not class, with the part that they mostly play. "
        "`python -m training.common_words` writes the file."
    ),
    primary_key=("word",),
    columns=(
        word(),
        Column(
            "part",
            "string",
            "词性",
            "Part that the word plays where no curated file names it.",
            "verb",
            values={
                "verb": "a noun, or a verb where it opens a clause",
                "adverb": "leads a verb",
                "noun": "no verb, though one may seem to stand in it",
            },
        ),
        frequency(),
        source(),
    ),
)
