"""What another copy of a document's text says of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Digits behind the point of a published share: a paragraph has some hundred characters, a document 100,000.
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What one witness says of one paragraph.

    `paragraph` is its index. Of `compared_chars` letters, digits and Han characters (punctuation and white
    space do not count), the witness has `confirmed_chars` at the same place, in whatever script.
    """

    paragraph: int
    witness: str
    confirmed_chars: int
    compared_chars: int

    @property
    def share(self) -> float | None:
        """The confirmed share of the compared characters, None where there are none."""
        return share(self.confirmed_chars, self.compared_chars)


def share(confirmed: int, compared: int) -> float | None:
    """Return the share of `compared` characters that are confirmed, None where nothing was compared."""
    return round(confirmed / compared, _DIGITS) if compared else None


def best_confirmations(confirmations: Iterable[Confirmation]) -> dict[int, Confirmation]:
    """Return, for each paragraph that a witness was compared with, what the best of its witnesses says."""
    best: dict[int, Confirmation] = {}
    for confirmation in confirmations:
        other = best.get(confirmation.paragraph)
        if other is None or confirmation.confirmed_chars > other.confirmed_chars:
            best[confirmation.paragraph] = confirmation
    return best
