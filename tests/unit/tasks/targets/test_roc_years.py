import pytest

from gangyao.chinese.dates import counts_from_roc
from gangyao.tasks.targets.roc_years import find_roc


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("至民国116年底，完成铁路双轨化。", [("至民国116年底", 2027)]),
        ("自114年度起，逐年增加补助，118年达新台币5亿元。", [("118年", 2029)]),
        ("民国115年12月31日前完成拓宽工程。", [("民国115年12月31日前", 2026)]),
        ("本区于民国57年改隶台北市。", [("于民国57年", 1968)]),
        ("建设周期为118年。", []),
    ],
)
def test_deadlines_in_years_of_the_republic(text, found):
    assert [(text[one.start : one.end], one.year) for one in find_roc(text)[0]] == found


def test_a_year_that_something_begins_is_no_deadline_but_a_year():
    deadlines, years = find_roc("自114年度起增加补助。")

    assert deadlines == []
    assert [year.year for year in years] == [2025]


def test_bare_years_of_a_document_that_counts_so():
    text = "兴建社会住宅，于116年底前完工3,500户。"
    assert [(text[one.start : one.end], one.year) for one in find_roc(text, True)[0]] == [
        ("于116年底前", 2027)
    ]
    assert find_roc(text)[0] == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("114年度施政計畫", True),
        ("民國113年核定", True),
        ("民国18年建校，至今100年，", False),
        ("建党100年。", False),
    ],
)
def test_what_document_counts_from_the_republic(text: str, counts: bool):
    assert counts_from_roc(text) is counts
