"""Sentences that do by words what they say; all are invented."""

from __future__ import annotations

import pytest

from gangyao.tasks.statements.forms import told_by_form


@pytest.mark.parametrize(
    "sentence",
    [
        "同意设立青山高新技术产业开发区，实行现行省级高新区的政策。",
        "你市《关于申请设立开发区的请示》收悉。",
        "青山市《关于审批总体规划的请示》收悉，现批复如下：",
        "会议原则通过该办法。",
        "会议认为，计划草案符合实际，是可行的。",
        "会议同意新院区选址于东湖新区，总投资6.8亿元。",
        "会议决定，批准2025年国民经济和社会发展计划。",
        "现将计划草案提请大会审议，并请市政协委员提出意见。",
        "机构改革方案将提交本次大会审议。",
        "常务委员会会议决定对《青山县水条例》作如下修改：",
        "《青山县水条例》根据本决定作相应修改，重新公布。",
        "免去罗某的青山县水务局局长职务。",
        "任命罗某为青山县水务局局长，免去其青山县林业局副局长职务。",
        "市四套班子领导，各县主要负责人参加会议。",
    ],
)
def test_what_is_done_by_saying_it_is_nothing_to_be_done(sentence: str) -> None:
    told = told_by_form(sentence)
    assert told is not None
    assert told > 0


@pytest.mark.parametrize(
    "sentence",
    [
        "原则同意该资金筹措方案，由市财政局在年度预算中安排1200万元。",
        "会议要求，要压实责任。",
        "同意开展试点，你市要加强组织领导。",
        "对现行法规作相应修改。",
        "组织各部门负责同志参加会议。",
        "抓紧起草经济法草案，提请人民代表大会审议。",
        "本年度完成条例修订，提请市人大常委会审议。",
        "关于加强财源建设的办法，年底前提交市政府常务会审议。",
        "该条例草案6月底前提请审议。",
        "任命乡镇长为河长，落实巡河制度，明确村主任为巡河员。",
        "定期召开联席会议，有关部门负责同志参加会议。",
        "县政府每季度召开调度会，各部门主要负责人参加会议。",
    ],
)
def test_what_charges_somebody_is(sentence: str) -> None:
    told = told_by_form(sentence)
    assert told is None or told < 0


@pytest.mark.parametrize(
    "sentence",
    [
        "自2月9日至2月24日，县城建成区范围内禁止任何单位和个人燃放烟花爆竹。",
        "防火期间，林区严禁一切野外用火。",
        "禁止向河道倾倒垃圾。",
    ],
)
def test_what_is_banned_somewhere_is_banned(sentence: str) -> None:
    told = told_by_form(sentence)
    assert told is not None
    assert told < 0


@pytest.mark.parametrize(
    "sentence", ["项目位于禁止开采区。", "我省已禁止使用一次性餐具。", "办法规定了禁止行为。"]
)
def test_names_and_reports_of_bans_ban_nothing(sentence: str) -> None:
    told = told_by_form(sentence)
    assert told is None or told > 0
