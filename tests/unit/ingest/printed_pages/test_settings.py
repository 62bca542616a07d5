"""Ways to set pages that programs other than word processors have: room, heads over columns, open tables."""

from __future__ import annotations

from dataclasses import replace

from gangyao.document.printed import Box, CellPlace, PrintedLine
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page, Run
from gangyao.ingest.printed_pages.paragraphs import Flow, find_joins
from gangyao.ingest.printed_pages.segments import find_segments
from tests.unit.ingest.printed_pages.pages import HEIGHT, WIDTH, page, run

LEFT, FULL = 72, 30
BODY = "各区应当按照职责分工健全工作机制完善配套政策加强宣传引导确保任务落到实处取得明显成效并"


def texts(lines: tuple[PrintedLine, ...]) -> list[str]:
    """Return paragraphs without furniture."""
    joined: list[str] = []
    for line in lines:
        if line.role == "furniture":
            continue
        if line.joins_previous:
            joined[-1] += line.text
        else:
            joined.append(line.text)
    return joined


def apart(count: int, top: float = 100) -> list[Run]:
    """Draw paragraphs of three lines, flush, with room between, whose first line breaks off early."""
    runs = []
    for _ in range(count):
        runs += [
            run(BODY[: FULL - 5], LEFT, top),
            run(BODY[:FULL], LEFT, top + 15),
            run("持续推进城市更新。", LEFT, top + 30),
        ]
        top += 55
    return runs


def test_lines_break_off_anywhere_where_room_tells_paragraphs():
    assert texts(printed_lines([page(*apart(4))])) == [BODY[:25] + BODY[:30] + "持续推进城市更新。"] * 4


def test_a_full_line_that_ends_a_sentence_goes_on_where_room_tells_paragraphs():
    full = BODY[: FULL - 1] + "。"
    runs = [*apart(4), run(full, LEFT, 340), run("加快建设。", LEFT, 355)]
    assert texts(printed_lines([page(*runs)]))[-1] == full + "加快建设。"


def test_without_room_a_line_that_breaks_off_ends_its_paragraph():
    runs = [replace(one, box=Box(one.box.left, top, one.box.right, top + 12)) for one, top in zip(
        apart(4), range(100, 400, 15), strict=False)]  # fmt: skip
    assert BODY[:25] in texts(printed_lines([page(*runs)]))


def test_the_last_line_of_a_paragraph_goes_on_it_though_it_stands_in_a_stretch_of_its_own():
    lines = [run(BODY[:28], LEFT + 24, 100), run(BODY[:30], LEFT, 121), run("持续推进城市更新。", LEFT, 142)]
    below = [run(BODY[:28], LEFT + 24, 163), run(BODY[:20] + "。", LEFT, 184)]
    flows = [
        Flow(1, Box(LEFT, 100, LEFT + 360, 200), tuple(find_segments(part)))
        for part in (lines[:2], lines[2:], below)
    ]
    assert find_joins(flows, 12) == [[False, True], [True], [False, True]]


def in_columns(lefts: list[float], tops: list[float], width: int, rows: int) -> list[Run]:
    return [
        run(BODY[:width], left, top + 14 * row, 9)
        for left, top in zip(lefts, tops, strict=True)
        for row in range(rows)
    ]


def test_a_title_over_columns_that_are_not_all_filled_comes_first():
    title = run("临河市城市更新规划纲要印发", 180, 60, 22)
    lines = printed_lines([page(title, *in_columns([40, 150], [120, 120], 10, 20))])
    assert lines[0].text == title.text
    assert [line.box.left for line in lines if line.box][1:] == [40] * 20 + [150] * 20


def test_a_title_over_some_columns_comes_before_the_first_of_them():
    title = run("临河市城市更新规划", 160, 60, 22)
    lefts, tops = [40, 150, 260, 370, 480], [60, 120, 120, 120, 60]
    lines = printed_lines([page(title, *in_columns(lefts, tops, 10, 30))])
    assert [line.box.left for line in lines if line.box] == [
        *[40] * 30, 160, *[150] * 30, *[260] * 30, *[370] * 30, *[480] * 30,
    ]  # fmt: skip


def test_marks_that_hang_over_a_column_do_not_glue_it_to_the_next():
    hanging = [run(BODY[:20] + "。", LEFT, 100 + 30 * row, stream=row) for row in range(10)]
    others = [run(BODY[5:25], LEFT + 12 * 21 + 4, 100 + 15 * row) for row in range(20)]
    lines = printed_lines([page(*hanging, *others)])
    assert all(len(line.text) <= 21 for line in lines)


def cells(lines: tuple[PrintedLine, ...]) -> dict[tuple[int, int, int], str]:
    found: dict[tuple[int, int, int], str] = {}
    for line in lines:
        if line.cell is not None:
            key = (line.cell.row, line.cell.column, line.cell.row_span)
            found[key] = found.get(key, "") + line.text
    return found


INDICATORS = (
    ("序号", "指标", "单位", "2025年"),
    ("1", "城镇化率", "%", "60.1"),
    ("2", "森林覆盖率", "%", "45.5"),
    ("3", "粮食产量", "亿斤", "88.9"),
)


def test_heads_of_narrow_columns_are_heads_though_they_stand_near():
    runs = []
    for row, words in enumerate(INDICATORS):
        runs += [
            run(word, left, 100 + 18 * row) for word, left in zip(words, (72, 108, 220, 300), strict=True)
        ]
    # One piece of text, as programs draw it that set a row at once.
    drawn = [replace(one, stream=rank) for rank, one in enumerate(runs)]
    found = cells(printed_lines([Page(1, WIDTH, HEIGHT, tuple(drawn), ())]))
    assert [found[1, column, 1] for column in range(1, 5)] == ["序号", "指标", "单位", "2025年"]
    assert [found[4, column, 1] for column in range(1, 5)] == ["3", "粮食产量", "亿斤", "88.9"]


WORDS = (
    ("牵头单位", "重点任务", "完成时限"),
    ("市教育局", "新建学校", "2025年底前"),
    ("市财政局", "安排资金", "持续推进"),
)


def table(rules: list[Box], number: int = 1) -> Page:
    runs = [
        run(word, left, 102 + 20 * row)
        for row, words in enumerate(WORDS)
        for word, left in zip(words, (76, 176, 276), strict=True)
    ]
    return Page(number, WIDTH, HEIGHT, page(*runs).runs, tuple(rules))


def test_a_table_with_open_sides_has_its_outer_columns():
    across = [Box(72, y, 372, y + 1) for y in (98, 118, 138, 158)]
    upright = [Box(x, 98, x + 1, 159) for x in (172, 272)]
    found = cells(printed_lines([table([*across, *upright])]))
    assert [[found[row, column, 1] for column in (1, 2, 3)] for row in (1, 2, 3)] == [
        list(row) for row in WORDS
    ]


def test_upright_rules_drawn_row_by_row_part_rows():
    across = [Box(72, 118, 372, 119)]
    upright = [Box(x, top, x + 1, top + 20) for x in (172, 272) for top in (98, 118, 138)]
    found = cells(printed_lines([table([*across, *upright])]))
    assert [[found[row, column, 1] for column in (1, 2, 3)] for row in (1, 2, 3)] == [
        list(row) for row in WORDS
    ]


def test_a_merged_cell_goes_over_the_end_of_its_page():
    xs, head = (72, 172, 272, 372), 700

    def grid(first: float, rows: int, merged: int) -> list[Box]:
        across = [Box(72, first, 372, first + 1), Box(172, first, 372, first + 1)]
        across += [
            Box(72 if row >= merged else 172, first + 20 * row, 372, first + 20 * row + 1)
            for row in range(1, rows)
        ]
        return [*across, *(Box(x, first, x + 1, first + 20 * rows) for x in xs)]

    above = [
        run(word, x + 4, head + 4) for word, x in zip(("牵头单位", "重点任务", "完成时限"), xs, strict=False)
    ]
    above += [
        run("市教育局", 76, head + 24),
        run("新建学校", 176, head + 24),
        run("持续推进", 276, head + 24),
    ]
    rules = [*grid(head, 1, 1), *grid(head + 20, 2, 2)]
    # The last row is cut: what did not fit is on the next page, where the rest of the merged cell is empty.
    above += [run("持续推进", 276, head + 44)]
    below = [run("扩建学校", 176, 84), run("修缮学校", 176, 104), run("2025年", 276, 104)]
    below += [run("市财政局", 76, 124), run("安排资金", 176, 124), run("2026年", 276, 124)]
    pages = [
        Page(1, WIDTH, HEIGHT, page(*above).runs, tuple(rules)),
        Page(2, WIDTH, HEIGHT, page(*below).runs, tuple([*grid(80, 3, 2), Box(72, 140, 372, 141)])),
    ]
    lines = printed_lines(pages)
    places = {line.text: line.cell for line in lines if line.cell}
    assert places["市教育局"] == CellPlace(1, 2, 1, row_span=3, column_span=1)
    assert (places["扩建学校"], places["修缮学校"]) == (CellPlace(1, 3, 2), CellPlace(1, 4, 2))
    assert places["市财政局"] == CellPlace(1, 5, 1)


def test_credits_at_the_foot_are_furniture_wherever_they_name_the_editor():
    text = [run(BODY[:FULL], LEFT, 100 + 18 * row) for row in range(30)]
    foot = run("邮发代号：00-00　责编：赵六", LEFT, 800, 9)
    roles = {line.text: line.role for line in printed_lines([page(*text, foot)])}
    assert roles[foot.text] == "furniture"


def test_text_goes_on_behind_a_raised_mark_that_is_drawn_apart():
    mark = Run("1", Box(192, 97, 196, 104), 7, "Song", 1)
    before, after = run("各区应当按照职责分工", 72, 100), run("健全工作机制", 196, 100)
    (line,) = find_segments([replace(before, stream=0), mark, replace(after, stream=2)])
    assert line.text == "各区应当按照职责分工¹健全工作机制"


def test_the_last_lines_of_columns_are_read_column_by_column():
    first, second = [BODY[:20], BODY[20:40]], ["其中一部分" + BODY[:15], BODY[15:35]]
    drawn = [run(text, 72, 100 + 18 * n) for n, text in enumerate(first)]
    drawn += [run(text, 330, 100 + 18 * n) for n, text in enumerate(second)]
    assert [line.text for line in printed_lines([page(*drawn)])] == [*first, *second]


def test_numbers_below_a_rule_at_the_foot_are_notes():
    small = [run("1. 指八个设区市的合计数，不含省直管县。", LEFT, 700, size=8)]
    drawn = replace(page(*apart(4), *small), rules=(Box(72, 690, 200, 690.5),))
    lines = printed_lines([drawn])
    assert [line.text for line in lines if line.role == "note"] == ["1. 指八个设区市的合计数，不含省直管县。"]


def test_a_full_line_is_a_paragraph_where_most_have_one_line_and_room_between():
    runs, top = [], 100.0
    for n in range(10):
        runs.append(run("持续推进城市更新。", LEFT, top))
        if n % 2:
            runs.append(run(BODY[: FULL - 1] + "。", LEFT, top + 24))
            runs.append(run(BODY[:FULL], LEFT, top + 48))
            runs.append(run("加快建设。", LEFT, top + 62))
            top += 62
        top += 24
    found = texts(printed_lines([page(*runs)]))
    assert found.count("持续推进城市更新。") == 10
    assert found.count(BODY[:FULL] + "加快建设。") == 5
