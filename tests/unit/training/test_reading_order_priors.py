"""The fit of what speaks for neighbours in print: it finds what made the true orders the best ones."""

import numpy as np

from training.reading_order_priors import FEATURES, Choice, first, fit

_NAMES = tuple(FEATURES)


def choices_by(weights, count):
    """Pages with eight orders of random features, the best one by `weights` first."""
    rng = np.random.default_rng(1)
    for _ in range(count):
        orders = rng.normal(size=(8, len(_NAMES)))
        best = int(np.argmax(orders @ weights))
        yield Choice(np.roll(orders, -best, axis=0), 0)


def test_a_fit_leans_to_what_made_orders_best():
    weights = np.array([now for now, _ in FEATURES.values()])
    gap = _NAMES.index("kept over a gap")
    weights[gap] = 9.0
    choices = list(choices_by(weights, 150))
    fitted = fit(choices)
    assert fitted[0] == 1.0
    assert fitted[gap] > 2.0
    assert int(first(choices, fitted).split()[0]) > 120


def test_without_pages_nothing_moves():
    assert np.allclose(fit([]), [now for now, _ in FEATURES.values()])
