"""Orders and announcements stand above what they put out, wherever columns end."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.reading_order.announced import with_announced
from gangyao.layout.reading_order.endings import end_bits
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.orders import is_number_of_order, is_order, is_signature, puts_out
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.stage import lay_out

FRONTS = {
    "order": [
        "青山市人民政府令",
        "第12号",
        "《青山市城市绿化管理办法》已经2024年3月5日市人民政府第8次常务会议审议通过，现予公布，自2024年5月1日起施行。",
        "市长　李小明",
        "2024年3月12日",
    ],
    "announcement": [
        "青山市人民代表大会常务委员会公告",
        "（第3号）",
        "《青山市城市绿化管理办法》已由青山市第九届人民代表大会常务委员会第七次会议于2024年3月5日通过，现予公布，自2024年5月1日起施行。",
        "青山市人民代表大会常务委员会",
        "2024年3月12日",
    ],
    "notice": [
        "青山市人民政府办公室关于印发青山市城市绿化管理办法的通知",
        "各县区人民政府，市政府各部门：",
        "《青山市城市绿化管理办法》已经市政府同意，现印发给你们，请认真贯彻执行。",
        "青山市人民政府办公室",
        "2024年3月12日",
    ],
}
RULES = [
    "青山市城市绿化管理办法",
    "第一条　为了加强城市绿化管理，改善生态环境，根据有关法律、法规，结合本市实际，制定本办法。",
    "第二条　本市城市规划区内绿地的规划、建设、保护和管理，适用本办法。",
    "第三条　市园林绿化主管部门负责全市城市绿化工作，县区有关部门按照职责负责本辖区内的绿化工作。",
    "第四条　任何单位和个人不得擅自占用城市绿地；确需临时占用的，应当经主管部门同意，并按期恢复原状。",
    "第五条　违反本办法规定，擅自占用城市绿地的，由主管部门责令限期退还、恢复原状，并依法处以罚款。",
    "第六条　本办法自2024年5月1日起施行。",
]


def unit(text: str) -> Unit:
    return Unit(text, read_mark(text), is_heading=False)


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
@pytest.mark.parametrize(("line", "cut"), [(3, 20), (4, 13), (5, 30)])
def test_columns_that_changed_places_begin_with_the_front(front: list[str], line: int, cut: int):
    whole = [*front, *RULES]
    at = len(front) + line
    page = [whole[at][cut:], *whole[at + 1 :], *whole[:at], whole[at][:cut]]
    source = join_files([("page.txt", "\n".join(page).encode())])
    read = reading_text(source, lay_out(source, load_model())).text.split()
    assert "".join(read) == "".join("".join(whole).split())


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_a_page_in_order_stays_so(front: list[str]):
    source = join_files([("page.txt", "\n".join([*front, *RULES]).encode())])
    assert lay_out(source, load_model()).breaks == ()


@pytest.mark.parametrize(
    "text",
    ["青山市人民政府令", "中华人民共和国主席令", "国家林业局令第12号", "青山县人民政府令 2024年第3号"],
)
def test_whose_order_it_is(text: str):
    assert is_order(text)
    assert unit(text).opens_surely


@pytest.mark.parametrize(
    "text",
    [
        "由有关主管部门责令",
        "严格遵守法律、法令",
        "青山市人民政府令人满意",
        "夏令",
        "依照市人民政府令第12号，",
    ],
)
def test_other_lines_with_that_word(text: str):
    assert not is_order(text)


@pytest.mark.parametrize("number", ["第12号", "（第3号）", "〔九届〕第18号", "2024年第41号", "第八十四号"])
def test_its_number_stays_with_it(number: str):
    assert is_number_of_order(number, "青山市人民政府令")
    assert not is_number_of_order(number, "青山市人民政府大楼")


@pytest.mark.parametrize("text", ["市长　李小明", "主任：李小明", "中华人民共和国主席 李小明", "省长 李 明"])
def test_who_signs_opens_nothing(text: str):
    assert is_signature(text)
    assert not unit(text).opens_document(unit("现予公布。"))


@pytest.mark.parametrize("text", ["市长", "办公室主任职责", "部长：职责和分工安排如下", "青山市人民政府"])
def test_what_is_no_signature(text: str):
    assert not is_signature(text)


def test_a_sentence_that_puts_out_ends_no_document():
    assert puts_out("现予公布，自2024年5月1日起施行。")
    assert end_bits("现予公布，自2024年5月1日起施行。") == 0.0
    assert end_bits("本办法自2024年5月1日起施行。") > 0.0


def test_titles_that_are_announced():
    for front in FRONTS.values():
        noted = with_announced([unit(line) for line in (*front, *RULES)])
        assert [place for place, each in enumerate(noted) if each.is_announced] == [len(front)]


def test_a_title_below_a_front_that_was_cut():
    tail = ["法》已经市人民政府常务会议审议通过，现予公布。", "市长　李小明", "2024年3月12日"]
    noted = with_announced([unit(line) for line in (*tail, *RULES)])
    assert noted[len(tail)].is_announced
    below_a_body = with_announced([unit(line) for line in ("青山市人民政府", "2024年3月12日", *RULES)])
    assert not any(each.is_announced for each in below_a_body)
