"""Dataclasses that are made without writing and compiling source text for each of their methods.

Python's `dataclass` compiles six functions for each class of values, and three hundred classes are imported
for a build: a tenth of that of the seed, and more of a check. Of these functions only `__init__` needs a text
of its own, for its parameters; the others do the same for any fields, and are closures over their names here.

The seam is private to Python: where it is another than expected (3.13 compiles them all at once), classes are
made as ever.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

# What stands in for which function of `dataclasses`, by the parameters that it is known with.
_KNOWN = {
    "_repr_fn": ("fields", "globals"),
    "_cmp_fn": ("name", "op", "self_tuple", "other_tuple", "globals"),
    "_hash_fn": ("fields", "globals"),
    "_frozen_get_del_attr": ("cls", "fields", "globals"),
}
Method = Callable[..., Any]


def make_dataclasses_quick() -> None:
    """Have `dataclass` make its methods as closures from now on. For processes of our own alone."""
    if all(_parameters(getattr(dataclasses, name, None)) == told for name, told in _KNOWN.items()):
        made = {"_repr_fn": _repr_fn, "_hash_fn": _hash_fn, "_frozen_get_del_attr": _frozen_methods}
        vars(dataclasses).update(made, _cmp_fn=_comparison_or(vars(dataclasses)["_cmp_fn"]))


def _parameters(function: Any) -> tuple[str, ...]:
    code = getattr(function, "__code__", None)
    return () if code is None else code.co_varnames[: code.co_argcount]


def _values_of(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the values of these attributes, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    # Of one attribute `attrgetter` gives the value itself.
    return lambda self: tuple([getattr(self, name) for name in names])


def _repr_fn(fields: Sequence[dataclasses.Field[Any]], globals: object) -> Method:
    names = [field.name for field in fields]

    def __repr__(self: object) -> str:
        told = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({told})"

    wrapped: Method = vars(dataclasses)["_recursive_repr"](__repr__)
    return wrapped


def _comparison_or(compiled: Method) -> Method:
    """Return what makes `__eq__`; comparisons by order, which hardly any class has, are compiled as ever."""

    def _cmp_fn(name: str, op: str, self_tuple: str, other_tuple: str, globals: object) -> Method:
        if op != "==":
            made: Method = compiled(name, op, self_tuple, other_tuple, globals=globals)
            return made
        # It is given as the text of a tuple: (self.x,self.y,).
        told = self_tuple.strip("()").split(",")
        values = _values_of([one.removeprefix("self.") for one in told if one])

        def __eq__(self: object, other: object) -> Any:
            if other.__class__ is self.__class__:
                return values(self) == values(other)
            return NotImplemented

        return __eq__

    return _cmp_fn


def _hash_fn(fields: Sequence[dataclasses.Field[Any]], globals: object) -> Method:
    values = _values_of([field.name for field in fields])

    def __hash__(self: object) -> int:
        return hash(values(self))

    return __hash__


def _frozen_methods(
    cls: Any, fields: Sequence[dataclasses.Field[Any]], globals: object
) -> tuple[Method, Method]:
    names = frozenset(field.name for field in fields)

    def __setattr__(self: Any, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__
