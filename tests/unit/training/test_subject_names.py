"""Which words and ends tell who acts. All sentences are invented."""

from __future__ import annotations

from training.subject_names import asked_in, fit, odds_of_words


def test_names_right_before_a_duty() -> None:
    lines = ["第一条　供水企业应当制定方案，用水户不得私自取水；管网标准应符合规定。"]
    assert list(asked_in(lines)) == [
        ("供水企业", "应当", "制定"),
        ("用水户", "不得", "私自"),
        ("管网标准", "应", "符合"),
    ]


def test_an_end_is_known_by_what_it_is_asked_to_do() -> None:
    names = "甲乙丙丁戊己"
    asked = {(f"{one}企业", "应当", word): True for one in names for word in ("制定", "报告")}
    asked |= {(f"{one}标准", "应当", word): False for one in names for word in ("符合", "载明")}
    asked |= {(f"{one}水户", "应当", "制定"): False for one in names}
    words = odds_of_words(asked)
    assert words["制定"] > words["符合"]
    ends = fit(asked)["ends"]
    assert isinstance(ends, dict)
    assert ends["水户"] > ends["标准"]
