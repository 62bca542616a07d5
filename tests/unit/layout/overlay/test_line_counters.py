"""Numbers glued to lines that rise by one with each of them are the numbers of the lines."""

from __future__ import annotations

import pytest

from gangyao.layout.overlay.line_counters import find_line_counters

PLAIN = [
    "某县种业振兴实施方案",
    "到2025",
    "年，全县良种覆盖率达到96%，新建基地",
    "",
    "12个，培育龙头企业8家。",
    "加强组织领导，健全工作机制，压实工作责",
    "任。强化资金保障，引导社会资本参与。",
    "各乡镇要制定年度计划，明确任务分工，确",
    "保规划目标如期实现。",
    "加强监督检查，定期通报进展情况。",
]


def left(lines: list[str]) -> list[str]:
    return [line[a : len(line) - b] for line, (a, b) in zip(lines, find_line_counters(lines), strict=True)]


@pytest.mark.parametrize("first", [1, 87])
@pytest.mark.parametrize("every_line", [True, False])
def test_numbers_of_lines_are_taken_off_at_either_end(first: int, every_line: bool):
    number = first
    behind, before = [], []
    for line in PLAIN:
        is_counted = every_line or bool(line)
        behind.append(f"{line}{number}" if line else "")
        before.append(f"{number}{line}" if line else "")
        number += is_counted
    assert left(behind) == PLAIN
    assert left(before) == PLAIN


def test_numbers_behind_every_fifth_line_are_taken_off():
    lines = [line for line in PLAIN * 3 if line]
    counted = [f"{line}{n}" if n % 5 == 0 else line for n, line in enumerate(lines, 1)]
    assert left(counted) == lines


@pytest.mark.parametrize(
    "lines",
    [
        PLAIN,
        [f"{n}. 加强组织领导" for n in range(1, 13)],
        [f"{n}、加强组织领导" for n in range(1, 13)],
        [f"新建公路{n * 7}" for n in range(1, 13)],
        [str(n) for n in range(1, 13)],
        ["重点工作清单", *(f"{n}{line}" for n, line in enumerate(PLAIN * 2, 1) if line)],
        [f"{n}加强组织领导" for n in range(1, 13)],
        ["重点工作清单", *(f"加强组织领导{n}" for n in range(1, 13))],
        [f"加强组织领导。{n}" for n in range(1, 31)],
        [f"{n}加强组织领导，落实责任。" for n in range(1, 13)],
        [f"{n}月3日检查{'组织' * (n % 3)}领导{'。' * (n % 2)}" for n in range(1, 13)],
    ],
)
def test_figures_of_a_text_stay(lines: list[str]):
    assert left(lines) == lines
