"""Dashes and strokes are numbers where those around them count so; whole runs printed twice are read once."""

from __future__ import annotations

import pytest

from gangyao.cleaning.character_classes import scan
from gangyao.cleaning.rules.doubled_runs import find_doubled_runs
from gangyao.cleaning.rules.list_numbers import find_list_numbers
from gangyao.cleaning.rules.markdown import find_markdown
from gangyao.cleaning.rules.script_digits import find_script_digits


def made(text, findings):
    for edit in reversed(findings.edits):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("—、总则\n二、任务", "一、总则\n二、任务"),
        ("一·总则\n甲。\n二、任务\n三〉保障", "一、总则\n甲。\n二、任务\n三、保障"),
        ("C一）甲。\nC二）乙。\n《一》丙\n《二》丁", "（一）甲。\n（二）乙。\n（一）丙\n（二）丁"),
        ("《一》甲\n《二》乙\n《一》丙\n《二》丁", "（一）甲\n（二）乙\n（一）丙\n（二）丁"),
        ("（-）网络。\n（二）数据。", "（一）网络。\n（二）数据。"),
        ("十、甲\n十－、乙\n十二、丙", "十、甲\n十一、乙\n十二、丙"),
        ("l.甲\n2.乙", "1.甲\n2.乙"),
        ("ー、甲\nニ、乙\n三、丙", "一、甲\n二、乙\n三、丙"),
        ("ㄧ、甲\n二、乙\n（ㄧ）丙\n（二）丁", "一、甲\n二、乙\n（一）丙\n（二）丁"),
        ("（ー）甲\n（ニ）乙\n三、丙", "（一）甲\n（二）乙\n三、丙"),
        ("第—章 总则\n第二十—条 甲", "第一章 总则\n第二十一条 甲"),
        ("（l）甲\n（2）乙", "（1）甲\n（2）乙"),
        ("一，总体要求\n甲。\n二.任务\n三，保障", "一、总体要求\n甲。\n二.任务\n三、保障"),
    ],
)
def test_numbers_of_headings(rules, printed, right):
    assert made(printed, find_list_numbers(scan(printed, rules.kinds))) == right


@pytest.mark.parametrize(
    "text",
    [
        "—、甲\n三、乙",
        "《一》甲\n《三》乙",
        "C一）甲",
        "ニ、甲\n四、乙",
        "I.甲\nII.乙",
        "——、甲\n——、乙",
        "- 甲",
        "第三—五条",
        "一，加强领导，压实责任。\n二，强化考核。",
        "一，总则\n三，附则",
    ],
)
def test_marks_that_no_number_follows_stay(rules, text):
    assert find_list_numbers(scan(text, rules.kinds)).edits == []


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("一一、、总总体体要要求求", "一、总体要求"),
        ("（（二二））建建设设粮粮仓仓。到2027年，建成3座。", "（二）建设粮仓。到2027年，建成3座。"),
        ("三三、、保保障障措措施施\n附附件件", "三、保障措施\n附件"),
        ("一一一一、、、、压压压压实实实实责责责责任任任任", "一、压实责任"),
        ("二二二、、、加加加强强强值值值守守守", "二、加强值守"),
        ("第第二二章章 总总体体思思路路\n到22002255年年，建成3座。", "第二章 总体思路\n到2025年，建成3座。"),
        # A line that was set far in: with each pair of blanks the ways to divide them would double.
        (f"一一、、总总体体要要求求\n{' ' * 200}甲", f"一、总体要求\n{' ' * 200}甲"),
        ("第一章第一章 总则总则\n甲。\n第二章第二章 任务任务", "第一章 总则\n甲。\n第二章 任务"),
    ],
)
def test_runs_printed_twice(rules, model, printed, right):
    assert made(printed, find_doubled_runs(scan(printed, rules.kinds), model)) == right


@pytest.mark.parametrize("text", ["家家户户明明白白消费", "高高兴兴快快乐乐", "…………————", "1100000000"])
def test_words_that_are_built_so_stay(rules, model, text):
    assert find_doubled_runs(scan(text, rules.kinds), model).edits == []


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("## 一、保障\n\n- • 强化资金保障。\n", "## 一、保障\n\n强化资金保障。\n"),
        ("- 第一条 甲。\n一份报告。\n", "- 第一条 甲。\n一份报告。\n"),
    ],
)
def test_bullets_that_a_converter_put_before_others(rules, printed, right):
    assert made(printed, find_markdown(scan(printed, rules.kinds))) == right


def test_the_mark_of_a_note_is_no_digit_of_the_number_behind_it(rules):
    text = "引进人才²3000名。\n²指省级人才计划入选者。"
    assert find_script_digits(scan(text, rules.kinds)).edits == []
    assert made("建成10²3家。", find_script_digits(scan("建成10²3家。", rules.kinds))) == "建成1023家。"
