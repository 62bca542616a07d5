"""What another copy of a document's text says of its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass


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
