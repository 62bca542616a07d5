"""The whole layout of the shipped page, of invented pages, and of what is glued to their lines."""

from pathlib import Path

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.layout import SET_ASIDE
from gangyao.document.printed import PrintedLine
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.ingest.seeds import load_document
from gangyao.layout.known import known_kinds
from gangyao.layout.stage import lay_out

SEED = Path(__file__).parents[3] / "seeds" / "documents" / "chengyu-2021"


@pytest.fixture(scope="module")
def seed():
    return load_document(SEED).source


def source_of(text):
    return join_files([("page.txt", text.encode())])


def test_the_columns_of_the_shipped_page_are_put_in_order(seed):
    layout = lay_out(seed, load_model())
    blocks = reading_text(seed, layout).text.split("\n")
    headings = [
        block for block in blocks if block.startswith("第") and block[2:4].strip("一二三四五六七八九十")
    ]
    assert len(headings) == 26
    assert len(blocks) - len(headings) == 52
    assert headings[0].startswith("第三节")
    chapters = [block.split()[0] for block in headings if "章" in block[:4]]
    assert chapters == ["第八章", "第九章", "第十章", "第十一章", "第十二章"]
    text = "\n".join(blocks)
    for rejoined in ("对接京津冀协同发展", "标准及认证体系，推广", "老旧街区及城中村改造。"):
        assert rejoined in text


def test_the_breaks_of_the_shipped_page_are_reported(seed):
    layout = lay_out(seed, load_model())
    assert len(layout.breaks) == 4
    for found in layout.breaks:
        assert 0.5 < found.confidence <= 1.0
        assert found.evidence
    assert {line.block for line in layout.lines if line.block} == {1, 2, 3, 4, 5}


def test_furniture_of_the_shipped_page_is_set_aside(seed):
    layout = lay_out(seed, load_model())
    aside = [seed.text[line.raw_start : line.raw_end] for line in layout.lines if line.kind == "furniture"]
    assert aside == ["11要聞", "（上接第十版）"]


def test_a_page_in_order_stays_in_order():
    text = "".join(
        f"第{number}节 推进第{number}项工作\n\n加强统筹协调，完善工作机制。"
        "建设一批重点项目，提高公共服务水平。\n\n"
        for number in "一二三四五六七八"
    )
    layout = lay_out(source_of(text), load_model())
    assert layout.breaks == ()
    positions = [line.reading_position for line in layout.lines if line.kind not in SET_ASIDE]
    assert positions == list(range(1, 17))


def test_a_mark_glued_to_a_line_is_reported_and_the_line_is_read():
    text = "第一节 建设公园\n增加城市绿地，改善人居环境，方便群众休闲。（下转第五版）\n"
    source = source_of(text)
    layout = lay_out(source, load_model())
    (aside,) = layout.asides
    assert source.text[aside.raw_start : aside.raw_end] == "（下转第五版）"
    assert layout.lines[1].kind == "paragraph"


def test_a_contents_list_is_set_aside_and_the_headings_it_names_are_read():
    text = (
        "目 录\n第一章 总则 ........ 1\n第二章 保障措施 ........ 7\n"
        "第一章 总则\n坚持统筹规划。\n第二章 保障措施\n加强组织领导。\n"
    )
    kinds = [line.kind for line in lay_out(source_of(text), load_model()).lines]
    assert kinds == ["contents"] * 3 + ["heading", "paragraph"] * 2


def test_an_empty_file_has_no_lines():
    assert lay_out(source_of(""), load_model()).lines == ()


def test_tags_and_straight_quotes_do_not_make_a_page_seem_cut():
    text = (
        "<p>　　<b>临江市人民政府关于发展渔港的意见</b></p>\n<p>各县人民政府：</p>\n"
        "<p>　　为加快渔港建设，提出如下意见：</p>\n<p>　　<strong>一、主要目标</strong></p>\n"
        "<p>　　三年内建成五座渔港。</p>\n<p>　　<strong>二、重点任务</strong></p>\n"
        "<p>　　（一）整治岸线。清理废弃码头。</p>\n<p>　　（二）更新渔船。淘汰老旧渔船。</p>\n"
        "<p>　　<strong>三、组织保障</strong></p>\n<p>　　各县要落实责任。</p>\n"
        '<p style="text-align:right">临江市人民政府<br/>2020年3月18日</p>\n'
    )
    layout = lay_out(source_of(text), load_model())
    assert not layout.breaks
    assert [line.kind for line in layout.lines].count("heading") == 3
    quoted = "".join(
        f'第{n}条　章程第{m}条："渔港由县管理。"修改为："渔港由市、县共同管理。"\n'
        for n, m in zip("一二三四五六七八", "八六七三四五二一", strict=True)
    )
    assert not lay_out(source_of(quoted), load_model()).breaks


def test_a_line_of_nothing_but_marks_of_continuation_is_furniture():
    source = join_files([("0.txt", "第一章 总则\n（下转第五版）（下转第五版）\n建设公园。\n".encode())])
    layout = lay_out(source, load_model())
    assert [line.kind for line in layout.lines] == ["heading", "furniture", "paragraph"]
    assert layout.asides == ()


def test_a_box_of_one_column_is_text_between_rules():
    text = (
        "一、强化创新\n建设平台。\n┌──────────┐\n│ 专栏2 科技创新工程 │\n├──────────┤\n"
        "│ 1.实验室。建设6家。 │\n└──────────┘\n二、保障措施\n加大投入。\n"
    )
    source = source_of(text)
    layout = lay_out(source, load_model())
    assert [line.kind for line in layout.lines[2:7]] == [
        "furniture",
        "table",
        "furniture",
        "table",
        "furniture",
    ]
    marks = [source.text[aside.raw_start : aside.raw_end].strip() for aside in layout.asides]
    assert marks == ["│"] * 4


def test_blocks_of_html_that_were_escaped_end_lines():
    text = "&lt;p&gt;一、要求&lt;/p&gt;&lt;p&gt;坚持统筹兼顾。&lt;/p&gt;\n"
    lines = lay_out(source_of(text), load_model()).lines
    assert [line.kind for line in lines] == ["heading", "paragraph"]


def test_the_head_of_a_contents_that_a_file_marks_as_a_heading_is_set_aside_with_it():
    entry = "第一章 发展目标 ........................ 1"
    lines = ("目　录", entry, "第一章 发展目标", "到二〇三〇年建成水库六座。")
    known = [PrintedLine(text, role="heading" if at % 2 == 0 else None) for at, text in enumerate(lines)]
    assert known_kinds([None, "contents", None, None], lines, known) == ["contents", "contents", None, None]
    assert known_kinds([None] * 4, lines, known) == [None] * 4
