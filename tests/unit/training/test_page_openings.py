"""The fit of where pages begin: it finds what made the true places the best ones."""

import numpy as np

from gangyao.layout.reading_order.page_openings import OPENING_TRAITS
from training.page_openings import KINDS, Choice, fit, show


def choices_by(weights, count):
    """Pages with eight places of random traits, the best one by `weights` first."""
    rng = np.random.default_rng(1)
    for number in range(count):
        places = rng.normal(size=(8, len(OPENING_TRAITS)))
        best = int(np.argmax(places @ weights))
        yield Choice(list(KINDS)[number % 3], number % 5, np.roll(places, -best, axis=0), np.arange(8))


def test_a_fit_finds_what_made_places_best():
    weights = np.zeros(len(OPENING_TRAITS))
    weights[OPENING_TRAITS.index("title of a document")] = 3.0
    weights[OPENING_TRAITS.index("bits of the pair")] = -1.0
    choices = list(choices_by(weights, 200))
    fitted = fit(choices)
    assert fitted[OPENING_TRAITS.index("title of a document")] > 1.0
    assert fitted[OPENING_TRAITS.index("bits of the pair")] < -0.3
    best = sum(int(np.argmax(choice.places @ fitted)) == 0 for choice in choices)
    assert best > 180


def test_what_is_shown_is_measured_on_parts_that_the_fit_has_not_seen():
    choices = list(choices_by(np.ones(len(OPENING_TRAITS)), 30))
    right, wrong = np.ones(len(OPENING_TRAITS)), -np.ones(len(OPENING_TRAITS))
    table = show(choices, [((0, 2, 4), right), ((1, 3), wrong)])
    hits = [int(cell) for cell in table.columns[3].cells]
    assert sum(hits) == sum(choice.part in (0, 2, 4) for choice in choices)
