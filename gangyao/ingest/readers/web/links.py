"""Links behind the text of an article: other pages on the same subject, pages of a list, ways to share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from gangyao.document.printed import PrintedLine

# A line of links has this share of its characters in them.
_SHARE = 0.6
_FILE = re.compile(r"\.(?:pdf|docx?|wps|ofd|xlsx?|et|zip|rar|7z|jpe?g|png)(?:[?#]|$)", re.IGNORECASE)
# What a site prints at the end of every page.
_FOOT = re.compile(
    r"二维码关注|版权声明|点分享|点在看|^[-—–\s]*(?:END|完)[-—–\s]*$|^上一[页篇条]|^下一[页篇条]|^分享[到至]?\s*[：:]|网站标识码|ICP备|公网安备|版权所有|[主承]办单位\s*[：:]|技术支持\s*[：:]|责任编辑\s*[：:]"
    r"|^扫一扫|扫描二维码|微信扫一扫|凡本[网站].{0,12}注明|转载请注明|^您对此|链接即将离开|^是否继续[？?]|我要纠错"
)
# The way from the first page of a site to this one: 当前位置：首页 > 政务公开 > 正文.
_WAY = re.compile(
    r"(?:您?(?:现在|当前|目前)?的?所?在?的?位置\s*[：:]|(?:网站)?首页\s*(?:[>＞»]|&gt;)).{0,80}"
)
# What a site offers beside a text to be pressed, marks aside, and what heads links to other pages.
_PRESSED = re.compile(
    r"(?:打印(?:本[页文])?|关闭(?:窗口|本页)?|返回(?:顶部|上一页|列表)?|分享[到至]?|收藏(?:本页)?|纠错|字[号体]|默认|[大中小]"
    r"|微信|朋友圈|微博|新浪微博|QQ(?:空间|好友)?|[\s　：:【】\[\]（）()|｜/·、])+",
    re.IGNORECASE,
)
_HEADS_LINKS = re.compile(r"(?:相关|关联|延伸|推荐|热门|更多)(?:[\u4e00-\u9fff]{2,4})[：:]?")
# Who made a page, each on a line of its own below its text.
_MADE_BY = re.compile(
    r"[（(【\[]?(?:来源|供稿|撰稿|文字|摄影|图片|制作|排版|设计|编辑|编校|责编|校对|审核|审校|初审|复审|终审|监制|主编)"
    r"\s*[：:丨|｜/]\s*\S{1,20}(?:\s+\S{1,20}){0,4}[）)】\]]?"
)
# What heads such links, or counts them.
_LONGEST_LABEL = 12


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page, how many of its characters stand in links, and whether one leads to a file.

    `run` names the element whose lines it is one of, `within` the one around that; `set_in` is how large
    the file says that it is set, empty where a line end is a `br` or one of a `pre`. `margin` is the white
    space before it in half characters; `is_apart`: an empty line stands above it.
    """

    line: PrintedLine
    linked: int = 0
    has_file: bool = False
    run: int = 0
    set_in: str = ""
    margin: int = 0
    is_apart: bool = False
    within: int = 0


def leads_to_file(address: str) -> bool:
    """Tell whether a link leads to a file: what is attached belongs to the text."""
    return _FILE.search(address) is not None


def without_links_around(blocks: Sequence[Block]) -> list[PrintedLine]:
    """Return the lines; those around the article's text that lead to other pages are furniture.

    So is what is there to be pressed, wherever it stands.
    """
    lines = [block.line for block in blocks]
    for aside in (_pressed, _ways, _links_behind):
        for index in aside(blocks, lines):
            lines[index] = replace(lines[index], role="furniture", level=0, cell=None)
    return lines


def _pressed(blocks: Sequence[Block], lines: Sequence[PrintedLine]) -> list[int]:
    """Return the lines that hold buttons and nothing else."""
    return [
        index
        for index, (block, line) in enumerate(zip(blocks, lines, strict=True))
        if block.linked and line.cell is None and _PRESSED.fullmatch(line.text)
    ]


def _ways(blocks: Sequence[Block], lines: Sequence[PrintedLine]) -> list[int]:
    """Return the lines before all text that tell the way to the page."""
    shown = (index for index, line in enumerate(lines) if line.role != "furniture")
    return list(takewhile(lambda index: _WAY.fullmatch(lines[index].text), shown))


def _links_behind(blocks: Sequence[Block], lines: Sequence[PrintedLine]) -> list[int]:
    """Return the lines behind the text that are links to other pages, or what a site prints there."""
    links: list[int] = []
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.role == "furniture":
            continue
        if _is_link(blocks[index]) or _is_of_site(line.text, bool(links)):
            links.append(index)
            continue
        if links and line.role == "heading" and len(line.text) <= _LONGEST_LABEL:
            links.append(index)
        break
    return links


def _is_of_site(text: str, heads_links: bool) -> bool:
    return (
        _FOOT.search(text) is not None
        or _MADE_BY.fullmatch(text) is not None
        or (heads_links and _HEADS_LINKS.fullmatch(text) is not None)
    )


def _is_link(block: Block) -> bool:
    size = len("".join(block.line.text.split()))
    return not block.has_file and block.linked >= _SHARE * size
