"""Batches whose process died are read document by document, but for those of a run that has ended."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import Event

import pytest

from flows import runners
from gangyao.parts import WrittenPart
from gangyao.reading import Reading


class BrokenPool:
    def submit(self, *_: object) -> None:
        raise BrokenProcessPool("a process died")


@pytest.mark.parametrize("ends_at", [0, 2])
def test_what_is_read_again_stops_with_the_run(
    ends_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, read = Event(), []

    def one_by_one(_batch: object, _lexicon: object, folder: Path, _reading: object) -> Iterator[WrittenPart]:
        for number in range(1, 4):
            if number == ends_at:
                ended.set()
            read.append(number)
            yield WrittenPart(folder / str(number), ())

    monkeypatch.setattr(runners, "write_one_by_one", one_by_one)
    read_batch = runners._reading_in(BrokenPool(), ended)  # type: ignore[arg-type]
    if ends_at:
        with pytest.raises(BrokenProcessPool):
            read_batch((), tmp_path, tmp_path / "1", Reading())
        assert read == [1, 2]
    else:
        parts = read_batch((), tmp_path, tmp_path / "1", Reading())
        assert [part.folder.name for part in parts] == ["1", "2", "3"]
