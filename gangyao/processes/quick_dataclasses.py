"""Dataclasses that are made without writing and compiling source text for each of their methods.

Python's `dataclass` compiles six functions for each class of values, and three hundred classes are imported
for a build: a tenth of that of the seed, and more of a check. They do the same for any fields. So `__init__`
is compiled once for each number of fields here, and given their names; the others are closures over them.

Fields of a frozen class are set as those of any other, in a fifth of the time (eight fields: 0.2 for 1.0 µs),
and nothing keeps them from being set again: that nobody does is held by mypy, and by the tests, whose classes
are Python's own.

The seam is private to Python: where it is another than expected (3.13 compiles them all at once), classes are
made as ever, and so is an `__init__` that does more than to set its parameters.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any

# What stands in for which function of `dataclasses`, by the parameters that it is known with.
_KNOWN = {
    "_init_fn": (
        "fields",
        "std_fields",
        "kw_only_fields",
        "frozen",
        "has_post_init",
        "self_name",
        "globals",
        "slots",
    ),
    "_repr_fn": ("fields", "globals"),
    "_cmp_fn": ("name", "op", "self_tuple", "other_tuple", "globals"),
    "_hash_fn": ("fields", "globals"),
    "_frozen_get_del_attr": ("cls", "fields", "globals"),
}
Method = Callable[..., Any]
_kind_of = attrgetter("_field_type")
Fields = Sequence[dataclasses.Field[Any]]


def make_dataclasses_quick() -> None:
    """Have `dataclass` make its methods as closures from now on. For processes of our own alone."""
    if all(_parameters(getattr(dataclasses, name, None)) == told for name, told in _KNOWN.items()):
        seam = vars(dataclasses)
        made = {"_init_fn": _init_or(seam["_init_fn"]), "_cmp_fn": _comparison_or(seam["_cmp_fn"])}
        seam.update(made, _repr_fn=_repr_fn, _hash_fn=_hash_fn, _frozen_get_del_attr=_no_methods)


def _parameters(function: Any) -> tuple[str, ...]:
    code = getattr(function, "__code__", None)
    return () if code is None else code.co_varnames[: code.co_argcount]


def _init_or(compiled: Method) -> Method:
    """Return what makes `__init__`; one that does more than to set its parameters is compiled as ever."""

    def _init_fn(
        fields: Fields,
        std_fields: Fields,
        kw_only_fields: Fields,
        frozen: bool,
        has_post_init: bool,
        self_name: str,
        scope: dict[str, Any],
        slots: bool,
    ) -> Method:
        defaults = [field.default for field in fields if field.default is not dataclasses.MISSING]
        is_plain = (
            not (kw_only_fields or has_post_init)
            and self_name == "self"
            and all(map(_is_plain, fields))
            # Those without a default come first.
            and dataclasses.MISSING not in [field.default for field in fields[len(fields) - len(defaults) :]]
        )
        if not is_plain:
            given = fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, scope, slots
            made: Method = compiled(*given)
            return made
        code = _setting_all(tuple(field.name for field in fields))
        init = FunctionType(code, scope, "__init__", tuple(defaults))
        init.__annotations__ = {**{field.name: field.type for field in fields}, "return": None}
        return init

    return _init_fn


def _is_plain(field: dataclasses.Field[Any]) -> bool:
    """Tell whether a field is set to a parameter, which has at most a value as its default."""
    is_kept = _kind_of(field) is vars(dataclasses)["_FIELD"]
    return is_kept and field.init and field.default_factory is dataclasses.MISSING


def _setting_all(names: Sequence[str]) -> CodeType:
    """Return the code of an `__init__` that sets attributes of these names to its parameters."""
    code = _setting(len(names))
    name_of = dict(zip(_numbered(len(names)), names, strict=True))

    def named(told: Sequence[Any]) -> tuple[Any, ...]:
        return tuple([name_of.get(one, one) for one in told])

    return code.replace(co_varnames=named(code.co_varnames), co_names=named(code.co_names))


def _numbered(count: int) -> list[str]:
    return [f"_{number}" for number in range(count)]


@cache
def _setting(count: int) -> CodeType:
    """Return the code that sets so many attributes, called by numbers, to parameters; compiled once."""
    names = _numbered(count)
    body = [f"self.{name} = {name}" for name in names]
    text = f"def __init__({', '.join(['self', *names])}):\n  {'; '.join(body) or 'pass'}"
    (setting,) = _codes_in(compile(text, "<dataclass>", "exec"))
    return setting


def _codes_in(code: CodeType) -> list[CodeType]:
    return [one for one in code.co_consts if isinstance(one, CodeType)]


def _values_of(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the values of these attributes, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    # Of one attribute `attrgetter` gives the value itself.
    return lambda self: tuple([getattr(self, name) for name in names])


def _repr_fn(fields: Fields, globals: object) -> Method:
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


def _hash_fn(fields: Fields, globals: object) -> Method:
    values = _values_of([field.name for field in fields])

    def __hash__(self: object) -> int:
        return hash(values(self))

    return __hash__


def _no_methods(cls: object, fields: Fields, globals: object) -> tuple[Method, ...]:
    return ()
