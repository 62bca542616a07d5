"""Nouns that a nominal verb forms with the word after it: 发展方式, 建设项目, 服务能力 are no predicates."""

from __future__ import annotations

import re

# What follows a nominal verb when the two are one noun. 建设 and 举办 take most of these as objects instead.
_TAIL = re.compile(
    "体系|机制|体制|制度|能力|水平|方式|模式|标准|项目|工程|政策|环境|资金|用地|行业|领域|活动|工作|行动|力度|成果|成本|资源|设施"
    "|基地|中心|条件|质量|效率|效益|规模|理念|主体|企业|机构|人员|部门|单位|团队|人才|平台|战略|空间|格局|动力|动能|潜力|活力"
    "|需求|需要|计划|规划|方案|目标|任务|责任|职责|过程|流程|程序|环节|措施|手段|技术|产品|产业|市场|价格|关系|结构|功能|作用"
    "|优势|经验|基础|保障|[者业区权型化性率品费量法网链圈站厂]"
)
_TAKES_THEM = frozenset({"建设", "举办", "引进", "购买", "新建", "改造", "参加", "建造", "修建"})
_TAIL_OF_BUILDING = re.compile("项目|工程|用地|资金|标准|规模|进度|质量|管理|行动|成果|步伐|水平|任务|[者]")
_OF_DEVELOPMENT = re.compile("不平衡|不充分|壮大|全局|大局|新|成就|之路|道路|中国家")


def opens_compound(text: str, at: int, verb: str) -> bool:
    """Tell whether `verb`, which ends at `at`, forms one noun with what follows."""
    if verb in _TAKES_THEM:
        return _TAIL_OF_BUILDING.match(text, at) is not None
    if verb == "发展" and _OF_DEVELOPMENT.match(text, at) is not None:
        # 发展新能源 is a predicate, 发展新格局 is not.
        return text[at] != "新" or text.startswith(("新格局", "新动能", "新理念", "新阶段"), at)
    return _TAIL.match(text, at) is not None and not text.startswith(("新", "产业"), at)
