"""What the head and first lines of a text say of the document; all texts are invented."""

from __future__ import annotations

from datetime import date

import pytest

from gangyao.chinese.title_issuers import title_issuers
from gangyao.document.facts import Facts
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine, read_document
from gangyao.profile.bodies import full_body
from gangyao.profile.kinds import kind_of_text, kind_of_title
from gangyao.profile.places import level_of_code, level_of_name, place_names
from gangyao.profile.years import year_after_review, years_of_text, years_of_title

NOTICE = """成都市人民政府办公厅关于印发成都市优化营商环境三年行动计划（2024—2026年）的通知
成办发〔2024〕12号
各市级部门，各区（市）县人民政府：
《成都市优化营商环境三年行动计划（2024—2026年）》已经市政府同意，现印发给你们，请认真贯彻执行。
成都市人民政府办公厅
2024年3月15日
"""
WITH_CONTACT = """关于做好2024年防汛工作的通知
各县区防指：
现就有关事项通知如下：
一、加强隐患排查。
联系人：王某 电话：0123-456789
市防汛抗旱指挥部
2024年4月20日
"""
COUNTY_REPORT = """泸定县2026年政府工作报告
——2026年1月12日在泸定县第十五届人民代表大会第六次会议上
泸定县人民政府县长 王某某
各位代表：
现在，我代表县人民政府向大会报告工作，请予审议。
一、2025年工作回顾
2025年，全县地区生产总值完成50亿元。
"""
BARE_REPORT = """现在，我代表国务院，向大会报告政府工作，请予审议。
一、2025年工作回顾
2025年是很不平凡的一年。
"""
LOCAL_LAW = """四川省嘉陵江流域生态环境保护条例
（2021年11月25日四川省第十三届人民代表大会常务委员会第三十一次会议通过）
第一章 总则
第一条 为了保护嘉陵江流域生态环境，制定本条例。
"""
ORDER = """深圳市医疗保障办法
（深圳市人民政府令第358号）
《深圳市医疗保障办法》已经市政府常务会议审议通过，现予公布，自2023年10月1日起施行。
市长 覃某某
2023年8月25日
第一条 为了保障人民群众医疗权益，制定本办法。
"""
PLAN = """四川省生态环境保护规划
（2026—2030年）
四川省生态环境厅
第一章 现状
环境质量持续改善，全省生态安全格局更加稳固。
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(lexicon_of(SEEDS))


def facts_of(text: str, engine: Engine, spec: DocumentSpec | None = None) -> Facts:
    source = join_files([("page.txt", text.encode())])
    return read_document(Document(spec or DocumentSpec("page", "", ("page.txt",)), source), engine).facts


def test_a_notice_of_a_city(engine: Engine) -> None:
    facts = facts_of(NOTICE, engine)
    assert facts.issuers == ("成都市人民政府办公厅",)
    assert (facts.kind, facts.level, facts.admin_code) == ("notice", "市", "510100")
    assert (facts.document_number, facts.announced_on) == ("成办发〔2024〕12号", date(2024, 3, 15))
    assert (facts.year_from, facts.year_to) == (2024, 2026)


def test_a_body_that_leaves_out_its_place_and_a_contact_over_its_name(engine: Engine) -> None:
    facts = facts_of(WITH_CONTACT, engine)
    assert facts.issuers == ("市防汛抗旱指挥部",)
    assert (facts.kind, facts.level, facts.announced_on) == ("notice", "市", date(2024, 4, 20))


def test_a_report_names_its_government_by_a_level_alone(engine: Engine) -> None:
    facts = facts_of(COUNTY_REPORT, engine)
    assert facts.issuers == ("泸定县人民政府",)
    assert (facts.kind, facts.level, facts.admin_code) == ("report", "县", "513322")
    assert facts.announced_on == date(2026, 1, 12)
    assert (facts.year_from, facts.year_to) == (2026, 2026)


def test_a_report_without_head_says_what_it_is(engine: Engine) -> None:
    facts = facts_of(BARE_REPORT, engine)
    assert (facts.title, facts.issuers) == ("政府工作报告", ("国务院",))
    assert (facts.level, facts.admin_code, facts.year_from) == ("国家", None, 2026)
    origins = {fact.field: fact.origin for fact in facts.found}
    assert origins["title"] == "first sentence of the report"
    assert origins["year_from"] == "title of the chapter that looks back"


def test_a_local_law_is_of_the_congress_that_passed_it(engine: Engine) -> None:
    facts = facts_of(LOCAL_LAW, engine)
    assert facts.issuers == ("四川省人民代表大会常务委员会",)
    assert (facts.kind, facts.level, facts.announced_on) == ("law", "省", date(2021, 11, 25))


def test_an_order_has_its_number_and_its_issuer(engine: Engine) -> None:
    facts = facts_of(ORDER, engine)
    assert (facts.issuers, facts.document_number) == (("深圳市人民政府",), "深圳市人民政府令第358号")
    assert (facts.kind, facts.admin_code) == ("measures", "440300")


def test_a_plan_says_its_years_and_its_office_below_the_title(engine: Engine) -> None:
    facts = facts_of(PLAN, engine)
    assert facts.issuers == ("四川省生态环境厅",)
    assert (facts.kind, facts.year_from, facts.year_to) == ("plan", 2026, 2030)


def test_the_description_is_believed_first(engine: Engine) -> None:
    spec = DocumentSpec(
        "page", "某计划", ("page.txt",), kind="measures", level="省", admin_code="510000", year_from=2020
    )
    facts = facts_of(COUNTY_REPORT, engine, spec)
    assert (facts.kind, facts.level, facts.admin_code) == ("measures", "省", "510000")
    assert facts.year_from == 2020
    assert next(fact.is_used for fact in facts.found if fact.field == "kind")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("国务院关于印发某规划的通知", "notice"),
        ("某省国民经济和社会发展第十五个五年规划纲要（草案）", "plan"),
        ("某县2026年重点工作责任分解表", "plan"),
        ("某市2026年民生实事项目", "plan"),
        ("某区人大代表", None),
        ("关于推进某事的若干意见", "opinion"),
        ("2026年政府工作报告", "report"),
        ("优化营商环境条例", "law"),
        ("某管理办法（试行）", "measures"),
        ("某省十三五规划（改革创新）", "plan"),
        ("促进成果转化行动方案（省）", "plan"),
        ("某县概况（旅游）", None),
        ("某省人民政府关于某事的批复", "reply"),
        ("中共中央关于制定第十五个五年规划的建议", "plan"),
        ("高举旗帜团结奋斗", None),
        ("新工作方法", None),
    ],
)
def test_the_kind_is_the_word_that_a_title_ends_in(title: str, kind: str | None) -> None:
    assert kind_of_title(title) == kind


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (["违反本法规定的，责令改正。", "本法自2026年1月1日起施行。"], "law"),
        (["本条例所称水库，是指大型水库。", "本条例自公布之日起施行。"], "law"),
        (["本办法适用于本市。", "本办法自公布之日起施行，本办法由市水务局解释。"], "measures"),
        (["本规划期限为五年。", "落实本规划提出的任务。"], "plan"),
        # Once may be a quotation, and two names are those of a notice with what it hands on.
        (["违反本法规定的，责令改正。"], None),
        (["本通知自印发之日起施行。", "本办法由市水务局解释。"], None),
        (["依据基本法和本法官的职责，找到根本办法。"] * 2, None),
        (["编制成本计划，落实资本规划。"] * 2, None),
    ],
)
def test_the_kind_of_a_text_without_title_is_what_it_calls_itself(texts: list[str], kind: str | None) -> None:
    assert kind_of_text(texts) == kind


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("2026年某省政府工作报告", (2026, 2026)),
        ("某市“十五五”规划和2035年远景目标纲要", (2026, 2030)),
        ("某市总体规划（2021—2035年）", (2021, 2035)),
        ("关于一九五八年度国民经济计划草案的报告", (1958, 1958)),
        ("关于2025年计划执行情况与2026年计划草案的报告", (2026, 2026)),
        ("1956年工作报告关于1955年国家决算和1956年国家预算的报告", (1956, 1956)),
        ("关于2024年决算和2022年审计情况的报告", None),
        ("某管理办法", None),
        ("台中市政府115年度施政计划", (2026, 2026)),
    ],
)
def test_the_years_of_a_title(title: str, years: tuple[int, int] | None) -> None:
    assert years_of_title(title) == years


def test_the_term_of_a_text() -> None:
    assert years_of_text(["前言。", "规划期限为2021年至2035年。"]) == (2021, 2035)
    assert years_of_text(["2021年至2022年建成。"]) is None
    assert year_after_review(["一、2025年工作回顾"]) == 2026
    assert year_after_review(["一、形势"]) is None


def test_bodies_by_their_whole_names() -> None:
    assert full_body("省政府", "四川省") == "四川省人民政府"
    assert full_body("市人民政府", "四川省") is None
    assert full_body("第十九届中央委员会", None) == "中国共产党第十九届中央委员会"
    assert title_issuers("中共中央 国务院关于某事的意见") == ("中共中央", "国务院")
    assert title_issuers("某规划") == ()


def test_places_and_levels() -> None:
    assert place_names(("国务院办公厅",), None, "") == ["全国"]
    assert place_names(("中共河南省委", "河南省人民政府"), None, "") == ["河南省"]
    assert place_names(("北京市规划和自然资源委员会",), None, "") == ["北京市"]
    assert [level_of_code(code) for code in ("510000", "510100", "510116")] == ["省", "市", "县"]
    assert [level_of_name(name) for name in ("重庆市", "甘孜州", "泸定县", "某市")] == [
        "省",
        "市",
        "县",
        None,
    ]


ORDER_OVER_ITS_NUMBER = """四川省人民政府令
第361号
《四川省节约用水办法》已经省人民政府第13次常务会议审议通过，现予公布，自2023年12月1日起施行。
省长 黄某
2023年9月18日
四川省节约用水办法
第一章 总则
第一条 为了节约用水，制定本办法。
"""
PLAN_REPORT = """关于2025年计划执行情况与2026年计划草案的报告
——2026年3月5日在第十四届全国人民代表大会第四次会议上
国家发展和改革委员会
各位代表：
受国务院委托，现将2025年计划执行情况与2026年计划草案提请审查。
一、2025年计划执行情况
国内生产总值增长5%，城镇新增就业1200万人，粮食产量稳定增长。
"""


def test_an_order_says_its_number_in_two_lines(engine: Engine) -> None:
    facts = facts_of(ORDER_OVER_ITS_NUMBER, engine)
    assert (facts.document_number, facts.issuers) == ("四川省人民政府令第361号", ("四川省人民政府",))
    assert (facts.title, facts.kind, facts.level) == ("四川省节约用水办法", "measures", "省")


def test_a_report_on_a_plan_is_of_the_year_that_it_proposes(engine: Engine) -> None:
    facts = facts_of(PLAN_REPORT, engine)
    assert (facts.issuers, facts.level) == (("国家发展和改革委员会",), "国家")
    assert (facts.kind, facts.year_from, facts.year_to) == ("report", 2026, 2026)


def test_a_law_is_announced_on_the_day_of_its_order_and_not_when_it_holds(engine: Engine) -> None:
    facts = facts_of(
        "用水条例\n2019年10月8日 国务院第66次常务会议通过\n2019年10月22日 中华人民共和国国务院令第722号公布\n"
        "2020年1月1日 施行\n第一章 总则\n第一条 为了节约用水，制定本条例。\n"
        "第二条 本条例自2020年1月1日起施行。\n",
        engine,
    )
    assert (facts.announced_on, facts.effective_on) == (date(2019, 10, 22), date(2020, 1, 1))


@pytest.mark.parametrize(
    ("title", "day"), [("临江市2025年政府工作报告", None), ("临江市用水管理办法", date(2020, 1, 1))]
)
def test_a_report_holds_from_no_day(title: str, day: date | None, engine: Engine) -> None:
    facts = facts_of(
        f"{title}\n一、用水\n印发节水办法，自2020年1月1日起施行。\n二、排水\n建设管网。\n", engine
    )
    assert facts.effective_on == day


BUDGET = """关于临江市2025年预算执行情况和2026年预算草案的报告
——2026年1月15日在临江市第九届人民代表大会第六次会议上
{speaker}
各位代表：
受市人民政府委托，现将2026年预算草案提请大会审议。
"""


@pytest.mark.parametrize(
    ("speaker", "issuers"),
    [
        ("市财政局局长　周某某", ("临江市财政局",)),
        ("临江市发展和改革委员会主任 李 某", ("临江市发展和改革委员会",)),
        ("市人民检察院检察长　王某", ("临江市人民检察院",)),
        ("市委常委、秘书长　张某", ()),
    ],
)
def test_who_reports_to_a_congress_speaks_for_an_office(
    speaker: str, issuers: tuple[str, ...], engine: Engine
) -> None:
    assert facts_of(BUDGET.format(speaker=speaker), engine).issuers == issuers
