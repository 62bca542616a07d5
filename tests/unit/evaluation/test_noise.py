"""The noise generator says truly what it planted; a benchmark that misreports its damage measures nothing."""

from __future__ import annotations

import pytest

from evaluation.quality.noise import KINDS, damage

TEXT = (
    "第一节 推动绿色发展\n"
    + "坚持生态优先，完善监测网络，到2025年细颗粒物（PM2.5）浓度下降10%以上，建成100个示范区。\n" * 12
    + "落实《总体规划》——深化“放管服”改革，推动“东数西算”工程，支持民族团结·进步创建。\n" * 12
    + "加强重庆市与四川省的协同，深化要素市场化配置改革，提高人民群众的获得感和幸福感；落实责任。\n" * 12
)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_planted_stands_where_it_says(kind: str) -> None:
    noisy, planted = damage(TEXT, 7, (kind,), 20.0)
    assert planted
    assert noisy != TEXT
    position, restored = 0, []
    for item in planted:
        assert noisy[item.noisy_start : item.noisy_end] == item.printed
        assert TEXT[item.start : item.end] == item.meant != item.printed
        restored += [noisy[position : item.noisy_start], item.meant]
        position = item.noisy_end
    assert "".join(restored) + noisy[position:] == TEXT


def test_the_same_seed_plants_the_same_noise() -> None:
    assert damage(TEXT, 3) == damage(TEXT, 3)
    assert damage(TEXT, 3) != damage(TEXT, 4)
