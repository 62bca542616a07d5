"""The regressions that fitting scripts share, on numbers drawn for the purpose."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse

from training.logistic import fit_beside, fit_logistic

_RNG = np.random.default_rng(4)
_ROWS = _RNG.normal(size=(400, 3))
_TRUE = np.array([1.5, -1.0, 0.0])
_IS_TRUE = (_RNG.random(400) < 1 / (1 + np.exp(-(_ROWS @ _TRUE + 0.5)))).astype(float)


def test_a_fit_beside_nothing_is_the_plain_one() -> None:
    plain = fit_logistic(_ROWS, _IS_TRUE, np.ones(400), 1e-6)
    beside = fit_beside(scipy.sparse.csr_matrix(_ROWS), _IS_TRUE, np.zeros(400), 1e-6)
    assert beside == pytest.approx(plain, abs=1e-3)


def test_what_is_known_is_not_learnt_again() -> None:
    plain = fit_beside(scipy.sparse.csr_matrix(_ROWS), _IS_TRUE, np.zeros(400), 1e-6)
    known = plain[0] * _ROWS[:, 0] + plain[-1]
    rest = fit_beside(scipy.sparse.csr_matrix(_ROWS), _IS_TRUE, known, 1e-6)
    assert rest == pytest.approx([0.0, plain[1], plain[2], 0.0], abs=1e-3)
