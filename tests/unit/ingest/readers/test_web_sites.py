"""Pages as sites of governments lay them out; the texts are invented."""

from __future__ import annotations

import pytest

from gangyao.ingest.readers.web.read import read_page

TITLE = "江川省人民政府办公厅关于印发综合立体交通网建设方案的通知"
TEXTS = (
    "为加快推进江川省综合立体交通网建设，根据有关法律法规，结合我省实际，制定本方案，请认真贯彻执行。",
    "到2027年，全省高速公路通车里程达到1.2万公里，农村公路优良中等路率达到85%以上，形成内畅外联的交通网络。",
    "省交通运输厅、省发展改革委要会同有关部门加强统筹协调，各市（州）人民政府要压实主体责任，抓好落实。",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)


def content(body: str, head: str = ""):
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return read_page(page.encode(), "page.html")


def read(body: str, head: str = "") -> list[str]:
    return [line.text for line in content(body, head).lines if line.role != "furniture"]


def test_facts_in_a_table_of_the_article_are_none_of_its_text_but_the_title_that_stands_nowhere_else():
    facts = (
        f"<table><tr><td>标　　题：</td><td colspan=3>{TITLE}</td></tr>"
        "<tr><td>发文机关：</td><td>江川省人民政府办公厅</td>"
        "<td>来　源：</td><td>江川省人民政府网站</td></tr>"
        "<tr><td>主题分类：</td><td>交通</td><td>成文日期：</td><td>2023年03月02日</td></tr></table>"
    )
    found = content(f"<div>{facts}</div><div>{PARAGRAPHS}</div>")
    assert [line.text for line in found.lines if line.role != "furniture"] == [TITLE, *TEXTS]
    assert all(line.cell is None for line in found.lines if line.role == "furniture")
    assert {(one.field, one.value) for one in found.findings} == {
        ("title", TITLE), ("issuers", "江川省人民政府办公厅"), ("source", "江川省人民政府网站"),
        ("announced_on", "2023-03-02"),
    }  # fmt: skip


def test_several_facts_on_a_line_are_all_found():
    found = content(
        f"<div><p>发布时间：2023-03-08 10:11 来源：省政府办公厅 浏览次数：12 次</p>{PARAGRAPHS}</div>"
    )
    assert [(one.field, one.value) for one in found.findings] == [
        ("published_on", "2023-03-08"),
        ("source", "省政府办公厅"),
    ]
    assert found.lines[0].role == "furniture"


@pytest.mark.parametrize(
    "suffix", ["", "-江川省人民政府", "_通知公告_江川省人民政府", " | 江川省人民政府门户网站"]
)
def test_the_title_above_the_text_is_known_by_the_page_s_own(suffix):
    above = f"<div class=logo>江川省人民政府门户网站</div><div class=tit>{TITLE}</div>"
    head = f"<title>{TITLE}{suffix}</title>"
    assert read(f"{above}<div class=txt>{PARAGRAPHS}</div>", head) == [TITLE, *TEXTS]


def test_a_form_around_the_page_is_no_frame():
    page = f"<form action=x.aspx><input type=hidden><div><h1>{TITLE}</h1>{PARAGRAPHS}</div></form>"
    assert read(page) == [TITLE, *TEXTS]


def test_a_form_within_the_page_is_one():
    assert read(f"<form>站内搜索<input></form><div>{PARAGRAPHS}</div>") == list(TEXTS)


@pytest.mark.parametrize("name", ["class='right sidebar'", "id=sideBar", "class=related_news"])
def test_what_stands_beside_a_short_notice_is_not_read(name: str):
    short, beside = f"<p>{TEXTS[2]}</p>", f"<p>{TEXTS[0]}</p>"
    page = f"<div><div class=main><h1>{TITLE}</h1>{short}</div><div {name}><p>要闻</p>{beside}</div></div>"
    assert read(page) == [TITLE, TEXTS[2]]
    # What holds most of the text is the article, whatever its name.
    assert read(page.replace(short, "").replace(beside, PARAGRAPHS))[-3:] == list(TEXTS)


def test_the_same_text_for_another_screen_is_read_once():
    text = f"<h1>{TITLE}</h1>{PARAGRAPHS}"
    assert read(f"<div class=pc>{text}</div><div class=phone>{text}</div>") == [TITLE, *TEXTS]


def test_links_to_other_pages_behind_the_text_are_set_aside_and_files_kept():
    page = (
        f"<div>{PARAGRAPHS}<p>附件：<a href=a.pdf>重点项目清单</a></p><h3>相关稿件</h3>"
        "<ul><li><a href=/1>一图读懂方案</a></li><li><a href=/2>方案政策解读</a></li></ul>"
        "<p>主办单位：江川省人民政府办公厅 网站标识码5100000001</p></div>"
    )
    assert read(page) == [*TEXTS, "附件：重点项目清单"]


def test_numbers_of_ordered_lists_are_printed():
    def items(opening: str, texts=TEXTS) -> list[str]:
        return read(f"<p>{TEXTS[0]}</p>{opening}{''.join(f'<li>{text}</li>' for text in texts)}</ol>")[1:]

    assert items("<ol>") == [f"{rank}.{text}" for rank, text in enumerate(TEXTS, start=1)]
    assert items("<ol start=3>")[0] == f"3.{TEXTS[0]}"
    assert items("<ol style='list-style-type: cjk-ideographic'>")[1] == f"二、{TEXTS[1]}"
    assert items("<ol type=a>")[2] == f"c.{TEXTS[2]}"
    assert items("<ol style='list-style:none'>") == list(TEXTS)
    assert items("<ol>", ["（一）" + TEXTS[0]]) == ["（一）" + TEXTS[0]]
    assert read(f"<ul><li>{TEXTS[0]}</li></ul>") == [TEXTS[0]]


def test_lines_of_preformatted_text_are_lines():
    assert read("<pre>" + "\n".join(TEXTS) + "</pre>") == list(TEXTS)
    assert read("<div style='white-space: pre-wrap'>" + "\n".join(TEXTS) + "</div>") == list(TEXTS)
    assert read("<div>" + "\n".join(TEXTS) + "</div>") == [" ".join(TEXTS)]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("增长10<sup>4</sup>吨", "增长10⁴吨"),
        ("面积5km<sup> 2 </sup>", "面积5km²"),
        ("制定本方案<sup>[1]</sup>", "制定本方案[1]"),
        ("排放CO<sub>2</sub>", "排放CO2"),
        ("<ruby>纲<rp>(</rp><rt>gang</rt><rp>)</rp></ruby>要", "纲要"),
        ("支持<del>原来的</del>发展", "支持发展"),
    ],
)
def test_marks_on_characters_keep_their_meaning(html, shown):
    assert read(f"<p>{html}</p>{PARAGRAPHS}")[0] == shown


def test_what_a_law_database_lets_one_press_behind_an_article_is_none_of_it():
    page = (
        '<html><head><meta charset="utf-8"></head><body>'
        '<p>第一条　为了保护湿地，根据<a href="/1">《湿地保护法》</a>'
        '，制定本条例。<a href="/h">[释义]</a></p>'
        '<p>第二条　本条例自公布之日起施行，<a href="/h">【相关案例】</a>'
        "原办法同时废止。</p></body></html>"
    )
    content = read_page(page.encode(), "a.html")
    assert [(line.text, line.role) for line in content.lines] == [
        ("第一条 为了保护湿地，根据《湿地保护法》，制定本条例。", "text"),
        ("[释义]", "furniture"),
        ("第二条 本条例自公布之日起施行，原办法同时废止。", "text"),
        ("【相关案例】", "furniture"),
    ]


def test_numbers_of_items_stand_before_their_text_and_who_made_a_page_is_none_of_it():
    page = (
        '<html><head><meta charset="utf-8"></head><body><div><h1>惠企政策清单</h1>'
        "<p>原创政策法规科滨江工信2026年2月9日 17:05</p><ol><li><p>支持企业技术改造。</p><p>给予补助。</p>"
        "</li><li><p>建设人才公寓。</p></li></ol><p>END</p><p>供稿：政策法规科</p>"
        "<p>（编校：王小明 审核：李四）</p>"
        "<p>点分享、点收藏、点在看</p></div></body></html>"
    )
    content = read_page(page.encode(), "a.html")
    assert [line.text for line in content.lines if line.role != "furniture"] == [
        "惠企政策清单",
        "1.支持企业技术改造。",
        "给予补助。",
        "2.建设人才公寓。",
    ]


def test_pictures_among_the_signs_before_a_heading_are_set_aside_but_no_boxes_to_tick():
    found = content(
        f"<div><p>✅ 一、完善路网</p>{PARAGRAPHS}<p>📢️ {TEXTS[1]}</p><p>☑ 已办结</p><p>❶ 公路</p></div>"
    ).lines
    assert [line.text for line in found if line.role != "furniture"] == [
        "一、完善路网", *TEXTS, TEXTS[1], "☑ 已办结", "❶ 公路",
    ]  # fmt: skip
    assert [line.text for line in found if line.role == "furniture"] == ["✅", "📢️"]


def test_what_parts_two_labels_is_no_issuer():
    line = "发布机构：淮阳市营商环境局 | 发布时间：2026-01-20"
    found = content(f"<div><h1>{TITLE}</h1><p>{line}</p>{PARAGRAPHS}</div>").findings
    assert ("issuers", "淮阳市营商环境局") in {(one.field, one.value) for one in found}
    assert "|" not in {one.value for one in found}


ROSTER = "<table><tr><th>序号</th><th>姓名</th><th>职务</th></tr>{}</table>".format(
    "".join(
        f"<tr><td>{n}</td><td>河东区某某{n}</td><td>防汛抗旱指挥部成员单位联络员</td></tr>"
        for n in range(1, 9)
    )
)


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "<div>{}</div>",
        "<nav><a href='/'>首页</a></nav><div>{}</div><footer>版权所有：临河市</footer>",
        "<div><a href='/'>首页</a> &gt; <a href='/b'>公告</a></div><div>{}</div>",
        "<div>{}</div><div class='sidebar'><p>本站推荐的几篇长短不一的文章</p></div>",
    ],
)
def test_the_title_and_the_unit_outside_of_the_element_that_holds_a_table_alone_are_read(around: str):
    article = f"<div>联络员名单</div><p>单位：人</p><div class='wide'>{ROSTER}</div><p>注：排名不分先后。</p>"
    texts = read(around.format(article))
    assert (texts[0], texts[1], texts[-1]) == ("联络员名单", "单位：人", "注：排名不分先后。")
    assert not {"首页", "公告", "版权所有：临河市"} & set(texts)


def test_numbers_of_the_rows_of_a_table_saved_line_by_line_are_text():
    rows = [("1", "审判方式", "全国"), ("2", "保险机制", "全国"), ("3", "引入调查官", "八个区域")]
    lines = ["序 号", "主要内容", "推广范围", *(cell for row in rows for cell in row)]
    texts = read(f"<div>{PARAGRAPHS}" + "".join(f"<p>{line}</p>" for line in lines) + "</div>")
    assert texts[3:] == lines
