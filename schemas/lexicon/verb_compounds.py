"""Lexicon file `verb_compounds.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import frequency

TABLE = Table(
    name="verb_compounds",
    title="Nouns that verbs begin",
    title_zh="动词开头的名词",
    row="verb and what makes it a noun",
    description=(
        "A verb and the two characters behind it that together are a noun rather than a predicate and its "
        "object (监察机构, 计量标准). `python -m training.verb_compounds` writes the file."
    ),
    primary_key=("verb", "following"),
    columns=(
        Column("verb", "string", "动词", "The verb.", "监察"),
        Column("following", "string", "后接", "The two characters behind it.", "机构"),
        frequency(),
    ),
)
