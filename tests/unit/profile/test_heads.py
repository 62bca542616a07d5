"""Heads of dispatches, minutes, orders and notices as offices print them; all are invented."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from gangyao.document.facts import Facts
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.outline.document_titles import without_page_marks
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine, read_document
from gangyao.profile.bodies import full_body

MINUTES = """青溪县人民政府常务会议纪要
〔2025〕第8号
青溪县人民政府办公室　　　　　2025年6月12日
2025年6月10日，县长陈某某主持召开第32次常务会议。现纪要如下：
一、会议审议了《青溪县城市更新实施方案》。会议要求，县住建局要尽快修改完善。
"""
MINUTES_WITH_LETTERHEAD = """会 议 纪 要
第15期
云州市发展和改革委员会　2024年3月5日
关于研究加快推进综合货运枢纽建设有关问题的会议纪要
2024年3月1日，市政府副秘书长李某在第二会议室主持召开专题会议。
一、由市交通运输局牵头，尽快完成前期工作。
"""
MINUTES_WITH_TIME = """武陵县人民政府专题会议纪要
〔2025〕23号
时间：2025年6月10日上午
地点：第二会议室
2025年6月10日，县长李某主持召开专题会议。纪要如下：
一、由水利局牵头，抓紧抢修供水管网。
"""
OF_THREE_OFFICES = """云州市教育局
云州市财政局
云州市民政局
文件
云教发〔2025〕12号
关于印发《云州市幼儿园管理办法》的通知
各县（市、区）教育局、财政局、民政局，各有关单位：
现将《云州市幼儿园管理办法》印发给你们，请认真贯彻执行。
云州市教育局　云州市财政局　云州市民政局
2025年5月20日
"""
OF_A_BUREAU_OF_A_MINISTRY = """国家能源局综合司关于报送电力规划研究课题的函
国能综函电力〔2025〕88号
各省能源局：
请于2025年12月15日前报送课题建议。
国家能源局综合司
2025年11月3日
"""
ORDER_OF_MACAO = """第45/2025號行政長官批示
行政長官行使職權，作出本批示。
一、設立青年發展基金督導委員會。
二、本批示自公佈翌日起生效。
"""
NEWSLETTER = """防汛工作简报
第27期
云州市防汛指挥部办公室　　　　2025年7月2日
全市召开防汛会商会
7月2日，市防汛指挥部召开会商会，部署防范工作。
各县要落实值班制度。
"""
LETTERHEAD = """000123
机密★1年
特急
四川省发展和改革委员会文件
川发改规划〔2025〕118号
四川省发展和改革委员会
关于印发《四川省县域经济高质量发展
实施方案（2025—2027年）》的通知
各市（州）人民政府，省级有关部门：
《四川省县域经济高质量发展实施方案（2025—2027年）》已经省政府同意，现印发给你们，请认真贯彻执行。
四川省发展和改革委员会
2025年4月9日
"""
ANNOUNCEMENT = """国家税务总局关于优化纳税服务若干事项的公告
国家税务总局公告2025年第12号
为进一步优化税收营商环境，现将有关事项公告如下：
一、自2025年7月1日起，扩大电子发票适用范围。
国家税务总局
2025年5月20日
"""
ORDER = """中华人民共和国国务院令
第795号
《城市公共交通条例》已经国务院第39次常务会议通过，现予公布，自2024年12月1日起施行。
总理　李某
2024年10月17日
城市公共交通条例
第一章　总则
第一条　为了推动城市公共交通高质量发展，制定本条例。
"""
ANNOUNCEMENT_WITH_NAME = """国家税务总局公告
2025年第13号
关于优化纳税服务若干事项的公告
为进一步优化税收营商环境，现将有关事项公告如下：
一、自2025年7月1日起，扩大电子发票适用范围。
国家税务总局
2025年5月20日
"""
ORDER_ON_ONE_LINE = """交通运输部令2025年第6号
道路旅客运输及客运站管理规定
（2020年7月6日交通运输部公布 根据2025年3月2日《交通运输部关于修改〈某规定〉的决定》修正）
第一章 总则
第一条 为规范道路旅客运输经营活动，制定本规定。
"""
CONGRESS = """江西省人民代表大会常务委员会公告
第68号
《江西省数字经济促进条例》已于2024年11月28日通过，现予公布，自2025年3月1日起施行。
江西省人民代表大会常务委员会
2024年11月28日
江西省数字经济促进条例
（2024年11月28日江西省第十四届人民代表大会常务委员会第十二次会议通过）
第一章 总则
第一条 为了促进数字经济发展，结合本省实际，制定本条例。
"""
COMMENDATION = """湖南省人民政府办公厅关于2024年度真抓实干成效明显地区的通报
湘政办发〔2025〕7号
各市州、县市区人民政府，省政府各厅委、各直属机构：
为进一步激励各地担当作为，经省人民政府同意，对20个市县予以通报表扬。
湖南省人民政府办公厅
2025年3月11日
"""
LETTER_OF_TAIWAN = """行政院函
發文日期：中華民國113年5月6日
發文字號：院臺經字第1131008888號
主旨：所報「淨零轉型行動計畫」一案，准予核定，請照計畫確實推動。
說明：
一、復貴會113年4月1日函。
"""
PLAN_OF_TAIWAN = """國家發展委員會
國家發展計畫（114至117年四年計畫暨114年計畫）
中華民國114年1月
壹、國家發展目標
一、推動產業升級，強化創新研發。
"""
ON_ONE_LINE = """首页　机构概况　政务公开
字号：大 中 小
发布时间：2026-02-11　来源：市政府办
云州市人民政府办公室关于印发云州市2026年工作要点的通知
云政办规〔2026〕1号
各县、区人民政府，市政府各有关单位：
经市政府同意，现将《云州市2026年工作要点》印发给你们，请认真组织实施。
云州市人民政府办公室　2026年2月10日
"""
OF_TWO_MINISTRIES = """中华人民共和国生态环境部
中华人民共和国国家发展和改革委员会 令
第36号
《生态环境统计管理办法》已由部务会议审议通过，现予公布，自2025年1月1日起施行。
生态环境部部长　黄某某
2024年11月20日
生态环境统计管理办法
第一章　总则
第一条　为了规范生态环境统计，制定本办法。
"""
ANNOUNCEMENT_OF_TAIWAN = """經濟部　公告
中華民國114年3月12日
經能字第11458001230號
主旨：公告「再生能源電能躉購費率」。
公告事項：
一、費率如附表。
"""
OLD_REPORT = """1988年政府工作报告——１９８８年３月２５日在第七届全国人民代表大会第一次会议上
国务院总理李某
各位代表！
过去五年是很不平凡的五年，各项事业都取得了显著的成就。
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(lexicon_of(SEEDS))


def facts_of(text: str, engine: Engine) -> Facts:
    source = join_files([("page.txt", text.encode())])
    return read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine).facts


@pytest.mark.parametrize(
    ("text", "title", "number", "issuers", "day", "kind"),
    [
        (
            MINUTES,
            "青溪县人民政府常务会议纪要",
            "〔2025〕第8号",
            ("青溪县人民政府办公室",),
            date(2025, 6, 12),
            None,
        ),
        (
            MINUTES_WITH_LETTERHEAD,
            "关于研究加快推进综合货运枢纽建设有关问题的会议纪要",
            "第15期",
            ("云州市发展和改革委员会",),
            date(2024, 3, 5),
            None,
        ),
        (
            LETTERHEAD,
            "四川省发展和改革委员会关于印发《四川省县域经济高质量发展实施方案（2025—2027年）》的通知",
            "川发改规划〔2025〕118号",
            ("四川省发展和改革委员会",),
            date(2025, 4, 9),
            "notice",
        ),
        (
            ANNOUNCEMENT,
            "国家税务总局关于优化纳税服务若干事项的公告",
            "国家税务总局公告2025年第12号",
            ("国家税务总局",),
            date(2025, 5, 20),
            "notice",
        ),
        (
            ANNOUNCEMENT_WITH_NAME,
            "关于优化纳税服务若干事项的公告",
            "国家税务总局公告2025年第13号",
            ("国家税务总局",),
            date(2025, 5, 20),
            "notice",
        ),
        (
            ORDER,
            "城市公共交通条例",
            "中华人民共和国国务院令第795号",
            ("国务院",),
            date(2024, 10, 17),
            "law",
        ),
        (
            ORDER_ON_ONE_LINE,
            "道路旅客运输及客运站管理规定",
            "交通运输部令2025年第6号",
            ("交通运输部",),
            date(2025, 3, 2),
            "measures",
        ),
        (
            CONGRESS,
            "江西省数字经济促进条例",
            "江西省人民代表大会常务委员会公告第68号",
            ("江西省人民代表大会常务委员会",),
            date(2024, 11, 28),
            "law",
        ),
        (
            COMMENDATION,
            "湖南省人民政府办公厅关于2024年度真抓实干成效明显地区的通报",
            "湘政办发〔2025〕7号",
            ("湖南省人民政府办公厅",),
            date(2025, 3, 11),
            "notice",
        ),
        (
            LETTER_OF_TAIWAN,
            "行政院函",
            "院台经字第1131008888号",
            ("行政院",),
            date(2024, 5, 6),
            "reply",
        ),
        (
            PLAN_OF_TAIWAN,
            "国家发展计划（114至117年四年计划暨114年计划）",
            None,
            ("国家发展委员会",),
            None,
            "plan",
        ),
        (
            MINUTES_WITH_TIME,
            "武陵县人民政府专题会议纪要",
            "〔2025〕23号",
            ("武陵县人民政府",),
            date(2025, 6, 10),
            None,
        ),
        (
            OF_THREE_OFFICES,
            "关于印发《云州市幼儿园管理办法》的通知",
            "云教发〔2025〕12号",
            ("云州市教育局", "云州市财政局", "云州市民政局"),
            date(2025, 5, 20),
            "notice",
        ),
        (
            OF_A_BUREAU_OF_A_MINISTRY,
            "国家能源局综合司关于报送电力规划研究课题的函",
            "国能综函电力〔2025〕88号",
            ("国家能源局综合司",),
            date(2025, 11, 3),
            "reply",
        ),
        (
            ORDER_OF_MACAO,
            "第45/2025号行政长官批示",
            "第45/2025号",
            ("澳门特别行政区行政长官",),
            None,
            None,
        ),
        (
            NEWSLETTER,
            "防汛工作简报",
            "第27期",
            ("云州市防汛指挥部办公室",),
            date(2025, 7, 2),
            None,
        ),
        (
            ON_ONE_LINE,
            "云州市人民政府办公室关于印发云州市2026年工作要点的通知",
            "云政办规〔2026〕1号",
            ("云州市人民政府办公室",),
            date(2026, 2, 10),
            "notice",
        ),
        (
            OF_TWO_MINISTRIES,
            "生态环境统计管理办法",
            "中华人民共和国生态环境部中华人民共和国国家发展和改革委员会令第36号",
            ("中华人民共和国生态环境部",),
            date(2024, 11, 20),
            "measures",
        ),
        (
            ANNOUNCEMENT_OF_TAIWAN,
            "经济部公告",
            "经能字第11458001230号",
            ("经济部",),
            date(2025, 3, 12),
            "notice",
        ),
        (
            OLD_REPORT,
            "1988年政府工作报告",
            None,
            ("国务院",),
            date(1988, 3, 25),
            "report",
        ),
    ],
    ids=lambda value: value[:8] if isinstance(value, str) and "\n" in value else "",
)
def test_a_head_says_what_it_is(
    engine: Engine,
    text: str,
    title: str,
    number: str | None,
    issuers: tuple[str, ...],
    day: date | None,
    kind: str | None,
) -> None:
    facts = facts_of(text, engine)
    assert (facts.title, facts.document_number, facts.issuers) == (title, number, issuers)
    assert (facts.announced_on, facts.kind) == (day, kind)


def test_a_region_of_its_own_is_of_the_level_of_a_province(engine: Engine) -> None:
    facts = facts_of(ORDER_OF_MACAO, engine)
    assert (facts.level, facts.admin_code) == ("省", "820000")


def test_years_of_the_republic_in_a_title(engine: Engine) -> None:
    facts = facts_of(PLAN_OF_TAIWAN, engine)
    assert (facts.year_from, facts.year_to) == (2025, 2028)


def test_the_name_of_the_state_is_no_part_of_the_issuer() -> None:
    assert full_body("中华人民共和国国务院", None) == "国务院"


CIRCULAR = """发展局通函（工务）第6/2025号
公共工程合约采用组装合成的建造方式
发文日期：2025年4月22日
目的
2. 各工务部门须评估采用的可行性。
"""
AMENDED = """云州市环境保护条例
（2004年5月28日云州市第十二届人民代表大会常务委员会第十一次会议通过　\
根据2010年7月30日甲省第十一届人民代表大会常务委员会第十六次会议批准的\
《云州市人民代表大会常务委员会关于修改部分法规的决定》第一次修正　\
2021年3月31日云州市第十五届人民代表大会常务委员会第四十次会议修订）
第一章　总则
第一条　为了保护和改善环境，制定本条例。
"""
OF_A_PAGE = """信息公开
索引号：11330327002/2025-00317
云州市人民政府办公室
关于做好秋季开学前校园安全工作的通知
各乡镇人民政府：
为做好校园安全工作，现将有关事项通知如下：
一、压实责任。
云州市人民政府办公室
2025年8月14日
"""


def test_a_circular_of_hong_kong_says_its_number_and_office(engine: Engine) -> None:
    facts = facts_of(CIRCULAR, engine)
    assert (facts.document_number, facts.issuers) == ("发展局通函（工务）第6/2025号", ("发展局",))


def test_who_passed_a_law_is_no_act_of_its_amendments(engine: Engine) -> None:
    facts = facts_of(AMENDED, engine)
    assert (facts.issuers, facts.announced_on) == (("云州市人民代表大会常务委员会",), date(2021, 3, 31))


def test_what_a_page_prints_over_its_text_is_no_title(engine: Engine) -> None:
    assert facts_of(OF_A_PAGE, engine).title == "云州市人民政府办公室关于做好秋季开学前校园安全工作的通知"


def test_a_congress_numbers_its_notice_in_brackets(engine: Engine) -> None:
    text = (
        "甲省人民代表大会常务委员会公告\n（第三十二号）\n《甲省湿地条例》已由甲省第十四届人民代表大会常务委员会第六次会议于"
        "2025年3月27日通过，现予公布。\n甲省人民代表大会常务委员会\n2025年3月27日\n"
    )
    assert facts_of(text, engine).document_number == "甲省人民代表大会常务委员会公告第三十二号"


def test_who_approves_the_law_of_another_congress_does_not_issue_it(engine: Engine) -> None:
    text = (
        "恩施土家族苗族自治州清江保护条例\n（2024年12月20日恩施土家族苗族自治州第九届人民代表大会"
        "常务委员会第十八次会议通过　"
        "2025年3月27日湖北省第十四届人民代表大会"
        "常务委员会第十六次会议批准）\n第一章　总则\n第一条　为了保护清江，制定本条例。\n"
    )
    assert facts_of(text, engine).issuers == ("恩施土家族苗族自治州人民代表大会常务委员会",)


def test_offices_on_lines_of_their_own_stay_apart_in_a_title(engine: Engine) -> None:
    text = (
        "退役军人事务部　中央军委政治工作部\n财政部　人力资源社会保障部\n关于做好随军家属安置工作的意见\n"
        "退役军人部发〔2025〕14号\n"
        "各省、自治区、直辖市退役军人事务厅（局）：\n现提出以下意见。\n一、拓宽渠道。\n"
    )
    assert facts_of(text, engine).title.startswith(
        "退役军人事务部　中央军委政治工作部 财政部　人力资源社会保障部关于"
    )


def test_a_title_goes_on_while_its_brackets_are_open(engine: Engine) -> None:
    text = (
        "甲集团有限公司文件\n甲集发〔2025〕77号\n关于印发《甲集团有限公司\n安全生产三年行动方案\n（2025—2027年）》的通知\n"
        "各子公司：\n现将方案印发给你们，请遵照执行。\n甲集团有限公司\n2025年2月26日\n"
    )
    assert (
        facts_of(text, engine).title == "关于印发《甲集团有限公司安全生产三年行动方案（2025—2027年）》的通知"
    )


def test_a_short_signature_is_the_whole_name_of_the_title(engine: Engine) -> None:
    text = (
        "全国爱国卫生运动委员会关于印发《评审办法》的通知\n全爱卫发〔2025〕3号\n各省爱卫会：\n现将办法印发给你们。\n"
        "全国爱卫会\n2025年1月16日\n"
    )
    assert facts_of(text, engine).issuers == ("全国爱国卫生运动委员会",)


def test_a_company_is_not_the_nation_and_its_seal_is_no_name(engine: Engine) -> None:
    text = (
        "国家能源集团有限公司关于印发重点任务的通知\n国能办〔2026〕1号\n各单位：\n现将任务印发给你们。\n"
        "国家能源集团有限公司（印）\n2026年1月8日\n"
    )
    found = facts_of(text, engine)
    assert (found.issuers, found.level) == (("国家能源集团有限公司",), None)
    assert found.announced_on == date(2026, 1, 8)


def test_a_dispatch_within_its_news_is_named_by_its_own_title(engine: Engine) -> None:
    facts = facts_of(
        "云州市人民政府印发《关于加强消防工作的意见》\n"
        "2025-10-24 17:00　来源：云州日报　【字体：大 中 小】\n"
        "云州10月24日电　云州市人民政府日前印发《关于加强消防工作的意见》，全文如下：\n"
        "云州市人民政府关于加强消防工作的意见\n"
        "云政发〔2025〕38号\n"
        "各县（区）人民政府：\n"
        "为加强消防工作，现提出以下意见。\n"
        "一、总体要求\n"
        "到2030年，消防体系基本完善。\n",
        engine,
    )
    assert facts.title == "云州市人民政府关于加强消防工作的意见"
    assert facts.document_number == "云政发〔2025〕38号"


ON_A_SITE = """您的位置: 首页 » 法规资料网 » 法律法规 »
云州市人民政府关于印发《云州市水库管理规定》的通知
时间:2024-07-12 10:15:15 来源: 法规资料网 作者:法规资料网 阅读:985
下载地址: 点击此处下载
云州市人民政府关于印发《云州市水库管理规定》的通知
青岭省云州市人民政府
云州市人民政府关于印发《云州市水库管理规定》的通知
各县(市、区)人民政府,市直各单位:
《云州市水库管理规定》已经市人民政府第3次常务会议研究通过,现印发给你们,请遵照执行。
二○○七年二月十二日
云州市水库管理规定
第一条 为了加强水库管理,制定本规定。
第二条 市水利局负责水库的监督管理。
"""
ORDER_ON_A_SITE = """青岭省水库管理规定
时间:2024-05-28 02:36:56 来源: 法规资料网 作者:法规资料网 阅读:98
下载地址: 点击此处下载
青岭省水库管理规定
青岭省人民政府令第136号
《青岭省水库管理规定》已经2009年12月10日青岭省人民政府第88次常务会议通过,现予公布,自2010年2月1日起施行。
省长 李某
二○○九年十二月二十三日
青岭省水库管理规定
第一条 为了加强水库管理,制定本规定。
第二条 水行政主管部门负责水库的监督管理。
"""
WITH_NUMBERS_IN_TITLES = """云政发〔2014〕20号《云州市人民政府关于深化预算改革的实施意见》
浏览量:          时间:2016-01-17 23:45:19
云州市人民政府关于深化预算改革的实施意见
云政发〔2014〕20号
各县人民政府,市政府各部门:
为深化预算改革,提出以下意见。
一、总体要求
完善预算管理。
"""


def test_a_site_prints_the_title_twice_over_the_dispatch(engine: Engine) -> None:
    facts = facts_of(ON_A_SITE, engine)
    assert (facts.title, facts.kind) == ("云州市人民政府关于印发《云州市水库管理规定》的通知", "notice")
    assert facts.announced_on == date(2007, 2, 12)


def test_an_order_on_a_site_says_who_passed_it(engine: Engine) -> None:
    facts = facts_of(ORDER_ON_A_SITE, engine)
    assert (facts.title, facts.issuers) == ("青岭省水库管理规定", ("青岭省人民政府",))
    assert facts.document_number == "青岭省人民政府令第136号"
    assert (facts.announced_on, facts.effective_on) == (date(2009, 12, 23), date(2010, 2, 1))


def test_a_title_is_read_without_its_number(engine: Engine) -> None:
    facts = facts_of(WITH_NUMBERS_IN_TITLES, engine)
    assert facts.title == "云州市人民政府关于深化预算改革的实施意见"
    assert (facts.issuers, facts.document_number) == (("云州市人民政府",), "云政发〔2014〕20号")


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("关于做好供水工作的通知（云水发〔2025〕6号）", "云水发〔2025〕6号"),
        ("【关于做好供水工作的通知（云水发〔2025〕6号）】-云州市水利局", "云水发〔2025〕6号"),
        ("关于做好供水工作的通知（全文）", None),
    ],
)
def test_what_pages_print_around_a_title(title: str, number: str | None) -> None:
    assert without_page_marks(title) == ("关于做好供水工作的通知", number)


def test_blanks_in_a_title_are_passed_once() -> None:
    line = "关于做好供水工作的通知" + " " * 100_000 + "附"
    start = process_time()
    assert without_page_marks(line) == (line, None)
    # It took a few milliseconds when this was written, and 20,000 blanks seconds before.
    assert process_time() - start < 1


def test_a_law_of_the_state_council_says_so_below_its_text(engine: Engine) -> None:
    facts = facts_of(
        "水库安全管理条例\n第一条\n为了保障水库安全，制定本条例。\n第二条\n国家加强水库管理。\n水库安全管理条例\n"
        "《水库安全管理条例》已经2024年8月30日国务院第40次常务会议通过，现予公布，自2025年1月1日起施行。\n",
        engine,
    )
    assert (facts.issuers, facts.level) == (("国务院",), "国家")


def test_a_reply_speaks_of_no_years_of_its_own(engine: Engine) -> None:
    facts = facts_of(
        "青岭省人民政府关于《云州市总体规划（2019—2030年）》的批复\n青政字〔2020〕102号\n云州市人民政府：\n"
        "你市请示收悉。现批复如下：\n一、同意《规划》。\n二、云州市人民政府要加强监督。\n专此批复。\n2020年11月30日\n",
        engine,
    )
    assert (facts.year_from, facts.announced_on) == (None, date(2020, 11, 30))


def test_a_report_under_its_list_of_chapters(engine: Engine) -> None:
    facts = facts_of(
        "一、2025年工作回顾\n二、2026年主要任务\n（一）做强农业\n（二）做大工业\n（三）做活文旅\n（四）狠抓项目\n（五）共建共享\n三、政府自身建设\n2026年青溪县政府工作报告\n各位代表：\n"
        "现在，我代表县人民政府向大会报告工作。\n一、2025年工作回顾\n2025年，生产总值增长5%。\n"
        "二、2026年主要任务\n（一）做强农业\n建设粮库。\n",
        engine,
    )
    assert (facts.title, facts.year_to) == ("2026年青溪县政府工作报告", 2026)
    assert facts.issuers == ("青溪县人民政府",)


def test_a_line_of_news_names_the_plan_below_it(engine: Engine) -> None:
    facts = facts_of(
        "日前，云州印发《云州市蓝天保卫战实施方案（2019-2020年）》。全文如下：\n云州市蓝天保卫战实施方案（2019-2020年）\n"
        "为改善空气质量，制定本方案。\n一、目标要求\n到2020年，空气质量优良天数比例达到94%。\n",
        engine,
    )
    assert (facts.kind, facts.year_from, facts.year_to) == ("plan", 2019, 2020)
