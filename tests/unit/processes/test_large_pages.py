"""Which memory is moved into large pages, and that it holds what it held."""

from __future__ import annotations

import subprocess
import sys

import pytest

from gangyao.processes.large_pages import has_worked_long, own_memory

MAPPINGS = """\
55d0c0000000-55d0c0400000 rw-p 00000000 00:00 0                          [heap]
7f0000000000-7f0000800000 rw-p 00000000 00:00 0
7f0001000000-7f0001800000 r--p 00000000 00:00 0
7f0001900000-7f0001a00000 rw-p 00000000 00:00 0                          [anon: glibc: malloc]
7f0002000000-7f0002800000 rw-s 00000000 00:01 77                         /dev/shm/shared
7f0003000000-7f0003800000 rw-p 00001000 fe:00 4242                       /usr/lib/with blanks.so
7ffc00000000-7ffc00800000 rw-p 00000000 00:00 0                          [stack]
"""


def test_memory_of_files_and_of_others_is_left_alone() -> None:
    spans = [
        (0x55D0C0000000, 0x55D0C0400000),
        (0x7F0000000000, 0x7F0000800000),
        (0x7F0001900000, 0x7F0001A00000),
    ]
    assert list(own_memory(MAPPINGS)) == spans


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked for large pages")
def test_a_process_holds_what_it_held() -> None:
    code = (
        "import hashlib; from gangyao.processes.large_pages import use_large_pages\n"
        "texts = [str(number) * 9 for number in range(200_000)]\n"
        "def told(): return hashlib.sha256(''.join(texts).encode()).hexdigest()\n"
        "before = told()\n"
        "for _ in range(3): use_large_pages(); texts.append('more'); texts.pop()\n"
        "assert told() == before\n"
        "print('held')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "held\n"


def test_only_a_process_that_has_worked_for_long_is_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gangyao.processes.large_pages.time.process_time", lambda: 14.9)
    assert not has_worked_long()
    monkeypatch.setattr("gangyao.processes.large_pages.time.process_time", lambda: 15.0)
    assert has_worked_long()
