"""The logistic regression that the fitting scripts share."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

Array = npt.NDArray[np.float64]


def fit_logistic(rows: Array, is_true: Array, counts: Array, ridge: float) -> Array:
    """Return weights of the columns, the constant last: natural logarithm of the odds that a row is true.

    Each row counts as often as `counts` says. `ridge` is the penalty on the squared weights of columns scaled
    to deviation 1; the constant bears none.
    """
    scaler = StandardScaler().fit(rows)
    fitted = LogisticRegression(C=1 / ridge, solver="newton-cholesky", tol=1e-8).fit(
        scaler.transform(rows), is_true, counts
    )
    slopes = fitted.coef_[0] / scaler.scale_
    return np.append(slopes, fitted.intercept_[0] - slopes @ scaler.mean_)
