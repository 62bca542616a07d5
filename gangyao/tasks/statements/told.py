"""A form of a sentence that tells, with the signs by which it is found."""

from __future__ import annotations

import re
from typing import NamedTuple


class Told(NamedTuple):
    """A form of a sentence that tells; one of the `signs` stands where it fits."""

    signs: tuple[str, ...]
    form: re.Pattern[str]


def told(signs: str, form: str) -> Told:
    """Return the form with its signs, which blanks part."""
    return Told(tuple(signs.split()), re.compile(form))
