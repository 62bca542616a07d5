"""Statements told from tasks, on sentences invented for the purpose."""

from __future__ import annotations

import pickle
import re
from time import process_time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gangyao.chinese.signs import Lines
from gangyao.document.outline import Outline, Paragraph, Section
from gangyao.lexicon_tables import read_lexicon
from gangyao.outline.sentences import split_sentences
from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.context import Context
from gangyao.tasks.statements.cues import cue_evidence
from gangyao.tasks.statements.features import FEATURES, PATTERNS, read_features
from gangyao.tasks.statements.forms import FORMS, evidence_by_form, told_by_form
from gangyao.tasks.statements.grammar import StatementGrammar, compile_statements
from gangyao.tasks.statements.judge import is_statement, judge_sentences
from gangyao.tasks.statements.sections import read_contexts
from gangyao.tasks.statements.stances import (
    announced_stance,
    read_stances,
    stance_of_titles,
    titles_of_sections,
)


@pytest.fixture(scope="module")
def grammar() -> StatementGrammar:
    return compile_statements(read_lexicon(lexicon_of(SEEDS)))


NOWHERE = Context("某县规划")


@pytest.mark.parametrize(
    "sentence",
    [
        "过去一年，全县粮食总产量达到12.6万吨，同比增长3.2%。",
        "城乡面貌发生了显著变化。",
        "渔业规划纲要，凝聚着各方面的智慧，承载着渔民的期盼。",
        "当前，发展不平衡不充分问题仍然突出，基础设施短板依然较多。",
        "本条例所称中小河流，是指流域面积较小的河流。",
        "本条例自2024年1月1日起施行。",
        "各位代表：",
        "感谢您对交通运输工作的关心和支持！",
        "联系人：县工业和信息化局刘某，0000-12345678。",
        "重点抓好以下工作：",
        "为什么要制定条例？",
        "开展这项试点是落实上级部署的具体行动，是推动转型的重要举措。",
        "会议指出，今年以来全市渔业经济运行总体平稳。",
        "会议听取了渔政工作情况汇报。",
        "会议由市长主持。",
        "下面，我讲三点意见。",
        "渔港分为中心渔港、一级渔港和二级渔港。",
        "渔船年检有效期为一年。",
        "全市已有9个渔港完成验收。",
        "实践证明，休渔制度行之有效。",
        "目前，渔民协会会员超过2万人，日均发布信息300条。",
        "渔民普遍反映卖鱼难、加油难。",
        "示范港位于半岛东侧，水域面积6平方公里。",
        "该工程总投资4.5亿元，占地260亩。",
        "渔具丢弃的问题依然突出。",
        "赤潮时有发生。",
        "辖区内共有渔船340余艘，渔民1800人。",
        "去年底，渔船检验率已超过九成。",
        "本办法中的“渔船”指从事捕捞的船舶。",
        "渔业科研投入强度偏低。",
        "该港防波堤标准仅为二十年一遇。",
        "市政府《渔业振兴意见》明确，到2030年渔业产值达到80亿元。",
        "责任单位：县渔业局。",
        "有关部门已完成选址工作。",
        "我们必须清醒看到，渔业发展还面临不少困难。",
        "《渔业发展规划》已经县政府同意，现印发给你们，请认真组织实施。",
        "据测算，到2030年，我市渔民将达到11万人左右。",
        "解读机构及咨询方式",
        "列席情况",
        "由市渔业局负责同志主持的渔船普查已经结束，共登记了渔船340余艘。",
    ],
)
def test_report_description_and_definition_are_statements(sentence: str, grammar: StatementGrammar) -> None:
    assert is_statement(sentence, NOWHERE, grammar)


@pytest.mark.parametrize(
    "sentence",
    [
        "现将《渔业发展规划》印发给你们，请各单位于6月底前报送实施方案。",
        "加快建设山地公园，推动步道成网。",
        "直辖市的渔民，扣除标准为每月1500元。",
        "纳税人的相关支出，按照每月1000元的标准定额扣除。",
        "对新认定的渔企，给予一次性30万元奖励。",
        "要坚持节水优先，严格控制用水总量。",
        "县级人民政府应当建立河湖巡查制度。",
        "到2030年，森林覆盖率达到62.5%以上。",
        "禁止在湖区围垦。",
        "支持企业共建实验室。",
        "协同开展流域治理。",
        "国家加强湿地保护。",
        "由市渔业局牵头，市水务局、市气象局等参加。",
        "东港、西港渔船登记中心具体受理辖区内的登记申请。",
        "渔港日常巡查由县渔政支队承担。",
        "市场主体有权拒绝摊派。",
        "申请人可以通过网上办理登记。",
        "不得擅自改变湖区用途。",
        "县水利局会同有关单位编制巡查手册。",
        "2.6月底前完成隐患排查，销号管理。",
        "县公安局：维护社会治安和交通秩序，协助转移群众。",
        "让我们更加紧密地团结起来，为建设现代化新县而努力奋斗！",
        "渔业法律、法规另有规定的，从其规定。",
        "移动污染源的污染物排放管理，依照有关法律、法规的规定执行。",
        "渔港的日常巡查由渔政机构担任。",
        "会议指出，要加快渔港建设，补齐设施短板。",
        "将全县渔港分为三个等级。",
        "（三）查阅、复制与违规捕捞有关的账册、单据；",
        "会议审议通过的方案，各镇应当认真落实。",
        "新建体育公园1处，用地面积5000平方米，林木覆盖率≥36%。",
    ],
)
def test_bid_duty_aim_and_support_are_tasks(sentence: str, grammar: StatementGrammar) -> None:
    assert not is_statement(sentence, NOWHERE, grammar)


def test_the_same_words_report_in_a_review_and_bid_in_a_plan(grammar: StatementGrammar) -> None:
    sentence = "推进老旧小区改造，完善便民设施。"
    assert is_statement(sentence, Context("报告", ("2023年工作回顾",), 5.0), grammar)
    assert not is_statement(sentence, Context("报告", ("2024年重点工作",), -2.0), grammar)


def test_an_aim_holds_for_the_sentences_after_it(grammar: StatementGrammar) -> None:
    text = "到2030年，水质明显改善；生物多样性保护取得显著成效。"
    spans = split_sentences(text)
    assert len(spans) == 2
    assert judge_sentences(text, spans, NOWHERE, grammar) == (False, False)
    assert is_statement(text[slice(*spans[1])], NOWHERE, grammar)


@pytest.mark.parametrize(
    ("titles", "stance"),
    [
        (("2023年工作回顾",), "review"),
        (("2023年工作回顾", "加快推进改革"), "review"),
        (("总体要求", "发展目标"), "aims"),
        (("年度责任目标",), "aims"),
        (("重点任务", "水利"), "tasks"),
        (("附件", "名词解释"), "note"),
        (("2025年工作计划",), "plan"),
        (("2024年国民经济和社会发展计划执行情况",), "review"),
        (("绿水青山",), "open"),
    ],
)
def test_titles_say_what_a_section_does(titles: tuple[str, ...], stance: str) -> None:
    assert stance_of_titles(titles) == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("一年来，主要做了以下工作。", "review"),
        ("今年要重点做好八个方面工作：", "plan"),
        ("经济社会发展主要预期目标是：", "aims"),
        ("加强水利建设。", None),
    ],
)
def test_short_paragraphs_announce_what_follows(text: str, stance: str | None) -> None:
    assert announced_stance(text) == stance


def _outline(*sections: tuple[str, tuple[str, ...]]) -> Outline:
    made, paragraphs = [], []
    for number, (title, texts) in enumerate(sections, start=1):
        made.append(
            Section(str(number), None, "chapter", 1, number, f"{number}、", title, number, False, None, None)
        )
        for position, text in enumerate(texts, start=1):
            paragraphs.append(
                Paragraph(str(number), position, 0, len(text), text, split_sentences(text), None, False)
            )
    return Outline(tuple(made), tuple(paragraphs))


def test_contexts_follow_titles_announcements_and_neighbours(grammar: StatementGrammar) -> None:
    outline = _outline(
        ("2023年工作回顾", ("推进项目建设。", "完善设施。")),
        (
            "绿色发展",
            ("五年来，主要做了以下工作：", "推进造林绿化。", "重点做好三个方面工作。", "推进造林绿化。"),
        ),
    )
    contexts = read_contexts("报告", outline, grammar)
    assert [context.titles for context in contexts[:3]] == [("2023年工作回顾",)] * 2 + [("绿色发展",)]
    assert contexts[0].leaning > 2
    assert contexts[3].leaning > 2
    assert contexts[5].leaning < contexts[3].leaning - 2


def test_evidence_in_the_context_gives_the_same_answer(grammar: StatementGrammar) -> None:
    text = "去年，绿地面积增加了两成。要继续植树。"
    context = read_contexts("报告", _outline(("城市", (text,))), grammar)[0]
    plain = Context(context.document_title, context.titles, context.leaning)
    spans = split_sentences(text)
    assert judge_sentences(text, spans, context, grammar) == judge_sentences(text, spans, plain, grammar)


def test_a_cue_counts_by_its_place(grammar: StatementGrammar) -> None:
    # 加强 bids where it opens a clause; in the middle it may be a noun.
    for_statement, for_task = cue_evidence(Lines(["加强监督。", "监督得到加强。"]), grammar.cues)
    assert for_statement[0] + for_task[0] < for_statement[1] + for_task[1]


def test_cues_survive_pickling(grammar: StatementGrammar) -> None:
    again = pickle.loads(pickle.dumps(grammar.cues))
    lines = Lines(["要加强监督。"])
    assert np.array_equal(cue_evidence(lines, again), cue_evidence(lines, grammar.cues))


def test_a_sentence_has_the_same_features_among_others(grammar: StatementGrammar) -> None:
    sentences = [
        "同时，加强监督。",
        "",
        "1.“加强监督，渔港𠀬得到改善”\n",
        "某局、某部门应当建立制度，并报告。",
        "要，",
    ]
    together = read_features(Lines(sentences), grammar.cues, grammar.lexicon)
    assert together.shape == (len(sentences), len(FEATURES))
    for sentence, row in zip(sentences, together, strict=True):
        assert np.array_equal(read_features(Lines([sentence]), grammar.cues, grammar.lexicon)[0], row)
    assert read_features(Lines([]), grammar.cues, grammar.lexicon).shape == (0, len(FEATURES))


@pytest.mark.parametrize("feature", sorted(PATTERNS))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_a_sign_stands_wherever_the_pattern_of_a_feature_fits(feature: str, data: st.DataObject) -> None:
    fits, words = PATTERNS[feature]
    pattern: re.Pattern[str] = fits.__self__  # type: ignore[attr-defined]
    text = data.draw(st.from_regex(pattern))
    assert any(word in text for word in words)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(st.one_of(*map(st.from_regex, FORMS)), max_size=3))
def test_what_the_form_of_a_sentence_settles_is_settled_among_others(sentences: list[str]) -> None:
    assert evidence_by_form(sentences) == [told_by_form(sentence) for sentence in sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "习近平总书记在考察时强调，要把水资源问题抓紧抓好。",
        "《某省水安全规划》提出，要健全水源地巡查制度。",
        "对重大决策进行风险评估是防范决策失误的重要环节。",
        "今后两年是库岸滑坡的易发期，需要监测的隐患点将继续增加。",
        "现就做好冬春水利工作提出以下意见。",
        "乡村振兴，人才是关键。",
    ],
)
def test_quotation_role_forecast_and_opening_are_statements(sentence: str, grammar: StatementGrammar) -> None:
    assert is_statement(sentence, Context("某县通知", (), grammar.weights.stances["open"]), grammar)


def test_features_have_their_names(grammar: StatementGrammar) -> None:
    (values,) = read_features(Lines(["《某规划》提出，要建设水库。"]), grammar.cues, grammar.lexicon)
    read = dict(zip(FEATURES, values, strict=True))
    assert read["what a cited document says"]
    assert not read["opens with a verb"]
    assert len(grammar.weights.sentence) == len(FEATURES)


def test_a_paragraph_alone_is_taken_for_what_is_usual_in_its_section(grammar: StatementGrammar) -> None:
    plan, review = _outline(("工作措施", ("渔港夜间开放。",))), _outline(("工作回顾", ("渔港夜间开放。",)))
    leanings = [read_contexts("示例", outline, grammar)[0].leaning for outline in (plan, review)]
    assert None not in leanings
    assert (leanings[0] or 0.0) < 0.0 < (leanings[1] or 0.0)


@pytest.mark.parametrize("sentence", ["重大问题及时向县政府报告。", "渔区的管理，按照国家有关规定执行。"])
def test_a_closing_duty_is_a_feature(sentence: str, grammar: StatementGrammar) -> None:
    assert read_features(Lines([sentence]), grammar.cues, grammar.lexicon)[0][
        FEATURES.index("closes with a duty")
    ]


@pytest.mark.parametrize("sentence", ["渔港用地控制在35公顷以内。", "每户每年奖励不得超过3000元。"])
def test_a_bound_is_a_feature_and_speaks_for_a_task(sentence: str, grammar: StatementGrammar) -> None:
    column = FEATURES.index("a bound to keep")
    assert read_features(Lines([sentence]), grammar.cues, grammar.lexicon)[0][column]
    assert grammar.weights.sentence[column] < 0


@pytest.mark.parametrize(
    "sentence",
    [
        "今年是渔业规划的重要一年，是渔港建设的关键一年，做好渔业工作意义重大。",
        "做好渔业各项工作，实现渔业良好开局，具有十分重要的意义。",
        "为落实渔业发展要求，根据渔业规划，制定渔区建设实施方案。",
        "按照全县渔业工作部署，推动落实渔港任务，特制定本方案，确保目标如期实现。",
        "今后五年，是渔港建设全面起步的第一个五年。",
        "在本县水域从事捕捞、养殖以及有关管理活动，适用本办法。",
        "把渔区建设成为生态屏障、渔业基地和开放桥头堡，是上级赋予渔区的战略定位和重大责任。",
    ],
)
def test_years_meanings_and_grounds_set_nothing(sentence: str, grammar: StatementGrammar) -> None:
    plan = Context("示例", ("主要任务",), -3.0, None)
    assert is_statement(sentence, plan, grammar)


def test_a_year_that_is_told_of_with_a_duty_sets_one(grammar: StatementGrammar) -> None:
    plan = Context("示例", ("主要任务",), -3.0, None)
    assert not is_statement("今年是渔业规划的关键一年，要加快推进渔港建设。", plan, grammar)


@pytest.mark.parametrize(
    "sentence",
    [
        "针对上述汛情，我局建议今后五年防汛工作的目标是：",
        "实施渔业振兴的目标任务是：",
        "现就渔港管理提出如下意见：",
        "巩固渔业基础是乡村振兴的战略支撑。",
        "开展渔港建设是重大民生工程，是推动服务惠及全民，不断增强群众获得感的重要举措。",
        "党的十八大以来，深入实施渔业行动计划，持续推进渔港建设，管理工作迈出坚实步伐。",
        "只要我们坚定信心、奋发有为，就一定能够战胜任何风浪！",
        "渔区同胞一定能够把渔港管理得更好。",
        "渔港重建一定要实现，也一定能够实现！",
        "渔业规划纲要（2031—2035年），根据《县委关于渔业发展的建议》编制，主要阐明全县渔业的方向。",
        "人民军队始终是人民完全可以信赖的军队，有能力维护和平！",
    ],
)
def test_announcements_and_speech_set_nothing(sentence: str, grammar: StatementGrammar) -> None:
    assert is_statement(sentence, Context("示例", ("主要任务",), -3.0, None), grammar)


@pytest.mark.parametrize(
    "sentence",
    [
        "渔业主管部门应当依法指导渔民协会的组建及日常运作。",
        "违反本公告规定的，由渔业主管部门依法处罚。",
        "违反前款规定的，由渔业主管部门责令改正，处一千元以上五千元以下罚款。",
    ],
)
def test_who_is_bound_has_a_task(sentence: str, grammar: StatementGrammar) -> None:
    assert not is_statement(sentence, Context("渔业条例", ("总则",), 2.9, None), grammar)


def test_a_duty_that_announces_a_list_is_one(grammar: StatementGrammar) -> None:
    assert not is_statement("工作中要坚持的原则是：", Context("示例", ("主要任务",), -3.0, None), grammar)


@pytest.mark.parametrize(
    "sentence",
    [
        "这是转型的需要，也是全县群众的期盼。",
        "奋斗才能换来好日子。",
        "只要干部带头，事情就必将办成。",
        "民宿在县域经济中具有独特的优势，并已成为旅游业的重要组成部分。",
        "保持水质稳定，是发展渔业的基础，也是游客进得来的重要条件。",
        "治水之道，源头为本。",
        "开展清网行动，是切实保护渔场、严格落实《渔区规划》，改善水质的重要手段。",
        "加快渔港重建，既是渔民的期盼，也是防汛的需要。",
        "发展是解决库区一切问题的基础和关键。",
    ],
)
def test_judgements_and_maxims_set_nothing(sentence: str, grammar: StatementGrammar) -> None:
    assert is_statement(sentence, NOWHERE, grammar)


@pytest.mark.parametrize(
    "sentence",
    [
        "当前的紧迫任务，是加快渔港重建。",
        "加快渔港重建，是防汛的需要，各单位要高度重视。",
        "我们一定能够成功，各单位务必再接再厉。",
        "渔业规划要根据《建议》编制，渔业局负责。",
        "各区县渔业计划按照市级方案编制，于6月底前报送。",
        "整治渔港，是今年渔业的重要任务，各县抓紧落实。",
        "全市建设标准化生产线共8条，培育企业20家。",
        "确定30个项目为重点项目，加快推进。",
        "选派有一定能力的干部到村任职。",
        "支持具备一定会计基础的渔民参加培训。",
    ],
)
def test_what_asks_for_more_is_no_judgement(sentence: str) -> None:
    told = told_by_form(sentence)
    assert told is None or told < 0


@pytest.mark.parametrize(
    "sentence",
    [
        "受灾户可适当放宽。",
        "与渔户同住的亲属，经村委会证明，可作为该户成员登记。",
        "在库区推广复制节水经验。",
        "对破损路面逐段修补。",
        "把特色养殖培育成为支柱产业。",
    ],
)
def test_a_phrase_before_the_verb_makes_no_statement(sentence: str, grammar: StatementGrammar) -> None:
    assert not is_statement(sentence, NOWHERE, grammar)


@pytest.mark.parametrize(
    ("sentence", "is_task"),
    [
        ("政府会加快渔港重建，并推出税务优惠。", True),
        ("47.渔业局会由明年起，推行新的牌照制度。", True),
        ("政府会议通过了渔港规划。", False),
        ("市渔业局要每月调度通报。", True),
        ("各沿海乡镇都要清理旧网。", True),
        ("各单位要求增加泊位。", False),
        ("对于渔港的这些难题，我们将采取有力措施，切实加以解决。", True),
        ("我们一定要直面渔业难题，办好渔民的事。", True),
        ("2031年是渔业规划的收官之年，县渔业局将紧紧围绕渔港建设，重点抓好以下工作：", True),
        ("各级渔业干部要以“钉钉子”的劲头，全面完成清网任务。", True),
        ("我们一定高度重视渔业难题，努力加以解决。", True),
        ("我们一定能够战胜风浪。", False),
        ("今年渔业工作的总体要求是：坚持以生态优先的理念为指导，全面推进渔港重建。", True),
        ("一年来，我们坚持以生态优先的理念为指导，重建了渔港。", False),
        ("以生态优先的理念为指导，重建了渔港。", False),
        ("渔业协会由全体渔民组成。", False),
        ("据气象部门预报，未来一周渔港仍将有大风。", False),
        ("我们也要清醒地看到，渔港设施仍然薄弱。", False),
        ("渔民说：“我们将有新的渔港。”", False),
        ("县渔业局将旧网三千张全部收回。", False),
    ],
)
def test_what_who_speaks_intends_is_a_task(sentence: str, is_task: bool) -> None:
    evidence = told_by_form(sentence)
    assert (evidence is not None and evidence < 0) == is_task


@pytest.mark.parametrize(
    "sentence", ["特此公告。", "特此通知。", "特此函复。", "妥否，请批示。", "当否，请审议。"]
)
def test_a_closing_formula_is_no_task(sentence: str, grammar: StatementGrammar) -> None:
    assert is_statement(sentence, Context("某市公告", leaning=-2.0), grammar)


def test_a_part_that_looks_ahead_is_a_plan_in_a_document_that_looks_back(grammar: StatementGrammar) -> None:
    outline = _outline(("工作成效", ("建成冷库3座。",)), ("2025年打算", ("新建冷库5座。",)))
    titles = titles_of_sections(outline)
    assert read_stances(outline, titles, grammar.lexicon, "2024年工作总结") == ["review", "plan"]
    assert read_stances(outline, titles, grammar.lexicon, "冷库倒塌应急预案") == ["review", "plan"]


def test_a_document_without_paragraphs_has_no_stances(grammar: StatementGrammar) -> None:
    assert read_stances(Outline((), ()), {}, grammar.lexicon) == []


def test_thanks_say_nothing_of_the_paragraphs_beside_them(grammar: StatementGrammar) -> None:
    text = "我局将优化公交线路20条，延长夜间运营时间。"
    alone = read_contexts("答复", _outline(("工作打算", (text,))), grammar)
    thanked = read_contexts("答复", _outline(("工作打算", (text, "感谢您对交通工作的关心！"))), grammar)
    assert thanked[0].leaning == alone[0].leaning


@pytest.mark.parametrize(("title", "is_aimed"), [("渔业动态", True), ("2035年渔业展望", False)])
def test_a_year_by_which_there_is_a_figure_is_aimed_at(
    title: str, is_aimed: bool, grammar: StatementGrammar
) -> None:
    text = "北港：到2030年，4个渔港全面建成，新增泊位能力12.5万吨/年，渔船检验率达到98.6%。"
    paragraph = Paragraph("1", 1, 0, len(text), text, ((0, len(text)),), None, False)
    section = Section("1", None, "chapter", 1, 1, "一", "", 1, False, 0, 0)
    (context,) = read_contexts(title, Outline((section,), (paragraph,)), grammar)
    assert context.evidence is not None
    assert (context.evidence[0] < 0) is is_aimed


@pytest.mark.parametrize("unit", ["不得x", "不得采取", "，是", "一定能"])
def test_forms_take_no_long_time_where_one_thing_is_repeated(unit: str) -> None:
    start = process_time()
    told_by_form(unit * (20_000 // len(unit)))
    # 0.02 s when this was written; bans took 2.4 s before.
    assert process_time() - start < 1
