"""What a watch sees: additions, changes and removals, once they have settled."""

from __future__ import annotations

from pathlib import Path

from gangyao.operations.watching import Marks, marks_of, settled


def test_added_changed_and_removed_files_change_the_marks_and_hidden_ones_do_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    seen = [marks_of([tmp_path])]

    def look() -> bool:
        seen.append(marks_of([tmp_path]))
        return seen[-1] != seen[-2]

    (tmp_path / "a" / "one.txt").write_text("1")
    assert look()
    (tmp_path / "a" / "one.txt").write_text("12")
    assert look()
    (tmp_path / "a" / ".one.txt.swp").write_text("1")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x").write_text("1")
    assert not look()
    (tmp_path / "a" / "one.txt").unlink()
    assert look()


def test_a_file_may_be_watched_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    assert marks_of([file]) == frozenset()
    file.write_text("1")
    assert {name for name, _, _ in marks_of([file])} == {str(file)}


def test_what_is_still_being_written_is_waited_for() -> None:
    def mark(size: int) -> Marks:
        return frozenset({("a", size, 0)})

    looks = iter([mark(0), mark(0), mark(1), mark(2), mark(2), mark(2), mark(3), mark(2), mark(2)])
    assert list(settled(lambda: next(looks), range(8))) == [mark(0), mark(2)]
