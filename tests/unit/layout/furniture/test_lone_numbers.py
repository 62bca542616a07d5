"""The number of a newspaper page between columns of prose, and numbers that are something else."""

import pytest

from gangyao.layout.furniture.lone_numbers import find_lone_numbers

PROSE = [
    "建设一批示范项目，带动社会投资",
    "完善监测预警体系，及时处置突发情况。",
    "推进数据共享，打造智慧平台",
]


def lone(texts):
    return [
        text for text, flag in zip(texts, find_lone_numbers(texts, [False] * len(texts)), strict=True) if flag
    ]


def test_the_number_of_the_page_between_columns_is_found():
    assert lone([PROSE[0], "11", "", PROSE[1], "11", PROSE[2]]) == ["11", "11"]


def test_it_may_stand_first_or_last():
    assert lone(["", "A03", PROSE[0], PROSE[1]]) == ["A03"]
    assert lone([PROSE[0], PROSE[1], "7"]) == ["7"]


@pytest.mark.parametrize(
    "texts",
    [
        [PROSE[0], "2", PROSE[1], "3", PROSE[2]],
        [PROSE[0], "1", PROSE[1]],
        ["指标", "11", "万人"],
        [PROSE[0], "11", "万人"],
        [PROSE[0], "2035", PROSE[1]],
        ["11"],
        [PROSE[0], "46", ".住院医师首次参加考试，通过率为", PROSE[1]],
        [PROSE[0], "20", "25年是规划收官之年，要抓好落实。", PROSE[1]],
        [PROSE[0], "5", PROSE[1], "％以上，城乡差距继续缩小。"],
        [PROSE[0], "全年新培育科技型中小企业300", "0"],
    ],
)
def test_numbers_in_series_or_beside_short_lines_are_not(texts):
    assert lone(texts) == []


def test_a_number_on_several_lines_is_not_what_a_column_was_cut_after():
    texts = ["11", "％，企业五十五家、", PROSE[0], "11", PROSE[1], PROSE[2]]
    assert lone(texts) == ["11", "11"]
    assert lone(["20", *PROSE, "20", "25年是规划收官之年，要抓好落实。"]) == []


def test_lines_that_are_set_aside_are_not_looked_at():
    texts = [PROSE[0], "（下转第五版）", "11", PROSE[1]]
    assert find_lone_numbers(texts, [False, True, False, False]) == [False, False, True, False]


def test_a_column_that_was_cut_may_be_short_beside_it():
    assert lone([PROSE[1], "关", "11", PROSE[0], PROSE[2]]) == ["11"]
    assert lone([PROSE[1], PROSE[0], "11", "返贫致贫。", PROSE[2]]) == ["11"]


def test_numbers_that_count_pages():
    whole = [f"{text.rstrip('。')}。" for text in PROSE]
    assert lone([PROSE[0], "1", PROSE[2], "2", PROSE[0], "3", PROSE[1]]) == ["1", "2", "3"]
    assert lone([whole[0], whole[1], "12", whole[2], whole[0], "13", whole[1]]) == ["12", "13"]
    assert lone([whole[0], "3", whole[1], "4", whole[2], "5", whole[0]]) == []
    assert lone([whole[0], whole[1], "12", whole[2], whole[0], "14", whole[1]]) == []


def test_a_figure_that_its_sentence_asks_for_is_no_page():
    assert lone(["粮食产量稳定在", "20", "万吨以上，种植结构更加优化。"]) == []


def test_every_fifth_line_has_its_number() -> None:
    prose = ["推进停车设施建设，新增停车泊位，完善管理机制，"] * 5
    texts = [*prose, "5", *prose, "10", *prose, "15", *prose]
    assert [n for n, flag in enumerate(find_lone_numbers(texts, [False] * len(texts))) if flag] == [5, 11, 17]
    uneven = [*prose, "5", *prose[:1], "10", *prose]
    assert not any(find_lone_numbers(uneven, [False] * len(uneven)))
