"""What stands before and behind figures: directions, names, bases, sizes. All sentences are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from gangyao.document.tasks import Target
from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.targets.read import read_targets

GRAMMAR = load_grammar(Path(__file__).parents[4] / "seeds" / "lexicon").targets


def read(text: str) -> list[Target]:
    return [target for target in read_targets(text, GRAMMAR) if target.kind != "deadline"]


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("外贸企业达到957家、增长8.6%，旅游收入480亿元、下降3.2%。", [None, "increase", None, "decrease"]),
        ("研发投入强度提高0.2个百分点、达到2.6%。", ["increase", None]),
        ("苹果、葡萄产量分别增长3%、5%。", ["increase", "increase"]),
        ("淘汰水泥产能150万吨、炼铁产能30万吨、焦炭产能19万吨。", ["decrease"] * 3),
        ("新增养殖网箱20个、养殖水体4万立方米。", ["increase", "increase"]),
        # Another act of the same clause is told for itself.
        ("新增养殖网箱20个、改造泵站3座。", ["increase", None]),
        ("减少二氧化碳排放98万吨。", ["decrease"]),
        ("第三产业增加值98亿元。", [None]),
        ("区域创新能力全国排名上升4位。", ["increase"]),
        ("融资平台压降66.5%，消费水平年均递增3%。", ["decrease", "increase"]),
        ("新建（扩建）公办幼儿园8所。", ["increase"]),
        ("建成社区食堂35家，其中农村15家，并淘汰（小窑炉）。", [None, None]),
    ],
)
def test_each_figure_has_the_direction_of_its_own_words(text: str, directions: list[str | None]) -> None:
    assert [target.direction for target in read(text)] == directions


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("3个乡村旅游点入围全国百强。", ["乡村旅游点"]),
        ("推动25项改革经验在全国交流推广。", ["改革经验"]),
        ("向600名困难家庭子女发放入学资助金。", ["困难家庭子女"]),
        ("建成20个在建项目库。", ["在建项目库"]),
        ("3个省实验室挂牌运行，10个旗县有望退出名单。", ["省实验室", "旗县"]),
        ("11项成果获国家科学技术奖。", ["成果获国家科学技术奖"]),
        ("加快300个省级重大项目、600个亿元以上项目建设。", ["省级重大项目", "亿元以上项目建设"]),
        ("82个预增产值过10亿元的重大增长点稳定发力。", ["重大增长点"]),
        ("提请市人大常委会审议地方性法规15件。", ["地方性法规"]),
        ("高质量建设美丽村庄100个。", ["美丽村庄"]),
        ("新建高标准农田100亩。", ["高标准农田"]),
        ("办理渠道改造、机场高速全线安全亮化提升等人大代表建议321件。", ["人大代表建议"]),
        ("交通集团、文旅集团营收分别增长1.1倍和4.3倍。", ["交通集团营收", "文旅集团营收"]),
        ("老旧小区改造开工74个、完工54个。", ["老旧小区改造开工", "老旧小区改造完工"]),
        ("建成社区食堂35家，其中农村不少于15家。", ["社区食堂", "农村社区食堂"]),
        ("接待游客增长8%，其中入境游客11万、增长15%。", ["接待游客", "入境游客", "入境游客"]),
        ("各县区招聘基层医务人员不少于40名。", ["基层医务人员"]),
        ("在13个国家投运海外仓36个。", ["国家", "海外仓"]),
        ("重点项目建立分层包联机制、完成投资500亿元。", ["投资"]),
        ("在线监测设施达标率99%以上。", ["在线监测设施达标率"]),
        ("纳税人净增长10.5%。", ["纳税人"]),
        ("保证金不低于2000元。", ["保证金"]),
        ("城市、农村低保标准分别提高6%和11%。", ["城市低保标准", "农村低保标准"]),
        ("新建5处省级以上考古遗址公园。", ["省级以上考古遗址公园"]),
        ("拥有九百名党员的组织更加坚强。", ["党员"]),
        ("15个县市新增城镇常住人口30.5万人。", ["县市", "城镇常住人口"]),
        ("人均纯收入，1982年为270元，1987年提高到463元。", ["人均纯收入"]),
        ("积累率在一九七八年高达36%。", ["积累率"]),
        ("为3.6万农民工追回工资。", ["农民工"]),
        ("园区较低风险等级比例达60%。", ["园区较低风险等级比例"]),
        ("工商业电价较2024年下降3%。", ["工商业电价"]),
        ("精准开展职业技能培训12万人次。", ["职业技能培训"]),
        ("在种源、医疗等方面突破关键技术125项。", ["关键技术"]),
        ("高新企业达到3万家，连续4年保持20%以上的增长。", ["高新企业", None]),
    ],
)
def test_a_name_ends_where_a_verb_begins_and_keeps_its_head(text: str, indicators: list[str | None]) -> None:
    assert [target.indicator for target in read(text)] == indicators


@pytest.mark.parametrize(
    ("text", "indicator", "value", "base_year"),
    [
        (
            "轻工业产值占工业总产值的比重，由今年预计的44%提高到45%。",
            "轻工业产值占工业总产值的比重",
            45,
            None,
        ),
        ("服务面积由661,800亩增加到713,300亩。", "服务面积", 713300, None),
        ("居民人均可支配收入由2020年30300元增加到2025年42100元。", "居民人均可支配收入", 42100, None),
        ("利润由上年下降3.1%转为增长7.4%。", "利润", 7.4, None),
        ("固定资产投资今年要增长10%左右。", "固定资产投资", 10, None),
        ("财政用于医疗的支出五年累计6294亿元。", "财政用于医疗的支出", 6294e8, None),
        ("农业总产值一九八一年比一九八○年增长百分之五。", "农业总产值", 5, 1980),
        ("粮食产量在一九五三年到一九七八年间平均每年增长五百万吨。", "粮食产量", 5e6, None),
        ("消费水平五年增长百分之二十七左右。", "消费水平", 27, None),
        ("上年度营业收入不低于2000万元。", "营业收入", 2e7, None),
    ],
)
def test_former_figures_and_times_are_no_part_of_the_name(
    text: str, indicator: str, value: float, base_year: int | None
) -> None:
    (found,) = read(text)
    assert (found.indicator, found.value, found.base_year) == (indicator, value, base_year)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # Compared with, not reached.
        ("经费共为1172亿元，比“五五”时期的577亿元增长一倍。", [1172e8, 1]),
        # How large the things are that the text speaks of.
        ("单户担保金额500万元及以下的占比不得低于50%。", [50]),
        ("年用水量一万立方米以上的单位应当安装计量设施。", []),
        ("超过定额不足百分之二十的部分，按照基本水价的一点五倍收取。", []),
        ("完成投资5000万元以上的目标。", [5e7]),
        ("禁止使用厚度低于0.01毫米的地膜。", []),
        ("推进总投资500亿元以上的新材料项目；建成5万亩以上的高标准农田。", [50000]),
        # Meetings, a row of capacities in the name of a project, within half a year.
        ("落实县委十届十二次、十三次全会部署。", []),
        ("临河400万吨/年煤制油、1500万吨/年煤炭分质利用项目开工。", []),
        ("精简工作要求在半年内完成。", []),
        ("20户及以上自然村通达率达到100%。", [100]),
        ("电力工业五年投资207亿元。", [207e8]),
        # The name says what is counted.
        ("冰雪运动参与人次超630万，参保人数达到2.2亿。", [6.3e6, 2.2e8]),
        ("改造泵站达到3万。", []),
        ("每千瓦时加价2分钱。", [0.02]),
        ("单位应当每三年进行一次测试。", [1]),
    ],
)
def test_which_figures_are_read(text: str, values: list[float]) -> None:
    assert [target.value for target in read(text)] == values


def test_a_bound_may_stand_before_the_limit_or_what_each_gets() -> None:
    (debt,) = read("政府债务余额控制在省核定限额580亿元以内。")
    assert (debt.indicator, debt.comparator) == ("政府债务余额", "<=")
    growth, level = read("亩均税收较2023年提升20%，达到每亩18万元。")
    assert (level.indicator, growth.base_year) == ("亩均税收", 2023)


def test_half_a_year_is_a_time_by_which() -> None:
    (due,) = read_targets("精简工作要求在半年内完成。", GRAMMAR)
    assert (due.text, due.value, due.unit) == ("半年内", 0.5, "year")


def test_no_name_is_carried_over_a_clause_of_another_sentence() -> None:
    imports, exports = read("进口总额达到50亿元。外贸出口从7月份开始大幅度回升，全年达到19亿美元。")
    assert (imports.indicator, exports.indicator) == ("进口总额", "外贸出口")
    first, after = read("农村新建住房三十二亿平方米。一九八五年末达到四十亿平方米。")
    assert first.indicator == after.indicator == "农村新建住房"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("年末常住人口41万人，比上年末减少3万人。", ["常住人口", "常住人口"]),
        ("年末共有公共图书馆11个。", ["公共图书馆"]),
        ("人均产值8762元，折合1229美元，增长5.6%。", ["人均产值"] * 3),
        ("新增充电桩500根以上（其中公共充电桩200根）。", ["充电桩", "公共充电桩"]),
        ("收入比由2.15缩小到2.09。", ["收入比"]),
        ("两项之和不突破2万亩。", ["两项之和"]),
        ("将救助标准分别提高到每人每月820元、每人每年7200元。", ["救助标准", "救助标准"]),
        ("税收23亿元，占收入总额的73.7%，同口径下降1.2%。", ["税收", "占收入总额", "税收"]),
        ("为5万名60周岁以上老年人免费接种疫苗。", ["60周岁以上老年人"]),
        ("力争工业产值实现翻番，实施产业翻番行动。", ["工业产值"]),
        ("由市财政局安排专项资金5亿元。", ["专项资金"]),
        ("111所学校体育场地面向社会开放。", ["学校体育场地"]),
        ("7名个人荣获全国模范表彰。", ["个人荣获全国模范表彰"]),
        ("完成实现两个翻番，屠宰量实现翻番。", ["屠宰量"]),
        ("完成林相改善6万亩，空气质量改善3%。", ["林相改善", "空气质量"]),
        ("毕业生就业率达到83%，比上年增加60万人。", ["毕业生就业率", None]),
        ("中央财政五年投入扶贫资金28亿元。", ["中央财政投入扶贫资金"]),
        # No part of a year names anything.
        ("救济经费，从一九五○年到一九五三年共有八亿元。", [None]),
        ("中央提出今年经济增长预期目标为7%左右。", ["经济增长"]),
        ("启动培育未来工厂23个，启动资金5万元。", ["未来工厂", "启动资金"]),
    ],
)
def test_figures_of_communiques_and_lists_are_named(text: str, indicators: list[str]) -> None:
    assert [target.indicator for target in read(text)] == indicators
