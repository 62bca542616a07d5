"""Where documents begin and end, and what follows from it for the order in which a page is read."""

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.reading_order.document_ends import may_begin_document
from gangyao.layout.reading_order.document_heads import is_in_speech_head, is_in_title
from gangyao.layout.reading_order.endings import end_bits
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.units import Unit, has_annex, with_customs
from gangyao.layout.stage import lay_out

TITLE = "青山县人民政府关于促进乡村旅游发展的意见"
BODY = (
    "为加快发展乡村旅游，促进农民增收，现提出以下意见。",
    "一、优化空间布局。依托山水田园资源，建设一批乡村旅游重点村，完善停车场、游客中心等配套设施，提升接待能力。",
    "二、丰富产品供给。支持农户发展民宿和采摘园，办好农民丰收节，推动农耕文化与旅游融合发展，延长游客停留时间。",
    "三、加强组织保障。各乡镇要落实主体责任，县文化和旅游局要会同有关部门加强督促检查，及时总结推广好的做法。",
    "本意见自2024年5月1日起施行。",
)


def unit(text: str, *, is_heading: bool = False) -> Unit:
    return Unit(text, read_mark(text), is_heading)


def reading_of(*lines: str) -> list[str]:
    source = join_files([("page.txt", "\n".join(lines).encode())])
    return reading_text(source, lay_out(source, load_model())).text.split()


@pytest.mark.parametrize(
    ("line", "least"),
    [
        ("让我们更加紧密地团结起来，坚定信心，埋头苦干，奋力谱写新篇章，为实现目标作出更大贡献。", 6.0),
        ("要坚定信心，砥砺前行，团结协作，努力完成任务。", 3.0),
        ("而努力奋斗。（《青山日报》2024年1月20日第2版）", 6.0),
        ("本办法自2024年5月1日起施行。", 6.0),
    ],
)
def test_what_documents_end_with(line, least):
    assert end_bits(line) >= least


@pytest.mark.parametrize(
    "line", ["努力改善人居环境。", "加强水质监测，建设生态缓冲带。", "对同志们的支持表示衷心感谢！"]
)
def test_what_stands_in_their_midst(line):
    assert end_bits(line) == 0.0


def test_a_long_line_is_read_from_its_end_only():
    assert end_bits("，推进治理" * 100_000) == 0.0


@pytest.mark.parametrize(
    "line",
    ["各位代表：", "现在，我代表县人民政府，向大会报告工作，请予审议。", TITLE, "2024年青山县政府工作报告"],
)
def test_what_only_documents_begin_with(line):
    assert unit(line).opens_surely
    assert unit(line).opens_document(unit("加强督促检查。"))


@pytest.mark.parametrize(
    "line", ["关于县城综合整治的汇报", "，改善人居环境", "（二）乡村旅游发展规划", "各位代表！"]
)
def test_what_others_begin_with_too(line):
    assert not unit(line).opens_surely


def test_lines_of_one_title():
    lines = ["青山县人民政府关于进一步推进", "乡村公路和水利设施", "养护管理工作的意见", "各乡镇人民政府："]
    units = [unit(line) for line in lines]
    assert [is_in_title(units, cut) for cut in (1, 2, 3)] == [True, True, False]


def test_lines_of_a_title_after_the_end_of_a_dispatch():
    units = [unit(line) for line in ("（此件公开发布）", "小型水库日常巡查", "和养护管理办法")]
    assert is_in_title(units, 2)


def test_lines_between_the_title_of_a_speech_and_its_address():
    lines = [
        "2024年青山县政府工作报告",
        "（2024年1月15日）",
        "县长 李小明",
        "各位代表：",
        "现在，我代表县人民政府报告工作。",
    ]
    units = [unit(line) for line in lines]
    assert [is_in_speech_head(units, cut) for cut in (1, 2, 3, 4)] == [True, True, True, False]


def test_what_stands_before_an_address_without_a_title():
    units = [unit(line) for line in ("建设一批口袋公园，方便群众。", "县长 李小明", "各位代表：")]
    assert not any(is_in_speech_head(units, cut) for cut in (1, 2))


def test_what_begins_no_document():
    lines = [
        "加强流域治理，推动",
        "水上运动和休闲旅游",
        "二、主要任务",
        "一、总体要求",
        "2024年青山县政府工作报告",
    ]
    units = [Unit(line, read_mark(line), False, goes_on=place == 1) for place, line in enumerate(lines)]
    assert [may_begin_document(units, place) for place in range(5)] == [True, False, False, True, True]


def test_an_item_that_breaks_off_among_others_that_do_not():
    items = [f"（{number}）加强巡查，及时处置隐患。" for number in "一二三四五六"]
    units = with_customs([unit(text, is_heading=True) for text in (*items, "（七）建立健全管护")])
    assert [each.is_cut for each in units] == [False] * 6 + [True]


def test_titles_of_items_are_not_cut():
    items = [f"（{number}）加强巡查" for number in "一二三四五六七"]
    assert not any(each.is_cut for each in with_customs([unit(text, is_heading=True) for text in items]))


# Behind 丰收节， alone, 为加快发展乡村旅游 fits as well as 推动农耕文化 does.
@pytest.mark.parametrize("cut", [12, 21, 28, 33, 41])
def test_two_columns_that_changed_places_begin_with_the_title(cut):
    left, right = BODY[2][:cut], BODY[2][cut:]
    page = [right, *BODY[3:], TITLE, *BODY[:2], left]
    assert "".join(reading_of(*page)) == "".join([TITLE, *BODY])


def test_an_excerpt_cut_at_both_ends_stays_as_it_is():
    page = ["设施，提升接待能力。", *BODY[2:4], "乡村旅游重点村评定工作", *BODY[:1], BODY[1][:25]]
    assert reading_of(*page) == page


def test_a_year_heads_sections_too() -> None:
    assert not unit("2025年工作安排建议").tells_issuer
    assert unit("2025年政府工作报告").tells_issuer
    assert unit("青山县人民政府").tells_issuer


@pytest.mark.parametrize("label", ["附：", "附", "附件：", "附件1", "附表二", "注释"])
def test_what_follows_the_end_is_told_by_its_label(label):
    assert has_annex([unit("本办法自2024年5月1日起施行。"), unit(label)])


@pytest.mark.parametrize("line", ["附近的居民", "附加费用由村民委员会承担。"])
def test_a_line_that_only_begins_like_such_a_label_is_none(line):
    assert not has_annex([unit(line)])


def test_an_article_that_is_cited_at_the_beginning_of_a_line_is_no_heading():
    articles = [f"第{numeral}条　县人民政府应当加强乡村旅游的管理。" for numeral in "一二三四五六"]
    cited = with_customs([unit(text) for text in [*articles, "第四条规定的，由县人民政府批准。", "第七条"]])
    assert [one.mark is None for one in cited] == [*[False] * 6, True, False]


def test_articles_without_a_space_are_headings_where_they_are_usual():
    articles = [f"第{numeral}条县人民政府应当加强乡村旅游的管理。" for numeral in "一二三四五六"]
    assert all(one.mark is not None for one in with_customs([unit(text) for text in articles]))
