"""Articles in several elements, and what sites set around and between them; the texts are invented."""

from __future__ import annotations

import pytest

from gangyao.ingest.readers.web.read import read_page

TITLE = "江川市水利局关于做好水库安全度汛工作的通知"
TEXTS = (
    "各县（区）水利局要落实水库安全责任人，汛前完成隐患排查，发现问题立即整改。",
    "水库管理单位要严格执行调度规程，汛期实行24小时值班，遇有险情及时报告并组织群众转移避险，确保人民群众生命财产安全。",
    "市水利局将组织专家对重点水库开展抽查，抽查结果予以通报，并纳入年度考核。",
)
LONG = tuple(f"{text}{TEXTS[1]}" for text in TEXTS)


def content(body: str):
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>"
    return read_page(page.encode(), "page.html")


def read(body: str) -> list[str]:
    return [line.text for line in content(body).lines if line.role != "furniture"]


def paragraphs(texts) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def facts(body: str) -> dict[str, str]:
    return {one.field: one.value for one in content(body).findings}


@pytest.mark.parametrize("short", ["江川水发〔2026〕7号", TEXTS[0]])
def test_parts_with_one_name_are_one_article_however_short(short):
    around = "<div class=tool><a>微信</a> <a>微博</a></div>"
    body = f"<div><h1>{TITLE}</h1><div class=con><p>{short}</p></div>{around}"
    assert read(f"{body}<div class=con>{paragraphs(LONG)}</div></div>") == [TITLE, short, *LONG]


def test_an_annex_in_an_element_of_its_own_below_the_bar_to_share_is_part_of_the_article():
    annex = f"<div class=appendix>{paragraphs(LONG * 3)}</div>"
    body = f"<h1>{TITLE}</h1><div class=text>{paragraphs(LONG[:1])}</div><p>分享到：<a>微信</a></p>{annex}"
    assert read(f"<div>{body}</div>") == [TITLE, LONG[0], *LONG * 3]


def test_a_short_notice_before_its_annex_is_part_of_the_article():
    short = "现将度汛办法印发给你们，请认真贯彻执行，确保安全。"
    body = (
        f"<h1>{TITLE}</h1><div class=text><p>{short}</p></div><div class=annex>{paragraphs(LONG * 3)}</div>"
    )
    assert read(f"<div>{body}</div>") == [TITLE, short, *LONG * 3]


def test_what_a_site_says_of_itself_before_a_page_is_none_of_it():
    tip = "<div class=tips>欢迎您访问江川市水利局门户网站，今天天气晴朗，适宜出行。</div>"
    old = "<div class=old>您使用的浏览器版本过低，建议您升级浏览器之后访问，以获得更好的体验。</div>"
    assert read(f"{tip}<div>{old}<div class=text>{paragraphs(LONG)}</div></div>") == [*LONG]


def test_news_and_the_notice_who_may_copy_beside_an_article_are_none_of_it():
    news = "".join(f"<li><a href=/{n}>江川召开防汛会议第{n}场</a></li>" for n in range(5))
    notice = "<div class=sm>凡本网注明来源的稿件，版权均属本网站所有，转载请注明来源，违者必究，此致。</div>"
    body = f"<div class=left><ul>{news}</ul></div><div class=text>{paragraphs(LONG)}</div>{notice}"
    assert read(f"<div>{body}</div>") == [*LONG]


def test_the_way_to_a_page_and_what_is_there_to_be_pressed_or_chosen_are_none_of_the_text():
    way = "<div>当前位置：<a href=/>首页</a>&gt;<a href=/a>文件</a></div>"
    choices = "".join(f"<label><input type=radio>{one}</label>" for one in ("有效", "无效"))
    asked = f"<div>您对此信息是否满意？{choices}</div>"
    pressed = "<p>【<a href='#'>打印本页</a>】【<a href='#'>关闭窗口</a>】</p>"
    behind = "<div>相关解读</div><ul><li><a href=/1>水库办法政策解读</a></li></ul><p>扫一扫在手机打开</p>"
    short = paragraphs(TEXTS[:1])
    assert read(f"{way}<h1>{TITLE}</h1>{short}{pressed}{short}{asked}{behind}") == [TITLE, TEXTS[0], TEXTS[0]]


def test_a_way_named_within_a_sentence_stays():
    assert (
        read(f"<p>{TEXTS[0]}</p><p>当前位置：请打开首页。</p>{paragraphs(LONG)}")[1]
        == "当前位置：请打开首页。"
    )


@pytest.mark.parametrize("colon", ["：", ""])
def test_a_body_of_few_characters_is_a_value_and_no_label(colon):
    cells = [("索引号", "11220033-2026-00001"), ("发文机关", "江川县水利局"), ("成文日期", "2026-03-02")]
    table = "".join(f"<tr><td>{label}{colon}</td><td>{value}</td></tr>" for label, value in cells)
    assert facts(f"<table>{table}</table><h1>{TITLE}</h1>{paragraphs(LONG)}")["issuers"] == "江川县水利局"


def test_a_byline_whose_parts_stand_in_blocks_of_their_own_is_one():
    parts = "<ul><li>日期：2026-03-05</li><li>来源：江川日报</li><li>阅读：72次</li></ul>"
    body = f"<h1>{TITLE}</h1>{parts}{paragraphs(LONG)}"
    assert read(body) == [TITLE, *LONG]
    assert facts(body) == {"published_on": "2026-03-05", "source": "江川日报"}


def test_a_byline_of_day_source_and_sizes_tells_the_day():
    line = "<p>时间：2026-03-05 09:03 来源：江川日报 字号：[ <a>大</a> <a>中</a> ]</p>"
    assert facts(f"<h1>{TITLE}</h1>{line}{paragraphs(LONG)}")["published_on"] == "2026-03-05"
