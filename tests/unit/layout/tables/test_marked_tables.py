"""Tables whose cells are marked: HTML, pipes, tabs; every cell is found, and the text around them stays."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.ingest.join import join_files
from gangyao.layout.stage import lay_out
from gangyao.layout.tables.find import find_grids
from gangyao.layout.tables.pipes import pipe_tables

HEADER = ["序号", "重点任务", "责任单位", "完成时限"]
ROW = ["1", "改造老旧小区12个", "区住建局", "2026年6月底前"]


def grid(text):
    return [
        [
            (cell.row, cell.column, cell.is_header, text[cell.raw_start : cell.raw_end])
            for row in table.rows
            for cell in row
        ]
        for table in find_grids(text, load_model())
    ]


def expected(*rows, headers=1):
    return [
        (number, column, number <= headers, text)
        for number, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
    ]


def html(rows, line_end):
    cells = [[f"<td>{text}</td>" for text in row] for row in rows]
    made = [line_end.join(["<tr>", *row, "</tr>"]) for row in cells]
    return line_end.join(["<table>", *made, "</table>"])


@pytest.mark.parametrize("line_end", ["", "\n", "\n  "])
def test_html_with_a_tag_a_line_or_all_on_one_line(line_end):
    text = f"一、任务分工\n{html([HEADER, ROW], line_end)}\n二、工作要求\n"
    assert grid(text) == [expected(HEADER, ROW)]


def test_html_without_its_end_ends_where_text_stands_again():
    rows = "<table><tr><td>甲</td><td>乙</td></tr>\n<tr><td>丙</td><td>丁</td></tr>"
    text = f"{rows}\n二、工作要求\n<p>加强领导。</p>\n"
    assert grid(text) == [expected(["甲", "乙"], ["丙", "丁"], headers=0)]


def test_html_that_begins_inside_a_table():
    text = "</tr>\n<tr>\n<td>69 甲</td>\n<td>乙</td>\n</tr>\n</table>\n二、工作要求\n"
    assert grid(text) == [expected(["69 甲", "乙"], headers=0)]


def test_a_cell_that_spans_rows_keeps_its_column_free():
    text = (
        "<table><tr><th>领域</th><th>任务</th></tr>"
        "<tr><td rowspan=2>农业</td><td>建设<b>粮仓</b>3座</td></tr><tr><td><p>培训农民</p></td></tr></table>"
    )
    assert grid(text) == [
        [
            (1, 1, True, "领域"),
            (1, 2, True, "任务"),
            (2, 1, False, "农业"),
            (2, 2, False, "建设<b>粮仓</b>3座"),
            (3, 2, False, "培训农民"),
        ]
    ]


ON_ONE_LINE = ("序号 | 重点任务 | 责任单位 | 完成时限", "1 | 改造老旧小区12个 | 区住建局 | 2026年6月底前")


@pytest.mark.parametrize(
    "lines",
    [
        [f"| {ON_ONE_LINE[0]} |", "|---|:--|--:|:-:|", f"| {ON_ONE_LINE[1]} |"],
        [ON_ONE_LINE[0], "--- | --- | --- | ---", ON_ONE_LINE[1]],
        [f"|{line.replace(' ', '')}|" for line in ON_ONE_LINE],
    ],
)
def test_pipes(lines):
    assert grid("\n".join(["一、任务分工", "", *lines, "", "二、工作要求"])) == [expected(HEADER, ROW)]


def test_tabs():
    text = "\n".join(["一、任务分工", "\t".join(HEADER), "\t".join(ROW), "二、工作要求", "加强领导。"])
    assert grid(text) == [expected(HEADER, ROW)]


def test_tabs_before_the_first_cell_are_empty_cells_where_they_fill_the_row():
    header, row, goes_on = ["类别", "指标", "2030年"], ["经济", "生产总值", "500"], ["", "城镇化率", "60"]
    text = "\n".join("\t".join(cells) for cells in (header, row, goes_on))
    assert grid(text) == [expected(header, row, goes_on)]
    indented = "\n".join("\t" + "\t".join(cells) for cells in (header, row))
    assert grid(indented) == [expected(header, row)]


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 新闻 | 政策\n一、总体要求\n",
        "第一章\t总则\n第二章\t附则\n第三章\t罚则\n",
        "市长\t王某某\n2024年3月1日\n",
        "增长率为a|b，a|c。\n",
    ],
)
def test_pipes_and_tabs_in_text_are_no_table(text):
    assert find_grids(text, load_model()) == ()


def test_lines_of_a_table_are_read_and_what_stands_around_it_keeps_its_kind():
    text = f"一、任务分工\n{html([HEADER, ROW], chr(10))}\n二、工作要求\n各单位要加强领导，抓好落实。\n"
    lines = lay_out(join_files([("a.txt", text.encode())]), load_model()).lines
    kinds = {text[line.raw_start : line.raw_end]: line.kind for line in lines}
    assert kinds["<td>区住建局</td>"] == "table"
    assert kinds["<tr>"] == kinds["</table>"] == "furniture"
    assert kinds["二、工作要求"] == "heading"
    assert kinds["各单位要加强领导，抓好落实。"] == "paragraph"


def test_every_row_of_a_table_on_one_line_is_a_line_of_its_own():
    text = f"一、任务分工{html([HEADER, ROW, ROW], '')}各单位要抓好落实。\n"
    layout = lay_out(join_files([("a.txt", text.encode())]), load_model())
    assert [line.kind for line in layout.lines] == ["heading", "table", "table", "table", "paragraph"]
    assert "".join(text[line.raw_start : line.raw_end] for line in layout.lines) == text[:-1]


def test_a_page_with_marked_tables_keeps_its_order():
    pages = ["二、任务\n建设粮仓3座。", "一、目标\n到2030年，建成粮仓50座。"]
    text = f"{pages[0]}\n{html([HEADER, ROW], '')}\n\n{pages[1]}\n"
    layout = lay_out(join_files([("a.txt", text.encode())]), load_model())
    assert layout.breaks == ()


def test_a_frame_of_html_round_a_table_is_set_aside():
    frame = f"<html><body>{html([HEADER, ROW], '')}</body></html>"
    text = f"一、任务分工\n{frame}\n二、工作要求\n"
    layout = lay_out(join_files([("a.txt", text.encode())]), load_model())
    kinds = [line.kind for line in layout.lines]
    assert kinds == ["heading", "furniture", "table", "table", "furniture", "heading"]


def test_blank_lines_between_rows_with_tabs():
    lines = ["\t".join(HEADER), "\t".join(ROW), "", "\t".join(ROW)]
    assert grid("\n".join(lines)) == [expected(HEADER, ROW, ROW)]


def test_html_whose_tags_were_escaped():
    text = f"一、任务分工\n{html([HEADER, ROW], '')}\n二、工作要求\n加强领导，抓好落实。\n"
    escaped = text.replace("<", "&lt;").replace(">", "&gt;")
    source = join_files([("page.txt", escaped.encode())])
    layout = lay_out(source, load_model())
    (table,) = layout.tables
    cells = [[escaped[cell.raw_start : cell.raw_end] for cell in row] for row in table.rows]
    assert cells == [HEADER, ROW]
    assert [line.kind for line in layout.lines if line.kind != "furniture"] == [
        "heading",
        "table",
        "table",
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize("part", ["  ", "     ", "\u3000\u3000"])
def test_columns_with_blanks_between_them(part):
    lines = [part.join(HEADER), part.join(ROW), "", " " + part.join(["2", *ROW[1:]])]
    text = "\n".join(["一、任务分工", *lines, "二、工作要求", "加强领导。"]) + "\n"
    assert grid(text) == [expected(HEADER, ROW, ["2", *ROW[1:]])]


@pytest.mark.parametrize(
    "lines",
    [
        # Names, signatures, labels of chapters, two columns of prose.
        ["张　三　　李　四　　王　五", "赵　六　　孙　七　　周　八", "吴　九　　郑　十　　钱十一"],
        ["责任单位：区住建局    完成时限：2026年6月", "责任单位：区教育局    完成时限：2026年9月"],
        ["第一章　　目标任务", "第二章　　重点任务", "第三章　　责任单位"],
        [
            "要完善基本公共服务，加强    污染防治取得新的成效，河",
            "普惠性民生建设，推动教育    湖水质明显改善，空气质量",
        ],
        # Two words of heads above two lines of text, and heads with one row that does not fit.
        ["目标    任务", "到2026年基本建成", "到2030年全面建成"],
        ["指标    单位    属性", "森林覆盖率    %", "城镇化率    %    预期性"],
        # A cell that goes on below.
        ["序号    重点任务    责任单位", "1    改造老旧    区住建局", "     小区12个"],
    ],
)
def test_blanks_in_text_are_no_table(lines):
    assert grid("\n".join(lines) + "\n") == []


def test_a_grid_table_has_its_rules_round_every_row():
    text = (
        "+------+----------+\n"
        "| 序号 | 项目     |\n"
        "+======+==========+\n"
        "| 1    | 修建水渠 |\n"
        "+------+----------+\n"
        "| 2    | 建设水厂 |\n"
        "+------+----------+\n"
    )
    (table,) = pipe_tables(text)
    cells = [[(text[cell.raw_start : cell.raw_end], cell.is_header) for cell in row] for row in table.rows]
    assert cells == [
        [("序号", True), ("项目", True)],
        [("1", False), ("修建水渠", False)],
        [("2", False), ("建设水厂", False)],
    ]


def cells_of(text):
    (table,) = find_grids(text, load_model())
    return [[text[cell.raw_start : cell.raw_end] for cell in row] for row in table.rows]


def heads_of(text):
    (table,) = find_grids(text, load_model())
    return [text[cell.raw_start : cell.raw_end] for row in table.rows for cell in row if cell.is_header]


BOX = """┌──────┬──────────┬──────────┐
│ 序号 │ 重点任务 │ 责任单位 │
├──────┼──────────┼──────────┤
│ 1    │ 修建水渠 │ 县水利局 │
├──────┼──────────┼──────────┤
│ 2    │ 建设水厂 │ 县住建局 │
└──────┴──────────┴──────────┘
"""
ROWS = [["序号", "重点任务", "责任单位"], ["1", "修建水渠", "县水利局"], ["2", "建设水厂", "县住建局"]]


def test_a_box_of_drawn_lines():
    assert cells_of(BOX) == ROWS
    assert heads_of(BOX) == ROWS[0]


def test_a_table_of_pandoc_with_dashes_below_its_heads():
    text = (
        "  指标                      单位   2030年\n"
        "  ------------------------- ------ --------\n"
        "  学前教育毛入园率          %           98\n"
        "  普通高中生均校舍面积      平方米      20\n"
        "\n"
        "  : 主要指标\n"
    )
    assert cells_of(text) == [
        ["指标", "单位", "2030年"],
        ["学前教育毛入园率", "%", "98"],
        ["普通高中生均校舍面积", "平方米", "20"],
    ]
    assert heads_of(text) == ["指标", "单位", "2030年"]


def test_a_cell_of_several_lines_between_quotes():
    text = (
        '序号\t工作内容\t牵头部门\n1\t"修建水渠；\n建设水厂。"\t"县水利局\n县住建局"\n2\t改造管网\t县水利局\n'
    )
    assert cells_of(text) == [
        ["序号", "工作内容", "牵头部门"],
        ["1", "修建水渠；\n建设水厂。", "县水利局\n县住建局"],
        ["2", "改造管网", "县水利局"],
    ]


def test_a_quotation_that_stays_open_keeps_its_line():
    text = '序号\t内容\t部门\n1\t"一网通办\t县数据局\n2\t改造管网\t县水利局\n'
    assert cells_of(text)[1:] == [["1", '"一网通办', "县数据局"], ["2", "改造管网", "县水利局"]]


def test_words_over_columns_of_numbers_are_heads():
    text = "片区\t廉租住房\t改造套数\n东城\t1800\t40\n西城\t1200\t45\n"
    assert heads_of(text) == ["片区", "廉租住房", "改造套数"]
    assert heads_of("东城\t1800\t40\n西城\t1200\t45\n南城\t900\t12\n") == []


def test_tables_of_latex():
    text = (
        "一、目标\n\\begin{tabular}{|l|c|}\n\\hline 指标 & 2030年 \\\\\n\\hline 粮食产量 & 120 \\\\\n"
        "\\multicolumn{2}{|c|}{民生} \\\\\n\\hline\n\\end{tabular}\n二、任务\n"
    )
    assert grid(text) == [[*expected(["指标", "2030年"], ["粮食产量", "120"]), (3, 1, False, "民生")]]
    kinds = [line.kind for line in lay_out(join_files([("a.txt", text.encode())]), load_model()).lines]
    assert kinds == ["heading", "furniture", "table", "table", "table", "furniture", "furniture", "heading"]


@pytest.mark.parametrize("pipe", [" | ", "|", " ｜ "])
def test_pipes_without_a_rule_and_without_ends(pipe):
    rows = [
        ["Indicator 指标", "Unit 单位", "2025", "2030"],
        ["产值", "亿元", "85", "120"],
        ["", "%", "4", "5"],
    ]
    text = "主要指标\n" + "\n".join(pipe.join(row) for row in rows) + "\n二、重点工作\n"
    assert grid(text) == [expected(*rows)]


def test_links_of_a_page_between_pipes_are_no_table():
    links = "首页 | 机构概况 | 新闻动态\n政务公开 | 办事服务 | 互动交流\n网站地图 | 联系我们 | 关于我们\n"
    assert grid(links) == []


def test_an_empty_first_cell_of_a_row_without_outer_pipes():
    text = "类别 | 任务\n--- | ---\n水利 | 修渠\n | 建库\n| 交通 | 修路 |\n"
    assert grid(text) == [expected(["类别", "任务"], ["水利", "修渠"], ["", "建库"], ["交通", "修路"])]


def test_what_pandas_prints_for_nothing_and_over_a_title():
    text = (
        "| 任务清单 | Unnamed: 1 | Unnamed: 2 |\n| --- | --- | --- |\n| 序号 | 重点任务 | 责任单位 |\n"
        "| 1 | 修渠 | 县水利局 |\n| NaN | NaN | NaN |\n| 2 | 修路 | NaN |\n"
    )
    assert grid(text) == [
        [
            (1, 1, False, "任务清单"),
            *((2, column, True, name) for column, name in enumerate(["序号", "重点任务", "责任单位"], 1)),
            *((3, column, False, name) for column, name in enumerate(["1", "修渠", "县水利局"], 1)),
            *((4, column, False, name) for column, name in enumerate(["2", "修路", ""], 1)),
        ]
    ]


def test_a_cell_that_is_repeated_for_each_column_that_it_spans():
    text = (
        "| 主要指标 | 主要指标 | 主要指标 |\n|---|---|---|\n| 指标 | 2025年 | 2030年 |\n"
        "| 经济发展 | 经济发展 | 经济发展 |\n| 研发强度 | 3 | 3 |\n| 数量 | 3 | 3 |\n"
    )
    (table,) = find_grids(text, load_model())
    assert [[cell.column_span for cell in row] for row in table.rows] == [[3], [1] * 3, [3], [1] * 3, [1] * 3]
    assert [row[0].is_header for row in table.rows] == [False, True, False, False, False]


def test_a_row_overleaf_that_lacks_its_first_cells():
    rows = [["扩建小学5所", "区教育局"], ["3", "卫生", "改建卫生院4所", "区卫健局"], ["合计", "9"]]
    (table,) = find_grids(html(rows, ""), load_model())
    assert [[cell.column for cell in row] for row in table.rows] == [[3, 4], [1, 2, 3, 4], [1, 2]]


def test_cells_between_commas():
    rows = '1,新建公园10个,区园林局\r\n2,"增设车位500个、充电桩20个",区交通局'
    text = f"清单\n序号,实事内容,责任单位\n{rows}\n按期完成。\n"
    assert grid(text) == [
        expected(
            ["序号", "实事内容", "责任单位"],
            ["1", "新建公园10个", "区园林局"],
            ["2", "增设车位500个、充电桩20个", "区交通局"],
        )
    ]
    assert (
        grid("Build roads, bridges, and ports.\nPlant trees, grass, and crops.\nHelp firms, towns, and us.\n")
        == []
    )


def test_a_cell_between_pipes_that_goes_on_on_the_next_line():
    text = "| 序号 | 任务 |\n| --- | --- |\n| 1 | 完善管网，\n新建管道30公里 |\n| 2 | 清淤河道 |\n二、要求\n"
    assert grid(text) == [expected(["序号", "任务"], ["1", "完善管网，\n新建管道30公里"], ["2", "清淤河道"])]
    open_row = "| 序号 | 任务 |\n| --- | --- |\n| 1 | 完善管网 |\n| 2 | 清淤\n\n二、要求\n"
    assert grid(open_row) == [expected(["序号", "任务"], ["1", "完善管网"])]


def test_tags_broken_over_lines_hold_no_text():
    text = (
        '一、清单\n<table\n class="a"\n width="6">\n<tr><td>任务</td><td>单位</td></tr>\n</table>\n二、要求\n'
    )
    layout = lay_out(join_files([("a.txt", text.encode())]), load_model())
    assert [line.kind for line in layout.lines] == [
        "heading",
        *["furniture"] * 3,
        "table",
        "furniture",
        "heading",
    ]


def test_blanks_between_words_over_columns_of_numbers():
    head, rows = ["地区", "面积(万亩)", "产量(万吨)"], [["东县", "45.2", "21.6"], ["西县", "38.7", "18.9"]]
    text = "粮食生产目标\n" + "\n".join("    ".join(row) for row in [head, *rows]) + "\n一、工作措施\n"
    assert grid(text) == [expected(head, *rows)]
    assert grid("王 明    李建国    张丽华\n孙小红    周 涛    吴国平\n冯 磊    陈志远    卫东升\n") == []


def test_rules_around_a_table_are_no_text():
    rule = "+------+----------+------+"
    head = "| 序号 | 任务     | 单位 |"
    broken = ["| 1    | 新建管网 | 县水 |", "|      | 85公里   | 务局 |"]
    rows = [rule, head, rule.replace("-", "="), *broken, rule, "| 2    | 清淤     | 县局 |", rule]
    text = "\n".join(["一、任务分解", *rows, "二、工作要求", ""])
    layout = lay_out(join_files([("a.txt", text.encode())]), load_model())
    rules = [line.kind for line in layout.lines if line.raw_end - line.raw_start == len(rule)]
    assert rules == ["furniture"] * 4


def otsl(rows, line_end, name="fcel"):
    return line_end.join("".join(f"<{name}>{text}" for text in row) + "<nl>" for row in rows)


@pytest.mark.parametrize("line_end", ["", "\n"])
@pytest.mark.parametrize(("begin", "end"), [("", ""), ("<otsl>", "</otsl>")])
def test_otsl(line_end, begin, end):
    text = (
        f"一、任务分工\n{begin}{otsl([HEADER], '', 'ched')}{line_end}{otsl([ROW], '')}{end}\n二、工作要求\n"
    )
    assert grid(text) == [expected(HEADER, ROW)]


def test_otsl_tells_which_cells_span():
    text = "<ched>领域<ched>重点任务<lcel><nl><fcel>工业<fcel>甲<fcel>建设工厂<nl><ucel><fcel>乙<ecel><nl>"
    (table,) = find_grids(text, load_model())
    spans = [
        [(cell.column, cell.row_span, cell.column_span, text[cell.raw_start : cell.raw_end]) for cell in row]
        for row in table.rows
    ]
    assert spans == [
        [(1, 1, 1, "领域"), (2, 1, 2, "重点任务")],
        [(1, 2, 1, "工业"), (2, 1, 1, "甲"), (3, 1, 1, "建设工厂")],
        [(2, 1, 1, "乙"), (3, 1, 1, "")],
    ]


def test_otsl_that_is_broken_off_loses_no_word():
    text = "<fcel>甲<fcel>乙<nl><lcel>丙<fcel>丁\n二、工作要求\n"
    assert grid(text) == [expected(["甲", "乙"], ["丙", "丁"], headers=0)]


def test_no_otsl_tables_in_a_text_that_only_names_its_tokens():
    assert grid("换行写作<nl>，单元格写作<fcel>。\n") == []


def test_cells_between_commas_that_hold_lines_below_a_title_alone_in_its_row():
    row = '1,"建设园区2个，减排\n10万吨","市发展改革委\n市生态环境局"'
    text = f"任务清单,,\n序号,任务,责任单位\n{row}\n2,更新公交车,市交通局\n填表说明：按月报送。,,\n"
    assert grid(text) == [
        expected(
            ["序号", "任务", "责任单位"],
            ["1", "建设园区2个，减排\n10万吨", "市发展改革委\n市生态环境局"],
            ["2", "更新公交车", "市交通局"],
        )
    ]


def test_the_commas_of_a_title_alone_in_its_row_are_no_text():
    text = "任务清单,,\n序号,任务,责任单位\n1,更新公交车,市交通局\n2,种树,市林业局\n"
    layout = lay_out(join_files([("a.txt", text.encode())]), load_model())
    assert [(aside.raw_start, aside.raw_end) for aside in layout.asides] == [(4, 6)]


def test_the_table_of_a_wiki():
    head, row = " !! ".join(HEADER), " || ".join(ROW)
    second = "\n".join(["| 2", '| style="color:red" | 清淤', "| 县水利局", "| 2027年"])
    text = f'一、分工\n{{| class="wikitable"\n! {head}\n|-\n| {row}\n|-\n{second}\n|}}\n二、要求\n'
    assert grid(text) == [expected(HEADER, ROW, ["2", "清淤", "县水利局", "2027年"])]
    layout = lay_out(join_files([("a.txt", text.encode())]), load_model())
    kinds = [line.kind for line in layout.lines]
    assert kinds[1::2][:3] == ["furniture"] * 3
    assert kinds[0] == kinds[-1] == "heading"


def test_cells_of_a_wiki_that_span():
    text = '{|\n|-\n! colspan="2" | 任务 !! 单位\n|-\n| 甲 || 乙 || 丙\n|}\n'
    (table,) = find_grids(text, load_model())
    assert [[cell.column_span for cell in row] for row in table.rows] == [[2, 1], [1, 1, 1]]
