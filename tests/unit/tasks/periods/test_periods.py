"""Of which years sections, tasks and figures speak; which figures were reached. All texts are invented."""

from __future__ import annotations

import pytest

from gangyao.document.figures import Period
from gangyao.document.read_document import ReadDocument
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine, read_document
from gangyao.tasks.periods.sections import announced_review, title_period
from gangyao.tasks.periods.when import Said, first_year_of_term, kind_of, years_said

REPORT = """2026年临河省政府工作报告
——2026年1月12日在临河省第十四届人民代表大会第四次会议上
各位代表：
现在，我代表省人民政府向大会报告工作，请予审议。
一、2025年工作回顾
过去一年，全省经济稳中有进。地区生产总值增长5.2%，城镇新增就业60万人。预计一般公共预算收入增长3.1%。
（一）产业升级步伐加快。新增高新技术企业1200家，建成高标准农田300万亩。
二、2026年总体要求
今年发展主要预期目标是：地区生产总值增长5%左右，城镇新增就业55万人以上。
三、扩大内需
对上年度营业收入不低于500万元的企业给予补贴。
建设农村公路1000公里。到2030年，常住人口城镇化率提高到70%。去年粮食产量达到500亿斤，今年要稳定在500亿斤以上。
四、名词解释
专精特新：指专业化、精细化、特色化、新颖化。
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(lexicon_of(SEEDS))


@pytest.fixture(scope="module")
def report(engine: Engine) -> ReadDocument:
    source = join_files([("page.txt", REPORT.encode())])
    return read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)


def test_a_year_chapter_is_the_parent_of_the_chapters_that_follow(report: ReadDocument) -> None:
    periods = report.periods.sections
    assert periods["1"] == periods["1.1"] == Period("review", 2025, 2025)
    assert periods["2"] == periods["3"] == Period("this_year", 2026, 2026)
    assert periods["4"] == Period(None, None, None)


def test_what_was_reached_is_no_target(report: ReadDocument) -> None:
    reached = {result.figure.text for of_paragraph in report.results for result in of_paragraph}
    assert {"增长5.2%", "60万人", "增长3.1%", "1200家", "300万亩"} <= reached
    aimed = {target.text for tasks in report.tasks for task in tasks for target in task.targets}
    assert {"增长5%左右", "55万人以上", "1000公里"} <= aimed
    assert not reached & aimed
    years = {r.facts.period for of_paragraph in report.results[:7] for r in of_paragraph}
    assert years == {Period("review", 2025, 2025)}


HOPES = """2026年临河省政府工作报告
各位代表：
一、2025年工作回顾
（一）坚持改革创新，各项工作取得新成效。全年粮食产量增长5%，新增就业60万人。
二、2026年主要任务
（一）扎实惠民，在富民安民上取得新成效。实施养老服务提升行动。为实现“十五五”良好开局，建设农村公路1000公里。
"""


def test_results_hoped_for_are_no_review_and_a_whole_year_is_that_reviewed(engine: Engine) -> None:
    source = join_files([("page.txt", HOPES.encode())])
    read = read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)
    assert read.periods.sections["2.1"] == Period("this_year", 2026, 2026)
    assert read.periods.sections["1.1"].kind == "review"
    reached = {r.facts.period for of_paragraph in read.results for r in of_paragraph}
    assert reached == {Period("review", 2025, 2025)}
    periods = {one for of_paragraph in read.periods.tasks for one in of_paragraph}
    assert periods == {Period("this_year", 2026, 2026)}


def test_a_bulletin_tells_what_was_reached_in_its_year(engine: Engine) -> None:
    printed = (
        "临川县2025年国民经济和社会发展统计公报\n临川县统计局\n2026年3月28日\n一、综合\n"
        "全年地区生产总值312.5亿元，按不变价格计算，比上年增长5.6%。其中，第一产业增加值48.2亿元，增长3.9%；"
        "第二产业增加值121.7亿元，增长6.4%。粮食产量23.6万吨，增产1.2%。\n"
    )
    source = join_files([("bulletin.txt", printed.encode())])
    read = read_document(Document(DocumentSpec("bulletin", "", ("bulletin.txt",)), source), engine)
    assert read.facts.kind == "report"
    assert not any(read.tasks)
    results = [one for of_paragraph in read.results for one in of_paragraph]
    assert {one.facts.period for one in results} == {Period("review", 2025, 2025)}
    assert [
        (one.facts.measured.indicator.name, one.facts.measured.indicator.measure, one.figure.text)
        for one in results
        if one.facts.measured.indicator is not None
    ] == [
        ("地区生产总值", "level", "312.5亿元"),
        ("地区生产总值", "growth", "增长5.6%"),
        ("第一产业增加值", "level", "48.2亿元"),
        ("第一产业增加值", "growth", "增长3.9%"),
        ("第二产业增加值", "level", "121.7亿元"),
        ("第二产业增加值", "growth", "增长6.4%"),
        ("粮食产量", "level", "23.6万吨"),
        ("粮食产量", "growth", "增产1.2%"),
    ]


def test_a_title_that_names_a_review_says_so_of_the_whole(engine: Engine) -> None:
    printed = (
        "(原标题:《政府工作报告》解读二:2024年工作回顾(二))\n"
        "聚焦农业增效益。发展农村电商等新业态,举办农民丰收节,新增农产品销售额5亿元。新建和美乡村18个。\n"
    )
    source = join_files([("page.txt", printed.encode())])
    read = read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)
    assert read.facts.title == "《政府工作报告》解读二：2024年工作回顾(二)"
    results = [one for of_paragraph in read.results for one in of_paragraph]
    assert [one.figure.text for one in results] == ["5亿元", "18个"]
    assert {one.facts.period for one in results} == {Period("review", 2024, 2024)}


def _figures(engine: Engine, printed: str) -> tuple[list[tuple[str, Period]], list[str]]:
    source = join_files([("page.txt", printed.encode())])
    read = read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)
    results = [(one.figure.text, one.facts.period) for of_paragraph in read.results for one in of_paragraph]
    return results, [target.text for tasks in read.tasks for task in tasks for target in task.targets]


def test_a_report_of_a_year_looks_back_on_that_year(engine: Engine) -> None:
    printed = (
        "关于临川县2023年度实施乡村振兴战略工作进展情况的报告\n"
        "2023年是关键之年。现将有关工作汇报如下：\n"
        "一、工作进展情况\n完成4万亩高标准农田建设，粮食总产量5.75亿斤。\n"
        "二、下一步工作打算\n（一）抓好生产。新建高标准农田3万亩。\n"
    )
    results, targets = _figures(engine, printed)
    assert results == [("4万亩", Period("review", 2023, 2023)), ("5.75亿斤", Period("review", 2023, 2023))]
    assert targets == ["3万亩"]


def test_measures_in_the_report_of_their_year_were_taken(engine: Engine) -> None:
    printed = (
        "临川市交通运输局2022年度法治政府建设报告\n"
        "一、2022年推进法治政府建设主要举措、成效和不足\n完善26项管理措施。公布37项行政许可事项。\n"
        "二、2023年工作打算\n办好民生实事40件。\n"
    )
    results, targets = _figures(engine, printed)
    assert results == [("26项", Period("review", 2022, 2022)), ("37项", Period("review", 2022, 2022))]
    assert targets == ["40件"]


def test_an_opening_may_say_that_all_looks_back(engine: Engine) -> None:
    printed = (
        "2022年，市交通运输局取得一定成效。现将本年度工作开展情况总结如下：\n"
        "一、全面履行管理职责\n建成县级农村物流中心2处。亮化农村公路150公里。\n"
        "二、下一步工作计划\n建设农村物流服务点12个。\n"
    )
    results, targets = _figures(engine, printed)
    assert [text for text, _ in results] == ["2处", "150公里"]
    assert {period for _, period in results} == {Period("review", 2022, 2022)}
    assert targets == ["12个"]


def test_a_time_of_each_year_is_no_year(engine: Engine) -> None:
    text = "关于考核工作的通知\n2020年起，各省份要在每年2月底前完成考核。\n某某局\n2019年1月16日\n"
    source = join_files([("page.txt", text.encode())])
    read = read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)
    assert {one for own in read.periods.tasks for one in own} == {Period(None, None, None)}


def test_a_year_holds_for_its_sentence_alone(report: ReadDocument) -> None:
    periods = {
        target.text: facts.period
        for tasks, figures in zip(report.tasks, report.periods.figures, strict=True)
        for task, of_task in zip(tasks, figures, strict=True)
        for target, facts in zip(task.targets, of_task, strict=True)
    }
    assert periods["1000公里"] == Period("this_year", 2026, 2026)
    assert periods["提高到70%"] == Period("five_years", 2030, 2030)


def test_result_and_target_share_their_indicator(report: ReadDocument) -> None:
    results = {r.facts.measured.indicator for of_paragraph in report.results for r in of_paragraph}
    targets = {
        facts.measured.indicator
        for of_paragraph in report.periods.figures
        for of_task in of_paragraph
        for facts in of_task
    }
    shared = {indicator.name for indicator in results & targets if indicator is not None}
    assert {"地区生产总值", "城镇新增就业"} <= shared


CHAPTERS_WITHOUT_NUMBER = """2026年临河省政府工作报告
各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
2025年工作回顾
过去一年，全省经济稳中有进，地区生产总值增长5.2%，各项工作取得新的成绩，人民生活水平不断提高。
一、产业升级步伐加快
高新技术企业达到2万家，建成高标准农田300万亩，规模以上工业增加值增长6.5%。
2026年工作安排
今年发展主要预期目标是：地区生产总值增长5%左右，城镇新增就业55万人以上。
一、着力扩大内需
建设农村公路1000公里，完成交通投资2000亿元，推动消费提质升级。展望2035年，基本实现现代化。
"""


def test_chapters_without_number_hold_the_numbered_ones_below(engine: Engine) -> None:
    source = join_files([("page.txt", CHAPTERS_WITHOUT_NUMBER.encode())])
    read = read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)
    by_title = {section.title: read.periods.sections[section.path] for section in read.outline.sections}
    assert by_title["产业升级步伐加快"] == Period("review", 2025, 2025)
    assert by_title["着力扩大内需"] == Period("this_year", 2026, 2026)
    last = [period for of_paragraph in read.periods.tasks for period in of_paragraph][-1]
    assert last == Period("long_term", 2035, 2035)


CHAPTERS_LIKE_IT = """2026年临河省政府工作报告
各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
过去五年的成就
全省经济稳中有进，各项工作取得新的成绩，人民生活水平不断提高。
加快经济建设
建设农村公路1000公里，完成交通投资2000亿元，推动消费提质升级。
繁荣文化事业
建设图书馆20座，保护历史文化名城，支持文艺创作。
"""


def test_a_chapter_on_the_past_among_others_without_number_ends_with_itself(engine: Engine) -> None:
    source = join_files([("page.txt", CHAPTERS_LIKE_IT.encode())])
    read = read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)
    by_title = {section.title: read.periods.sections[section.path] for section in read.outline.sections}
    assert by_title["过去五年的成就"].kind == "review"
    assert by_title["加快经济建设"] == by_title["繁荣文化事业"] == Period("this_year", 2026, 2026)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("2025年工作回顾", Period("review", 2025, 2025)),
        ("过去五年工作回顾", Period("review", 2021, 2025)),
        ("“十四五”时期发展成就", Period("review", 2021, 2025)),
        ("2026年重点任务", Period("this_year", 2026, 2026)),
        ("“十五五”时期主要目标", Period("five_years", 2026, 2030)),
        ("今后五年的奋斗目标", Period("five_years", 2026, 2030)),
        ("二〇三五年远景目标", Period("long_term", 2035, 2035)),
        ("2035年远景目标", Period("long_term", 2035, 2035)),
        ("建设现代化产业体系", None),
        ("面临的形势", None),
        # What is worked on is no review: neither what is to be built nor what is to be summed up.
        ("强化农业农村发展基础", None),
        ("着力提升基层治理成效", None),
        ("开展评估总结", None),
        ("对政策落实情况的自查", None),
        ("政策落实情况", Period("review", None, None)),
        ("工作基础", Period("review", None, None)),
        ("夯实长远发展基础", None),
    ],
)
def test_what_titles_say(title: str, period: Period | None) -> None:
    assert title_period(title, 2026) == period


def test_years_that_others_are_compared_with_are_not_meant() -> None:
    assert [said.years for said in years_said("比2020年下降18%，自2021年以来", 2026)] == []
    assert [said.years for said in years_said("2026—2030年年均增长5%", None)] == [(2026, 2030)]
    assert [said.years for said in years_said("今年和明年", 2026)] == [(2026, 2026), (2027, 2027)]
    assert years_said("今年", None) == []
    assert years_said("五年内建成，年内开工", 2026) == [Said((2026, 2030), 0, 3), Said((2026, 2026), 6, 8)]


def test_terms_go_on_for_so_many_years() -> None:
    assert [said.years for said in years_said("2012年起5年内，用三年左右时间", 2020)] == [
        (2012, 2016),
        (2020, 2022),
    ]
    assert years_said("毕业2年内的学生，两年内未使用的资金", 2020) == []
    assert first_year_of_term("2012年起5年内，培养人才100名") == 2012
    assert first_year_of_term("5年内培养人才100名") is None


@pytest.mark.parametrize(
    ("years", "kind"),
    [
        ((2025, 2025), "review"),
        ((2026, 2026), "this_year"),
        ((2030, 2030), "five_years"),
        ((2035, 2035), "long_term"),
    ],
)
def test_where_years_lie(years: tuple[int, int], kind: str) -> None:
    assert kind_of(years, 2026) == kind
    assert kind_of(years, None) is None


def test_a_paragraph_may_announce_a_review() -> None:
    assert announced_review("首先报告2025年的工作。", 2026) == Period("review", 2025, 2025)
    assert announced_review("现在报告2026年的计划。", 2026) is None
    assert announced_review("建设农村公路1000公里。", 2026) is None


def test_a_list_without_headings_is_of_the_year_of_its_title(engine: Engine) -> None:
    table = "| 重点工作 | 责任单位 |\n| --- | --- |\n| 新增城镇就业9000人 | 区人社局 |\n"
    text = f"临河区2026年重点工作清单\n{table}"
    source = join_files([("page.txt", text.encode())])
    document = Document(DocumentSpec("page", "临河区2026年重点工作清单", ("page.txt",)), source)
    periods = read_document(document, engine).periods.sections
    assert periods == {"0": Period("this_year", 2026, 2026)}


def _results_of(engine: Engine, printed: str) -> list[str]:
    source = join_files([("page.txt", printed.encode())])
    read = read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)
    return [one.figure.text for of_paragraph in read.results for one in of_paragraph]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # No year of its own: 截至, 已, 年来, 累计, a month or the whole year tell what was reached.
        (
            "临川县乡镇污水处理设施\n截至目前，全县已建成污水处理设施15个，还有35个正在修建。",
            ["15个", "35个"],
        ),
        (
            "临川管理区简介\n2022年，该区坚决贯彻决策部署，全年完成地区生产总值14.9亿元，增长4%。",
            ["14.9亿元", "增长4%"],
        ),
        ("临川县例会\n2月份我县兑现率38.96%，金额兑现率65.01%。", ["38.96%", "65.01%"]),
        # What follows such a sentence goes on with it.
        (
            "临川县农村公路\n近年来，临川县推进乡村公路建设，落实村道硬化要求，投资1.6亿元。"
            "项目采用总承包的方式，建设里程136.5公里。",
            ["1.6亿元", "136.5公里"],
        ),
        (
            "这一年，我们聚焦三农谋幸福，完成交易金额1.5亿元。举办农民丰收节等活动。硬化道路17.9公里，"
            "兜底保障3607户特困人员。",
            ["1.5亿元", "17.9公里", "3607户"],
        ),
        (
            "临川县解读\n预计，全年实现地区生产总值300亿元、增长7%；固定资产投资增长3%。",
            ["300亿元", "增长7%", "增长3%"],
        ),
        (
            "临川县概况\n全年完成种植45.43万亩，超计划0.65万亩，产量达到17.2万吨。",
            ["45.43万亩", "0.65万亩", "达到17.2万吨"],
        ),
        (
            "临川县汇报\n乡村振兴意义重大。今年以来，全县工作取得阶段性成效。一是产业更强，12个项目完成总投资计划的80%。"
            "二是人才队伍更加壮大，人才赋能计划取得成效，1102名人才建库。",
            ["12个", "80%", "1102名"],
        ),
        # To the next word of what lies ahead.
        (
            "临川县概况\n全县已建成学校15所。学校总数将由15所发展到20所。",
            ["15所"],
        ),
        # What a year is named for by which it is due, and what is only told, are none.
        ("临川县概况\n规划提出，为了改善水质，到2030年优良水体比例达到90%。", []),
        ("临川县概况\n全县辖15个乡镇。", []),
    ],
)
def test_documents_without_a_year_tell_what_was_reached(
    engine: Engine, printed: str, expected: list[str]
) -> None:
    assert _results_of(engine, printed) == expected


def test_the_year_of_a_sentence_goes_on_in_what_it_reports(engine: Engine) -> None:
    printed = (
        "某省高质量发展\n2019年全省生产总值5亿元，同比增长7%。规上工业增加值增长7.8%，高于全国2.1个百分点。"
    )
    figures, _ = _figures(engine, printed)
    assert [(text, period.year_to) for text, period in figures] == [
        ("5亿元", 2019),
        ("增长7%", 2019),
        ("增长7.8%", 2019),
    ]


def test_what_a_document_asks_for_was_not_reached(engine: Engine) -> None:
    assert _results_of(engine, "某局答问\n此次《通知》中又提出，2031年全年完成审查结案135万件。") == []


def _read(printed: str, engine: Engine) -> ReadDocument:
    source = join_files([("page.txt", printed.encode())])
    return read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)


def _results(read: ReadDocument) -> list[tuple[str, Period]]:
    return [(one.figure.text, one.facts.period) for own in read.results for one in own]


def test_a_report_whose_title_has_a_bare_year_looks_back_on_the_one_before(engine: Engine) -> None:
    read = _read(
        "2021临河市政府工作报告\n2020年是极不平凡的一年。市政府完成了各项任务，生产总值增长8.1%。\n"
        "这一年，我们推动转型，产业迈上新台阶。规上工业增加值增长11.6%，居全省第一。\n",
        engine,
    )
    assert read.facts.year_from == 2021
    reached = Period("review", 2020, 2020)
    assert _results(read) == [("增长8.1%", reached), ("增长11.6%", reached)]


def test_a_year_of_which_a_sentence_tells_goes_on_and_first_accounts_are_results(engine: Engine) -> None:
    read = _read(
        "2020年，临河区地区生产总值预计增长3.2%左右；一般公共预算收入增长7.7%，全市排名第一；"
        "居民人均可支配收入预计增长8%。\n",
        engine,
    )
    reached = Period(None, 2020, 2020)._replace(kind="review")
    assert _results(read) == [("增长3.2%左右", reached), ("增长7.7%", reached), ("增长8%", reached)]


def test_what_is_estimated_of_the_time_to_come_is_no_result(engine: Engine) -> None:
    read = _read(
        "2024年工作报告\n预计今年财政收入继续恢复，支出规模28.5万亿元、比上年增加1.1万亿元。\n", engine
    )
    assert _results(read) == []


def test_a_term_goes_on_from_the_year_that_the_text_names_first(engine: Engine) -> None:
    read = _read(
        "关于推进人才集聚的实施意见\n一、目标\n2012年起5年内，大力实施人才行动，高层次人才达到2000名。\n"
        "二、任务\n5年内引进经营管理人才100名。\n",
        engine,
    )
    years = {
        (figure.text, facts.period.year_from, facts.period.year_to)
        for tasks, own in zip(read.tasks, read.periods.figures, strict=True)
        for task, of_task in zip(tasks, own, strict=True)
        for figure, facts in zip(task.targets, of_task, strict=True)
        if figure.kind != "deadline"
    }
    assert years == {("达到2000名", 2012, 2016), ("100名", 2012, 2016)}


def test_figures_are_due_when_those_who_answer_must_have_done_it(engine: Engine) -> None:
    read = _read(
        "临河省任务分工\n工作任务\t牵头单位\t完成时限\n遴选优秀企业20家。\t省经信厅\t2026年12月\n"
        "建设服务站30个。\t省民政厅\t2027年6月\n",
        engine,
    )
    years = [
        (figure.text, facts.period.year_to)
        for tasks, own in zip(read.tasks, read.periods.figures, strict=True)
        for task, of_task in zip(tasks, own, strict=True)
        for figure, facts in zip(task.targets, of_task, strict=True)
        if figure.kind != "deadline"
    ]
    assert years == [("20家", 2026), ("30个", 2027)]


def test_an_account_of_a_year_looks_back_as_a_whole(engine: Engine) -> None:
    account = (
        "2020年全年地区生产总值151.7亿元；固定资产投资增长4.5%。\n工业发展\n"
        "全力促进工业稳增长，占全区总产值68.7%。培育规上企业3家、亿元企业2家。\n"
    )
    read = _read(account, engine)
    assert not any(task.targets for own in read.tasks for task in own)
    assert {"3家", "2家"} <= {text for text, _ in _results(read)}
    read = _read(f"{account}下一步要培育规上企业5家。\n", engine)
    assert any(task.targets for own in read.tasks for task in own)


def test_what_a_task_sums_up_was_reached(engine: Engine) -> None:
    read = _read(
        "临河空气质量改善\n强化散煤整治，严格排查，共关停取缔企业1523家；深化治理，共建设监测站5座。\n",
        engine,
    )
    assert [text for text, _ in _results(read)] == ["1523家"]


def test_the_years_of_a_plan_that_is_named_are_not_those_of_the_sentence() -> None:
    assert years_said("落实《节水行动计划（2021—2025年）》，2023年建成水库", 2022) == [
        Said((2023, 2023), 23, 28)
    ]


TWO_YEARS = """2026年临河省政府工作报告
各位代表：
现在，我代表省人民政府向大会报告工作，请予审议。
一、2025年和“十四五”时期工作回顾
城镇新增就业60万人。规模以上工业增加值增长7%。
累计改造老旧小区300个，城镇化率提高到65%，新建公园20个。
二、“十五五”时期目标任务和2026年工作安排
社会消费品零售总额增长4%左右。
粮食产量年均增长2%以上。
"""


def test_a_title_on_a_plan_and_a_year_of_it_means_the_year_but_for_sums(engine: Engine) -> None:
    source = join_files([("page.txt", TWO_YEARS.encode())])
    read = read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)
    reached = {
        one.figure.text: (one.facts.period.year_from, one.facts.period.year_to)
        for own in read.results
        for one in own
    }
    assert reached["60万人"] == reached["增长7%"] == (2025, 2025)
    assert reached["300个"] == reached["20个"] == (2021, 2025)
    assert reached["提高到65%"] == (2025, 2025)
    ahead = {
        target.text: (facts.period.year_from, facts.period.year_to)
        for tasks, figures in zip(read.tasks, read.periods.figures, strict=True)
        for task, own in zip(tasks, figures, strict=True)
        for target, facts in zip(task.targets, own, strict=True)
    }
    assert ahead["增长4%左右"] == (2026, 2026)
    assert ahead["年均增长2%以上"] == (2026, 2030)


OPENED = """临河市城市更新行动方案（2023-2025年）
一、重点任务
到2024年，基本完成危房改造。推进加装电梯工作，完成加装电梯700台。
建设口袋公园20个。
二、成效
据了解，2022年实施了扩种行动。当年播种面积达到1600万亩，比上年增加400万亩。
"""


def test_a_year_that_opens_a_paragraph_goes_on_in_it(engine: Engine) -> None:
    source = join_files([("page.txt", OPENED.encode())])
    read = read_document(Document(DocumentSpec("page", "", ("page.txt",)), source), engine)
    ahead = {
        target.text: facts.period.year_to
        for tasks, figures in zip(read.tasks, read.periods.figures, strict=True)
        for task, own in zip(tasks, figures, strict=True)
        for target, facts in zip(task.targets, own, strict=True)
        if target.kind != "deadline"
    }
    assert ahead == {"700台": 2024, "20个": 2025}
    assert {one.figure.text for own in read.results for one in own} == {"达到1600万亩", "增加400万亩"}
