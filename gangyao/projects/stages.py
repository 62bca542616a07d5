"""How far works are, by what their clause says of them: planned, begun, being built, finished."""

from __future__ import annotations

import re

from gangyao.document.projects import Stage

_PLANNED = "前期|立项|可研|谋划|论证|储备|规划建设|核准|获批|预可研|初设|勘察|选址"
_BEGUN = "开工|动工|启动|破土|奠基|动土"
_FINISHED = (
    "建成|竣工|投产|投运|投用|通车|投入使用|投入运[行营]|完工|贯通|并网|开通|启用|交付|交房|开馆|开园|开业|开诊"
    "|招生|上线|揭牌|挂牌|达产|通水|通航|开放"
    "|试运行|点火|验收|商运|量产|运营"
)
_BUILT = (
    "建设|推进|加快|提速|续建|扩建|改造|实施|施工|推动|抓好|主体|封顶|新建"
    "|改建|重点|打造|落地|进展|治理|过半|提升|深化|投资"
)
# What is said of the works themselves, right behind their name, comes before what the whole clause says.
_OWN: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("plan", re.compile("前期|立项|可研|预可研|核准|获批|列入|纳入|审批|规划报|规划报告|勘察")),
    ("start", re.compile("开工|动工|启动建设|破土")),
    (
        "build",
        re.compile(
            "主体|封顶|过半|铺轨|架梁|下闸|完成投资|路基|路面|完成.{0,6}的|设备安装|调试|设备进场|厂房建设|征[地收]"
        ),
    ),
    (
        "finish",
        re.compile(
            "建成|竣工|投产|投运|投用|通车|投入使用|投入运[行营]|完工|贯通|并网|开通|启用|交付|验收|达产|通水|开业|试运行"
        ),
    ),
)
_IN_CLAUSE: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("plan", re.compile(f"{_PLANNED}|争取.*(?:纳入|批复|落地|列入)|列入.*(?:规划|计划)")),
    ("build", re.compile("主体(?:结构|工程)?(?:封顶|完工)|封顶|工程量")),
    ("start", re.compile("开工|动工|启动建设|启动实施|破土|奠基|启动")),
    ("finish", re.compile(f"{_FINISHED}|完成.*(?:建设|改扩建|改造|扩建|工程|治理|整治)|完成$")),
    ("build", re.compile(_BUILT)),
)
# What was said last goes on to the next clause of a list: 开工甲水库等水利项目，以及乙电站等能源项目.
_LAST = re.compile(
    f"(?P<plan>{_PLANNED}|争取)|(?P<start>(?:{_BEGUN})(?:建设|实施)?)|(?P<finish>{_FINISHED}|完成)|(?P<build>{_BUILT})"
)
_LISTED = re.compile("等|建设$")
# Code points before and behind a clause in which its stage is sought. The farthest in the corpus are 42 and
# 68 away; a sentence without a full stop may have thousands of clauses, and each looks around.
_SIGHT = 300


def stage_of(text: str, span: tuple[int, int], clause: tuple[int, int], sentence: int) -> Stage | None:
    """Return how far the works named at `span` of the clause are; its sentence begins at `sentence`."""
    start, end = span
    item_end = text.find("、", end, clause[1])
    behind = text[end : clause[1] if item_end < 0 else item_end]
    if not behind.startswith("等"):
        for stage, words in _OWN:
            if words.search(behind):
                return stage
    around = f"{text[clause[0] : start]}·{text[end : clause[1]]}"
    for stage, words in _IN_CLAUSE:
        if words.search(around):
            return stage
    last = None
    for found in _LAST.finditer(text, max(sentence, clause[0] - _SIGHT), clause[0]):
        last = found
    if last is not None:
        return _named_stage(last)
    following = _LAST.search(text, clause[1], clause[1] + _SIGHT)
    return None if following is None else _named_stage(following)


def _named_stage(found: re.Match[str]) -> Stage:
    for stage in ("plan", "start", "finish", "build"):
        if found[stage]:
            return stage
    raise ValueError(found[0])
