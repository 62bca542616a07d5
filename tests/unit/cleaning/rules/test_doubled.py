import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.cleaning.character_classes import scan
from gangyao.cleaning.rules.doubled import find_doubled, find_doubled_in_each


def doubts(text, rules):
    return [
        (text[doubt.start : doubt.end], doubt.suggestion, doubt.score)
        for doubt in find_doubled(scan(text, rules.kinds), rules.lexicon, rules.official).doubts
    ]


@pytest.mark.parametrize(
    "text",
    [
        "让家家户户用上清洁能源，明明白白消费，轰轰烈烈开展爱国卫生运动。",
        "完善体制机制制度，优化生产产品结构，落实各司司长、各处处长责任制。",
        "治理大气气味扰民，保护区区域内严禁开发，控股股东不得占用资金金额。",
        "建设成都都市圈，保护饮用水水源地，引进中国国际人才，关爱疾病病人。",
        "一代一代人接力，把实事一件一件办好。",
        "淘汰含六六六的药剂，落实九九九服务承诺。",
    ],
)
def test_words_that_meet_are_no_doublings(rules, text):
    assert doubts(text, rules) == []


@pytest.mark.parametrize(
    ("text", "doubled", "single"),
    [
        ("加快推进基础设施施互联互通。", "施施", "施"),
        ("充分发挥协助协助机制作用。", "协助协助", "协助"),
        ("改善生态环境环境质量。", "环境环境", "环境"),
    ],
)
def test_what_was_printed_twice_is_doubted(rules, text, doubled, single):
    ((printed, suggestion, score),) = doubts(text, rules)

    assert (printed, suggestion) == (doubled, single)
    assert 0.12 <= score <= 1


WORDS = st.sampled_from(("推进", "进", "成都", "都市圈", "基础设施", "施", "协助", "，", "\n", "家"))


@given(st.lists(st.lists(WORDS, max_size=8).map("".join), max_size=4))
def test_many_texts_at_once_as_each_alone(rules, texts):
    scans = [scan(text, rules.kinds) for text in texts]

    found = find_doubled_in_each(scans, rules.lexicon, rules.official)

    assert found == [find_doubled(one, rules.lexicon, rules.official) for one in scans]
