"""Cached properties without a lock are what Python's own are."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
from functools import cached_property

class Page:
    '''Counts how often its lines are worked out.'''
    times = 0

    @cached_property
    def lines(self):
        '''The lines.'''
        self.times += 1
        return [self.times]

    @cached_property
    def fails(self):
        raise ValueError('no lines')

page, other = Page(), Page()
print(page.lines, page.lines is page.lines, page.times, other.times, vars(page))
print(type(Page.lines).__name__, Page.lines.__doc__)
page.lines = [7]
print(page.lines)
del page.lines
print(page.lines, page.times)
for _ in range(2):
    try: page.fails
    except ValueError as error: print(error, 'fails' in vars(page))
"""
UNLOCKED = """
from gangyao.processes.unlocked_properties import unlock_cached_properties
unlock_cached_properties()
"""


def _printed(program: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**os.environ}
    )
    return ran.stdout


def test_properties_do_what_those_of_python_do() -> None:
    plain = _printed(PROGRAM)
    assert "[2] 2" in plain
    assert _printed(UNLOCKED + PROGRAM) == plain
