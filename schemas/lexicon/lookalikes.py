"""Lexicon file `lookalikes.csv`."""

from schemas.declaration import Column, Table
from schemas.lexicon.columns import ONE_CHARACTER, reason

TABLE = Table(
    name="lookalikes",
    title="Foreign letters shaped like characters",
    title_zh="形似汉字的外文字母",
    row="letter",
    description=(
        "Letters of other scripts that recognition puts in the place of a character of the same shape."
    ),
    primary_key=("printed",),
    columns=(
        Column(
            "printed",
            "string",
            "印作",
            "The letter as printed, or two that are the halves of a character.",
            "Ш",
            pattern=".{1,2}",
        ),
        Column(
            "character", "string", "汉字", "The character of the same shape.", "山", pattern=ONE_CHARACTER
        ),
        reason(),
    ),
)
