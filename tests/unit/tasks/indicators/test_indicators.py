"""What figures measure; all sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.figures import Indicator, Measured
from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.grammar import Grammar, load_grammar
from gangyao.tasks.indicators.base_units import BASE, counter_of, to_base
from gangyao.tasks.indicators.money import money_part
from gangyao.tasks.indicators.read import measured
from gangyao.tasks.targets.read import read_targets


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return load_grammar(lexicon_of(SEEDS))


def read(text: str, grammar: Grammar) -> list[Measured]:
    return [
        measured(target, text, grammar.indicators)
        for target in read_targets(text, grammar.targets)
        if target.kind != "deadline"
    ]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("地区生产总值增长5%左右。", Indicator("地区生产总值", None, "growth", "%")),
        ("重点项目完成年度投资750亿元。", Indicator("项目投资", "重点", "level", "CNY")),
        ("全省规上工业增加值增长6%以上。", Indicator("规模以上工业增加值", None, "growth", "%")),
        ("劳动力平均受教育年限达到14.2年。", Indicator("劳动力平均受教育年限", None, "level", "year")),
        ("人口自然增长率下降到1%。", Indicator("人口自然增长率", None, "share", "%")),
        ("经济增长5%左右。", Indicator("地区生产总值", None, "growth", "%")),
        ("城镇新增就业60万人以上。", Indicator("城镇新增就业", None, "increase", "person")),
        ("常住人口城镇化率提高到68%。", Indicator("常住人口城镇化率", None, "share", "%")),
        ("粮食产量稳定在700亿斤以上。", Indicator("粮食产量", None, "level", "kg")),
        ("民营经济增加值增长6%。", Indicator("增加值", "民营经济", "growth", "%")),
        ("高新技术企业数量达到1200家。", Indicator("高新技术企业", None, "level", "1")),
        ("“和美庭院”达到300个。", Indicator("和美庭院", None, "level", "1")),
        ("“一村一品”专业村达到300个。", Indicator("“一村一品”专业村", None, "level", "1")),
        ("办理省人大代表建议1004件。", Indicator("省人大代表建议", None, "level", "1")),
        ("制定、修改政府规章12件。", Indicator("政府规章", None, "level", "1")),
        ("157项改革任务有序推进。", Indicator("改革任务", None, "level", "1")),
        ("12个创新团队获国家科学技术奖。", Indicator("创新团队", None, "level", "1")),
        ("国家级绿色工厂达到170家。", Indicator("绿色工厂", "国家级", "level", "1")),
        ("电子信息产业增速超20%。", Indicator("电子信息产业", None, "growth", "%")),
        ("耕地安全利用率保持100%。", Indicator("耕地安全利用率", None, "share", "%")),
        ("新建5G基站1.1万个。", Indicator("5G基站", None, "increase", "1")),
        ("新建和改造提升高标准农田800万亩。", Indicator("高标准农田", None, None, "m2")),
        # One indicator under two names is one.
        ("规上工业企业营收增长8%。", Indicator("营业收入", "规模以上工业企业", "growth", "%")),
        ("R&D经费支出占GDP比重达到3%。", Indicator("研究与试验发展经费投入强度", None, "share", "%")),
        (
            "全社会研发经费支出占地区生产总值的比重达到3%。",
            Indicator("研究与试验发展经费投入强度", None, "share", "%"),
        ),
        ("城镇调查失业率均值5.2%。", Indicator("城镇调查失业率", None, "share", "%")),
        ("国考断面水质优良比例达到90%。", Indicator("地表水优良水质断面比例", None, "share", "%")),
        ("光伏装机规模达到500万千瓦。", Indicator("发电装机容量", "光伏", "level", "W")),
        (
            "数字经济核心产业增加值占GDP的比例达到12%。",
            Indicator("数字经济核心产业增加值占地区生产总值比重", None, "share", "%"),
        ),
        ("国家先进制造业集群达到5个。", Indicator("先进制造业集群", "国家级", "level", "1")),
        ("国家级先进制造业集群达到5个。", Indicator("先进制造业集群", "国家级", "level", "1")),
        ("新认定高新技术企业200家。", Indicator("高新技术企业", None, "increase", "1")),
        ("惠及经营主体20万户。", Indicator("经营主体", "惠及", "level", "1")),
        ("城镇常住居民人均可支配收入增长5%。", Indicator("居民人均可支配收入", "城镇", "growth", "%")),
        ("农民收入增长7%。", Indicator("居民人均可支配收入", "农村", "growth", "%")),
        ("居民人均可支配收入增长6%。", Indicator("居民人均可支配收入", None, "growth", "%")),
        ("农业总产值增长4%。", Indicator("总产值", "农业", "growth", "%")),
        ("公路通车总里程达到8000公里。", Indicator("公路通车里程", None, "level", "m")),
        ("城镇化率提高1.2个百分点。", Indicator("常住人口城镇化率", None, "increase", "percentage point")),
    ],
)
def test_names_that_statistics_use(text: str, indicator: Indicator, grammar: Grammar) -> None:
    assert read(text, grammar)[0].indicator == indicator


def test_what_is_new_is_so_to_the_end_of_its_list(grammar: Grammar) -> None:
    text = "新增国家制造业创新中心2家、国家级制造业单项冠军企业60家、超级能效工厂8家、绿色工业园区21个。"
    assert {one.indicator.measure for one in read(text, grammar) if one.indicator} == {"increase"}


def test_two_figures_share_a_name_of_towns_and_villages(grammar: Grammar) -> None:
    scopes = [
        one.indicator and one.indicator.scope for one in read("城乡居民收入分别增长5%、7%左右。", grammar)
    ]
    assert scopes == ["城镇", "农村"]
    (both,) = read("城乡居民收入增长6%。", grammar)
    assert both.indicator is not None
    assert both.indicator.scope is None


def test_a_whole_is_of_what_was_named_before(grammar: Grammar) -> None:
    text = "新增龙头企业16家、总数达到98家。"
    targets = read_targets(text, grammar.targets)
    first = measured(targets[0], text, grammar.indicators).indicator
    whole = measured(targets[1], text, grammar.indicators, first).indicator
    assert first == Indicator("龙头企业", None, "increase", "1")
    assert whole == Indicator("龙头企业", None, "level", "1")


def test_a_speed_is_of_what_was_named_before(grammar: Grammar) -> None:
    text = "社会消费品零售总额完成1.48亿元，增速7.6%。"
    level, speed = read_targets(text, grammar.targets)
    before = measured(level, text, grammar.indicators).indicator
    assert measured(speed, text, grammar.indicators, before).indicator == Indicator(
        "社会消费品零售总额", None, "growth", "%"
    )


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("设立1000亿元促内需专项资金。", "促内需专项资金", "spending"),
        ("投放200亿元民营企业专项贷款。", "民营企业专项贷款", "loan"),
        ("开工建设10亿元以上重大产业项目26个。", None, None),
    ],
)
def test_a_sum_is_of_the_fund_behind_it(
    text: str, name: str | None, part: str | None, grammar: Grammar
) -> None:
    first = read(text, grammar)[0]
    assert (first.indicator and first.indicator.name, first.money) == (name, part)


def test_a_word_for_anything_is_no_indicator(grammar: Grammar) -> None:
    assert read("实施项目2113个。", grammar)[0].indicator is None
    assert read("完成投资500亿元。", grammar)[0].indicator is None


def test_what_is_added_is_not_what_there_is(grammar: Grammar) -> None:
    added = read("新增新能源装机1亿千瓦。", grammar)[0].indicator
    there = read("新能源装机达到1亿千瓦。", grammar)[0].indicator
    assert added is not None
    assert there is not None
    assert (added.name, added.measure) == (there.name, "increase")
    assert there.measure == "level"


@pytest.mark.parametrize(
    ("text", "value", "unit", "counter"),
    [
        ("建设高标准农田300万亩。", 2e9, "m2", None),
        ("造林面积达到10万公顷。", 1e9, "m2", None),
        ("粮食产量达到1000万吨。", 1e10, "kg", None),
        ("新增装机100万千瓦。", 1e9, "W", None),
        ("完成投资500亿元。", 5e10, "CNY", None),
        ("培训教师2万名。", 20000, "person", "名"),
        ("培育企业300家。", 300, "1", "家"),
    ],
)
def test_one_base_unit_per_quantity(
    text: str, value: float, unit: str, counter: str | None, grammar: Grammar
) -> None:
    read_one = read(text, grammar)[0]
    assert (read_one.base_value, read_one.base_unit, read_one.counter) == (value, unit, counter)


@pytest.mark.parametrize(
    ("indicator", "clause", "part"),
    [
        ("固定资产投资", "", "investment"),
        ("普惠小微贷款", "新增", "loan"),
        ("补贴资金", "发放", "subsidy"),
        ("社会消费品零售总额", "", "turnover"),
        (None, "安排资金", "spending"),
        ("地区生产总值", "", None),
        ("居民人均可支配收入", "", None),
        ("财政收入", "", None),
        ("财政总收入", "", None),
    ],
)
def test_money_says_its_part(indicator: str | None, clause: str, part: str | None) -> None:
    assert money_part(indicator, clause) == part


def test_counters_have_no_scale() -> None:
    assert counter_of("1", "万套") == "套"
    assert counter_of("t", "万吨") is None
    assert to_base(None, None) is None


@given(st.sampled_from(sorted(BASE)), st.floats(min_value=0, max_value=1e9))
def test_base_units_are_their_own_base(unit: str, value: float) -> None:
    base, factor = BASE[unit]
    assert to_base(base, base) == (base, 1.0)
    assert value * factor >= 0


def test_a_share_is_one_of_what_was_named_before_it(grammar: Grammar) -> None:
    text = "服务出口198亿元，增长14.7%，占服务进出口总额的69.3%。"
    before: Indicator | None = None
    for target in read_targets(text, grammar.targets):
        before = measured(target, text, grammar.indicators, before).indicator
    assert before == Indicator("服务出口占服务进出口总额比重", None, "share", "%")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("今年经济增长速度8%。", Indicator("地区生产总值", None, "growth", "%")),
        ("国民生产总值增长7%。", Indicator("国民生产总值", None, "growth", "%")),
        ("园区新引进特许药品40种。", Indicator("特许药品", "园区", "increase", "1")),
        ("工业企业实现利润22亿元。", Indicator("工业企业利润", None, "level", "CNY")),
        ("人均补助标准分别再提高30元和5元。", Indicator("人均补助标准", None, "increase", "CNY")),
        ("城镇化率提升0.9个百分点、达62.1%。", Indicator("常住人口城镇化率", None, "share", "%")),
        ("培育10个战略性新兴产业。", Indicator("战略性新兴产业", None, "level", "1")),
        ("办结复议案件300件。", Indicator("复议案件", None, "level", "1")),
        ("PM2.5浓度同比改善7.9%。", Indicator("细颗粒物平均浓度", None, "growth", "%")),
    ],
)
def test_names_of_growth_and_of_what_is_new(text: str, indicator: Indicator | None, grammar: Grammar) -> None:
    found = [one.indicator for one in read(text, grammar)]
    assert found[-1:] == [indicator]
