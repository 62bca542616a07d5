"""Sentences that say what role doing something has."""

from __future__ import annotations

from time import process_time

import pytest

from gangyao.tasks.statements.descriptions import describes


@pytest.mark.parametrize(
    "sentence",
    [
        "开展渔港整治三年行动，是切实保护渔业资源、积极推进绿色发展的重要举措。",
        "推行渔船标准化管理是加强渔业安全的重要手段。",
        "维护渔区治安，是各级政府的重要职责。",
    ],
)
def test_what_doing_it_is_good_for_is_described(sentence: str) -> None:
    assert describes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "各地要认识到，开展渔港整治是保护渔业资源的重要举措。",
        "今后五年是渔业发展的关键时期，必须接续奋斗，为建设渔业强省奠定坚实的基础。",
        "做好渔业工作，最根本的是加强队伍建设，形成推动渔业发展的强大动力。",
        "使渔民都知道这是稳定渔业的基本条件。",
        "应当把渔港整治作为一项重要的任务。",
    ],
)
def test_what_is_asked_beside_it_is_to_be_done(sentence: str) -> None:
    assert not describes(sentence)


@pytest.mark.parametrize(
    "line", ["是" * 20_000 + "的重要举措。", "，是切实" * 5_000 + "。", "渔" * 20_000 + "是渔业的重要举措。"]
)
def test_a_long_line_takes_no_long_time(line: str) -> None:
    start = process_time()
    describes(line)
    # All of it took a few milliseconds when this was written.
    assert process_time() - start < 1
