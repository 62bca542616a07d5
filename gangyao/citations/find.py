"""Find 《titles》 and 〔2021〕5号 in the paragraphs of a document, with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.document.citations import Citation, Relation
from gangyao.document.outline import Paragraph

_NUMBER = rf"[\u4e00-\u9fff]{{1,12}}? ?{OPENS_YEAR} ?(?:19|20)\d\d ?{CLOSES_YEAR} ?(?:第)?\d{{1,5}} ?号"
_TITLE = r"《(?P<title>(?:[^《》\n]|〈[^〉]*〉|《[^《》]*》){2,80})》"
_NAMED = re.compile(
    rf"{_TITLE}(?P<aside>[（(](?P<number>{_NUMBER})[^）)]{{0,20}}[）)])?|(?<![〔（(])(?P<alone>{_NUMBER})"
)
# Without the year of a number there are titles alone, which `re` finds by their first mark.
_YEAR = re.compile(rf"{OPENS_YEAR} ?(?:19|20)\d\d ?{CLOSES_YEAR}")
_TITLED = re.compile(rf"{_TITLE}(?P<number>(?!))?(?P<alone>(?!))?")
# 以下简称《方案》, 以下称“双减”意见
_SHORT = re.compile(
    r"[（(](?:[^（()）]{2,20}[，,；;])?以下(?:统)?(?:简)?称[：:]?[《“](?P<short>[^》”]{2,20})[》”]"
)
# A title as it was first given, and its number.
_Whole = tuple[str, str | None]
# What titles of documents end in; newspapers, books and films have none of these.
_DOCUMENT = re.compile(
    r"(?:规划|计划|纲要|方案|意见|通知|决定|决议|办法|条例|规定|细则|规则|规范|标准|准则|章程|公约|协定|协议|宣言|声明|法|法典|宪法|令|批复"
    r"|函|报告|建议|要点|清单|目录|指南|指引|导则|措施|公告|通告|公报|解释|若干政策|行动|框架|备忘录|议定书|请示|倡议|白皮书|规程|制度|战略"
    r"|守则|纪要|安排|分工|蓝图|政策|指标体系|目标|答复|名录|预案|共识|条约)(?:[（(][^）)]{1,20}[）)])*$"
)
# What is said of a document before its title, nearest first; the clause decides.
_BEFORE: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("amends", re.compile(r"(?:修改|修订|修正|完善|修编|制修订)$")),
    ("repeals", re.compile(r"(?:废止|取代|代替)$")),
    (
        "basis",
        re.compile(
            r"(?:根据|依据|依照|按照|遵照|遵循|参照|对照|按|依|符合|违反|遵守|适用|(?<!贯彻)执行)[^，。；：]{0,24}$"
        ),
    ),
    (
        "implements",
        re.compile(r"(?:贯彻|落实|实施|施行|宣传|实行)[^，。；：]{0,24}$"),
    ),
)
# 修订《甲》，废止《乙》: the second is repealed.
_REPEALED_BEHIND = re.compile(r"^[^。；]{0,40}?(?:同时)?(?:予以)?废止(?!《|第|原|下列|以下|了)")
_AMENDED_BEHIND = re.compile(r"^[^，。；]{0,16}?(?:作如下修改|修改为|予以修改|进行修订)")
# A number is letters of its own, not the words before it: 依据|国办发〔2020〕12号.
_WORD_BEFORE = re.compile("^.*?(?:根据|依据|依照|按照|遵照|落实|执行|关于|废止|修改|[和与及对以按])(?=..)")
_HANDED_ON = re.compile("^(?:已经?[^。；，]{2,16}(?:同意|批准|通过)，)?[^。；，]{0,6}(?:印发|转发)给")
_REACH = 30
# 《建议》, 《纲要（草案）》: as long as words that only say of which kind a document is get.
_LONGEST_SHORT = 8


def find_citations(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Citation, ...], ...]:
    """Return the citations of each paragraph, in order; the formal parts of a document cite nothing."""
    shorts: dict[str, _Whole] = {}
    wholes: dict[str, _Whole] = {}
    return tuple(
        tuple(_find(paragraph.text, shorts, wholes))
        if not paragraph.is_formal and ("《" in paragraph.text or "号" in paragraph.text)
        else ()
        for paragraph in paragraphs
    )


def _find(text: str, shorts: dict[str, _Whole], wholes: dict[str, _Whole]) -> Iterator[Citation]:
    """Yield the citations of a paragraph.

    Short titles that it introduces are remembered in `shorts`, long ones in `wholes`.
    """
    before_list: Relation | None = None
    last_end, passed = -1, 0
    for match in (_NAMED if _YEAR.search(text) is not None else _TITLED).finditer(text):
        if match.start() < passed:
            continue
        title, number, start = match["title"], match["number"] or match["alone"], match.start()
        if match["alone"] and (word := _WORD_BEFORE.match(match["alone"])):
            number, start = match["alone"][word.end() :], start + word.end()
        number = number.replace(" ", "") if number else None
        whole = (shorts.get(title) or _only_one(title, wholes)) if title else None
        if title is not None and whole is None and _DOCUMENT.search(title) is None:
            continue
        if title is not None and (introduced := _SHORT.match(text, match.end())):
            shorts[introduced["short"]] = (title, number)
            passed = introduced.end()
        if title is not None and whole is None and len(title) > _LONGEST_SHORT:
            wholes[title] = title, number
        # 《甲》《乙》和《丙》: one word speaks for the whole list.
        is_next = last_end >= 0 and set(text[last_end : match.start()]) <= set("、和与及以，")
        relation = before_list if is_next and before_list else _relation(text, start, match.end())
        before_list, last_end = relation, match.end()
        yield Citation(
            relation,
            whole[0] if whole else title,
            number or (whole[1] if whole else None),
            start,
            match.end(),
        )


def _only_one(title: str, wholes: dict[str, _Whole]) -> _Whole | None:
    """Return the one longer title named so far that ends in a short one; None where several do."""
    if len(title) > _LONGEST_SHORT:
        return None
    found = [whole for name, whole in wholes.items() if name.endswith(title)]
    return found[0] if len(found) == 1 else None


def _relation(text: str, start: int, end: int) -> Relation:
    """Return what the words around a title or number at `start`:`end` say of it."""
    if _REPEALED_BEHIND.match(text[end : end + 60]):
        return "repeals"
    if _AMENDED_BEHIND.match(text[end : end + 30]):
        return "amends"
    if _HANDED_ON.match(text[end : end + 40]):
        return "implements"
    before = text[max(0, start - _REACH) : start]
    return next((relation for relation, words in _BEFORE if words.search(before)), "mentions")
