"""Places where the text is improbable and a small edit would make it probable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gangyao.text.changes import Cleaned, Suspect
from gangyao.text.statistics.model import CharacterModel

if TYPE_CHECKING:
    from gangyao.text.clean import CleaningRules


def statistical_suspects(
    cleaned: Cleaned, model: CharacterModel, rules: CleaningRules
) -> tuple[Suspect, ...]:
    """Return the doubted spans of a cleaned text, in reading order; the text itself is never changed."""
    return ()
