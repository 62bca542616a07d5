"""Whatever stands on a page is read, wherever it stands; tables go on in columns; words are closed up."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.grids import find_grids
from gangyao.ingest.printed_pages.segments import find_segments
from gangyao.ingest.printed_pages.table_lines import closed_up
from tests.unit.ingest.printed_pages.pages import page, run
from tests.unit.ingest.printed_pages.test_unruled import HEAD, ROWS, body, cells, rule, words

PLACED = st.lists(
    st.tuples(
        st.sampled_from(["1", "2", "3.5", "合计", "单位", "推进城市更新工作", "市民政局", "（一）", "持续"]),
        st.sampled_from([80, 90, 140, 150, 300, 380, 450]),
        st.integers(min_value=216, max_value=330),
    ),
    max_size=25,
    unique_by=lambda one: (one[1] // 60, one[2] // 9),
)


@settings(max_examples=150, deadline=None)
@given(PLACED, st.booleans(), st.booleans())
def test_every_character_of_a_table_is_read_once_wherever_it_stands(placed, is_closed, is_ruled):
    runs = [run(text, left, top, size=10) for text, left, top in placed]
    drawn = page(*words(200, [HEAD]), *runs)
    rules = [rule(195), rule(214)] * is_ruled + [rule(345)] * is_closed
    lines = printed_lines([replace(drawn, rules=tuple(rules))])
    read = Counter("".join("".join(line.text.split()) for line in lines))
    # What is drawn twice at one place is read once.
    assert read <= Counter("".join(one.text for one in drawn.runs))
    assert set(read) == set("".join(one.text for one in drawn.runs))


def test_a_table_goes_on_at_the_top_of_the_next_column():
    def grid(left: float, top: float, rows: int) -> list[Box]:
        ys = [top + 20 * n for n in range(rows + 1)]
        xs = [left, left + 60, left + 200]
        across = [Box(left, y, left + 200, y + 0.5) for y in ys]
        return [*across, *(Box(x, ys[0], x + 0.5, ys[-1]) for x in xs)]

    text = "各区应当按照职责分工健全工作机制完善配套政策"
    left = [run(text[:19], 60, 60 + 15 * n, size=10) for n in range(30)]
    right = [run(text[:19], 310, 200 + 15 * n, size=10) for n in range(20)]
    cells_left = [run(f"{n}月", 65, 605 + 20 * n, size=10) for n in range(3)]
    cells_right = [run(f"{n}月", 315, 5 + 20 * n, size=10) for n in range(3, 6)]
    names = [
        run("工作安排", 130 if n < 3 else 380, (605 if n < 3 else 5) + 20 * n, size=10) for n in range(6)
    ]
    drawn = page(*left, *cells_left, *names[:3], *names[3:], *cells_right, *right)
    rules = (*grid(60, 600, 3), *grid(310, 60, 3))
    lines = printed_lines([replace(drawn, rules=rules)])
    assert {line.cell.table for line in lines if line.cell is not None} == {1}
    found = cells(lines)
    assert [found[row, 1, 1, 1] for row in range(1, 7)] == [f"{n}月" for n in range(6)]


@given(st.floats(min_value=0, max_value=5.5), st.sampled_from(["项目", "合计", "备注", "负责人", "总计"]))
def test_characters_that_fill_their_cell_are_one_word(gap, text):
    apart = [run(one, 100 + n * 10 * (1 + gap), 200, size=10) for n, one in enumerate(text)]
    found = closed_up(find_segments(apart, (), 0.0), 10)
    assert [one.text for one in found] == [text]


def test_characters_of_neighbouring_columns_are_no_word():
    apart = [run(one, 100 + 20 * n, 200, size=10) for n, one in enumerate("年人")]
    assert [one.text for one in closed_up(find_segments(apart, (), 0.0), 10)] == ["年", "人"]


def test_paper_ruled_in_thousands_of_fields_is_no_table():
    rules = [Box(x, 0, x + 0.1, 800) for x in range(0, 590, 4)]
    rules += [Box(0, y, 590, y + 0.1) for y in range(0, 800, 4)]
    assert find_grids(rules) == ()


def test_a_wrapped_number_is_one_cell():
    rows = [(f"1{n}26", "二、非税收入", "347", "35", "133") for n in range(4)]
    drawn = [one for n, row in enumerate(rows) for one in words(226 + 40 * n, [row])]
    rest = [run("4", 80, 240 + 40 * n, size=10) for n in range(4)]
    lines = printed_lines([replace(page(*words(200, [HEAD]), *drawn, *rest, *body(420)), rules=(rule(216),))])
    assert [cells(lines)[row, 1, 1, 1] for row in range(2, 6)] == [f"1{n}264" for n in range(4)]


def test_a_table_goes_on_over_the_page_below_titles_of_its_rows():
    rows = [("发展", *row[1:]) for row in ROWS]
    first = replace(page(*body(60), *words(640, [HEAD, *rows[:3]])), rules=(rule(635), rule(655)))
    title = run("二、生态环境保护与资源节约利用", 80, 120, size=10)
    second = page(*words(80, rows[3:]), title, *words(140, rows[1:3]), *body(300))
    ruled = tuple(rule(y) for y in (75, 95, 115, 135, 155, 175))
    lines = printed_lines([first, replace(second, number=2, rules=ruled)])
    assert {line.cell.table for line in lines if line.cell is not None} == {1}
    assert next(line.cell for line in lines if line.text == title.text).column_span == 5
    assert max(line.cell.row for line in lines if line.cell is not None) == 9


@given(st.floats(min_value=3.5, max_value=6.4), st.integers(min_value=0, max_value=3))
def test_a_double_rule_is_one(apart: float, which: int):
    xs, ys = [80.0, 150.0, 250.0, 400.0], [200.0, 225.0, 250.0, 275.0]

    def doubled(places: list[float]) -> list[float]:
        return sorted([*places, places[which] + apart])

    across = [Box(xs[0], y, doubled(xs)[-1], y + 0.5) for y in doubled(ys)]
    upright = [Box(x, ys[0], x + 0.5, doubled(ys)[-1]) for x in doubled(xs)]
    (grid,) = find_grids([*across, *upright])
    assert len(grid.columns) == len(xs)
    assert {(cell.row, cell.column) for cell in grid.cells} == {(r, c) for r in range(3) for c in range(3)}


def test_columns_as_narrow_as_a_character_are_columns():
    xs, ys = [80.0, 88.0, 96.0, 200.0], [200.0, 208.0, 216.0]
    across = [Box(xs[0], y, xs[-1], y + 0.5) for y in ys]
    (grid,) = find_grids([*across, *(Box(x, ys[0], x + 0.5, ys[-1]) for x in xs)])
    assert len(grid.columns) == len(xs)
