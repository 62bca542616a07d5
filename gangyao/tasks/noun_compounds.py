"""Nouns that a nominal verb forms with the word after it: 发展方式, 建设项目, 服务能力 are no predicates."""

from __future__ import annotations

import re

from gangyao.tasks.lexicon import Lexicon

# What follows a nominal verb when the two are one noun.
_TAIL = re.compile(
    "体系|机制|体制|制度|能力|水平|方式|模式|标准|项目|工程|政策|环境|资金|用地|行业|领域|活动|工作|行动|力度|成果|成本|资源|设施"
    "|基地|中心|条件|质量|效率|效益|规模|理念|主体|企业|机构|人员|部门|单位|团队|人才|平台|战略|空间|格局|动力|动能|潜力|活力"
    "|需求|需要|计划|规划|方案|目标|任务|责任|职责|过程|流程|程序|环节|措施|手段|技术|产品|市场|价格|关系|结构|功能|作用"
    "|优势|经验|基础|保障|领导|重心|并重|相容|相结合|相统一|[者业区权型化性率品费量法网链圈站厂力药税]|布局|特点|情况|强[国省市县]|大[国省]|区域|趋势"
)
# These verbs take most of those words as objects; only what is listed here makes a noun of them.
_TAIL_OF: dict[str, re.Pattern[str]] = {}
for _verbs, _pattern in (
    (
        "建设 举办 引进 购买 新建 改造 参加 建造 修建 设置",
        "项目|工程|用地|资金|标准|规模|进度|质量|管理|行动|成果|步伐|水平|任务|活动|[者]",
    ),
    (
        "发展",
        "方式|战略|环境|理念|质量|水平|动力|动能|空间|格局|模式|潜力|活力|成果|问题|需要|需求|阶段|态势|目标|能力|规划|基金|差距|机遇"
        "|不平衡|不充分|壮大|全局|大局|新格局|新动能|新理念|新阶段|成就|道路|之路|中国家|权|改革|情况|状况|趋势|速度|规律|主线",
    ),
    (
        "开发 研发 设计 生产 种植 采购 使用 利用 培养 创作 销售",
        "区|者|战略|能力|机制|成本|力度|强度|体系|平台|机构|条件|方式|模式|环节|过程|权|率|量|性|费",
    ),
):
    for _verb in _verbs.split():
        _TAIL_OF[_verb] = re.compile(_pattern)


def opens_compound(text: str, at: int, verb: str, lexicon: Lexicon) -> bool:
    """Tell whether `verb`, which ends at `at`, forms one noun with what follows."""
    return is_attested(text, at, verb, lexicon) or _TAIL_OF.get(verb, _TAIL).match(text, at) is not None


def is_attested(text: str, at: int, verb: str, lexicon: Lexicon) -> bool:
    """Tell whether official prose has `verb`, which ends at `at`, and what follows as a noun: 监察|机构."""
    following = lexicon.compounds.get(verb)
    return following is not None and text[at : at + 2] in following
