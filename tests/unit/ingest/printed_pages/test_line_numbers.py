from __future__ import annotations

import pytest

from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page, Run
from tests.unit.ingest.printed_pages.pages import page, run

TEXT = "各区应当按照职责分工健全工作机制完善配套政策加强宣传引导确保任务落到"


def lines(
    first: int, count: int, *, size: float = 8, step: int = 1, left: float = 90, pitch: int = 24
) -> list[Run]:
    """Draw lines of text with a number before each."""
    drawn: list[Run] = []
    for n in range(count):
        number = str(first + n * step)
        drawn.append(run(number, 70 - size * len(number), 104 + pitch * n, size))
        drawn.append(run(TEXT, left, 100 + pitch * n))
    return drawn


def read(*pages: Page) -> list[tuple[str, str | None]]:
    return [(line.text, line.role) for line in printed_lines(pages)]


def test_numbers_of_lines_are_set_aside():
    found = read(page(*lines(1, 6)), page(*lines(7, 3), run("七、附则", 90, 300), number=2))
    assert [text for text, role in found if role != "furniture"] == [*[TEXT] * 9, "七、附则"]
    assert [text for text, role in found if role == "furniture"] == ["1 2 3 4 5 6", "7 8 9"]


def rows(count: int) -> list[Run]:
    """Draw rows of a table whose numbers are set smaller."""
    drawn: list[Run] = []
    for n in range(count):
        drawn.append(run(str(n + 1), 62, 104 + 24 * n, 8))
        drawn += [run("修建道路六公里", 90, 100 + 24 * n), run("县交通局", 320, 100 + 24 * n)]
    return drawn


@pytest.mark.parametrize(
    "drawn",
    [rows(6), lines(1, 6, size=12), lines(1, 4), lines(3, 6, step=3), lines(1, 6, left=66)],
    ids=["rows of a table", "as large as the text", "few", "other steps", "in the text"],
)
def test_other_numbers_before_lines_are_kept(drawn: list[Run]):
    assert all(role != "furniture" for text, role in read(page(*drawn)) if text[0].isdigit())
