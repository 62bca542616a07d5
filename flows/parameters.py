"""The parameters of a run as Prefect keeps them, without a web framework to write them down.

Prefect asks FastAPI for it, whose import takes a sixth of what a run of the seed costs with a server.
Pydantic, by which FastAPI does it, says the same of paths, words, numbers and lists of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from prefect import Flow
from pydantic_core import PydanticSerializationError, to_jsonable_python

AnyFlow = TypeVar("AnyFlow", bound=Flow[..., Any])
Serialize = Callable[[dict[str, Any]], dict[str, Any]]


def written_plainly(told: AnyFlow) -> AnyFlow:
    """Have the parameters of a flow written down by Pydantic; what it does not know, as Prefect does."""
    # As an attribute of this flow, so that others, and `flow` itself, stay what they are.
    vars(told)["serialize_parameters"] = _plain(told.serialize_parameters)
    return told


def _plain(otherwise: Serialize) -> Serialize:
    @wraps(otherwise)
    def serialize(parameters: dict[str, Any]) -> dict[str, Any]:
        try:
            return {name: to_jsonable_python(value) for name, value in parameters.items()}
        except (PydanticSerializationError, RecursionError):
            return otherwise(parameters)

    return serialize
