"""What binds in a task, beside its modality: a duty on a body, a ban, a permission, or mere words.

要 in a dispatch is a duty of whom it addresses; in a speech to a congress it is one only where a body is
named. A law binds where it says 应当, where it names a body, and where 国家 is to do something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.signs import Lines, Signs
from gangyao.document.facts import Facts
from gangyao.document.forces import Ban, Bindingness, Force
from gangyao.document.tasks import Task

# The first that binds counts, else the first (开展专项整治，不得停产); bounds come before 不得, which they
# hold. 慢不得、等不得 and 禁止事项清单 forbid nothing.
_BANS = re.compile(
    r"(?P<floor>不[得能]?(?:低于|少于|小于))|(?P<cap>不[得能]?(?:超过|高于|多于|大于)|严禁突破|不得突破)"
    r"|(?P<prohibited>(?<!个)严禁(?!”)|(?<!除)禁止(?!性|类|清单|事项)|不得(?![不，。、；！”])|不准(?!确)|不许|禁售|禁用|全面禁捕|杜绝)"
    r"|(?P<phased_out>淘汰|取缔|关停|清退|有序退出|逐步退出)"
    r"|(?P<fought>打击|(?<![核调])查处(?!置|理|的，)|惩治|惩处|严惩|严查|纠治|(?:专项|集中|坚决|排查)整治|整治[^，。；、]{0,8}(?:违法|违规|非法|乱象|行为|“散乱污”)|(?:预防和|防范和)?制止(?!性)|清理整顿|扫黑除恶|坚决遏制|遏制[^，。；]{0,12}(?:发展|势头|违法))"
    r"|(?P<controlled>严格控制|严控|从严控制|从严管控|严格限制|控制[^，。；]{0,12}(?:增量|规模|总量|新增)|限制[^，。；]{0,12}(?:使用|开发|建设|发展))"
)
# One of these is in each of them. Every alternative begins with its character, so that `re` passes over all
# other characters at once; so do those below.
_BAN_SIGNS = (
    *("不", "禁", "杜绝", "淘汰", "取缔", "关停", "清退", "退出", "打击", "查处", "惩", "严查", "纠治"),
    *("整治", "扫黑", "遏制", "控", "限制", "制止", "整顿"),
)
_BAN_WORDS = re.compile("|".join(_BAN_SIGNS))
# The most that stands before that word in any of them: 从严管|控.
_BEFORE_WORD = 3
_BOUND_BANS = ("prohibited", "floor", "cap")
# 负责人, and a body that is told by what it is in charge of.
_IN_CHARGE = re.compile(
    "负责(?![人同]|[^，。；]{0,24}的(?:，|[^，。；]{0,4}(?:部门|机构|机关|单位|人员|组织)))"
)
_DUTY = re.compile(
    r"应当|必须|应该|应(?<![反适相响供对回效感呼顺照]应)(?=[在当对按将把依及由与])|要(?<![重主需只摘纪紧首次险纲概]要)(?![素求点闻件务员么因道目])"
    r"|须(?!知)|务必|确保"
    rf"|{_IN_CHARGE.pattern}"
)
# 应符合, 应遵循 in what asks for something; 应急, 应保尽保 and 相应 ask for nothing.
_OUGHT = re.compile("(?<![反适相响供对回效感呼顺照答])应(?![急用届付收变邀聘诉征税城县纳]|[\u4e00-\u9fff]尽)")
# 所有权, 具有权威 and 有权机关 allow nothing.
_MAY = re.compile(r"可以|有(?<![所具]有)权(?![威益限机])|可(?=[不按在由根凭依免])|允许|准许|免于|免除")
# What an act is allowed by, and what it is bound by, at the beginning of its verb.
_ALLOWED = re.compile("[也均都还并]{0,2}(?:可以|可(?![能持再研靠])|有权)")
_BOUND = re.compile("[也均都还并]{0,2}(?:应|必须|须|要|不得|务必)")
# Words for a congress, not for an office.
_CREED = re.compile(
    r"旗帜|两个确立|两个维护|四个意识|四个自信|思想上政治上行动上|牢记|感恩|初心|使命担当|同心同德|奋勇|拼搏|奋斗|斗志|精气神|凝心铸魂"
    r"|以.{0,40}(?:思想|精神)为指导|弘扬.{0,12}精神|绷紧|一茬接着一茬|久久为功|不负"
)
# A speaker's own side is no named body.
_OWN_SIDE = frozenset(
    {"全党", "全省", "全市", "全县", "全区", "全社会", "政府", "各级政府", "政府工作人员", "大家"}
)
# What stands in every task that one of the patterns fits.
SIGNS = Signs(
    {
        "ban": _BAN_SIGNS,
        "duty": ("应", "必须", "要", "须", "务必", "确保", "负责"),
        "may": ("可", "有权", "允许", "准许", "免于", "免除"),
        "creed": (
            *("旗帜", "两个", "四个", "思想", "牢记", "感恩", "初心", "使命", "同心", "奋勇", "拼搏", "奋斗"),
            *("斗志", "精气", "凝心", "指导", "弘扬", "绷紧", "一茬", "久久", "不负"),
        ),
    }
)
#: The patterns by the sign that each needs.
PATTERNS = {"ban": _BANS, "duty": _DUTY, "may": _MAY, "creed": _CREED}
_MAY_BAN, _MAY_BIND = SIGNS.bits("ban"), SIGNS.bits("duty")
_MAY_ALLOW, _MAY_CREDIT = SIGNS.bits("may"), SIGNS.bits("creed")
_DISPATCHES = ("notice", "opinion", "reply", "decision")


def read_forces(
    tasks: Sequence[tuple[Task, ...]], facts: Facts, addressees: tuple[str, ...]
) -> tuple[tuple[Force, ...], ...]:
    """Return how each task binds; `addressees` are those of the document's head."""
    asked = addressees if facts.kind in _DISPATCHES else ()
    lines = Lines([task.text for own in tasks for task in own])
    signs = iter(SIGNS.of_lines(lines).tolist())
    return tuple(tuple([_force(task, facts.kind, asked, next(signs)) for task in own]) for own in tasks)


def _force(task: Task, kind: str | None, asked: tuple[str, ...], signs: int) -> Force:
    ban = ban_of(task.text) if signs & _MAY_BAN else None
    if ban is None and task.modality == "prohibit":
        # An item of a list that is forbidden as a whole says nothing of it: 不得有下列行为：（一）…
        ban = "prohibited"
    addressed = tuple([party.text for party in task.actors]) if task.actors else asked
    return Force(_bindingness(task, ban, kind, signs), ban, addressed)


def _is_allowed(task: Task) -> bool:
    """Tell whether the first act of a task is allowed, and none is bound.

    A duty in its text is then told of something else: 依法应当处罚而未处罚的，上级部门可以处罚.
    """
    acts = [action for action in task.actions if action.role == "action"]
    return (
        bool(acts)
        and _ALLOWED.match(acts[0].verb) is not None
        and not any(_BOUND.match(action.verb) for action in acts)
        and _IN_CHARGE.search(task.text) is None
    )


def ban_of(text: str) -> Ban | None:
    """Return the kind of ban that a sentence holds, None where it holds none."""
    # Few sentences hold a ban, and looking for a word costs less than for any of them.
    first = _BAN_WORDS.search(text)
    if first is None:
        return None
    found = _BANS.search(text, max(0, first.start() - _BEFORE_WORD))
    if found is None:
        return None
    kind = found.lastgroup
    while found is not None:
        if found.lastgroup in _BOUND_BANS:
            return found.lastgroup  # type: ignore[return-value]
        found = _BANS.search(text, found.end())
    return kind  # type: ignore[return-value]


def _bindingness(task: Task, ban: Ban | None, kind: str | None, signs: int) -> Bindingness:
    text = task.text
    if task.modality == "prohibit" and ban in _BOUND_BANS:
        return "ban"
    if task.modality == "support":
        return "permission" if "允许" in text else "encouragement"
    has_duty = signs & _MAY_BIND != 0 and _DUTY.search(text) is not None
    if signs & _MAY_ALLOW and ((not has_duty and _MAY.search(text)) or _is_allowed(task)):
        return "permission"
    if kind in ("law", "measures"):
        return "duty"
    named = bool(task.responsibilities) or any(party.text not in _OWN_SIDE for party in task.actors)
    ought = task.modality == "require" and signs & _MAY_BIND != 0 and _OUGHT.search(text) is not None
    if kind in _DISPATCHES and (has_duty or named or ought):
        return "duty"
    is_creed = signs & _MAY_CREDIT != 0 and _CREED.search(text) is not None
    if kind in _DISPATCHES:
        return "exhortation" if is_creed else "commitment"
    if named and has_duty:
        return "duty"
    if is_creed or (has_duty and not task.targets and kind in ("report", None)):
        return "exhortation"
    return "duty" if task.responsibilities else "commitment"
