"""Links behind the text of an article: other pages on the same subject, pages of a list, ways to share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gangyao.document.printed import PrintedLine

# A line of links has this share of its characters in them.
_SHARE = 0.6
_FILE = re.compile(r"\.(?:pdf|docx?|wps|ofd|xlsx?|et|zip|rar|7z|jpe?g|png)(?:[?#]|$)", re.IGNORECASE)
# What a site prints at the end of every page.
_FOOT = re.compile(
    r"二维码关注|版权声明|点分享|点在看|^[-—–\s]*(?:END|完)[-—–\s]*$|^上一[页篇]|^下一[页篇]|^分享[到至]?\s*[：:]|网站标识码|ICP备|公网安备|版权所有|[主承]办单位\s*[：:]|技术支持\s*[：:]|责任编辑\s*[：:]"
)
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


def without_links_behind(blocks: Sequence[Block]) -> list[PrintedLine]:
    """Return the lines; those behind the article's text that are links to other pages are furniture."""
    lines = [block.line for block in blocks]
    links: list[int] = []
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.line.role == "furniture":
            continue
        if _is_link(block) or _FOOT.search(block.line.text) or _MADE_BY.fullmatch(block.line.text):
            links.append(index)
        elif links and block.line.role == "heading" and len(block.line.text) <= _LONGEST_LABEL:
            links.append(index)
            break
        else:
            break
    for index in links:
        lines[index] = replace(lines[index], role="furniture", level=0, cell=None)
    return lines


def _is_link(block: Block) -> bool:
    size = len("".join(block.line.text.split()))
    return not block.has_file and block.linked >= _SHARE * size
