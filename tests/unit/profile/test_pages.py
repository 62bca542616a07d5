"""Facts of texts as people have them: saved pages, orders, law databases, explanations; all are invented."""

from __future__ import annotations

from datetime import date

import pytest

from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine
from tests.unit.profile.test_heads import facts_of

BODY = "为推动陶瓷产业高质量发展，促进农民增收，结合实际，制定以下措施，请认真贯彻执行。"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(lexicon_of(SEEDS))


def test_the_headline_of_an_account_is_no_title(engine: Engine) -> None:
    facts = facts_of(
        "重磅！漳浦陶瓷新政，最高奖励500万元\n原创 漳浦发布 漳浦发布\n2026年3月18日 17:30 福建\n\n"
        f"漳浦县人民政府关于支持陶瓷产业高质量发展的若干措施\n\n{BODY}\n一、支持技术改造\n{BODY}\n"
        "本措施自2026年4月1日起施行。\n漳浦县人民政府\n2026年3月16日\n",
        engine,
    )
    assert facts.title == "漳浦县人民政府关于支持陶瓷产业高质量发展的若干措施"
    assert (facts.kind, facts.announced_on) == ("measures", date(2026, 3, 16))


COURT = """中华人民共和国最高人民法院公告
《最高人民法院关于审理船舶碰撞案件的解释》已于2025年9月15日由最高人民法院审判委员会第90次会议通过，现予公布，自2025年12月1日起施行。
最高人民法院
2025年11月3日
法释〔2025〕90号
最高人民法院
关于审理船舶碰撞案件的解释
（2025年9月15日最高人民法院审判委员会第90次会议通过）
为正确审理船舶碰撞案件，制定本解释。
第一条 船舶发生碰撞的，承运人应当赔偿。
"""


def test_an_order_has_title_and_number_of_what_it_puts_out(engine: Engine) -> None:
    facts = facts_of(COURT, engine)
    assert facts.title.endswith("关于审理船舶碰撞案件的解释")
    assert facts.document_number == "法释〔2025〕90号"
    alone = COURT[: COURT.index("法释")]
    assert facts_of(alone, engine).title == "最高人民法院关于审理船舶碰撞案件的解释"


def test_an_order_with_a_year_among_its_notes(engine: Engine) -> None:
    facts = facts_of(
        "衡水市扬尘污染防治办法\n（2025年10月20日衡水市人民政府第50次常务会议通过 "
        "2025年10月30日衡水市人民政府令〔2025〕第3号公布 自2026年1月1日起施行）\n"
        "第一条 为了防治扬尘污染，制定本办法。\n",
        engine,
    )
    assert facts.document_number == "衡水市人民政府令〔2025〕第3号"
    assert (facts.issuers, facts.announced_on) == (("衡水市人民政府",), date(2025, 10, 30))


def test_a_court_speaks_for_its_place(engine: Engine) -> None:
    facts = facts_of(
        "遂宁市人民检察院工作报告\n——2026年1月14日在遂宁市第八届人大第七次会议上\n各位代表：\n"
        f"现在，我代表市人民检察院，向大会报告工作，请予审议。\n一、2025年工作回顾\n{BODY}\n",
        engine,
    )
    assert facts.issuers == ("遂宁市人民检察院",)


LAW_OF_TAIWAN = """法規名稱： 臺南市行道樹保護自治條例
公發布日： 民國 114 年 07 月 18 日
發文字號： 府法規字第1140900001A號 令
法規體系： 工務類
第 1 條
臺南市政府為保護行道樹，特制定本自治條例。
第 2 條
本自治條例自公布日施行。
"""


def test_a_law_database_of_taiwan(engine: Engine) -> None:
    facts = facts_of(LAW_OF_TAIWAN, engine)
    assert (facts.title, facts.document_number) == ("臺南市行道樹保護自治條例", "府法规字第1140900001A号")
    assert (facts.announced_on, facts.effective_on) == (date(2025, 7, 18), date(2025, 7, 18))


@pytest.mark.parametrize(
    ("head", "title", "code"),
    [
        (
            "《江苏省船舶污染防治办法（草案）》\n起草说明",
            "《江苏省船舶污染防治办法（草案）》起草说明",
            "320000",
        ),
        ("政策解读\n《辽宁省陶瓷产业政策》解读", "《辽宁省陶瓷产业政策》解读", "210000"),
        (
            "涉县人民政府关于做好供水工作的通知\n涉政发〔2026〕2号",
            "涉县人民政府关于做好供水工作的通知",
            "130426",
        ),
        (
            "邯郸市涉县人民政府关于做好供水工作的通知\n涉政发〔2026〕2号",
            "邯郸市涉县人民政府关于做好供水工作的通知",
            "130426",
        ),
        (
            "西畴县2025年供水方案\n发布时间：2025-03-03 16:20　来源：县水务局\n"
            "西畴县人民政府关于做好2025年供水工作的通知",
            "西畴县人民政府关于做好2025年供水工作的通知",
            "532623",
        ),
    ],
)
def test_whose_it_is(engine: Engine, head: str, title: str, code: str) -> None:
    facts = facts_of(f"{head}\n{BODY}\n一、总体要求\n{BODY}\n二、有关要求\n{BODY}\n", engine)
    assert (facts.title, facts.admin_code) == (title, code)


def test_what_is_said_of_a_meeting_is_no_title(engine: Engine) -> None:
    text = f"合肥市举行智慧养老发布会\n时间：2025年11月12日上午10:00\n地点：市政务中心\n{BODY}\n{BODY}\n"
    facts = facts_of(text, engine)
    assert (facts.title, facts.year_from) == ("合肥市举行智慧养老发布会", None)


def test_a_speech_without_a_title_says_that_it_is_a_report(engine: Engine) -> None:
    text = f"同志们：\n现在，我代表第九届市委员会向大会作报告。\n{BODY}\n一、过去五年的工作\n{BODY}\n"
    assert facts_of(text, engine).kind == "report"
    assert facts_of(text.replace("向大会作报告", "向同志们致以问候"), engine).kind is None


FOOT = (
    f"关于做好供水工作的通知\n各乡镇人民政府：\n{BODY}\n涉县人民政府\n2025年4月18日\n涉政办发〔2025〕16号\n"
)


def test_the_number_may_stand_below_the_day(engine: Engine) -> None:
    assert facts_of(f"{FOOT}{BODY}\n", engine).document_number == "涉政办发〔2025〕16号"
    other = f"{FOOT}邯郸市水利局关于做好供水工作的意见\n{BODY}\n一、总体要求\n{BODY}\n"
    assert facts_of(other, engine).document_number is None


def test_the_term_of_a_government_is_no_part_of_its_name(engine: Engine) -> None:
    text = (
        "广东省城市排水管理规定\n《广东省城市排水管理规定》已经2025年9月1日十四届广东省人民政府第60次常务会议通过，"
        f"现予公布，自2025年11月1日起施行。\n第一条 {BODY}\n"
    )
    assert facts_of(text, engine).issuers == ("广东省人民政府",)


@pytest.mark.parametrize("column", ["公示公告", "新闻发布", "搜索\n政府文件"])
def test_the_name_of_a_column_is_no_title(engine: Engine, column: str) -> None:
    text = f"{column}\n赤峰市人民政府2026年重大行政决策事项目录\n{BODY}\n{BODY}\n"
    assert facts_of(text, engine).title == "赤峰市人民政府2026年重大行政决策事项目录"
