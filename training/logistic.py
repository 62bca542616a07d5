"""The logistic regression that the fitting scripts share."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import scipy.sparse
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

Array = npt.NDArray[np.float64]
# Of what is surer than this nothing is to be learnt, and exp stays within bounds.
_MOST_NATS = 50.0
_STOPS = {"maxiter": 300, "gtol": 1e-3}


def fit_logistic(rows: Array, is_true: Array, counts: Array, ridge: float) -> Array:
    """Return weights of the columns, the constant last: natural logarithm of the odds that a row is true.

    Each row counts as often as `counts` says. `ridge` is the penalty on half the squared weights; the
    constant bears none.
    """
    model = LogisticRegression(C=1 / ridge, solver="newton-cholesky", tol=1e-8)
    fitted = model.fit(rows, is_true, counts)
    return np.append(fitted.coef_[0], fitted.intercept_)


def fit_beside(rows: scipy.sparse.csr_matrix, is_true: Array, known: Array, ridge: float) -> Array:
    """Return weights of the columns of a wide matrix, the constant last, beside what is `known` of each row.

    `known` is in nats, and added as it is: it stands for columns whose weight is set. The constant bears the
    penalty too, as all weights do: half their squares times `ridge`.
    """
    signs, columns = is_true * 2 - 1, rows.T.tocsr()

    def loss(weights: Array) -> tuple[float, Array]:
        margins = signs * (rows @ weights[:-1] + weights[-1] + known)
        pull = -signs / (1 + np.exp(np.clip(margins, -_MOST_NATS, _MOST_NATS)))
        slope = np.append(columns @ pull, pull.sum()) + ridge * weights
        return float(np.logaddexp(0, -margins).sum() + ridge / 2 * (weights @ weights)), slope

    start = np.zeros(rows.shape[1] + 1)
    found: Array = minimize(loss, start, jac=True, method="L-BFGS-B", options=_STOPS).x
    return found
