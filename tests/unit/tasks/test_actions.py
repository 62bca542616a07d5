"""Roles, modality and parties of whole sentences; the sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.tasks.actions import Sentence, read_actions, read_actions_of_each
from gangyao.tasks.grammar import Grammar
from tests.work import calls_of


def roles(text: str, grammar: Grammar) -> list[str]:
    return [action.role for action in read_actions(text, 0, len(text), grammar)[0]]


def modalities(text: str, grammar: Grammar) -> list[str]:
    return [action.modality for action in read_actions(text, 0, len(text), grammar)[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("整合牧区卫生院，提升急救能力。", ["action", "outcome"]),
        ("提升牧区急救能力，整合卫生院。", ["action", "action"]),
        ("建立联审机制，加快实现一网通办。", ["action", "outcome"]),
        ("依托边境口岸，建设冷链园区，带动边民增收。", ["basis", "action", "outcome"]),
        ("以共享为导向，促进数据流通。", ["basis", "action"]),
        ("聚焦渔港短板，改造码头。", ["basis", "action"]),
        ("改造码头，聚焦渔港短板。", ["action", "action"]),
        ("对接国际规则，修订检验标准。", ["basis", "action"]),
        ("支持在沿边州县等地，率先探索跨境结算。", ["basis", "action"]),
        ("修缮古村，使传统民居得到保护。", ["action", "outcome"]),
    ],
)
def test_roles(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert roles(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("建设水库。", ["commit"]),
        ("各县要明确分工，完善台账，支持村集体参与。", ["require", "require", "support"]),
        ("完善台账，各县要明确分工。", ["commit", "require"]),
        ("严格执行休渔制度，严厉打击盗采。", ["require", "prohibit"]),
        ("依法淘汰高耗水设备。", ["prohibit"]),
        ("探索建立草原碳汇交易，支持探索联合招生。", ["explore", "explore"]),
        ("研究建立防雹网络。", ["explore"]),
        ("研究将旧仓库改为书店的办法。", ["explore"]),
        ("研究制定年度计划，研究落实重点任务。", ["commit", "commit"]),
        ("切实减轻学生负担。", ["require"]),
        ("加强应急供应，培育要素市场。", ["commit", "commit"]),
        ("企业不得排放未经处理的废水。", ["prohibit"]),
    ],
)
def test_modality(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert modalities(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "actors", "beneficiaries"),
    [
        ("甲省、乙市作为牵头单位，要明确分工。", ["甲省", "乙市"], []),
        ("水利部会同有关部门制定名录。", ["水利部"], []),
        ("由市水务局负责管网普查。", ["市水务局"], []),
        ("县级以上人民政府应当加强湿地保护。", ["县级以上人民政府"], []),
        ("支持中小企业和科研机构联合攻关。", [], ["中小企业", "科研机构"]),
        ("推动国有企业完善治理结构。", [], ["国有企业"]),
        ("推动数据资源有序开放。", [], []),
        ("鼓励与邻省共建牧草基地。", [], []),
        ("建设水库。", [], []),
        ("鼓励连锁药店自主配送。", [], ["连锁药店"]),
        ("允许水利、气象等部门有序开放站点。", [], ["水利、气象等部门"]),
        ("促进沿边地区繁荣。", [], []),
    ],
)
def test_parties(grammar: Grammar, text: str, actors: list[str], beneficiaries: list[str]) -> None:
    _, got_actors, got_beneficiaries = read_actions(text, 0, len(text), grammar)
    assert [party.text for party in got_actors] == actors
    assert [party.text for party in got_beneficiaries] == beneficiaries
    for party in (*got_actors, *got_beneficiaries):
        assert text[party.start : party.end] == party.text


@pytest.mark.parametrize(
    "piece",
    [
        "为在对加快建设渔港的企业提供支持",
        "“以海港为轴建设",
        "按照各级政府要求推动",
        "把（将以为",
        "建设和发展、",
    ],
)
def test_work_grows_as_a_text_without_commas(grammar: Grammar, piece: str) -> None:
    def calls(length: int) -> int:
        text = piece * (length // len(piece))
        return calls_of(lambda: read_actions(text, 0, len(text), grammar))

    calls(15_000)  # fills what is kept
    # 1.97 times at most of the five.
    assert calls(30_000) <= 2.1 * calls(15_000)


CHARACTERS = "，、。的和把将要在以为对与不全分“”()《》了地"
VERBS_AND_NOUNS = (
    "加强",
    "支持",
    "推动",
    "建设",
    "企业",
    "发展",
    "完善",
    "应当",
    "制度",
    "等",
    "试点",
    "2030年",
)
WORDS = st.sampled_from((*CHARACTERS, *VERBS_AND_NOUNS))


@given(st.lists(WORDS, max_size=25).map("".join))
def test_every_action_lies_in_its_clause(grammar: Grammar, text: str) -> None:
    actions, actors, beneficiaries = read_actions(text, 0, len(text), grammar)
    before = 0
    for position, action in enumerate(actions, 1):
        assert action.position == position
        assert before <= action.start < action.end <= len(text)
        assert text[action.start : action.end] == action.text
        assert action.verb
        assert action.verb + action.object in action.text
        assert action.text.endswith(action.object)
        before = action.end
    for party in (*actors, *beneficiaries):
        assert text[party.start : party.end] == party.text


def test_offsets_count_in_the_whole_paragraph(grammar: Grammar) -> None:
    text = "前一句。修缮古村，带动旅游。"
    alone = read_actions("修缮古村，带动旅游。", 0, 10, grammar)[0]
    within = read_actions(text, 4, len(text), grammar)[0]
    assert [(a.verb, a.object, a.start + 4) for a in alone] == [(a.verb, a.object, a.start) for a in within]


# What the rules are unsure of: no verb, a noun that may be one, a verb inside.
UNSURE = st.lists(
    st.sampled_from(
        (
            "渔港",
            "湖区",
            "监管",
            "全面",
            "应当",
            "保障",
            "围绕",
            "冷链",
            "的",
            "、",
            "，",
            "把",
            "提升",
            "到位",
            "由乡镇",
        )
    ),
    min_size=1,
    max_size=8,
).map(lambda words: "".join(words) + "。")


@given(st.lists(st.lists(UNSURE, max_size=3), max_size=4))
def test_texts_read_at_once_as_each_alone(grammar: Grammar, texts: list[list[str]]) -> None:
    sentences = [[Sentence(one, 0, len(one)) for one in text] for text in texts]
    found = read_actions_of_each(sentences, grammar)
    assert found == [[read_actions(one, 0, len(one), grammar) for one in text] for text in texts]
