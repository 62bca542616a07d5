"""Work that takes more than it may is broken off, whatever it does; other work goes on as ever."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Generator

import pytest

from gangyao.processes import allowance
from gangyao.processes.allowance import Allowance, TakesTooMuch, end_beyond, within

ROOM = 1 << 40


def loop() -> None:
    while True:
        pass


def loop_that_catches() -> None:
    while True:
        try:
            loop()
        except Exception:
            continue


def deeper(depth: int = 0) -> None:
    while depth:
        pass
    deeper(depth + 1)


ENDLESS: dict[str, Callable[[], object]] = {
    "loop": loop,
    "loop that catches what it can": loop_that_catches,
    "below": deeper,
    "pattern": lambda: re.match("(a|a)*b", "a" * 60),
    "pattern within another": lambda: re.search("(?:a+)+b", "a" * 60),
    "search from each place": lambda: re.search("a*b", "a" * 1_000_000),
    "replacements": lambda: re.sub("(x*)*y", "", "x" * 40),
    "search for a text": lambda: [
        ("a" * 50_000 + "b" + "a" * 50_000) in "a" * 2_000_000 for _ in range(10**6)
    ],
}


@pytest.mark.parametrize("work", ENDLESS.values(), ids=ENDLESS.keys())
def test_what_never_ends_is_broken_off(work: Callable[[], object]) -> None:
    # Each of them takes hours: that it is left at all says that it was broken off.
    with pytest.raises(TakesTooMuch) as raised, Allowance(0.3, ROOM):
        work()
    assert raised.value.kind == "time"
    assert "test_allowance.py" in raised.value.report


def test_what_makes_memory_without_end_is_broken_off_and_freed() -> None:
    if not allowance._size():
        pytest.skip("the system does not say how much memory a process takes")

    class Kept(list[bytearray]):
        """What can be told to be gone: how soon the system has its room back is another matter."""

    hoards: list[weakref.ref[Kept]] = []

    def hoard() -> None:
        kept = Kept()
        hoards.append(weakref.ref(kept))
        while True:
            kept.append(bytearray(1_000_000))

    with pytest.raises(TakesTooMuch) as raised, Allowance(60, 100_000_000):
        hoard()
    assert raised.value.kind == "memory"
    assert [one() for one in hoards] == [None]


def test_who_swallows_it_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "_GRACE", 0.2)

    def deaf() -> None:
        try:
            loop()
        except BaseException:
            loop()

    with pytest.raises(TakesTooMuch), Allowance(0.2, ROOM):
        deaf()


def test_pieces_share_the_seconds_and_time_between_them_is_free() -> None:
    def busy(seconds: float) -> None:
        until = time.process_time() + seconds
        while time.process_time() < until:
            pass

    shared = Allowance(0.6, ROOM)
    with shared:
        busy(0.25)
    busy(1.0)
    assert shared.seconds == pytest.approx(0.35, abs=0.1)
    with pytest.raises(TakesTooMuch), shared:
        busy(5)


def test_steps_of_a_generator_are_bounded_and_give_what_it_gives() -> None:
    def steps(last: Callable[[], object]) -> Generator[int, None, str]:
        yield 1
        yield 2
        last()
        return "done"

    taken = within(Allowance(0.3, ROOM), steps(lambda: None))
    assert [next(taken), next(taken)] == [1, 2]
    with pytest.raises(StopIteration) as ended:
        next(taken)
    assert ended.value.value == "done"
    with pytest.raises(TakesTooMuch):
        list(within(Allowance(0.3, ROOM), steps(loop)))


def test_errors_of_the_work_are_its_own() -> None:
    with pytest.raises(KeyError), Allowance(1, ROOM):
        raise KeyError("k")
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_another_thread_is_not_bounded_and_not_disturbed() -> None:
    done = []

    def work() -> None:
        with Allowance(-1, ROOM):
            until = time.process_time() + 0.6
            while time.process_time() < until:
                pass
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_a_program_that_uses_the_signal_keeps_it() -> None:
    told = signal.getsignal(signal.SIGPROF)
    try:
        signal.signal(signal.SIGPROF, signal.SIG_IGN)
        with Allowance(-1, ROOM):
            pass
        assert signal.getsignal(signal.SIGPROF) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGPROF, told)


@pytest.mark.parametrize("work", ["while True: pass", "import re; re.match('(a|a)*b', 'a' * 60)"])
def test_a_process_ends_that_takes_more(work: str) -> None:
    program = f"from gangyao.processes.allowance import end_beyond\nwith end_beyond(1):\n    {work}"
    run = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert run.returncode == -signal.SIGXCPU


def test_a_process_that_takes_less_has_its_bounds_again() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_CPU)
    with end_beyond(100):
        assert resource.getrlimit(resource.RLIMIT_CPU) != before
    assert resource.getrlimit(resource.RLIMIT_CPU) == before
