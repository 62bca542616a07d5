"""The logistic regression that the fitting scripts share."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

Array = npt.NDArray[np.float64]


def fit_logistic(rows: Array, is_true: Array, counts: Array, ridge: float) -> Array:
    """Return weights of the columns, the constant last: natural logarithm of the odds that a row is true.

    Each row counts as often as `counts` says. `ridge` is the penalty on half the squared weights; the
    constant bears none.
    """
    model = LogisticRegression(C=1 / ridge, solver="newton-cholesky", tol=1e-8)
    fitted = model.fit(rows, is_true, counts)
    return np.append(fitted.coef_[0], fitted.intercept_)
