"""A text copied from a page of the web says above its title what the page's table said."""

from __future__ import annotations

from gangyao.chinese.character_model import load_model
from gangyao.layout.stage import lay_out
from gangyao.profile.page_facts import read_page_facts
from tests.unit.layout.test_stage import source_of

PAGE = """\
返回顶部

甲县人民政府工作规则

  • 索引号:

    6107280000/2024-001005
  • 主题分类:

  • 来源:

  • 发文机构:

    甲县人民政府
  • 发文字号:

    甲政发〔2024〕7号
  • 发文日期:

    2024年04月06日 16:40
  • 内容概述:

甲县人民政府工作规则

第一章 总则
一、县长主持县政府全面工作。
"""


def facts_of(text):
    source = source_of(text)
    layout = lay_out(source, load_model())
    return layout, {one.field: one.value for one in read_page_facts(source.text, layout.lines)}


def test_labels_and_values_below_one_another():
    layout, facts = facts_of(PAGE)
    assert facts == {
        "index_number": "6107280000/2024-001005",
        "issuers": "甲县人民政府",
        "document_number": "甲政发〔2024〕7号",
        "announced_on": "2024-04-06",
    }
    kinds = {PAGE.splitlines()[line.number - 1].strip(): line.kind for line in layout.lines}
    assert kinds["甲政发〔2024〕7号"] == "furniture"
    assert kinds["甲县人民政府工作规则"] != "furniture"


def test_a_table_in_bars_is_read_alike():
    _, facts = facts_of(
        "索引号: | 1162/2023-05 | 公开方式: | 主动公开 |\n"
        "发布机构: | 甲县政府办公室 | 组配分类: | 政策解读 |\n"
        "成文日期: | 2023-07-03 | 有效性: | 有效 |\n"
        "一、目的\n贯彻落实要求，改善民生。\n"
    )
    assert facts == {
        "index_number": "1162/2023-05",
        "issuers": "甲县政府办公室",
        "announced_on": "2023-07-03",
        "status": "in_force",
    }


def test_a_text_without_labels_says_nothing():
    assert facts_of("甲县规划\n名称：体育中心。\n建设体育中心。\n")[1] == {}


def test_front_matter_gives_the_title():
    for text in (
        '{\n"title": "甲市供热条例",\n"x": 1\n}\n',
        "---\ntitle: 甲市供热条例\n---\n",
        '+++\ntitle = "甲市供热条例"\n+++\n',
    ):
        assert facts_of(text + "第一条 为了规范供热，制定本条例。\n")[1]["title"] == "甲市供热条例"


def test_cells_of_a_table_that_run_together():
    _, facts = facts_of(
        "索引号：000014349/2025-00012主题分类：农业、水利发文机关：甲省水利厅成文日期：2025年02月10日"
        "发文字号：甲水河〔2025〕3号发布日期：2025年02月15日\n甲省水利厅关于加强河湖管理的意见\n一、加强巡查。\n"
    )
    assert facts["document_number"] == "甲水河〔2025〕3号"
    assert facts["announced_on"] == "2025-02-10"


def test_a_table_of_the_page_parted_by_tabs():
    layout, facts = facts_of(
        "名　　称\t甲县人民政府关于加强耕地保护的意见\n发文机关\t甲县人民政府\t成文日期\t2025年04月01日\n"
        "文　　号\t甲政发〔2025〕8号\t有 效 性\t有效\n"
        "甲县人民政府关于加强耕地保护的意见\n一、严守耕地红线。\n"
    )
    assert facts["document_number"] == "甲政发〔2025〕8号"
    assert facts["announced_on"] == "2025-04-01"
    assert [line.kind for line in layout.lines][:3] == ["furniture"] * 3
