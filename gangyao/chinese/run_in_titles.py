"""Where the title of a heading ends and the paragraph on the same line begins."""

from __future__ import annotations

import re

#: A title that stands before its paragraph on the same line is at most this long (code points).
MAX_RUN_IN_TITLE = 48
#: The title of a part, chapter or section stands on a line of its own; a long first sentence is not it.
MAX_RANKED_RUN_IN = 20
MAX_RANKED_SENTENCE = 30
#: A line longer than this is no title, even if nothing follows it.
MAX_TITLE = 80
#: A title that ends in a colon is a few words.
MAX_COLON_TITLE = 14
#: So is the title of an article of a law.
MAX_ARTICLE_TITLE = 20

# 一、问：为什么…？ The title is what is asked.
_ASKS = ("问", "問")
_NOTE = re.compile(r"[（(][^（）()]*[）)]")
_QUOTED_SENTENCE = re.compile("[。；！？][”」』]$")
_OPENING = "“《（(「『【〈〔"
_CLOSING = "”》）)」』】〉〕"
_SENTENCE_END = "。！？；”）)"
# Words and a length of argument that a provision has and a title has not.
_PROVISION = re.compile("应当|不得|可以|，[^，]*，[^，]*，[^，]*，")
# So has a sentence that says who acts: 县水利局负责…, 市应急局、市公安局迅速…, （二）各单位要….
_DUTY = "要(?![求素点件闻])|应(?![急用对收付变])|必须|须(?!知)|不得|负责(?![人制同])|牵头"
_OFFICE = (
    "(?:[局委办厅院署校]|政府|部门|单位|机构|机关|公司|集团|中心|街道|乡镇|镇街|街镇|[支大总]队|工会|[妇残工侨文科]联|委员会|办公室"
    "|指挥部|小组|协会|银行|队员|人员|领导|成员|长)(?:（[^（）]{1,12}）)?"
)
#: 加强部门统筹协调 is a title: it opens with what is to be done.
OPENS_TITLE = (
    "(?:全面|切实|进一步|积极|大力|着力|持续|深入|充分|依法|加快|不断|严格|稳步|扎实|有序|科学|统筹)*"
    "(?:加|强化|建|健全|完善|推|落实|压实|明确|深化|提[升高]|优化|开展|做|坚持|构|打造|培|支持|发[挥展]|规范|抓|实[施行]|引|鼓励|促进"
    "|创|转变|拓|突出|夯实|成立|设立|组[建织]|扩大|聚焦|围绕|保障|确保|改|督|指导|动员|协调|整合|配[齐强]|充实|选|关[于心]|对|为|在|以)"
)
_LEVEL = "各(?![类种项])|[省市县区](?![场域政民容级块位外内际])"
# 法治政府|建设 is a title; these names are of nobody else.
_OFFICE_FOR_SURE = "人民政府|办事处|管委会|总工会|[妇残侨]联"
_ACTS = re.compile(
    rf"(?!{OPENS_TITLE})(?:[^，。；“”]{{1,40}}?(?:{_OFFICE}|各[省市县区乡镇地]{{1,2}})(?:都|均)?(?:{_DUTY}"
    "|按照|按职责|根据|迅速|及时|定期|会同|配合|主持|统筹|依法|立即)"
    rf"|(?:(?:{_LEVEL})[^，。；“”]{{1,40}}?{_OFFICE}|[^，。；“”]{{1,40}}?(?:{_OFFICE_FOR_SURE}))"
    "(?:组织(?!机构|体系|领导)|全面|开展|制定|建立|完善|健全|建设|优化|改造|新建|落实|加强|推进|做好))"
)
_BREAK = re.compile(rf"[{re.escape(_OPENING + _CLOSING)}。！？；：，?!]")


def split_run_in(line: str, start: int, end: int, family: str) -> tuple[int, int | None]:
    """Return where the title that begins at `start` ends, and where the paragraph after it begins (or None).

    The title is what stands before the first full stop outside brackets and quotes, or before a colon if that
    is a few words; no title (`start`) where that is longer than a title is. An article (条) has a title only
    where a few words without a full stop are all that is on its line.
    """
    if start >= end:
        return start, None
    stop = _title_stop(line, start, end)
    if stop is None and (line[end - 1] in "。；" or _QUOTED_SENTENCE.search(line, end - 2, end)):
        # A quotation stays open to the end, or is of whole sentences: this is what an item says.
        return start, start
    if stop is None:
        is_title = end - start <= (MAX_ARTICLE_TITLE if family == "article" else MAX_TITLE)
        return (end, None) if is_title else (start, start)
    if family == "article" or line[stop] in "；，、,":
        return start, start
    if line[stop] in "：:" and line[stop + 1 : stop + 2] == "“":
        # `将第三条修改为：“…”` gives a wording, it announces none; the wording may go on in the next line.
        wording = line[stop + 1 : end].rstrip("。；")
        if wording.endswith("”") or "”" not in wording:
            return start, start
    body = stop + 1
    while body < end and line[body].isspace():
        body += 1
    # A question or call keeps its mark, a full stop or colon is no part of a title.
    title_end = stop + (line[stop] in "？！?!")
    if body < end:
        longest = (
            MAX_RANKED_RUN_IN if family in ("part", "chapter", "section", "article") else MAX_RUN_IN_TITLE
        )
        # A sentence followed by nothing but a note (who is responsible) is what the item says, not its title.
        is_title = stop - start <= longest and not _PROVISION.search(line, start, stop)
        is_title = is_title and _ACTS.match(line, start, stop) is None
        is_title = is_title and not ("，" in line[start:stop] and _NOTE.fullmatch(line, body, end))
        return (title_end, body) if is_title else (start, start)
    # One sentence: the line is the title, unless it is as long as a paragraph or announces one.
    longest = MAX_COLON_TITLE if line[stop] in "：:" else MAX_TITLE
    if line[stop] == "。" and family in ("part", "chapter", "section"):
        # The title of a chapter is no sentence: a long one is its paragraph, glued to it.
        longest = MAX_RANKED_SENTENCE
    if line[stop] == "。" and _ACTS.match(line, start, stop) is not None:
        return start, start
    return (title_end, None) if stop - start <= longest else (start, start)


def _title_stop(line: str, start: int, end: int) -> int | None:
    """Find the mark that ends the title or shows that it is none; None if the whole line can be one."""
    level = 0
    has_comma = False
    for mark in _BREAK.finditer(line, start, end):
        c = mark.group()
        if c in _OPENING:
            level += 1
        elif c in _CLOSING:
            level = max(level - 1, 0)
        elif level:
            continue
        elif c == "，":
            has_comma = True
        elif c in "：:":
            # A colon ends the title only where a sentence follows: `格局构建：筑牢屏障` is one title.
            is_short = not has_comma and mark.start() - start <= MAX_COLON_TITLE
            is_short = is_short and line[start : mark.start()] not in _ASKS
            if is_short and line[end - 1] in _SENTENCE_END:
                return mark.start()
        elif c in "?!" and mark.end() < end:
            continue
        else:
            return mark.start()
    return end - 1 if line[end - 1] in "，、,：:" else None
