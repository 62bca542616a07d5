"""What is told of things that are counted is no part of their name. All sentences are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.targets.read import read_targets

GRAMMAR = load_grammar(Path(__file__).parents[4] / "seeds" / "lexicon").targets


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # The number is the subject of its clause.
        ("6个县建成三级医院。", ["县"]),
        ("12座泵站完成改造升级。", ["泵站"]),
        ("9家外资企业在京新设研发机构。", ["外资企业"]),
        ("7名个人被评为模范人物。", ["个人"]),
        ("6个村被评为省级示范村。", ["村"]),
        ("300个省重点项目完成投资95亿元。", ["省重点项目", "省重点项目完成投资"]),
        ("另有15个灌区全面推广节水技术。", ["灌区"]),
        ("为16所学校配备了远程教育设施。", ["学校"]),
        ("725户灾后重建户全部搬入新居。", ["灾后重建户"]),
        ("63个省级指导园区新建载体20万平方米。", ["省级指导园区新建载体"] * 2),
        # A preposition or a verb that has others act stands before it.
        ("支持20家外贸企业开拓国际市场。", ["外贸企业"]),
        ("为300名低保老年人免费实施白内障手术。", ["低保老年人"]),
        ("对监测发现问题的40家供餐单位进行再检查。", ["供餐单位"]),
        # Another verb has the whole of what follows for its object.
        ("打造30个人才效能提升重点平台。", ["人才效能提升重点平台"]),
        ("改造5个残疾人日间照料服务中心。", ["残疾人日间照料服务中心"]),
        ("完成13个实验室优化重组。", ["实验室优化重组"]),
        ("建成8个残疾人日间照料服务中心。", ["残疾人日间照料服务中心"]),
        # A verb inside a name, in quotation marks, or one noun with what follows.
        ("5个“高效办成一件事”主题纳入清单。", ["“高效办成一件事”主题"]),
        ("3家川渝共建重点实验室投运。", ["川渝共建重点实验室"]),
        ("3家川渝共建重点实验室完成优化重组。", ["川渝共建重点实验室"]),
        ("20个美丽乡村建设先行县和7个培育县试点。", ["美丽乡村建设先行县", "培育县试点"]),
        # What only tells names nothing.
        ("为1万人提供互助保障服务。", [None]),
        # A share says nothing without what is told.
        ("60%以上的行政村实施供水提升行动。", ["行政村实施供水提升行动"]),
        ("20个重点建设项目开工。", ["重点建设项目"]),
        ("35项人才培养计划获批。", ["人才培养计划获批"]),
    ],
)
def test_the_predicate_of_what_is_counted_is_no_name(text: str, indicators: list[str | None]) -> None:
    assert [target.indicator for target in read_targets(text, GRAMMAR)] == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # An act or an adverb alone names nothing.
        ("我们将优化安排6类18件民生实事。", ["民生实事", "民生实事"]),
        ("今年拟先增加50亿元。", [None]),
        ("组建200亿元水利基金。", ["水利基金"]),
        ("今年赤字率拟按3.6%以上安排。", ["赤字率"]),
        ("投入8亿元办好一批实事。", ["投入"]),
        ("累计减税200亿元。", ["减税"]),
        ("新增3万人参保。", ["参保"]),
        # An act of two is done to the same.
        ("花生种植、收获机械化率分别达到65%和55%。", ["花生种植机械化率", "花生收获机械化率"]),
        ("苹果、葡萄产量分别增长3%、5%。", ["苹果产量", "葡萄产量"]),
        # The clause before tells what is done to what is measured.
        ("逐步降低某税税率，平均每年降低1个百分点。", ["某税税率"]),
        ("扩大人工草场面积，由三千万亩增加到一亿亩。", ["人工草场面积"]),
        ("租赁和商务服务业营收，去年增长5%。", ["租赁和商务服务业营收"]),
        ("中央财政今年安排就业资金20亿元。", ["中央财政安排就业资金"]),
        ("农产品出口比去年同期增长4%。", ["农产品出口"]),
        # Parts of words name nothing.
        ("花卉的品种大约增加了两千种。", ["花卉的品种"]),
        ("企业数量日均净增1万户以上。", ["企业数量"]),
        ("营造林260万亩。", ["营造林"]),
        # What is told of what stands before.
        ("提案831件全部办复。", ["提案"]),
        ("推出政策清单、15项务实举措。", ["务实举措"]),
        ("第一批12项重点改革稳步推进。", ["重点改革"]),
        ("增发20亿元国债。", ["国债"]),
        ("粮食总产量在上年增长的基础上，又增产54万吨。", ["粮食总产量"]),
        # A month behind a year, and 中央 behind one.
        ("力争今年4月贯通实战应用超过200个。", ["贯通实战应用"]),
        ("2023年中央财政支出100亿元。", ["中央财政支出"]),
    ],
)
def test_what_names_nothing_is_no_name(text: str, indicators: list[str | None]) -> None:
    assert [one.indicator for one in read_targets(text, GRAMMAR) if one.kind != "deadline"] == indicators
