"""Pages that keep the printed lines of a text: `pre`, a `br` behind each, pages of pdf2htmlEX."""

from __future__ import annotations

import pytest

from gangyao.document.metadata import Finding
from gangyao.ingest.errors import DecodeError
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.web.bylines import byline_facts
from gangyao.ingest.readers.web.read import read_page

LAW = [
    "（2021年6月1日临河市人民政府令第88号公布 自2021年8月1日起施行）",
    "",
    "    第一条  为了防御气象灾害，制定本办法。",
    "    第二条  市、县人民政府应当将气象灾害防御纳入国民经济和社",
    "会发展规划。",
    "    第三条  气象主管机构负责灾害监测、预报、预警。",
]


def page(body: str, charset: str = "utf-8") -> Content:
    return read_page(
        f'<html><head><meta charset="{charset}"></head><body>{body}</body></html>'.encode(), "a.html"
    )


def paragraphs(content: Content) -> list[str]:
    found: list[str] = []
    for line in content.lines:
        if line.role == "furniture":
            continue
        if line.joins_previous:
            found[-1] += line.text
        else:
            found.append(line.text)
    return found


def test_lines_of_pre_that_begin_at_the_edge_go_on_full_ones():
    content = page("<h2>临河市气象灾害防御办法</h2><pre>\n" + "\n".join(LAW) + "\n</pre>")
    assert paragraphs(content)[2:] == [
        "第一条 为了防御气象灾害，制定本办法。",
        "第二条 市、县人民政府应当将气象灾害防御纳入国民经济和社会发展规划。",
        "第三条 气象主管机构负责灾害监测、预报、预警。",
    ]


def test_so_do_lines_that_each_end_with_a_br():
    lines = [line.replace("    ", "　　").replace("  ", "　") for line in LAW]
    assert "第二条 市、县人民政府应当将气象灾害防御纳入国民经济和社会发展规划。" in paragraphs(
        page("<div>临河市气象灾害防御办法<br><br>" + "<br>\n".join(lines) + "</div>")
    )


def test_items_and_lines_of_verse_behind_a_br_stay_apart():
    items = ["　　建设水库六座", "新增供水能力三亿立方米，治理河道一百五十公里", "完成灌区改造二十处"]
    assert len(paragraphs(page("<div>" + "<br>".join(items) + "</div>"))) == 3
    even = [f"第{n}组：张某某、李某某、王某某、赵某某、钱某某、孙某某" for n in "一二三四五六"]
    assert len(paragraphs(page("<div>" + "<br>".join(even) + "</div>"))) == 6


def test_without_indents_lines_are_wrapped_where_full_ones_break_off_and_the_next_ends_them():
    first = "加快推进水利基础设施建设，全面提升防洪减灾和城乡供水保障能力，"
    text = "<br>".join(f"{first}\n<br>到二〇三{n}年建成水库。" for n in "一二三")
    assert paragraphs(page(f"<div>{text}</div>")) == [f"{first}到二〇三{n}年建成水库。" for n in "一二三"]


def test_elements_of_one_line_each_are_joined_where_paragraphs_are_indented():
    text = (
        "为贯彻落实党中央国务院关于粮食安全的决策部署全面提升粮食综合生产能力现提出如下意见。",
        "一、严守耕地红线。县自然资源局要落实耕地保护责任，2026年底前完成永久基本农田核实整改。",
        "二、加强农田建设。县农业农村局牵头，新建高标准农田三万亩，确保当年建成当年见效并发挥效益。",
    )
    lines = [f"　　{one}"[at : at + 30] for one in text for at in range(0, len(one) + 2, 30)]
    body = "".join(f"<p>{line}</p>\n" for line in lines)
    assert paragraphs(page(f"<div>{body}</div>")) == list(text)
    assert len(paragraphs(page("<div>" + "".join(f"<p>{one}</p>" for one in text) + "</div>"))) == 3


def test_texts_in_the_tags_of_headings_are_none_and_the_only_highest_one_on_top_is_the_title():
    body = "".join(
        f"<h4>{text}</h4>" for text in ("各县人民政府：", "现印发给你们，请执行。", "二〇二六年三月二日")
    )
    content = page(
        f"<div><h3>关于印发规划的通知</h3>{body}<h4>第一章　总则</h4><h4>建设水库六座。</h4></div>"
    )
    assert [(one.role, one.level) for one in content.lines] == [("heading", 1), *[("text", 0)] * 5]


def test_cells_keep_their_lines():
    long = "县水利局负责全县水利工程建设与管理工作，会同有关部门编制水利发"
    cell = f"<td>　　{long}<br>展规划。<br>　　其他。</td>"
    content = page(f"<table><tr>{cell}<td>一</td></tr><tr><td>二</td><td>三</td></tr></table>")
    assert not any(line.joins_previous for line in content.lines)


def line(text: str, height: str = "h3") -> str:
    return f'<div class="t m0 x1 {height} y1 ff1 fs0 fc0 sc0 ls0 ws0">{text}</div>'


def printed_page(number: int, *lines: str) -> str:
    inner = "".join(lines) + line(f"- {number} -", "h4")
    return f'<div id="pf{number}" class="pf w0 h0"><div class="pc pc{number} w0 h0">{inner}</div></div>'


def test_printed_lines_of_pdf2html_are_joined_over_the_end_of_a_page_and_numbers_are_furniture():
    content = page(
        printed_page(
            1,
            line("临河市水利发展规划", "h1"),
            line("一、重点任务", "h2"),
            line("建设水库6座，治理河道150公里，完成灌区改造20处，推"),
            line("进智慧水利建设。"),
            line("新增供水能力3亿立方米，城乡供水保证率达到95%以上，建"),
        )
        + printed_page(2, line("成节水型社会。"))
    )
    assert paragraphs(content) == [
        "临河市水利发展规划",
        "一、重点任务",
        "建设水库6座，治理河道150公里，完成灌区改造20处，推进智慧水利建设。",
        "新增供水能力3亿立方米，城乡供水保证率达到95%以上，建成节水型社会。",
    ]
    assert [one.text for one in content.lines if one.role == "furniture"] == ["- 1 -", "- 2 -"]


def test_contents_and_notes_of_a_page_that_word_saved_are_known_by_their_styles():
    content = page(
        "<div><p class=MsoToc1>一、主要目标. 1</p><h1>主要目标</h1>"
        "<p>建成数字乡村示范村30个[1]，覆盖全部乡镇。</p>"
        "<p class=MsoFootnoteText>[1] 由省评定的村。</p></div>"
    )
    roles = {one.text: one.role for one in content.lines}
    assert roles["一、主要目标. 1"] == "contents"
    assert roles["[1] 由省评定的村。"] == "note"


def test_a_page_saved_in_utf8_that_still_declares_another_charset_is_read():
    assert paragraphs(page("<p>临河市发展规划全文，2021年发布。</p>", charset="gbk")) == [
        "临河市发展规划全文，2021年发布。"
    ]
    with pytest.raises(DecodeError, match="is no character in utf-8"):
        read_page('<meta charset="utf-8"><p>临河市发展规划</p>'.encode("gb18030"), "a.html")


@pytest.mark.parametrize(
    ("text", "day", "source"),
    [
        ("2025-02-03 08:00 来源：辛市日报 记者：王某", "2025-02-03", "辛市日报"),
        ("2026年01月12日 07:30 | 来源：大江日报 | 作者：刘某 | 编辑：钱某", "2026-01-12", "大江日报"),
        ("时间：2026-04-08 10:12 浏览次数：123次 【字体：大 中 小】", "2026-04-08", None),
        ("2026-05-16 09:15:32", "2026-05-16", None),
        ("责任编辑：赵六 审核：钱七", None, None),
    ],
)
def test_what_a_site_prints_between_title_and_text_is_told_by_its_form(
    text: str, day: str | None, source: str | None
):
    expected = [Finding("published_on", day, "page: byline")] if day else []
    expected += [Finding("source", source, "page: byline")] if source else []
    assert byline_facts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2021年6月1日",
        "时间：2026年3月5日",
        "时间：2026年3月5日9:00 地点：市政府会议室",
        "来源：辛市日报",
        "本报讯（记者 王某）2月2日，辛市召开会议。",
        "编辑：加强基层治理，完善服务体系。 审核：市政府",
    ],
)
def test_a_day_or_a_source_alone_and_sentences_are_the_texts_own(text: str):
    assert byline_facts(text) is None


def test_a_byline_in_the_article_is_furniture():
    content = page(
        "<nav>新闻</nav><main><h1>辛市召开会议部署防火工作</h1><div>2025-02-03 08:00 来源：辛市日报</div>"
        "<div><p>本报讯（记者 王某）2月2日，辛市召开森林防火工作会议。</p>"
        "<p>会议强调，要压实责任。</p></div></main>"
    )
    assert "2025-02-03 08:00 来源：辛市日报" not in paragraphs(content)
    assert Finding("source", "辛市日报", "page: byline") in content.findings


def test_labels_in_heavy_brackets_need_no_colon():
    content = page(
        "<h2>青阳省湿地保护条例</h2><table><tr><td>【法规类别】湿地</td><td>【发布部门】青阳省人民代表大会常务委员会</td></tr>"
        "<tr><td>【发布日期】2025.11.28</td><td>【时效性】现行有效</td></tr></table>"
        "<p>第一条　为了保护湿地，制定本条例。</p>"
    )
    assert paragraphs(content) == ["青阳省湿地保护条例", "第一条 为了保护湿地，制定本条例。"]
    assert content.findings == (
        Finding("issuers", "青阳省人民代表大会常务委员会", "page: 发布部门"),
        Finding("published_on", "2025-11-28", "page: 发布日期"),
        Finding("status", "in_force", "page: 时效性"),
    )


STYLE = (
    ".m0{transform:matrix(0.250000,0.000000,0.000000,0.250000,0,0);-ms-transform:matrix(1,0,0,1,0,0);}"
    "._0{margin-left:-1.200000px;}._1{width:1200.000000px;}.fs0{font-size:72.000000px;}"
    ".fs1{font-size:108.000000px;}.w0{width:892.000000px;}.h0{height:1262.000000px;}.w1{width:500px;}"
    ".x0{left:100.000000px;}.x1{left:136.000000px;}.x2{left:300.000000px;}.x3{left:40.000000px;}"
    ".h1{height:20px;}.h2{height:30px;}"
)


def placed(text: str, x: str, y: int, size: str = "fs0", height: str = "h1") -> str:
    return f'<div class="t m0 {x} {height} y{y:x} ff1 {size} fc0 sc0 ls0 ws0">{text}</div>'


def placed_page(number: int, *lines: str, style: str = STYLE) -> str:
    places = "".join(f".y{y:x}{{bottom:{y}px;}}" for y in range(0, 1262, 2))
    return (
        f"<style>{style}{places}@media print{{.x0{{left:1pt;}}.fs0{{font-size:1pt;}}}}</style>"
        f'<div id="pf{number}" class="pf w0 h0"><div class="pc pc{number} w0 h0">{"".join(lines)}</div></div>'
    )


FULL = "建设水库六座治理河道一百五十公里完成灌区改造二十处新增高效节水灌溉面积三十万亩推进"


def test_pages_that_tell_where_lines_stand_are_read_as_those_of_a_pdf():
    column = [placed(FULL[2:], "x1", 1000)]
    column += [placed(FULL, "x0", 1000 - 30 * row) for row in range(1, 8)]
    column += [placed("智慧水利。", "x0", 760), placed("- 1 -", "x2", 60)]
    content = page(placed_page(1, placed("临河市水利发展规划", "x2", 1100, "fs1", "h2"), *column))
    assert content.pages == 1
    assert [(one.role, one.joins_previous) for one in content.lines] == [
        ("heading", False),
        (None, False),
        *[(None, True)] * 8,
        ("furniture", False),
    ]
    box = content.lines[1].box
    assert box is not None
    assert (content.lines[1].page, box.left, box.bottom) == (1, 136 * 0.75, (1262 - 1000) * 0.75)


def test_what_is_drawn_as_one_line_with_a_wide_gap_are_two_and_places_in_a_clip_are_counted_from_it():
    wide = placed('县水利局<span class="_ _1"> </span>六月<span class="_ _0"></span>底', "x0", 800)
    clip = f'<div class="c x3 y10 w1 h2">{placed("工作任务", "x0", 20)}</div>'
    lines = page(placed_page(1, wide, clip)).lines
    assert [one.text for one in lines] == ["县水利局", "六月底", "工作任务"]
    boxes = [one.box for one in lines]
    assert all(box is not None for box in boxes)
    assert [round(box.left / 0.75) for box in boxes if box] == [100, 100 + 72 + 300, 140]
    assert boxes[2] is not None
    assert boxes[2].bottom == (1262 - 20 - 16) * 0.75


def test_without_the_style_sheet_the_lines_are_read_in_their_order():
    content = page(placed_page(1, placed("临河市水利发展规划", "x2", 1100), style="").replace(".y", ".z"))
    assert [(one.text, one.page) for one in content.lines] == [("临河市水利发展规划", None)]
