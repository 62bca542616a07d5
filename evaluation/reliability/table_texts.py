"""Made-up tables in the forms that converters write, with cells that some rule treats in a way of its own.

One of fifty such texts cost its document when they were first tried: a column headed `#`, cells of `&nbsp;`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

CELLS = (
    *(
        "",
        "#",
        "*",
        "-",
        "—",
        "/",
        "√",
        "□",
        ">",
        "!",
        "&",
        "|",
        "\\",
        "\\\\",
        "{}",
        "}",
        "…",
        "。",
        "；",
        "＃",
    ),
    *("1", "1.", "(3)", "[1]", "［2］", "①", "^1", "Ⅱ", "No.", "№3", "2025", "12 345.6", "≥95%", "10%—20%"),
    *(
        "无",
        "合计",
        "序号",
        "任务",
        "指标",
        "单位",
        "備註",
        "建设公园",
        "市发改委、市财政局",
        "2025年12月底前",
    ),
    *(
        "第一章 总则",
        "一、总体要求",
        "（一）目标",
        "（四）",
        "第1条",
        "附件1",
        "注：数",
        "责任单位：市水利局",
    ),
    *(
        "**加粗**",
        "*甲",
        "甲*",
        "_乙_",
        "~~删~~",
        "`code`",
        "## 标题",
        "- 项",
        "● 点",
        "=甲=",
        "==乙==",
        "---",
    ),
    *(
        "甲<br>乙",
        "<b>粗</b>",
        "&nbsp;",
        "&#35;",
        "&lt;td&gt;",
        "$x^2$",
        "\\textbf{甲}",
        "\\|",
        "a|b",
        "{| x",
        "|-",
    ),
    *("[链接](https://example.org)", "https://example.org/x", "【重点】", "“一老一小”", "+--+", "┌─┐", "│"),
    *(
        "訓訓練",
        "加快加快",
        "ｱｂｃ１２",
        "한글",
        "甲한乙",
        "\u200b",
        "\x85",
        "\ufeff甲",
        "\u3000乙",
        "甲\u00a0乙",
        "\uf06c",
    ),
)
BETWEEN = (
    "第一章 总体要求",
    "一、重点任务",
    "加快建设科学城，支持企业研发。",
    "附件：任务分工表",
    "表1 指标",
    "",
)
Rows = Sequence[Sequence[str]]


def _ruled(rows: Rows, left: str, between: str, right: str) -> str:
    rule = between.join("---" for _ in rows[0])
    lines = [between.join(rows[0]), rule, *(between.join(row) for row in rows[1:])]
    return "\n".join(f"{left}{line}{right}" for line in lines)


def _html(rows: Rows, line_end: str) -> str:
    cells = (line_end.join(f"<td>{line_end}{cell}{line_end}</td>" for cell in row) for row in rows)
    return line_end.join(["<table>", *(f"<tr>{line_end}{row}{line_end}</tr>" for row in cells), "</table>"])


def _latex(rows: Rows) -> str:
    lines = "\n".join(" & ".join(row) + " \\\\ \\hline" for row in rows)
    return f"\\begin{{tabular}}{{|{'l|' * len(rows[0])}}}\n\\hline\n{lines}\n\\end{{tabular}}"


def _wiki(rows: Rows) -> str:
    return "\n".join(['{| class="wikitable"', *(f"|-\n| {' || '.join(row)}" for row in rows), "|}"])


FORMS: tuple[Callable[[Rows], str], ...] = (
    lambda rows: _ruled(rows, "| ", " | ", " |"),
    lambda rows: _ruled(rows, "", " | ", ""),
    lambda rows: _html(rows, ""),
    lambda rows: _html(rows, "\n"),
    lambda rows: "\n".join("\t".join(row) for row in rows),
    lambda rows: "\n".join(cell for row in rows for cell in row),
    lambda rows: "\n".join(",".join(row) for row in rows),
    _latex,
    _wiki,
)


def table_text(rng: random.Random) -> str:
    """Return a few tables with headings and sentences between them."""
    parts: list[str] = []
    for _ in range(rng.randint(1, 4)):
        columns = rng.randint(1, 5)
        rows = [rng.choices(CELLS, k=columns) for _ in range(rng.randint(1, 5))]
        parts += [rng.choice(BETWEEN), rng.choice(FORMS)(rows)]
    return rng.choice(("\n", "\n\n")).join(parts)
