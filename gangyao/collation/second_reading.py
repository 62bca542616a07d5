"""What a second reading of a scan doubts of the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.collation.collate import WORDING, Difference, collate
from gangyao.collation.preference import preferences
from gangyao.document.changes import Cleaned, Suspect
from gangyao.document.source import Document

# Where less of the surroundings agrees, the second reading is of another place, or of nothing.
_LEAST_AGREEMENT = 0.7
# A difference over more characters is a line that one of the two missed.
_LONGEST = 8
# A first reading that was as certain as this, and that the model prefers too, is believed.
_CERTAIN = 0.999


def doubts_of_second_readings(
    document: Document,
    cleaned: Cleaned,
    model: CharacterModel,
    certainties: Mapping[int, float],
    score: float,
) -> list[Suspect]:
    """Return the places where a second reading of the scans differs, as suspects with both readings.

    `certainties` are those of the first reading, by raw offset. `score` is how likely such a doubt is right.
    """
    suspects: list[Suspect] = []
    for witness in document.witnesses:
        if not witness.is_second_reading:
            continue
        differences = collate(document, cleaned, witness).differences
        for difference, preference in zip(differences, preferences(differences, model), strict=True):
            if _is_doubt(difference) and not _is_believed(difference, preference, certainties):
                suspects.append(_suspect(difference, preference, score))
    return suspects


def _is_doubt(difference: Difference) -> bool:
    longest = max(len(difference.printed), len(difference.reading))
    return difference.kind in WORDING and longest <= _LONGEST and difference.agreement >= _LEAST_AGREEMENT


def _is_believed(difference: Difference, preference: float | None, certainties: Mapping[int, float]) -> bool:
    places: Sequence[int] = range(difference.raw_start, max(difference.raw_end, difference.raw_start + 1))
    is_certain = all(certainties.get(place, 1.0) >= _CERTAIN for place in places)
    return is_certain and preference is not None and preference < 0


def _suspect(difference: Difference, preference: float | None, score: float) -> Suspect:
    bits = 0.0 if preference is None else preference
    prefers = "it" if bits > 0 else "the first"
    return Suspect(
        difference.raw_start,
        difference.raw_end,
        difference.printed,
        difference.reading or None,
        f"a second reading has {difference.reading!r}; the model prefers {prefers} by {abs(bits):.0f} bits",
        "second_reading",
        score,
        difference.start,
        difference.end,
    )
