import json

import numpy as np
import pytest

from gangyao.cleaning.misreadings.small_network import SmallNetwork, network_of
from training.small_network import fit_network, scaled, stored

NAMES = ("dear", "quoted")


def test_features_weigh_together_as_no_sum_can():
    # A dear place is a slip unless it is quoted; a quoted one that is not dear is none either.
    kinds = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
    rows, truth = np.tile(kinds, (400, 1)), np.tile([1.0, 0.0, 0.0, 1.0], 400)

    network = fit_network(rows, truth, np.ones(len(rows)))

    assert (network.weigh(kinds.astype(np.float32)) > 0).tolist() == [True, False, False, True]
    again = fit_network(rows, truth, np.ones(len(rows)))
    assert (again.hidden == network.hidden).all()


def test_a_stored_network_weighs_the_same():
    chance = np.random.default_rng(3)
    network = SmallNetwork(
        chance.random(2, dtype=np.float32), np.array([1, 2], np.float32),
        chance.standard_normal((2, 5)).astype(np.float32), chance.random(5, dtype=np.float32),
        chance.standard_normal(5).astype(np.float32), 0.5,
    )  # fmt: skip
    rows = chance.standard_normal((20, 2)).astype(np.float32)
    read = network_of(json.loads(json.dumps(stored(network, NAMES))), NAMES)

    np.testing.assert_allclose(read.weigh(rows), network.weigh(rows), atol=0.01)
    np.testing.assert_allclose(
        scaled(network, 2, -1).weigh(rows), 2 * network.weigh(rows) - 1, rtol=1e-4, atol=1e-4
    )


def test_a_feature_without_weights_is_named():
    network = SmallNetwork(*(np.ones(1, np.float32) for _ in range(2)), np.ones((1, 1), np.float32),
                           *(np.ones(1, np.float32) for _ in range(2)), 0.0)  # fmt: skip

    with pytest.raises(KeyError, match="quoted"):
        network_of(stored(network, NAMES[:1]), NAMES)
