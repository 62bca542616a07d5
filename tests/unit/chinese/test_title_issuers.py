"""Who issued a text, by the opening of its title."""

from __future__ import annotations

import pytest

from gangyao.chinese.title_issuers import title_issuers


@pytest.mark.parametrize(
    ("title", "issuers"),
    [
        ("国务院办公厅关于推行环境治理的意见", ("国务院办公厅",)),
        ("中共中央办公厅 国务院办公厅关于治理的意见", ("中共中央办公厅", "国务院办公厅")),
        ("国家发展改革委等部门关于加快应用的实施意见", ("国家发展改革委",)),
        ("教育部办公厅等六部门关于招生的通知", ("教育部办公厅",)),
        ("中国人民银行 金融监管总局等9部门关于账户的通知", ("中国人民银行", "金融监管总局")),
        ("青溪县财政局、青溪县水利局关于供水的通知", ("青溪县财政局", "青溪县水利局")),
        ("青溪县财政局青溪县水利局关于供水的通知", ("青溪县财政局", "青溪县水利局")),
        ("青溪县人民政府对第3号提案的答复", ("青溪县人民政府",)),
        ("青溪县人民政府令", ("青溪县人民政府",)),
        ("青溪市人民政府第8次常务会议纪要", ("青溪市人民政府",)),
        ("2026年青溪县政府工作报告", ("青溪县人民政府",)),
        ("关于加强供水的通知", ()),
        ("青溪县供水规划", ()),
    ],
)
def test_the_bodies_that_a_title_opens_with(title: str, issuers: tuple[str, ...]) -> None:
    assert title_issuers(title) == issuers
