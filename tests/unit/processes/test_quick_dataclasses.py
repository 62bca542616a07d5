"""Classes of values whose methods are not compiled are what Python's own are."""

from __future__ import annotations

import os
import subprocess
import sys

# The same program, run with and without what makes the methods: what it prints must not differ.
CLASSES = """
import dataclasses, inspect, pickle
from dataclasses import InitVar, dataclass, field
from typing import ClassVar

@dataclass(frozen=True, slots=True)
class Empty:
    '''Nothing.'''

@dataclass(frozen=True, slots=True)
class One:
    '''One field.'''
    value: object

@dataclass(frozen=True)
class Two:
    '''Two fields, of which one is neither compared nor shown.'''
    first: object
    second: object = field(default=3, compare=False, repr=False)

@dataclass(frozen=True)
class More(Two):
    '''A field more.'''
    third: object = 5

@dataclass(slots=True)
class Changing:
    '''May be changed, and has no hash.'''
    items: list = field(default_factory=list)
    count: int = 0

@dataclass(order=True)
class Ordered:
    '''Compared by order.'''
    rank: int
    name: str = ''

@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    '''Given by name.'''
    set_: int
    making: str = 'made'

@dataclass
class Prepared:
    '''Does more than to set what it is given.'''
    many: ClassVar[int] = 7
    start: InitVar[int]
    items: list = field(default_factory=list)
    length: int = field(init=False, default=0)
    def __post_init__(self, start):
        self.length = start + len(self.items)

@dataclass(frozen=True, slots=True)
class Named:
    '''Its fields are called as those that set them may be.'''
    set_: int
    making: tuple = ()
    _0: str = 'none'
    _1: int = 0

@dataclass(frozen=True, eq=False)
class Alone:
    '''Is equal to itself only.'''
    value: int
"""
PROGRAM = """
def told(call):
    try: return repr(call())
    except Exception as error: return f'{type(error).__name__}: {error}'

nan = float('nan')
values = [Empty(), Empty(), One(1), One(1.0), One((1,)), One(nan), One(nan), Two(1), Two(1, 2), Two('x'),
          More(1), More(1, 2, 6), Changing(), Changing([1], 1), Ordered(1), Ordered(2, 'b'), Called(set_=1),
          Prepared(1), Prepared(2, [3]), Named(1), Named(2, (3,), _1=4), Alone(1), 1]
values.append(values[-2])
for one in values:
    print(told(lambda: one) if not isinstance(one, Alone) else type(one).__name__)
    # That of an object, and of what is not a number, follows from where it lies.
    print(told(lambda: hash(one)) if type(one) is not Alone and 'nan' not in repr(one) else '')
    print([told(lambda: one == other) for other in values], [told(lambda: one < other) for other in values])
    if type(one) in (Changing, Ordered, Prepared, int):
        for name in ('value', 'first', 'count', 'other'):
            print(told(lambda: setattr(one, name, 9)), told(lambda: delattr(one, name)))
own = Changing()
own.items.append(own)
print(repr(own), pickle.loads(pickle.dumps(More(1, 2, 3))), dataclasses.replace(More(1), third=7))
for one in (Empty, One, Two, More, Changing, Ordered, Called, Prepared, Named, Alone):
    print(inspect.signature(one), one.__init__.__annotations__, one.__match_args__)
    print(told(lambda: one(1, 2, 3, 4, 5)), told(lambda: one(other=1)), told(lambda: one()))
    print([(name, getattr(one, name).__qualname__) for name in ('__init__', '__repr__', '__eq__')],
          [field.name for field in dataclasses.fields(one)], one.__hash__ is None)
"""
QUICK = """
from gangyao.processes.quick_dataclasses import make_dataclasses_quick
make_dataclasses_quick()
"""


def _printed(program: str) -> str:
    same_hashes = {**os.environ, "PYTHONHASHSEED": "0"}
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=same_hashes
    )
    return ran.stdout


def test_methods_do_what_those_of_pythons_own_do() -> None:
    plain = _printed(CLASSES + PROGRAM)
    assert "has no attribute 'other'" in plain
    assert _printed(QUICK + CLASSES + PROGRAM) == plain


def test_pythons_own_keep_frozen_values_from_being_set() -> None:
    # As all classes are in the tests: setting a value by mistake fails there, if mypy has not seen it.
    setting = "\ntry: One(1).value = 2\nexcept dataclasses.FrozenInstanceError: print('refused')\n"
    assert _printed(CLASSES + setting) == "refused\n"
    assert _printed(QUICK + CLASSES + setting) == ""


def test_only_what_does_more_is_compiled_for_a_class() -> None:
    counting = """
import dataclasses
count = 0
def counted(*given):
    global count
    count += 1
    exec(*given)
dataclasses.exec = counted
"""
    # What an order needs, and three that do more than to set their parameters.
    most = 4 + 3
    if sys.version_info < (3, 13):
        assert int(_printed(QUICK + counting + CLASSES + "print(count)")) == most
        assert int(_printed(counting + CLASSES + "print(count)")) > 3 * most


def test_another_dataclasses_is_left_as_it_is() -> None:
    other = (
        "import dataclasses\ndataclasses._hash_fn = lambda names: None\nbefore = dict(vars(dataclasses))\n"
    )
    assert _printed(other + QUICK + "print(before == vars(dataclasses))") == "True\n"
