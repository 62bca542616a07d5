import pytest

from gangyao.chinese.dates import find_roc_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("至民國116年底，完成雙軌化。", [2027]),
        ("民国57年改隶台北市，以民國125年為目標年。", [1968, 2036]),
        ("中華民國一百一十三年三月", [2024]),
        ("自114年度起逐年增加，118年達5億元。", [2025, 2029]),
        ("自民國114年起，於115年12月31日前完成。", [2025, 2026]),
        ("為期118年，保固120年。", []),
        ("到2027年，投资118万元。", []),
        ("民國113年度預算，工期113天。", [2024]),
    ],
)
def test_years_of_the_republic(text, years):
    assert [found.year for found in find_roc_years(text)] == years


def test_a_document_that_counts_so_is_believed():
    (found,) = find_roc_years("應於115年12月31日前完成。", is_roc=True)

    assert (found.start, found.end, found.year) == (2, 6, 2026)
    assert not find_roc_years("應於115年12月31日前完成。")
