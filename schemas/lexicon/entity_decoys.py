"""Lexicon file `entity_decoys.csv`."""

from schemas.declaration import Table
from schemas.lexicon.columns import form, reason

TABLE = Table(
    name="entity_decoys",
    title="Runs that only look like names",
    title_zh="非名称字串",
    row="run of characters",
    description=("A name inside such a run is none (发展[中国]家)."),
    primary_key=("form",),
    columns=(
        form(),
        reason(),
    ),
)
