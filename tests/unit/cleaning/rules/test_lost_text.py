from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.cleaning.character_classes import scan
from gangyao.cleaning.rule_tables import load_rules
from gangyao.cleaning.rules.mojibake import find_mojibake
from tests.property_tests import examples

MISTAKES = (("gb18030", "latin-1"), ("utf-8", "latin-1"), ("big5", "latin-1"), ("utf-8", "gb18030"))
SENTENCE = "加快建设成都都市圈，推进基础设施互联互通。"


def undone(text, rules):
    for edit in reversed(find_mojibake(scan(text, rules.kinds), rules.official).edits):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        (SENTENCE, "gb18030", "latin-1"),
        (SENTENCE, "utf-8", "latin-1"),
        ("优化营商环境", "utf-8", "gb18030"),
        ("加強基礎建設，推動產業發展", "big5", "latin-1"),
    ],
)
def test_what_encoding_back_proves_is_undone(rules, sentence, right, wrong):
    assert undone(f"2007{sentence.encode(right).decode(wrong)}", rules) == f"2007{sentence}"


def test_bytes_that_windows_prints_otherwise_are_undone_too(rules):
    printed = "".join(
        byte.decode("cp1252", "ignore") or byte.decode("latin-1")
        for byte in (bytes([number]) for number in SENTENCE.encode())
    )

    assert undone(printed, rules) == SENTENCE


def test_a_file_of_gbk_read_as_latin(cleaning):
    raw = "2007Äê ÈÕ±¾ °ä ²¼ ¡¶º£Ñó »ù ±¾ ·¨ ¡·\nÒ»¡¢×ÜÌåÒªÇó\n¼Ó¿ì½¨Éè³É¶¼¶¼ÊÐÈ¦¡£\n"
    cleaned = cleaning(raw)

    assert "《海洋基本法》" in cleaned.text
    assert "一、总体要求" in cleaned.text
    assert "加快建设成都都市圈。" in cleaned.text
    assert all(change.rule.startswith("mojibake") for change in cleaned.corrections)


def test_what_proves_nothing_is_doubted_whole_and_left_alone(cleaning):
    raw = "推进ÒÐÈÏ×ÅÄÑÂþÂ×ÉÏ·½·¨µ工作。"
    cleaned = cleaning(raw.replace("µ", "\u0081"))

    (suspect,) = [suspect for suspect in cleaned.suspects if suspect.detector == "mojibake"]
    assert suspect.text.startswith("ÒÐÈÏ")
    assert suspect.suggestion is None
    assert "×ÅÄÑ" in cleaned.text


@pytest.mark.parametrize(
    "text",
    ["引进Citroën和Nestlé企业，气温25℃，面积3×5米。", "γ射线±5％，São Paulo和Málaga友好城市。", SENTENCE],
)
def test_words_of_other_languages_are_not_touched(rules, text):
    found = find_mojibake(scan(text, rules.kinds), rules.official)

    assert not found.edits
    assert not found.doubts


@examples(80)
@given(st.text(alphabet="加快Äê¡¶é ab1\u0085—锛銆", max_size=40))
def test_an_edit_gives_back_what_is_printed(text):
    rules = load_rules(Path("seeds/lexicon"))
    for edit in find_mojibake(scan(text, rules.kinds), rules.official).edits:
        printed = text[edit.start : edit.end].encode("utf-8")
        readings = [edit.after.encode(right).decode(wrong, "replace") for right, wrong in MISTAKES]
        assert printed.decode() in readings


def test_tokens_of_lost_glyphs_are_doubted_one_by_one(cleaning):
    cleaned = cleaning("加强(cid:1234)(cid:567)层治理，GLYPH<c=12,font=/ABCDEE+SimSun>完善锟斤拷锟斤拷体系。")

    found = [suspect for suspect in cleaned.suspects if suspect.detector == "lost_glyph"]
    assert [suspect.text for suspect in found] == [
        "(cid:1234)", "(cid:567)", "GLYPH<c=12,font=/ABCDEE+SimSun>", "锟斤拷锟斤拷",
    ]  # fmt: skip
    assert all(suspect.suggestion is None and suspect.score == 1 for suspect in found)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("加强□础设施建设。", ["□"]),
        ("加强基础设施建设，□高服务水平。", ["□"]),
        ("加强■■设施建设，完善〓务体系。", ["■■", "〓"]),
        ("加强基础设\ufffc建设。", ["\ufffc"]),
        ("新建学校□2所。", ["□"]),
        ("申请人性别：男□女□", []),
        ("是否公开：□是□否", []),
        ("加强□础□施建设，提高水平。", ["□", "□"]),
        ("□本人已阅读并同意", []),
        ("■重点项目", []),
    ],
)
def test_a_box_inside_a_clause_is_a_lost_character(cleaning, text, lost):
    cleaned = cleaning(text)

    assert [one.text for one in cleaned.suspects if one.detector == "lost_glyph"] == lost
    assert cleaned.text == text


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("加强城市f管理，提高服务水平。", ["f"]),
        ("推进基础设施l建设，完善社会J保障体系。", ["l", "J"]),
        ("强化质量tr监管。", ["tr"]),
        ("行程km长。", []),
        ("新增A股上市企业，实施B类项目，建设V形通道，配备X光机。", []),
        ("X公司起诉后，法院判决X公司赔偿。", []),
        ("推广浙江e港通平台。", []),
        ("由N种模式组成。", []),
        ("使用补偿系数n不得高于规定。", []),
        ("推进PPP项目和5G网络建设。", []),
    ],
)
def test_a_stray_letter_between_chinese_words_is_doubted(cleaning, text, stray):
    cleaned = cleaning(text)

    assert [(one.text, one.suggestion) for one in cleaned.suspects if one.detector == "foreign"] == [
        (letter, "") for letter in stray
    ]
    assert cleaned.text == text


def test_a_letter_in_place_of_a_digit_of_its_shape_is_doubted(cleaning):
    cleaned = cleaning("本办法自2024年1月l日起施行，处违法所得l倍以上罚款。".replace("得l", "得I"))

    assert [(one.text, one.suggestion) for one in cleaned.suspects] == [("l", "1"), ("I", "1")]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("国办发[2015〕3号文件", "国办发〔2015〕3号文件"),
        ("国办发（2015〕3号文件", "国办发〔2015〕3号文件"),
        ("国办发[2015]3号文件", "国办发[2015]3号文件"),
    ],
)
def test_brackets_of_two_kinds_round_a_year_are_those_of_document_numbers(cleaning, raw, text):
    assert cleaning(raw).text == text


def test_a_token_that_names_its_character_is_that_character(cleaning):
    cleaned = cleaning("（一）/uni00A0健全/uni673A/uni5236。")

    assert cleaned.text == "（一）健全机制。"
    assert not cleaned.suspects


def test_paths_are_no_glyphs(cleaning):
    assert not cleaning("网址为www.a.cn/g12。").suspects


@pytest.mark.parametrize(
    ("raw", "doubted"),
    [
        ("推进应急广播建设，" * 9 + "推进应急广播建设。", "推进应急广播建设，" * 8 + "推进应急广播建设。"),
        ("建设公园，修复湿地，" * 3 + "完善设施。", "建设公园，修复湿地，" * 2),
    ],
)
def test_a_loop_of_recognition_is_doubted_after_its_first_copy(cleaning, raw, doubted):
    (suspect,) = [suspect for suspect in cleaning(raw).suspects if suspect.detector == "loop"]

    assert suspect.text == doubted


@pytest.mark.parametrize("raw", ["我们要奋斗，要奋斗，要奋斗。", "建设公园，建设公园，修复湿地。"])
def test_two_copies_or_short_ones_are_no_loop(cleaning, raw):
    assert not [suspect for suspect in cleaning(raw).suspects if suspect.detector == "loop"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("根据国办发„2009‟3号精神。", "根据国办发〔2009〕3号精神。"),
        ("根据湘政办发“2009”24号精神。", "根据湘政办发〔2009〕24号精神。"),
        ("推进“2009”计划。", "推进“2009”计划。"),
        ("根据国办发(2009)3号精神。", "根据国办发(2009)3号精神。"),
    ],
)
def test_brackets_of_years(cleaning, raw, text):
    assert cleaning(raw).text == text


SPACED = "五年来，生产总值2 0 0 7 年达到3 5 6 1 8 亿元，增长1 2 .5％。棉花2 8 3 4 0 万吨，新增6 0 0 万人。"


def test_digits_are_joined_where_all_are_printed_apart(cleaning):
    cleaned = cleaning(SPACED)

    assert cleaned.text == "五年来，生产总值2007年达到35618亿元，增长12.5%。棉花28340万吨，新增600万人。"
    assert not cleaned.suspects


def test_one_number_apart_is_no_habit(cleaning):
    cleaned = cleaning("全市投资2007年达到3561亿元，工期3 5个月。")

    assert "3 5个月" in cleaned.text or cleaned.suspects


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("建设粮仓1，200座。", "建设粮仓1,200座。"),
        ("培训农民3，000人次。", "培训农民3,000人次。"),
        ("投资1 500万元。", "投资1500万元。"),
        ("共提供3 200個單位。", "共提供3200个单位。"),
        ("工期压缩至3至5年，新增床位1500~2000张。", None),
        ("第1，200座城市。", "第1，200座城市。"),
    ],
)
def test_numbers_in_groups_keep_their_value(cleaning, raw, text):
    assert cleaning(raw).text == (text or raw).replace("~", "～" if "～" in cleaning(raw).text else "~")


def test_a_question_mark_that_asks_nothing_is_a_lost_character(cleaning):
    cleaned = cleaning("加快建设现代?产业体系，推动发展。这样做对吗?我们认为对。")
    assert [(one.text, one.suggestion, one.detector) for one in cleaned.suspects] == [
        ("?", None, "lost_glyph")
    ]
    assert cleaned.text == "加快建设现代?产业体系，推动发展。这样做对吗？我们认为对。"
