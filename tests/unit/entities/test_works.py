"""Local works, stations and national offices; the places are invented where no table has them."""

from __future__ import annotations

import pytest

from gangyao.entities.find import PlaceContext, find_by_grammar
from gangyao.entities.gazetteer import Gazetteer, load_gazetteer
from gangyao.paths import SEEDS, lexicon_of


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(lexicon_of(SEEDS))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新建澧岚河二期综合整治项目。", [("澧岚河二期综合整治项目", "programme")]),
        (
            "建设南宁枢纽五象站、郑州小李庄站。",
            [("南宁枢纽五象站", "facility"), ("郑州小李庄站", "facility")],
        ),
        ("建设郑州加油站。", [("郑州", "admin_area")]),
        ("国家地震局要加强监测。", [("国家地震局", "organization")]),
        ("现转发国家地震局的报告。", [("国家地震局", "organization")]),
        ("支持郑州以国土空间总体规划为引领。", [("郑州", "admin_area")]),
        ("建设国家碳计量中心（福建）。", [("国家碳计量中心（福建）", "facility")]),
        ("建设国家碳计量中心（筹）。", []),
        ("国家草业技术创新中心获批。", [("国家草业技术创新中心", "facility")]),
        ("新增国家级制造业创新中心、国家技术创新中心。", []),
        ("推进宝中铁路宁夏段扩能改造工程。", [("宝中铁路宁夏段扩能改造工程", "programme")]),
        ("开通上海港—洛杉矶港航线。", [("上海港", "facility")]),
        (
            "宁夏高等研究院和湘江科技创新院揭牌。",
            [("宁夏高等研究院", "organization"), ("湘江科技创新院", "organization")],
        ),
        ("苏南运河二级航道整治工程开工。", [("苏南运河二级航道整治工程", "programme")]),
        ("请国务院信息办答复。", [("国务院信息办", "organization")]),
        ("济南市文化局是本市文化娱乐市场的主管部门。", [("济南市文化局", "organization")]),
        ("加快构建国家发展新格局。", []),
        (
            "建成白云山路沙河桥、五台山路澧河桥等桥梁。",
            [("白云山路沙河桥", "facility"), ("五台山路澧河桥", "facility")],
        ),
        ("拓宽工业大道，打通漳江路。", [("工业大道", "corridor"), ("漳江路", "corridor")]),
        (
            "组建清岚坊资产管理有限公司，增资望岚潮建设有限公司，设立融资担保有限公司。",
            [("清岚坊资产管理有限公司", "organization"), ("望岚潮建设有限公司", "organization")],
        ),
        ("位于漳岚路34号。", [("漳岚路", "corridor")]),
        (
            "中央军委政治工作部、全国总工会负责。",
            [("中央军委政治工作部", "organization"), ("全国总工会", "organization")],
        ),
        ("遵守特别行政区基本法，学习基本法律。", [("特别行政区基本法", "policy")]),
        ("中央政府门户网站已经建成。", [("中央政府门户网站", "facility")]),
    ],
)
def test_names_of_local_works(text: str, names: list[tuple[str, str]], gazetteer: Gazetteer) -> None:
    (mentions,) = find_by_grammar([text], PlaceContext("", (), None), gazetteer)
    assert [(mention.surface, str(mention.type)) for mention in mentions] == names
