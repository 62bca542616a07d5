from __future__ import annotations

import base64

import pytest

from gangyao.document.metadata import Finding
from gangyao.ingest.errors import DecodeError, SeedError
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.web.read import read_mhtml, read_page

PARAGRAPH = (
    "临河市坚持把生态保护放在首位，加快建设宜居宜业的滨水城市，"
    "努力实现人与自然和谐共生，到二〇三〇年基本建成。"
)
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="临河市发展规划"><meta name="PubDate" content="2021-03-02 10:20">
<meta name="ContentSource" content="临河市人民政府办公室"><title>临河市发展规划_临河市人民政府</title>
<style>p {{ color: red }}</style><script>document.write("<p>脚本里的字</p>")</script></head><body>
<nav><ul><li><a href="/">首页</a></li><li><a href="/z">政务公开</a></li></ul></nav>
<table><tr><td>索 引 号：</td><td>0001/2021-1</td><td>发文机关：</td><td>临河市人民政府</td></tr>
<tr><td>成文日期：</td><td>2021年02月28日</td><td>发文字号：</td><td>临政发〔2021〕3号</td></tr></table>
<h1>临河市发展规划</h1>
<div class="TRS_Editor"><h2>一、总体要求</h2><p>　　{PARAGRAPH}</p>
<h2>发展目标</h2><p>{PARAGRAPH[:30]}<br>{PARAGRAPH[30:]}</p>
<table><thead><tr><th rowspan="2">指标</th><th colspan="2">年份</th></tr>
<tr><th>2020年</th><th>2025年</th></tr></thead>
<tr><td>森林覆盖率</td><td>41%</td><td>45%</td></tr></table><p>{PARAGRAPH}</p></div>
<div><a href="/1">相关的一篇文章</a></div><footer>版权所有：临河市人民政府办公室</footer></body></html>"""


def read(content: Content) -> list[str]:
    return [line.text for line in content.lines if line.role != "furniture"]


def test_the_article_is_read_without_what_the_site_prints_around_it():
    content = read_page(PAGE.encode(), "page.html")
    assert read(content) == [
        "临河市发展规划", "一、总体要求", PARAGRAPH, "发展目标", PARAGRAPH[:30], PARAGRAPH[30:],
        "指标", "年份", "2020年", "2025年", "森林覆盖率", "41%", "45%", PARAGRAPH,
    ]  # fmt: skip


def test_what_is_not_read_stays_in_the_raw_text_but_scripts_and_styles():
    text = read_page(PAGE.encode(), "page.html").text
    assert {"政务公开", "首页"} <= set(text.split("\n"))
    assert "脚本" not in text
    assert "color" not in text


def test_headings_have_the_level_of_their_tags():
    levels = {
        line.text: line.level
        for line in read_page(PAGE.encode(), "page.html").lines
        if line.role == "heading"
    }
    assert levels == {"临河市发展规划": 1, "一、总体要求": 2, "发展目标": 2}


def test_cells_have_their_places_with_merged_cells_counted_once():
    lines = read_page(PAGE.encode(), "page.html").lines
    assert [(line.cell.row, line.cell.column, line.cell.is_header) for line in lines if line.cell] == [
        (1, 1, True), (1, 2, True), (2, 2, True), (2, 3, True), (3, 1, False), (3, 2, False), (3, 3, False),
    ]  # fmt: skip


def test_facts_come_from_the_table_above_the_text_and_from_meta():
    found = read_page(PAGE.encode(), "page.html").findings
    assert found == (
        Finding("index_number", "0001/2021-1", "page: 索引号"),
        Finding("issuers", "临河市人民政府", "page: 发文机关"),
        Finding("announced_on", "2021-02-28", "page: 成文日期"),
        Finding("document_number", "临政发〔2021〕3号", "page: 发文字号"),
        Finding("title", "临河市发展规划", "meta ArticleTitle"),
        Finding("published_on", "2021-03-02", "meta PubDate"),
        Finding("source", "临河市人民政府办公室", "meta ContentSource"),
    )


def test_a_page_that_says_gb2312_holds_characters_of_its_successor():
    page = PAGE.replace("utf-8", "gb2312").replace("临河", "镕河")
    assert read(read_page(page.encode("gb18030"), "page.html"))[0] == "镕河市发展规划"


def test_a_page_that_declares_a_wrong_charset_is_refused_with_its_place():
    with pytest.raises(DecodeError, match=r"page\.html, byte"):
        read_page(PAGE.encode("gb18030"), "page.html")


def test_a_page_saved_in_one_file():
    head = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    mhtml = head + base64.encodebytes(PAGE.encode()) + b"\r\n--x--\r\n"
    assert read(read_mhtml(mhtml, "page.mhtml")) == read(read_page(PAGE.encode(), "page.html"))


def test_a_frame_around_the_page_that_was_saved_first_is_passed_over():
    def part(html: str) -> bytes:
        head = b"--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        return head + base64.encodebytes(html.encode()) + b"\r\n"

    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    frame = part("<html><frameset><frame src=a></frameset></html>")
    mhtml = head + frame + part(PAGE) + b"--x--\r\n"
    assert read(read_mhtml(mhtml, "page.mhtml")) == read(read_page(PAGE.encode(), "page.html"))
    with pytest.raises(SeedError, match="without text"):
        read_mhtml(head + frame + b"--x--\r\n", "page.mhtml")


@pytest.mark.parametrize("page", ["<html><body><nav>首页</nav></body></html>", "<p></p>", "<html>"])
def test_a_page_without_text_is_refused(page: str):
    with pytest.raises(SeedError, match="without text"):
        read_page(page.encode(), "page.html")


def test_deep_nesting_and_huge_spans_do_no_harm():
    deep = "<div>" * 3_000 + PARAGRAPH + "</div>" * 3_000
    table = "<table><tr><td colspan=99999999 rowspan=99999999>甲</td><td>乙</td><td>丙</td></tr></table>"
    assert PARAGRAPH in read_page(f"<html><body>{deep}{table}</body></html>".encode(), "page.html").text


def test_a_page_that_nests_without_end_is_refused_before_it_is_parsed():
    deep = "<html><body>" + "<div>" * 300_000 + "文字内容" + "</body></html>"
    with pytest.raises(SeedError, match=r"a\.html: nests more than 20,000 elements"):
        read_page(deep.encode(), "a.html")
    many = "<html><body>" + "<div><b>加快建设临河水库</b></div>" * 21_000 + "</body></html>"
    assert len(read_page(many.encode(), "a.html").lines) == 21_000


def test_cells_that_span_without_end_cost_no_more_than_they_are():
    rows = "<tr><td rowspan=200 colspan=200>水库</td><td>公园</td></tr>" * 3_000
    lines = read_page(f"<html><body><table>{rows}</table></body></html>".encode(), "a.html").lines
    assert len(lines) == 6_000
    assert [(line.cell.row, line.cell.column) for line in lines[:4] if line.cell] == [
        (1, 1), (1, 201), (2, 201), (2, 401),
    ]  # fmt: skip


OLD_PAGE = f"""<html><head><title>临河市关于加强监测的通知</title></head><body>
<table width="980"><tr><td><ul><li><a href="1">领导之窗</a></li><li><a href="2">政府文件</a></li></ul></td>
<td><h1>临河市关于加强监测的通知</h1><div>&emsp;&emsp;{PARAGRAPH}<br>&emsp;&emsp;{PARAGRAPH}
<span style="display:none">看不见的字<b hidden>也看不见</b></span>
<table border="1"><tr><th>序号</th><th>任务</th><th>责任单位</th></tr>
<tr><td>1</td><td>建设监测站</td><td>市水利局</td></tr></table><p>{PARAGRAPH}</p></div></td></tr></table>
</body></html>"""


def test_a_page_that_tables_lay_out_keeps_its_article_and_its_tables_of_data():
    content = read_page(OLD_PAGE.encode(), "page.html")
    cells = ["序号", "任务", "责任单位", "1", "建设监测站", "市水利局"]
    assert read(content) == ["临河市关于加强监测的通知", PARAGRAPH, PARAGRAPH, *cells, PARAGRAPH]
    assert [line.text for line in content.lines if line.cell] == cells
    assert "看不见" not in content.text


def test_a_page_that_hides_its_text_until_a_script_runs_is_read():
    page = f'<html><body><p>加载中</p><div style="display: none"><p>{PARAGRAPH}</p></div></body></html>'
    assert read(read_page(page.encode(), "page.html")) == [PARAGRAPH]


LAYOUT = """<html><head><title>临河县人民政府</title></head><body>
<table><tr><td><a href="/">网站首页</a></td></tr></table>
<table><tr><td><table><tr><td><a href="1">关于放假的通知</a></td></tr></table></td><td><table>
<tr><td>临河县人民政府关于加强水资源管理的通知</td></tr>
<tr><td>临政发〔2024〕6号 发布日期：2024-05-20</td></tr>
<tr><td>各乡镇人民政府：<br>&nbsp;&nbsp;为加强全县水资源管理，现就有关事项通知如下，请各单位认真贯彻执行，抓好落实：<br>
一、严格用水总量控制<br>到2025年，全县用水总量控制在1.8亿立方米以内，用水效率明显提高，节水型社会基本建成。<br>
二、强化监督考核<br>县人民政府每年对各乡镇水资源管理情况进行考核，考核结果向社会公布，并作为干部综合考核评价的重要依据。</td></tr>
</table></td></tr></table></body></html>"""


def test_a_table_of_one_column_lays_out_a_page_and_its_title_stands_above_the_text():
    lines = [line for line in read_page(LAYOUT.encode(), "a.html").lines if line.role != "furniture"]
    assert all(line.cell is None for line in lines)
    assert [(line.text, line.level) for line in lines[:4]] == [
        ("临河县人民政府关于加强水资源管理的通知", 1),
        ("临政发〔2024〕6号 发布日期：2024-05-20", 0),
        ("各乡镇人民政府：", 0),
        ("为加强全县水资源管理，现就有关事项通知如下，请各单位认真贯彻执行，抓好落实：", 0),
    ]
