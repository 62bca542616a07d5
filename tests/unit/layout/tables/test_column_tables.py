"""Tables printed one cell a line: rows by their numbers, wrapped cells put together, an end where it ends."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.ingest.join import join_files
from gangyao.layout.stage import lay_out
from gangyao.layout.tables.columns import column_tables
from gangyao.layout.tables.loose import find_tables


def cells(text):
    return [
        [text[cell.raw_start : cell.raw_end].replace("\n", "") for cell in row]
        for table in column_tables(text, load_model())
        for row in table.rows
    ]


def test_the_title_of_a_table_is_none_of_its_heads():
    head = "专栏1主要指标 序号 指标名称 2020年 2025年 指标 属性"
    first = "1 学前教育毛入园率（%） 89.5 95 预期性"
    second = "2 劳动年龄人口平均受教育 年限（年） 10.6 11.3 约束性 三、重点任务"
    assert cells("\n".join(f"{head} {first} {second}".split())) == [
        ["序号", "指标名称", "2020年", "2025年", "指标属性"],
        ["1", "学前教育毛入园率（%）", "89.5", "95", "预期性"],
        ["2", "劳动年龄人口平均受教育年限（年）", "10.6", "11.3", "约束性"],
    ]


def test_wrapped_heads_and_cells():
    head = "序 号 主要任务 牵头 单位 完成 时限"
    first = "1 建设高标准农田3万亩 县农业 农村局 2025年 12月"
    second = "2 改造农村公路120公里 县交通 运输局 2024年 10月"
    assert cells("\n".join(f"{head} {first} {second}".split())) == [
        ["序号", "主要任务", "牵头单位", "完成时限"],
        ["1", "建设高标准农田3万亩", "县农业农村局", "2025年12月"],
        ["2", "改造农村公路120公里", "县交通运输局", "2024年10月"],
    ]


def test_a_table_ends_where_a_heading_begins():
    lines = "序号 任务 责任单位 1 检修管网 县住建局 2 储备燃煤 县发展改革局 二、工作要求 各单位要抓好落实。"
    text = "\n".join(lines.split())
    assert cells(text)[-1] == ["2", "储备燃煤", "县发展改革局"]
    assert len(cells(text)) == 3


def test_indicators_without_numbers():
    text = (
        "指标\n单位\n2025年\n2030年\n森林覆盖率\n%\n43\n45\n粮食产量\n万吨\n120\n125\n二、任务\n建设粮仓。\n"
    )
    assert cells(text) == [
        ["指标", "单位", "2025年", "2030年"],
        ["森林覆盖率", "%", "43", "45"],
        ["粮食产量", "万吨", "120", "125"],
    ]


@pytest.mark.parametrize(
    "text",
    ["序\n为了规范管理，制定本办法。\n1\n甲\n2\n乙\n", "指标\n提高效率，降低成本。\n", "序号\n1\n2\n3\n"],
)
def test_other_lines_are_no_table(text):
    assert cells(text) == []


def test_a_heading_over_prose_ends_a_table_without_numbers_too():
    table = ["指标名称", "单位", "目标", "建设管网", "公里", "800", "改造泵站", "座", "12"]
    prose = [
        "（一）整治内涝",
        "统筹推进河湖水系整治，实施雨污分流改造，加快补齐排水设施短板，提升城市防涝能力。",
    ]
    flags = find_tables([*table, *prose])
    assert flags == [True] * len(table) + [False] * len(prose)


def test_tasks_without_numbers_end_where_a_cell_is_no_body():
    rows = "项目名称 建设内容 责任单位 水厂 新建水厂1座 县水利局 道路 硬化12公里 县交通局"
    lines = f"{rows} 二、要求 强化监管。 按期建成。".split()
    assert cells("\n".join(lines))[1:] == [
        ["水厂", "新建水厂1座", "县水利局"],
        ["道路", "硬化12公里", "县交通局"],
    ]


def test_lines_that_head_a_group_of_rows_are_rows_of_one_cell():
    head = "序号 改革举措 指导部门"
    groups = ["一、产权方面（共1项）", "二、军民方面（共5项） 三、创新方面"]
    rows = f"{groups[0]} 1 案件审判合一 最高人民法院 {groups[1]} 7 贷款贴息 科技部"
    assert cells("\n".join(f"{head} {rows}".split())) == [
        ["序号", "改革举措", "指导部门"],
        ["一、产权方面（共1项）"],
        ["1", "案件审判合一", "最高人民法院"],
        ["二、军民方面（共5项）"],
        ["三、创新方面"],
        ["7", "贷款贴息", "科技部"],
    ]


def test_a_head_that_a_new_page_repeats_is_a_row_of_heads():
    head = "序号 任务 责任单位"
    lines = f"{head} 1 检修管网 县住建局 {head} 2 储备燃煤 县发展改革局".split()
    (table,) = column_tables("\n".join(lines), load_model())
    assert [[cell.is_header for cell in row] for row in table.rows] == [
        [True] * 3,
        [False] * 3,
        [True] * 3,
        [False] * 3,
    ]
    assert len(table.rows[1]) == 3


def test_the_end_of_a_page_inside_a_wrapped_cell_is_no_part_of_it():
    lines = "序号 任务 责任单位 1 检修供热 — 3 — 管网86公里 县住建局 2 储备燃煤 县发展改革局".replace(
        "— 3 —", "—3—"
    )
    text = "\n".join(lines.split())
    layout = lay_out(join_files([("a.txt", text.encode())]), load_model())
    assert [text[x.raw_start : x.raw_end] for x in layout.lines if x.kind == "furniture"] == ["—3—"]
    assert cells(text)[1][2] == "县住建局"


def test_a_line_that_does_not_fill_its_cell_is_the_last_of_it():
    rows = "1 完善薪酬 制度 提高人员支出占比。 市人社局 2 优化收费 结构 调整服务价格200项。 市医保局"
    text = "\n".join(f"序号 改革任务 主要措施 责任部门 {rows}".split())
    assert cells(text)[2] == ["2", "优化收费结构", "调整服务价格200项。", "市医保局"]


def test_rows_of_a_group_wrapped_cells_and_missing_values_of_indicators():
    head = "指标名称 单位 2020年 2025年 属性"
    rows = "一、经济发展 生产总值增长 % — 6.5 预期性 二、生态环境 地表水优良 比例 % 72 80 约束性"
    assert cells("\n".join(f"{head} {rows} 三、保障措施 强化资金保障。".split())) == [
        head.split(),
        ["一、经济发展"],
        ["生产总值增长", "%", "—", "6.5", "预期性"],
        ["二、生态环境"],
        ["地表水优良比例", "%", "72", "80", "约束性"],
    ]


def test_a_group_without_a_number_and_a_class_that_goes_on():
    head = "指标 单位 2025年 2030年"
    rows = "创新驱动 研发投入强度 % 2.6 3 数字经济占比 % 8 10 民生福祉 人均预期寿命 岁 79 80"
    assert cells("\n".join(f"{head} {rows}".split()))[1:] == [
        ["创新驱动"],
        ["研发投入强度", "%", "2.6", "3"],
        ["数字经济占比", "%", "8", "10"],
        ["民生福祉"],
        ["人均预期寿命", "岁", "79", "80"],
    ]
    head = "类别 指标 2025年 2030年"
    rows = "创新驱动 研发投入强度 2.6 3 数字经济占比 8 10 民生福祉 人均预期寿命 79 80"
    assert cells("\n".join(f"{head} {rows}".split()))[1:] == [
        ["创新驱动", "研发投入强度", "2.6", "3"],
        ["", "数字经济占比", "8", "10"],
        ["民生福祉", "人均预期寿命", "79", "80"],
    ]


def test_wrapped_tasks_without_numbers_beside_their_bodies():
    head = "重点任务 牵头单位 完成时限"
    first = "推行企业开办 “一件事”办理 市市场监管局 2026年6月底"
    rows = f"{first} 建设政务服务 自助终端200台 市行政审批局 2026年9月底"
    assert cells("\n".join(f"{head} {rows}".split()))[1:] == [
        ["推行企业开办“一件事”办理", "市市场监管局", "2026年6月底"],
        ["建设政务服务自助终端200台", "市行政审批局", "2026年9月底"],
    ]


def test_a_first_cell_that_is_called_as_heads_are():
    text = "实事项目 建设内容 责任单位 安居工程 改造小区20个 区住建局 健康工程 新建医院3家 区卫健局"
    assert [row[0] for row in cells("\n".join(text.split()))] == ["实事项目", "安居工程", "健康工程"]


def test_a_body_begins_a_cell_of_its_own():
    rows = "1 建设数字孪生水利 平台1个 市水利局 2 更新水闸 县水务局"
    lines = f"序号 任务 责任单位 {rows}".split()
    assert cells("\n".join(lines))[1] == ["1", "建设数字孪生水利平台1个", "市水利局"]
