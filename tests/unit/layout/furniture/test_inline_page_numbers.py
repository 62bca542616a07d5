"""Page numbers within lines are set aside; ranges and numbered lists are text."""

from __future__ import annotations

import pytest

from gangyao.ingest.join import join_files
from gangyao.layout.furniture.inline_page_numbers import find_inline_page_numbers
from gangyao.layout.split import split_lines


def without_numbers(text: str) -> str:
    for aside in reversed(find_inline_page_numbers(split_lines(join_files([("a.txt", text.encode())])))):
        text = text[: aside.raw_start] + text[aside.raw_end :]
    return text


@pytest.mark.parametrize("number", ["— {} —", "-{}-", " － {} － ", "第{}页共30页", " 第 {} 页，共 30 页 "])
def test_numbers_that_count_up_inside_sentences(number):
    pages = ["推广滴灌技", "术，改造低产田8万", "亩。", "支持企业建设冷", "库。\n"]
    text = pages[0]
    for count, page in enumerate(pages[1:], 11):
        text += number.format(count) + page
    assert without_numbers(text) == "".join(pages)


@pytest.mark.parametrize(
    "text",
    [
        "到2026—12—底完成，到2027—13—初验收。",  # figures before the dash
        "一是—1—完善管网，二是修路。—9—三是植树。",  # no sequence
        "- 1 - 完善管网。\n- 2 - 修路。\n",  # a list
        "推广转— 12 —化率。",  # one alone may be anything
        "详见第12页，详见第13页。",
        "据附件第3页共12页所列核减，据附件第5页共12页所列核增。",
        "云农·12·粮仓、云农·13·水渠、云农·14·道路由县农业农村局牵头。",
    ],
)
def test_other_numbers_between_dashes_stay(text):
    assert without_numbers(text) == text
