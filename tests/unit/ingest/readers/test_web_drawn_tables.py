from __future__ import annotations

import pytest

from tests.unit.ingest.readers.test_web_sites import TEXTS, content

HEADS, ROW = ("序号", "工作任务", "责任单位"), ("1", "修建道路6公里", "镇建设办")


def rows(row: str, head: str, cell: str, tag: str) -> str:
    return "".join(
        f"<div {row}>{''.join(f'<{tag} {kind}>{text}</{tag}>' for text in texts)}</div>"
        for kind, texts in ((head, HEADS), (cell, ROW))
    )


ROLES = rows('role="row"', 'role="columnheader"', 'role="cell"', "span")
CLASSES = rows('class="r"', 'class="c"', 'class="c"', "div")
STYLES = rows('style="display:table-row"', *['style="display:table-cell"'] * 2, "span")
SHEET = (
    "<style>.tb, .box { display: table; }\n.tb .r{display:table-row} .c{width:9em;display:table-cell}</style>"
)


@pytest.mark.parametrize(
    ("table", "head"),
    [
        (f'<div role="table"><div role="rowgroup">{ROLES}</div></div>', ""),
        (f'<div class="tb">{CLASSES}</div>', SHEET),
        (f'<div style="display: table">{STYLES}</div>', ""),
    ],
    ids=["roles", "classes", "styles"],
)
def test_a_table_is_one_whatever_its_elements_are(table: str, head: str):
    lines = content(f"<p>{TEXTS[0]}</p>{table}<p>{TEXTS[1]}</p>", head).lines
    assert [(line.text, line.cell and (line.cell.row, line.cell.column)) for line in lines] == [
        (TEXTS[0], None),
        *(
            (text, (row, column))
            for row, texts in enumerate((HEADS, ROW), 1)
            for column, text in enumerate(texts, 1)
        ),
        (TEXTS[1], None),
    ]
    assert all(
        line.cell.is_header == ("columnheader" in table) for line in lines if line.text in HEADS and line.cell
    )


def test_cells_without_rows_only_lay_out_a_page():
    cells = "".join(f'<div style="display:table-cell">{text}</div>' for text in TEXTS)
    lines = content(f'<div style="display:table">{cells}</div>').lines
    assert [(line.text, line.cell) for line in lines] == [(text, None) for text in TEXTS]


def test_numbers_above_titles_make_them_headings():
    sections = "".join(
        f"<section><section><strong>{number}</strong></section><section>{title}</section></section><p>{text}</p>"
        for number, title, text in zip(
            ("01", "PART.02", "三"), ("完善路网", "提升服务", "压实责任"), TEXTS, strict=True
        )
    )
    lines = content(sections).lines
    assert [(line.text, line.level) for line in lines if line.role == "heading"] == [
        ("完善路网", 2), ("提升服务", 2), ("压实责任", 2),
    ]  # fmt: skip
    assert [line.text for line in lines if line.role == "furniture"] == ["01", "PART.02", "三"]


def test_numbers_before_the_items_of_a_list_make_no_headings():
    items = "".join(
        f"<p>{number}</p><p>{name}</p>" for number, name in enumerate(("张某", "李某", "王某"), 1)
    )
    assert not any(line.role == "heading" for line in content(f"<p>{TEXTS[0]}</p>{items}").lines)
