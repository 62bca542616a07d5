"""Verbs and characters that decide whether a second verb belongs to a verb group."""

from __future__ import annotations

# What these are said of may be an act: 避免增加负担.
PREVENTS = frozenset(["避免", "防止", "杜绝", "减少", "停止", "防范", "坚持", "需要", "注重", "实现", "做到"])
# Verbs that mostly modify what a 的 closes.
MODIFY = frozenset(
    ["适应", "尊重", "符合", "制约", "影响", "担当", "涉及", "满足", "维护", "促进", "增加", "具有"]
)
# A verb that ends so has its complement and takes a noun: 扛起, 着眼于.
CLOSED = frozenset("起好出到成于牢住")
LEADS = frozenset({"taker", "catenative"})
# Characters that may go on a verb group behind its first verb.
GOES_ON = frozenset("到起成好至出入了和并与及或、不")
# What a campaign is named by its aim, and the verbs that set one up.
CAMPAIGNS = ("专项行动", "行动计划", "攻坚行动", "提升行动", "三年行动", "专项整治", "重大工程")
# With these behind it a verb is part of a noun.
NOUN_MAKERS = frozenset("化性型率者式")
# What is named behind these is an act: 作出|决定, 应对|挑战.
TAKE_ACTS = frozenset(
    {
        *("作出", "做出", "提出", "予以", "进行", "给予", "加以", "发出", "受到", "得到", "获得", "取得"),
        *(
            "应对",
            "迎接",
            "转嫁",
            "接受",
            "面临",
            "克服",
            "减轻",
            "承担",
            "载明",
            "参加",
            "促进",
            "办理",
            "提交",
            "领取",
        ),
    }
)
# What is asked for is an act: 申请|引航.
ASKS = frozenset({"申请", "提请", "请求"})
# What is obeyed may hold a verb: 遵守|禁止捕捞的规定.
OBEYS = frozenset({"遵守", "违反", "符合", "适用"})
PERSON_MAKERS = NOUN_MAKERS | frozenset("人权费业")
# Attention is given to acts; of two that 和 joins both are its object.
ATTENDS = frozenset(["注重", "重视", "善于", "强调", "着眼"])
SETS_UP = frozenset({"实施", "开展", "启动", "落实", "制定", "组织", "出台", "编制", "谋划", "策划"})
