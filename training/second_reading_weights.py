"""Fit the weights of second readings: `python -m training.second_reading_weights PLACES`.

PLACES has a line of JSON for each place at which second readings of a scanned page whose text is known doubt
the first: the `page`, whether the first reading `is_wrong` there, and the `signs` of it as
`gangyao.collation.signs_of_misreading` gives them. What is printed stands in
`gangyao.collation.second_reading`, with how many of the misreadings are told at each chance on pages that the
weights have not seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.logistic import fit_logistic

# Half the squared weights of signs that are put to one scale are charged so much: 1 / C, of .1, .3 and 1 the
# one that told pages left out best.
RIDGE = 1 / 0.3
# So many pages at a time are told by weights that have not seen them.
LEFT_OUT = 3
CHANCES = (0.1, 0.14, 0.2, 0.25, 0.3, 0.5)

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Places:
    """Places in doubt: their pages, their signs as rows of columns, and whether they are misread."""

    pages: tuple[str, ...]
    names: tuple[str, ...]
    signs: Array
    is_wrong: Array

    def of(self, pages: Sequence[str], inside: bool) -> npt.NDArray[np.bool_]:
        """Tell of each place whether it is on some pages (`inside`) or on others."""
        return np.array([(page in pages) == inside for page in self.pages])


def read_places(path: Path) -> Places:
    """Return the places of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    names = tuple(rows[0]["signs"])
    return Places(
        tuple(row["page"] for row in rows),
        names,
        np.array([[row["signs"][name] for name in names] for row in rows], dtype=float),
        np.array([row["is_wrong"] for row in rows], dtype=float),
    )


def fit(signs: Array, is_wrong: Array) -> tuple[float, Array]:
    """Return the constant and the weights of a logistic model of places."""
    mean, scale = signs.mean(axis=0), signs.std(axis=0) + 1e-9
    *weights, constant = fit_logistic((signs - mean) / scale, is_wrong, np.ones(len(signs)), RIDGE)
    plain = np.array(weights) / scale
    return float(constant - plain @ mean), plain


def chances_left_out(places: Places) -> Array:
    """Return how likely each place is misread, by weights that have not seen its page."""
    chances = np.zeros(len(places.is_wrong))
    for pages in _some_pages(places):
        constant, weights = fit(
            places.signs[places.of(pages, inside=False)], places.is_wrong[places.of(pages, inside=False)]
        )
        told = places.of(pages, inside=True)
        chances[told] = 1 / (1 + np.exp(-(constant + places.signs[told] @ weights)))
    return chances


def _some_pages(places: Places) -> Iterator[list[str]]:
    pages = sorted(set(places.pages))
    for start in range(0, len(pages), LEFT_OUT):
        yield pages[start : start + LEFT_OUT]


def main() -> None:
    """Print the weights, and what they tell of pages left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", type=Path)
    places = read_places(parser.parse_args().places)
    constant, weights = fit(places.signs, places.is_wrong)
    print(
        json.dumps(
            {"base": round(constant, 3), **dict(zip(places.names, weights.round(3).tolist(), strict=True))}
        )
    )
    chances = chances_left_out(places)
    for least in CHANCES:
        told = chances >= least
        found = places.is_wrong[told].sum() / places.is_wrong.sum()
        print(f"from {least}: {found:.3f} of places misread, {(1 - places.is_wrong[told]).sum():.0f} in vain")


if __name__ == "__main__":
    main()
