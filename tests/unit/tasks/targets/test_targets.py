"""Targets of task sentences invented for the purpose; the first three are the kinds of the guide."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.tasks import Target
from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.targets import read
from gangyao.tasks.targets.numerals import parse_number

GRAMMAR = load_grammar(Path(__file__).parents[4] / "seeds" / "lexicon").targets


def read_targets(text: str) -> tuple[Target, ...]:
    return read.read_targets(text, GRAMMAR)


def only(text: str) -> Target:
    (target,) = read_targets(text)
    return target


def test_whom_a_number_without_a_counter_counts_ends_with_its_name() -> None:
    assert only("推动1.8万农业转移人口落户城镇。").indicator == "农业转移人口"
    assert only("组织80万异地务工人员参加培训。").indicator == "异地务工人员"
    assert only("新增省外劳动力2万户，惠及农户。").indicator == "省外劳动力"


def test_the_base_of_a_bounded_share_is_not_what_is_measured() -> None:
    assert only("审核人员不少于执法人员总数5%。").indicator == "审核人员"
    assert only("抵销比例不得超过排放量的10%。").indicator == "抵销比例"


def test_an_age_tells_of_whom_unless_it_is_what_is_measured() -> None:
    assert only("80岁以上老年人每餐补贴3元。").indicator == "80岁以上老年人每餐补贴"
    assert read_targets("支持幼儿园招收2—3岁幼儿。") == ()
    assert only("人均预期寿命提高到80岁。").indicator == "人均预期寿命"
    assert [
        target.indicator for target in read_targets("人均预期寿命达到80岁、65岁以上老年人健康管理率达75%。")
    ] == [
        "人均预期寿命",
        "65岁以上老年人健康管理率",
    ]


def test_plans_for_years_and_shares_that_are_fined_are_no_targets() -> None:
    assert read_targets("编制新十年发展规划，制定五年立法规划。") == ()
    assert read_targets("可以并处工程造价百分之十以下的罚款。") == ()


def test_a_share_of_a_plan_measures_what_is_planned() -> None:
    assert only("税收收入完成年度计划的85%。").indicator == "税收收入"
    assert [target.indicator for target in read_targets("车船税2.4亿元，为预算的98%，增长3%。")] == [
        "车船税"
    ] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        *("5部门联合印发通知。", "建设2期工程。", "进入20万亿俱乐部。"),
        *("支持1类创新药获批上市。", "全国每出口4辆汽车就有1辆产自本省。"),
    ],
)
def test_a_counter_that_begins_another_word_counts_nothing(sentence: str) -> None:
    assert read_targets(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "comparator", "value", "unit"),
    [
        ("打造2小时应急救援圈，推进防灾减灾。", "2小时应急救援圈", "duration", "=", 2, "hour"),
        ("取消稳定就业居住3年以上人口的落户限制。", "居住3年以上", "duration", ">=", 3, "year"),
        ("取消对稳定就业居住3年以上人口等群体的落户限制。", "居住3年以上", "duration", ">=", 3, "year"),
        ("落实好大湖十年禁渔。", "十年禁渔", "duration", "=", 10, "year"),
        ("森林覆盖率达到65%以上。", "达到65%以上", "percent", ">=", 65, "percent"),
        ("建设一刻钟便民生活圈。", "一刻钟便民生活圈", "duration", "=", 15, "minute"),
        ("建设半小时通勤圈。", "半小时通勤圈", "duration", "=", 0.5, "hour"),
        ("失业率控制在5.5%以内。", "控制在5.5%以内", "percent", "<=", 5.5, "percent"),
        ("价格涨幅控制在3%左右。", "控制在3%左右", "percent", "~", 3, "percent"),
        ("职工总数控制在30人（含）以下。", "控制在30人（含）以下", "count", "<=", 30, "1"),
        ("森林覆盖率≥45%。", "≥45%", "percent", ">=", 45, "percent"),
        ("治理水土流失面积120km2。", "120km2", "area", "=", 120, "km2"),
        ("PM2.5浓度降至30 μg/m3以下。", "降至30 μg/m3以下", "rate", "<=", 30, "ug/m3"),
        ("新增装机3GW。", "3GW", "power", "=", 3_000_000, "kW"),
        ("公共服务支出占比不低于八成。", "不低于八成", "percent", ">=", 80, "percent"),
        ("粮食产量稳定在1.5万亿斤以上。", "稳定在1.5万亿斤以上", "mass", ">=", 7.5e11, "kg"),
        ("新建绿道二千三百公里。", "二千三百公里", "length", "=", 2300, "km"),
        ("完成投资1万亿元。", "1万亿元", "money", "=", 1e12, "CNY"),
        ("产业规模突破千亿元。", "突破千亿元", "money", ">", 1e11, "CNY"),
        ("造林120万亩。", "120万亩", "area", "=", 1.2e6, "mu"),
        ("蓄水能力提高30亿立方米。", "提高30亿立方米", "volume", "=", 3e9, "m3"),
        ("节能8000万吨标准煤。", "8000万吨标准煤", "energy", "=", 8e7, "tce"),
        ("新增风电装机600万千瓦。", "600万千瓦", "power", "=", 6e6, "kW"),
        ("全员劳动生产率16.8万元/人左右。", "16.8万元/人左右", "rate", "~", 168_000, "CNY/人"),
        ("培育龙头企业10家以上。", "10家以上", "count", ">=", 10, "1"),
        ("整体提升100所学校。", "100所", "count", "=", 100, "1"),
        ("居民收入翻一番。", "翻一番", "multiple", "=", 2, "times"),
        ("通关时间再压缩三分之一。", "压缩三分之一", "fraction", "=", 0.333333, "1"),
        ("工资增长百分之五左右。", "增长百分之五左右", "percent", "~", 5, "percent"),
        ("能耗强度下降千分之五。", "下降千分之五", "percent", "=", 0.5, "percent"),
        ("扣除期限不能超过48个月。", "不能超过48个月", "duration", "<=", 48, "month"),
        ("网络时延低于5ms。", "低于5ms", "duration", "<", 5, "millisecond"),
        ("算力规模突破190Eflops。", "突破190Eflops", "computing", ">", 190_000, "PFlop/s"),
        ("推动1.8万农业转移人口落户城镇。", "1.8万", "count", "=", 18_000, "1"),
        ("推动1亿左右农业转移人口落户城镇。", "1亿左右", "count", "~", 1e8, "1"),
        ("惠及3万多家庭。", "3万多家庭", "count", ">=", 30_000, "1"),
        ("实现5万人口搬迁。", "5万人口", "count", "=", 50_000, "1"),
        ("举办培训班12期。", "12期", "count", "=", 12, "1"),
        ("占比超4成。", "超4成", "percent", ">", 40, "percent"),
        ("审核人员不少于执法人员总数5%。", "5%", "percent", ">=", 5, "percent"),
        ("库存不得低于上年平均水平的80%。", "80%", "percent", ">=", 80, "percent"),
        ("人均用地不宜超过100平方米。", "不宜超过100平方米", "area", "<=", 100, "m2"),
        ("总高度不得超过七米。", "不得超过七米", "length", "<=", 7, "m"),
        ("建筑不得超过两层。", "不得超过两层", "count", "<=", 2, "1"),
        ("至少举办三场招聘会。", "三场", "count", ">=", 3, "1"),
        ("参保不足1年的失业人员纳入保障。", "不足1年", "duration", "<", 1, "year"),
        ("确保每个零就业家庭至少有一人就业。", "至少有一人", "count", ">=", 1, "1"),
    ],
)
def test_quantities(sentence: str, text: str, kind: str, comparator: str, value: float, unit: str) -> None:
    target = only(sentence)
    assert (target.text, target.kind, target.comparator, target.unit) == (text, kind, comparator, unit)
    assert target.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("sentence", "text", "year"),
    [
        ("到2025年，建成绿色走廊。", "到2025年", 2025),
        ("2027年底前完成改造。", "2027年底前", 2027),
        ("2026年6月底前建成投用。", "2026年6月底前", 2026),
        ("“十四五”期间，建成十座水库。", "“十四五”期间", 2025),
        ("在第六个五年计划期间取得成果。", "在第六个五年计划期间", 1985),
        ("到本世纪中叶，建成现代化强国。", "到本世纪中叶", 2050),
        ("一九五八年将修建铁路。", "一九五八年", 1958),
        ("3.2026年新建泵站。", "2026年", 2026),
    ],
)
def test_deadlines_with_a_year(sentence: str, text: str, year: int) -> None:
    target = read_targets(sentence)[0]
    assert (target.kind, target.text, target.year, target.comparator) == ("deadline", text, year, "<=")


@pytest.mark.parametrize(
    ("sentence", "text", "value", "unit"),
    [
        ("三年内完成整治。", "三年内", 3, "year"),
        ("用两年左右时间理顺体制。", "用两年左右时间", 2, "year"),
        ("应当自收到申请之日起十五日内答复。", "十五日内", 15, "day"),
        ("年底前完成清零。", "年底前", None, None),
        ("政策延长到今年年底。", "到今年年底", None, None),
        ("2.1月15日前报送方案。", "1月15日前", None, None),
        ("用2.5年时间建成。", "用2.5年时间", 2.5, "year"),
    ],
)
def test_deadlines_without_a_year(sentence: str, text: str, value: float | None, unit: str | None) -> None:
    target = only(sentence)
    assert (target.kind, target.text, target.value, target.unit) == ("deadline", text, value, unit)
    assert target.year is None


@pytest.mark.parametrize(
    ("sentence", "value", "value_to"),
    [
        ("经济增长2%—3%。", 2, 3),
        ("经济增长2%-3%。", 2, 3),
        ("产量增长百分之四至五。", 4, 5),
        ("培训1.5—2万人。", 15_000, 20_000),
        ("对100万元至300万元部分减税。", 1e6, 3e6),
        ("安排一万元以上五万元以下的补助。", 10_000, 50_000),
        ("提取造价百分之五以上百分之十以下的资金。", 5, 10),
    ],
)
def test_ranges(sentence: str, value: float, value_to: float) -> None:
    target = only(sentence)
    assert (target.value, target.value_to) == (value, value_to)


@pytest.mark.parametrize(
    "sentence",
    [
        "整合120、110等电话平台，控制PM2.5。",
        "建设21世纪海上丝绸之路，用好第五航权。",
        "落实第十二章规定，完善“三线一单”，推广“一卡通”。",
        "支持两江新区与川渝两省市合作，制定一张负面清单。",
        "完善二级以上医疗机构检验互认，建设一批示范园区。",
        "编制“十五五”规划，评估五年规划实施情况。",
        "重点做好八个方面工作，抓住3个环节。",
        "办好自治区成立70周年活动，普及九年义务教育。",
        "近三年来的经验要推广，过去五年的做法要总结。",
        "办好2022年冬奥会，落实国发〔2018〕5号文件。",
        "推进兰州石化120万吨乙烯改造项目。",
        "按照《某条例》（2019年修正）执行，2019年10月8日公布的办法同时适用。",
        "一天天地改进，一心一意谋发展，千方百计稳就业。",
    ],
)
def test_names_codes_and_ways_of_speaking_are_no_targets(sentence: str) -> None:
    assert read_targets(sentence) == ()


def test_what_is_compared_with_is_no_target() -> None:
    texts = [target.text for target in read_targets("比重由2020年的28.8%提高到42.3%。")]
    assert texts == ["提高到42.3%"]


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("单位国内生产总值能耗降低3%左右。", ["单位国内生产总值能耗"]),
        ("新房网签面积环比三季度增长8%。", ["新房网签面积"]),
        ("粮食产量连续12年稳定在430亿斤以上。", ["粮食产量"]),
        ("PM2.5、PM10浓度分别降至30微克/立方米、50微克/立方米。", ["PM2.5浓度", "PM10浓度"]),
        ("全市平均优良天数比例为60.0%。", ["优良天数比例"]),
        ("债务限额一次性增加6万亿元。", ["债务限额"]),
        ("能耗和碳排放分别降低13%、18%。", ["能耗", "碳排放"]),
        ("新培育科技企业10家、绿色工厂20座。", ["科技企业", "绿色工厂"]),
        ("新建30个社区食堂。", ["社区食堂"]),
        ("1.新增普惠性托位2000个。", ["普惠性托位"]),
        ("再生水利用率达到25%，建筑面积达到30万㎡。", ["再生水利用率", "建筑面积"]),
        ("各区要新建公园10处。", ["公园"]),
        ("小微企业年应纳税所得额不超过300万元。", ["小微企业年应纳税所得额"]),
        ("到2030年，森林覆盖率达到60%。", [None, "森林覆盖率"]),
        ("实现90%以上行政村通硬化路。", ["行政村通硬化路"]),
    ],
)
def test_indicators(sentence: str, indicators: list[str | None]) -> None:
    assert [target.indicator for target in read_targets(sentence)] == indicators


def test_a_deadline_gives_its_year_to_what_follows() -> None:
    deadline, share = read_targets("到2035年，绿色建筑占比达到80%。")
    assert (deadline.year, share.year) == (2035, 2035)


def test_printed_units_are_kept() -> None:
    assert only("完成投资3.5亿元。").unit_printed == "亿元"
    assert only("造林二十万亩。").unit == "mu"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("一千二百", 1200),
        ("两", 2),
        ("半", 0.5),
        ("1.5万", 15_000),
        ("2.5亿", 250_000_000),
        ("1亿2千万", 120_000_000),
        ("三十多", 30),
        ("五千一百五十万余", 51_500_000),
        ("十二点五", 12.5),
        ("1,200", 1200),
        ("3，989亿", 398_900_000_000),
        ("二〇二五", 2025),
    ],
)
def test_numbers(printed: str, value: float) -> None:
    assert parse_number(printed) == pytest.approx(value)


@pytest.mark.parametrize("printed", ["", "几", "万千", "一两", "千百", "128128128128128128"])
def test_what_is_no_number(printed: str) -> None:
    assert parse_number(printed) is None


@given(st.text(alphabet="到2019年五十百万亿元%个内底前第“”，。增长由至—以上建家3.", max_size=40))
def test_spans_fit_and_are_in_order(text: str) -> None:
    targets = read_targets(text)
    assert [target.start for target in targets] == sorted(target.start for target in targets)
    for target in targets:
        assert text[target.start : target.end] == target.text
        assert target.text


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "comparator", "value", "unit"),
    [
        ("给予一次性奖励，最高60万元。", "最高60万元", "money", "<=", 600_000, "CNY"),
        ("对获评的企业，给予上限1000万元的资助。", "上限1000万元", "money", "<=", 10_000_000, "CNY"),
        ("集装箱吞吐量下限500万吨。", "下限500万吨", "mass", ">=", 5_000_000, "t"),
        ("全年完成抽检1200批次。", "1200批次", "count", "=", 1200, "1"),
        ("推动200个以上百万元级技改项目落地。", "200个以上", "count", ">=", 200, "1"),
        ("每年举办三场公开课。", "三场", "count", "=", 3, "1"),
        ("每季度至少开展一次演练。", "一次", "count", ">=", 1, "1"),
        ("公示时间不少于20日。", "不少于20日", "duration", ">=", 20, "day"),
        ("灌溉水利用系数提高到0.62。", "提高到0.62", "amount", "=", 0.62, "1"),
        ("数据中心能效值控制在1.3以内。", "控制在1.3以内", "amount", "<=", 1.3, "1"),
        ("下调利率25个基点。", "25个基点", "percentage_points", "=", 0.25, "percentage point"),
        ("道路交通噪声控制在70分贝以下。", "控制在70分贝以下", "sound", "<=", 70, "dB"),
    ],
)
def test_bounds_counters_and_amounts(
    sentence: str, text: str, kind: str, comparator: str, value: float, unit: str
) -> None:
    target = only(sentence)
    assert (target.text, target.kind, target.comparator, target.unit) == (text, kind, comparator, unit)
    assert target.value == pytest.approx(value)


@pytest.mark.parametrize(
    "sentence",
    [
        "推动一二三次产业融合。",
        "办好12个一批工程2025年版。",
        "排名进入前10。",
        "支持200人大代表。",
        "6月30日召开大会。",
    ],
)
def test_numbers_inside_words_are_no_targets(sentence: str) -> None:
    assert all(target.text not in {"一二三次", "2025", "10", "200人"} for target in read_targets(sentence))


@pytest.mark.parametrize(
    ("sentence", "direction", "base_year", "binding"),
    [
        ("单位产值能耗比2019年下降15%（约束性）。", "decrease", 2019, "binding"),
        ("预期目标是：地区生产总值增长6%左右。", "increase", None, "expected"),
        ("粮食产量稳定在300万吨以上。", "keep", None, None),
        ("绿道总长90公里。", None, None, None),
    ],
)
def test_direction_base_year_and_nature(
    sentence: str, direction: str | None, base_year: int | None, binding: str | None
) -> None:
    target = only(sentence)
    assert (target.direction, target.base_year, target.binding) == (direction, base_year, binding)


def test_a_year_does_not_go_on_behind_a_full_stop() -> None:
    years = {t.text: t.year for t in read_targets("到2030年，建成绿道80公里；植树90万株。改造危房70户。")}
    assert years == {"到2030年": 2030, "80公里": 2030, "90万株": 2030, "70户": None}


def test_numbers_in_a_row_share_their_verb_and_have_an_indicator_each() -> None:
    first, second = read_targets("二氧化硫、烟尘排放量分别下降8%和6%。")
    assert (first.indicator, second.indicator) == ("二氧化硫排放量", "烟尘排放量")
    assert first.direction == second.direction == "decrease"


def test_a_counted_noun_with_a_modifier_is_what_follows_it() -> None:
    assert only("建设3个具有急救（含卒中）能力的县级急救点。").indicator == "县级急救点"


@pytest.mark.parametrize(
    ("sentence", "comparator"),
    [
        ("工期压缩至3至5年。", "between"),
        ("贴息比例控制在2%—3%。", "between"),
        ("电价下降8%～10%。", "between"),
        ("粮食产量稳定在1400万吨至1500万吨之间。", "between"),
        ("增速保持在5%—6%左右。", "~"),
    ],
)
def test_a_range_is_between_its_ends_unless_it_is_about_them(sentence: str, comparator: str) -> None:
    target = only(sentence)
    assert target.comparator == comparator
    assert target.value_to is not None


@pytest.mark.parametrize(
    ("sentence", "indicator", "unit"),
    [
        ("人口自然增长率控制在7.2‰以内；", "人口自然增长率", "permille"),
        ("渔民人均纯收入实际增长7%。", "渔民人均纯收入", "percent"),
        ("渔业投入强度由2.1%提高到3%左右。", "渔业投入强度", "percent"),
        ("引导合作社逐步将贷款费率降至1%以下。", "贷款费率", "percent"),
        ("渔民满意度不低于90分。", "渔民满意度", "point"),
        ("保护地面积新增200万亩。", "保护地面积", "mu"),
        ("供应建设用地35万亩以上。", "建设用地", "mu"),
        ("新建远程问诊、智慧养老等特色应用场景40个以上。", "特色应用场景", "1"),
        ("新建7000个农村4G/5G基站。", "农村4G/5G基站", "1"),
        ("支持14个偏远地区因地制宜发展林业。", "偏远地区", "1"),
    ],
)
def test_what_is_measured_without_the_words_around_it(sentence: str, indicator: str, unit: str) -> None:
    assert (only(sentence).indicator, only(sentence).unit) == (indicator, unit)


def test_the_year_of_a_titled_document_is_no_deadline() -> None:
    assert read_targets("2025年《政府工作报告》已经大会审议通过。") == ()


def test_a_word_behind_a_row_holds_for_all_of_it() -> None:
    row = read_targets("粮肉奶产量分别稳定在800亿斤、60亿斤、160亿斤以上。")
    assert [target.comparator for target in row] == [">="] * 3
    apart = read_targets("新建绿道20公里、步道30公里以上。")
    assert [target.comparator for target in apart] == ["=", ">="]


@pytest.mark.parametrize(
    ("sentence", "indicator", "value"),
    [
        ("湿地保护率到2030年达到40%。", "湿地保护率", 40),
        ("湿地保护率稳步提高，到2030年达到40%。", "湿地保护率", 40),
        ("用水总量不超过下达指标，其中2027年不超过21.6亿立方米。", "用水总量", 2.16e9),
        ("粮食总产量达到500万吨，比2020年增长8%。", "粮食总产量", 8),
        ("由市财政局安排防汛资金2000万元。", "防汛资金", 2e7),
        ("按照实际支付利息的50%给予补贴。", "实际支付利息", 50),
        ("支出规模将首次达到30万亿元。", "支出规模", 3e13),
    ],
)
def test_what_stands_far_from_its_number_is_what_is_measured(
    sentence: str, indicator: str, value: float
) -> None:
    *_, target = read_targets(sentence)
    assert (target.indicator, target.value) == (indicator, value)


def test_a_multiple_has_what_it_multiplies_apart() -> None:
    target = only("城镇开发边界扩展倍数控制在基于2020年建设用地规模的1.35倍以内。")
    assert (target.indicator, target.base_year, target.comparator) == ("城镇开发边界扩展倍数", 2020, "<=")
    target = only("经济总量达到2020年的1.5倍。")
    assert (target.indicator, target.base_year, target.year) == ("经济总量", 2020, None)


def test_parts_of_a_row_follow_its_indicators() -> None:
    targets = read_targets("培育工厂100家、车间200个，其中2026年分别不少于50家、100个。")
    assert [(one.indicator, one.value) for one in targets if one.kind == "count"] == [
        ("工厂", 100),
        ("车间", 200),
        ("工厂", 50),
        ("车间", 100),
    ]


def test_indicators_in_a_row_share_no_tail_when_each_has_its_own() -> None:
    targets = read_targets("森林覆盖率和蓄积量持续增长，到2030年分别达到40%和5亿立方米。")
    assert [one.indicator for one in targets[1:]] == ["森林覆盖率", "蓄积量"]


def test_a_time_that_something_is_brought_to_is_a_level() -> None:
    target = only("企业开办时间压缩至0.5个工作日以内。")
    assert (target.kind, target.indicator, target.comparator, target.value) == (
        "duration",
        "企业开办时间",
        "<=",
        0.5,
    )
    assert only("自受理之日起1.5个工作日内完成初审。").value == 1.5


def test_half_of_a_number_that_may_be_split_is_no_value() -> None:
    assert read_targets("投资1 5万元。") == ()


def test_points_in_a_row_share_their_unit() -> None:
    targets = read_targets("入学率、升学率分别提高2.2个和3.7个百分点。")
    assert [(one.kind, one.value, one.indicator) for one in targets] == [
        ("percentage_points", 2.2, "入学率"),
        ("percentage_points", 3.7, "升学率"),
    ]


def test_names_of_measures_take_no_tail() -> None:
    targets = read_targets("工业总产值、利润总额分别增长5%和6%。")
    assert [one.indicator for one in targets] == ["工业总产值", "利润总额"]


@pytest.mark.parametrize(
    "sentence", ["对弄虚作假的单位，3年内不得申报。", "转制后五年内免征所得税。", "三年内，不予受理。"]
)
def test_how_long_a_ban_or_a_relief_lasts_is_no_deadline(sentence: str) -> None:
    target = only(sentence)
    assert (target.kind, target.comparator, target.unit) == ("duration", "=", "year")
    assert target.text.endswith("年内")


@pytest.mark.parametrize(
    "name", ["治本攻坚三年行动", "三年行动计划", "三年攻坚战", "十年倍增计划", "三年大变样"]
)
def test_years_in_the_name_of_a_campaign_bind_nothing(name: str) -> None:
    assert read_targets(f"深入开展安全生产{name}。") == ()


def test_what_each_gets_is_what_the_clause_before_grants() -> None:
    share, bound = read_targets("按照实际支付利息的50%给予补贴，单户最高不超过100万元。")
    assert (share.indicator, bound.indicator, bound.comparator) == ("实际支付利息", "补贴", "<=")
    assert only("给予一次性奖励，每家最高50万元。").indicator == "一次性奖励"
    assert only("扣除标准为每月1100元。").indicator == "扣除标准"


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("一产、二产、三产增加值", ["一产增加值", "二产增加值", "三产增加值"]),
        ("常住、户籍、流动人口城镇化率", ["常住人口城镇化率", "户籍人口城镇化率", "流动人口城镇化率"]),
        ("垃圾、污水、废气处理率", ["垃圾处理率", "污水处理率", "废气处理率"]),
        ("粮食、蔬菜、油料产量", ["粮食产量", "蔬菜产量", "油料产量"]),
        ("参与率、普及率和及格率", ["参与率", "普及率", "及格率"]),
        ("煤炭、矿石、粮食出口", ["煤炭出口", "矿石出口", "粮食出口"]),
        (
            "农村生活污水集中治理率、自来水入户普及率、垃圾分类屋（亭）行政村覆盖率",
            ["农村生活污水集中治理率", "自来水入户普及率", "垃圾分类屋（亭）行政村覆盖率"],
        ),
    ],
)
def test_indicators_share_the_word_that_measures(phrase: str, names: list[str]) -> None:
    targets = read_targets(f"{phrase}分别增长5%、6%、7%。")
    assert [one.indicator for one in targets] == names


def test_each_of_a_row_has_what_stands_behind_it() -> None:
    wheat, maize = read_targets("建设1500万亩小麦、2000万亩玉米高产田。")
    assert (wheat.indicator, maize.indicator) == ("小麦", "玉米高产田")


def test_a_round_number_without_digits_counts_before_its_bound() -> None:
    target = only("新增学位万名以上。")
    assert (target.value, target.comparator) == (10_000, ">=")


def test_a_limit_is_an_upper_bound() -> None:
    target = only("在80000元限额内据实扣除。")
    assert (target.comparator, target.value) == ("<=", 80_000)


def test_a_year_of_the_republic_is_no_span() -> None:
    assert read_targets("预定于115年完成主体工程。") == ()


def test_ten_parts_that_say_how_much_are_no_score() -> None:
    assert read_targets("这是十分重要的方面。") == ()


def test_what_only_says_when_something_is_done_is_no_target():
    (bound,) = read_targets("降雨量超过250毫米时，启动响应，转移人员不少于300人。")
    assert (bound.text, bound.value) == ("不少于300人", 300.0)


def test_a_verb_is_part_of_a_name_that_goes_on_with_its_nature() -> None:
    assert only("开工建设保障性住房1500套。").indicator == "保障性住房"
    assert only("建设保护性耕作示范区12个。").indicator == "保护性耕作示范区"


@pytest.mark.parametrize(
    ("sentence", "indicator", "comparator", "value"),
    [
        ("财政补助资金不超过项目总投资的30%。", "财政补助资金", "<=", 30),
        ("清缴用的减排量不得超过本企业上年度实际碳排放量的10%。", "清缴用的减排量", "<=", 10),
        ("审核人员不少于本单位执法人员总数5%。", "审核人员", ">=", 5),
        ("使用面积不得少于总建筑面积的60%。", "使用面积", ">=", 60),
        ("但用于清缴的减排量，不得超过本企业上年度实际碳排放量的10%。", "用于清缴的减排量", "<=", 10),
        ("按照原则上不少于本单位执法人员总数5%的要求，配备审核人员。", None, ">=", 5),
    ],
)
def test_a_share_of_a_base_is_bounded_by_the_word_before_the_base(
    sentence: str, indicator: str | None, comparator: str, value: float
) -> None:
    share = only(sentence)
    assert (share.indicator, share.comparator, share.value) == (indicator, comparator, value)


@pytest.mark.parametrize(
    "sentence", ["推进防城港30万吨级、北海20万吨级航道建设。", "加快建设750千伏北通道工程。"]
)
def test_of_what_class_a_thing_is_is_no_target(sentence: str) -> None:
    assert read_targets(sentence) == ()


def test_a_grade_alone_shares_the_head_of_the_next() -> None:
    found = read_targets("新建6个国家级、20个省级临床重点专科，建强2个国家级和22个省级医疗中心。")
    assert [target.indicator for target in found] == [
        "国家级临床重点专科",
        "省级临床重点专科",
        "国家级医疗中心",
        "省级医疗中心",
    ]


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("支持20所普通高中改善办学条件。", "普通高中"),
        ("推动69家省级共享农庄提档升级。", "省级共享农庄"),
        ("对自行抓获的，一次性奖励人民币5000元。", "一次性奖励"),
        ("线索一经查实，将给予举报人人民币3000元奖励。", "奖励"),
    ],
)
def test_what_is_counted_ends_before_what_it_does(sentence: str, indicator: str) -> None:
    assert only(sentence).indicator == indicator


def test_how_a_figure_is_reckoned_is_not_what_it_measures() -> None:
    found = read_targets("全市完成地区生产总值802.8亿元，按可比价格计算，比上年同期增长8.6%。")
    assert [target.indicator for target in found] == ["地区生产总值", "地区生产总值"]
    assert only("规模以上工业增加值可比增长9.1%。").indicator == "规模以上工业增加值"


def test_a_word_that_begins_with_a_conjunction_stays_whole() -> None:
    assert only("新建和美乡村250个。").indicator == "和美乡村"


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("完成村庄治理，治理率提升15个百分点。", "治理率"),
        ("将企业开办时间由3个工作日压缩至1个工作日以内。", "企业开办时间"),
    ],
)
def test_a_word_that_ends_a_name_does_not_stand_alone(sentence: str, indicator: str) -> None:
    assert only(sentence).indicator == indicator


@pytest.mark.parametrize(
    "sentence",
    [
        "对个人购买的家庭唯一住房，面积为90平方米及以下的，减征契税。",
        "清理铁路两侧500米范围内的轻质物体。",
        "拒不交纳的，处1万元以上5万元以下罚款。",
        "减按1%的税率征收契税。",
        "对单笔金额300万元及以下的小型商户给予支持。",
        "对平均费率不超过2%的业务给予支持。",
        "对床位不足30张的养老院逐一排查。",
        "清理台账，完善手续（10分）。",
        "按时完成的得0.5分，否则扣2分。",
    ],
)
def test_what_only_tells_when_where_or_how_a_rule_holds_is_no_target(sentence: str) -> None:
    assert read_targets(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "重点抓好以下14个项目。",
        "落实二十条措施。",
        "《纲要》提出6项指标。",
        "约束性指标9项。",
        "深入推进三年攻坚行动，完成下半年工作。",
        "核定下一周期收入。",
        "发行10年期国债。",
        "完成改革试点五年建设任务。",
    ],
)
def test_how_many_things_a_text_speaks_of_is_no_target(sentence: str) -> None:
    assert read_targets(sentence) == ()


def test_what_is_done_to_some_or_given_to_them_is_a_target() -> None:
    assert only("对符合条件的企业给予最高50万元的奖励。").text == "最高50万元"
    assert only("对全县30%以上的村实施改造。").text == "30%以上"
    assert only("对1000家企业开展诊断。").text == "1000家"
    assert only("对生产中关键的38个项目的课题逐一研究。").text == "38个"
    assert only("对外投资达到5亿元以上的规模。").text == "达到5亿元以上"
    assert only("满意度达到90分以上。").kind == "score"
    assert only("市民对服务的满意度不低于95%。").text == "不低于95%"


def test_a_period_that_is_compared_with_is_no_deadline() -> None:
    assert read_targets("响应时间相比“十四五”时期明显缩短。") == ()
    assert only("事故死亡人数较“十二五”末下降30%。").text == "下降30%"
    assert read_targets("“十五五”期间完成改造。")[0].year == 2030


def test_what_a_bound_counts_needs_no_counter() -> None:
    target = only("建设不少于22亿词元的知识库。")
    assert (target.text, target.value, target.comparator) == ("不少于22亿", 2_200_000_000, ">=")
    assert only("打造8万人大型广场。").text == "8万人"


def test_what_is_to_be_reached_beside_a_case_is_one() -> None:
    assert [target.text for target in read_targets("通过认定的，给予50万元奖励，绿地半径达到500米。")] == [
        "50万元",
        "达到500米",
    ]


def test_and_more_is_a_lower_bound() -> None:
    assert [
        (one.text, one.comparator) for one in read_targets("投入200多亿元，整治隐患340余处，惠及30户左右。")
    ] == [
        ("200多亿元", ">="),
        ("340余处", ">="),
        ("30户左右", "~"),
    ]


@pytest.mark.parametrize(
    ("sentence", "comparator", "value"),
    [
        ("每家渔企每年最高补贴20万元。", "<=", 200_000),
        ("对获评的渔企，最高可获100万元资助。", "<=", 1_000_000),
        ("收运价格不得高于每吨300元。", "<=", 300),
        ("分摊的额度不能超过每月1000元。", "<=", 1000),
        ("贷款额度不能超过项目总投资的30%。", "<=", 30),
        ("最低生活保障标准提高到每月800元。", "=", 800),
    ],
)
def test_a_bound_before_a_grant_or_what_each_gets(sentence: str, comparator: str, value: float) -> None:
    target = only(sentence)
    assert (target.comparator, target.value) == (comparator, value)


def test_a_row_shares_the_unit_behind_its_last_number() -> None:
    found = read_targets("粗钢、生铁比重分别提高11.1、11.2个百分点。")
    assert [(one.value, one.unit) for one in found] == [
        (11.1, "percentage point"),
        (11.2, "percentage point"),
    ]
    assert [one.value for one in read_targets("系数提高到0.58、0.61。")][:1] == [0.58]
    assert read_targets("改造3、5号楼。") == ()


def test_bounds_joined_by_and_measure_the_same() -> None:
    found = read_targets("保证金不低于2000元且不高于5000元。")
    assert [(one.comparator, one.value, one.indicator) for one in found] == [
        (">=", 2000, "保证金"),
        ("<=", 5000, "保证金"),
    ]


def test_names_formulas_and_spans_that_something_changes_over_set_nothing() -> None:
    assert read_targets("根据《渔港提升三年行动方案（2025—2027年）》，推进建设。") == ()
    assert read_targets("负债率为负债合计/资产合计×100%。") == ()
    assert [one.value for one in read_targets("单位能耗五年累计下降13.5%。")] == [13.5]
