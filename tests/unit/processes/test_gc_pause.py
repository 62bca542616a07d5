"""The collector of cycles: kept from running, and what it passes over."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

from gangyao.processes.gc_pause import collect_recent, gc_paused


class Circle:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_a_circle_is_freed_by_asking_and_not_while_the_collector_is_paused():
    with gc_paused():
        assert not gc.isenabled()
        seen = weakref.ref(Circle())
        assert seen() is not None
        collect_recent()
        assert seen() is None
    assert gc.isenabled()


def test_what_stays_is_passed_over_until_the_process_ends():
    code = """if True:
        import atexit, gc
        atexit.register(lambda: print(gc.get_freeze_count()))
        from gangyao.processes.gc_pause import spare_what_stays
        spare_what_stays()
        first = gc.get_freeze_count()
        kept = [[] for _ in range(1000)]
        spare_what_stays()
        print(first > 0, gc.get_freeze_count() == first)
    """
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["True", "True", "0"]
