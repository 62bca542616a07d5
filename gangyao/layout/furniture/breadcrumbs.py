"""What a web page prints above its breadcrumb (当前位置：首页 > 政务公开 > …): the head of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_CRUMBS = re.compile(
    r"(?:您|你)?(?:当前|现在|目前|所在)?(?:所在)?的?位置(?:是|为)?\s*[：:]\s*\S.{0,160}"
    r"|(?:网站)?首页(?:\s*[>＞»›/|]\s*[^。；，]{1,40}){1,6}"
)
_MARK = re.compile(r"[>＞»›]")
# What a browser shows of a page, copied with it: 【关于某事的通知】-某局.
_TAB = re.compile(r"【(?P<title>[^【】]{6,})】\s*[-—_|].{2,30}")
_TOP = 4
_FEWEST_MARKS, _LONGEST_CRUMB = 2, 16
# A breadcrumb without its beginning at 首页: 云州网 > 新闻 > 正文, 政务公开 / 政策文件 / 正文.
_CRUMB = r"[^\s。；，：>＞»›/]{2,16}"
_ROW = re.compile(
    rf"(?:[\u4e00-\u9fff]{{1,8}}(?:网|网站|在线|频道|首页)|Home)(?:\s*(?:[>＞»›]{{1,2}}|->)\s*{_CRUMB}){{1,6}}"
    rf"|{_CRUMB}(?:\s*(?:[>＞»›]{{1,2}}|->|\s/\s)\s*{_CRUMB}){{0,5}}\s*(?:[>＞»›]{{1,2}}|->|\s/\s)\s*(?:正文|详情|内容|详细信息)"
)
_NO_BRACKET = re.compile(r"[＞»›]|\s/\s")
_PARTED = re.compile(r"\s*[>＞»›]\s*")
# The head of a site has few lines, and each is short.
_REACH = 40
_LONGEST = 40
# A crumb may be cut off at its end: 关于印发某市农业专项资金….
_CUT = re.compile(r"[.…·\s]+$")
_SHORTEST = 6
_ENDS = "。！？；，：!?;,:"


def find_stacked_breadcrumb(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it is of a breadcrumb that was copied a line a crumb: 首页, >, 政策, >.

    So is what the browser showed of the page, where the page prints it again below.
    """
    flags = [False] * len(texts)
    marks = [index for index, text in enumerate(texts[:_REACH]) if _MARK.fullmatch(text)]
    if len(marks) >= _FEWEST_MARKS and all(below - above == 2 for above, below in pairwise(marks)):
        for index in range(max(marks[0] - 1, 0), min(marks[-1] + 2, len(texts))):
            flags[index] = len(texts[index]) <= _LONGEST_CRUMB
    for index, text in enumerate(texts[:_TOP]):
        tab = _TAB.fullmatch(text)
        if tab is not None and any(line.startswith(tab["title"]) for line in texts[index + 1 : _REACH]):
            flags[index] = True
    return flags


def is_crumb_row(text: str) -> bool:
    """Tell whether a line is a breadcrumb that begins at a site or ends at its text: 云州网 > 新闻 > 正文."""
    return (">" in text or _NO_BRACKET.search(text) is not None) and _ROW.fullmatch(text) is not None


def find_above_breadcrumb(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it stands in the head of a site above its breadcrumb.

    The page must print its title below: as the last crumb says it. Else a title might be lost that stands
    above.
    """
    flags = [False] * len(texts)
    for index, text in enumerate(texts[:_REACH]):
        if _CRUMBS.fullmatch(text) is None:
            continue
        title = _CUT.sub("", _PARTED.split(text)[-1])
        above = [at for at in range(index) if texts[at]]
        is_head = all(len(texts[at]) <= _LONGEST and texts[at][-1] not in _ENDS for at in above)
        is_printed_below = len(title) >= _SHORTEST and any(
            line.startswith(title) for line in texts[index + 1 : index + _REACH]
        )
        if is_head and is_printed_below:
            for at in above:
                flags[at] = True
        break
    return flags
