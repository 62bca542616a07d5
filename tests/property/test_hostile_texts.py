"""Texts that once made Gangyao fall over, each with the reading that is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.batch import Part, build_batch
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.one_line import ACTING
from gangyao.paths import lexicon_of
from tests.property_tests import examples


def read(text: str) -> Part:
    source = join_files([("a.txt", text.encode())])
    part = build_batch([Document(DocumentSpec("a", "某市规划", ("a.txt",)), source)], LEXICON)
    # What holds no Chinese, or no text, is told so; that is no fault, which has a report.
    assert not any(one.report for one in part.problems)
    return part


def column(part: Part, table: str, name: str) -> list[object]:
    found: list[object] = part.tables[table][name].to_pylist()
    return found


LEXICON = lexicon_of(Path(__file__).parents[2] / "seeds")


@pytest.mark.parametrize("quoted", [">", "> ", ">\r", "&gt;", ">>", "> >"])
def test_a_quotation_mark_alone_on_a_line_changes_no_line_break(quoted: str) -> None:
    part = read(f"第一章 总则\n{quoted}\n建设公园，增加绿地。\n")
    assert column(part, "paragraphs", "text")[-1] == "建设公园，增加绿地。"


@pytest.mark.parametrize(
    "text",
    [
        "坚持党的十九\n届五中全会精神。\n",
        "提速建\n设藻渡水库。\n",
        "编制成都都市圈发\n展规划。\n推进北京\n大学建设。\n",
    ],
)
def test_a_name_never_runs_over_the_end_of_a_paragraph(text: str) -> None:
    part = read(text)
    for name in column(part, "entities", "name"):
        assert "\n" not in str(name)
    for surface in column(part, "mentions", "surface"):
        assert "\n" not in str(surface)


def test_a_chapter_of_number_zero_is_not_the_preamble() -> None:
    part = read("本规划为总体要求。\n第零章 总则\n建设公园。\n第一章 目标\n增加绿地。\n")
    assert column(part, "sections", "path") == ["0", "0-2", "1"]
    assert column(part, "sections", "number")[1:] == [0, 1]
    assert column(part, "paragraphs", "section_id") == ["a/0", "a/0-2", "a/1"]


def test_a_number_that_no_heading_has_is_none() -> None:
    part = read(f"第{'9' * 5000}章 总则\n建设公园。\n第9999999999条 增加绿地。\n")
    assert all(number is None or number < 10**6 for number in column(part, "sections", "number"))


def test_a_rule_of_dashes_is_no_row_of_a_table() -> None:
    part = read("第一章 总则\n-\n--||\n|--\n--||--\n建设公园。\n")
    assert part.tables["table_cells"].num_rows == 0


def test_two_words_of_a_cell_are_parted_once() -> None:
    part = read("<td>a\ne<tr>\n建设公园。\n")
    assert column(part, "table_cells", "text") == ["a e"]


def test_a_cell_that_begins_like_a_rule_is_on_a_line_of_its_table() -> None:
    part = read("加强保障。\n-|||--\n\\begin{r}{|||}\n联动机制，调整优化学科布局。\n")
    assert "联动机制，调整优化学科布局。" in column(part, "paragraphs", "text")
    assert "table" in column(part, "lines", "kind")


@pytest.mark.parametrize("cell", ["\\begin{t}{}\n}", "特\n|", "\n|\n长期坚持。", "\n\x85\n"])
def test_what_looks_like_a_rule_in_a_cell_is_of_the_cell(cell: str) -> None:
    part = read(f"<td>{cell}<td>\n建设公园。\n")
    assert part.tables["table_cells"].num_rows


@pytest.mark.parametrize("cell", ["&nbsp;\n市水利局", "&nbsp;\n`", "\n&nbsp;", "市水利局\n&emsp;\n"])
def test_blanks_that_are_written_out_are_in_no_cell(cell: str) -> None:
    part = read(f"一<td>{cell}<td>\n建设公园。\n")
    texts = column(part, "table_cells", "text")
    assert texts[0] in ("市水利局", "`", "")


def test_a_hash_in_the_first_cell_of_a_row_is_no_mark_of_a_heading() -> None:
    part = read("# | 任务\n---|---\n1 | 建设公园\n")
    assert column(part, "table_cells", "text")[:2] == ["#", "任务"]


def test_a_row_that_begins_where_the_one_before_ends() -> None:
    part = read("\\begin{tabular}{ll}序号 & 任务 \\\\ 1\n甲 & 建设公园 \\\\\n\\end{tabular}\n")
    assert column(part, "table_cells", "text") == ["序号", "任务", "1甲", "建设公园"]


@pytest.mark.parametrize("indent", ["", " ", "\t", "\u3000\u3000"])
def test_a_heading_of_a_wiki_may_be_indented(indent: str) -> None:
    part = read(f"{indent}==总体要求==\n建设公园。\n")
    assert column(part, "sections", "title") == ["总体要求"]


def test_a_heading_that_its_paragraph_repeats() -> None:
    once = "（二）落实资金，县里一次性付补助，主要用于估、政策咨等"
    part = read(f"{once}。{once.replace('、', '、、')}\n")
    assert len(column(part, "paragraphs", "text")) == 1


def test_an_entry_of_contents_on_the_line_of_a_paragraph_stays_with_it() -> None:
    body = "推动商圈改造和业态升级，支持国企利用资产布局产业。" * 9
    part = read(f"{body}第一章 总体要求……………………1\n")
    assert column(part, "paragraphs", "text") == [f"{body}第一章总体要求……………………1"]


@pytest.mark.parametrize("behind", ["………", ".......\U0010ffff"])
def test_a_known_name_with_more_behind_its_dots_is_no_heading(behind: str) -> None:
    part = read(f"总则{behind}\n建设公园。\n")
    assert column(part, "sections", "title") == [""]
    assert column(part, "paragraphs", "text")[0] == f"总则{behind}"


@pytest.mark.parametrize("written", ["{}", "&#{:d};", "&#x{:x};", "\\u{:04x}", "$\\text{{{}}}$"])
def test_nothing_that_acts_when_it_is_shown_is_left_in_cleaned_text(written: str) -> None:
    acting = [char for char in map(chr, range(0x10000)) if ACTING.match(char) and not char.isspace()]
    # Surrogates are no text: no encoding has them.
    forms = [
        written.format(ord(char) if ":" in written else char)
        for char in acting
        if not "\ud800" <= char <= "\udfff"
    ]
    part = read("第一章 总则\n" + "".join(f"建设公园{form}，增加绿地。\n" for form in forms))
    for text in column(part, "paragraphs", "text"):
        assert not ACTING.search(str(text))


LINES = st.lists(
    st.sampled_from(
        [
            *[
                "",
                " ",
                ">",
                "&gt;",
                "$",
                "\\textbf{",
                "}",
                "\\textcircled",
                "^",
                "_{",
                "**",
                "|",
                "#",
                "…",
                "——",
            ],
            *[
                "第零章",
                "〇、",
                "一、",
                "（一）",
                "1.",
                "①",
                "目录",
                "附件：",
                "第一章 总则",
                "二〇二五年",
                "5",
                "%",
            ],
            *[
                "党的十九",
                "届五中全会",
                "北京",
                "大学",
                "“十四",
                "五”",
                "规划",
                "推动",
                "建设水库。",
                "2025年3月1日",
            ],
            *[
                "<table>",
                "<tr><td>",
                "</td></tr>",
                "</table>",
                "|---|",
                "\u200b",
                "\u2028",
                "\x85",
                "=1+1",
                "＝1",
            ],
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "", "\n\n"]))
@examples(60)
def test_no_order_of_short_lines_is_a_fault(lines: list[str], end: str) -> None:
    text = end.join(lines)
    if text.strip():
        read(text)


# What patterns look for, repeated: a fault where it is too deep, or can be divided in too many ways.
UNITS = st.lists(
    st.sampled_from(
        [
            *"（）【】“”[]{}<>|1一百万。，、；：.·-— \u3000市县局等和比将是国建a",
            "（一）",
            "市局、",
            "各局、",
            "5%",
        ]
    ),
    min_size=1,
    max_size=4,
).map("".join)


@given(
    UNITS,
    st.sampled_from(["", "一、总则\n加快建设", "建设公园。（责任单位：", "建设公园。（", "“"]),
    st.sampled_from(["", "x", "）", "建设。"]),
)
@examples(40)
def test_nothing_that_is_repeated_is_a_fault(unit: str, before: str, behind: str) -> None:
    text = f"建设公园，增加绿地。\n{before}{unit * (1200 // len(unit))}{behind}\n"
    read(text)


def test_years_one_below_the_other_in_a_cell_stay_two() -> None:
    rows = [
        "1     编制全市公园建设年度计划  市园林局      2025",
        "      ，明确建设标准            市水利局      2026",
    ]
    rows += [
        "2     推进青江湿地生态修复工程  市生态环境局  2024",
        "      ，完成修复3.2万亩         市财政局      2025",
    ]
    rows += [
        "3     建立公园养护资金保障机制  市财政局      2024",
        "      ，加强公园管理            市水利局      2025",
    ]
    head = "序号  重点任务                  责任单位      完成时限"
    cells = column(read("\n".join(["工作方案", head, *rows, ""])), "table_cells", "text")
    assert [cell for cell in cells if "202" in str(cell)] == ["2025 2026", "2024 2025", "2024 2025"]
