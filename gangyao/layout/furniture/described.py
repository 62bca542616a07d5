"""What a program says of a page instead of its text: `[图片：…]`, `【印章：某市政府】`, `[blank page]`.

Models that read pages describe what is no text, in brackets, in elements of their own (`<figure>`), below a
label (`图片描述：`), or in English below the picture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SEEN = (
    "图片|图像|插图|配图|照片|图表|图示|示意图|流程图|截图|图|印章|公章|印鉴|签名|签字|手写(?:批注|文字|内容)?"
    "|水印|页眉|页脚|页码|二维码|条形码|条码|徽标|标志|标识|徽章|表格|空白(?:页|处)?|涂改"
)
_ENGLISH = (
    "[Ii]mage|[Pp]icture|[Ff]igure|[Pp]hoto(?:graph)?|[Cc]hart|[Dd]iagram|[Mm]ap|[Ll]ogo|LOGO|[Ss]tamp"
    "|[Ss]eal|[Ss]ignature|[Hh]andwrit(?:ten|ing)(?: text| note)?|[Tt]able|[Ww]atermark|[Hh]eader|[Ff]ooter"
    "|[Pp]age [Nn]umber|QR [Cc]ode|[Bb]ar ?code|[Bb]lank(?: [Pp]age)?|[Ii]llegible|[Uu]nclear|[Uu]nreadable"
)
_ABOUT = "(?:的?(?:内容|描述|说明|文字|数据|标题|注释|信息|略|省略|部分|区域))?"
_ABOUT_ENGLISH = r"(?: (?:[Dd]escription|[Cc]aption|[Tt]ext|[Cc]ontent|[Oo]mitted|\d{1,3})){0,2}"
_NAMED = rf"(?:(?:{_SEEN}){_ABOUT}|(?:{_ENGLISH}){_ABOUT_ENGLISH})"
_UNREADABLE = (
    "(?:无法|难以|不能)(?:辨认|识别|辨识|看清)"
    "|(?:字迹|文字|图像)(?:模糊|不清)(?:，?(?:无法|难以)(?:辨认|识别))?"
)
_SIGHT = (
    "(?:(?:红色|蓝色|黑色)?(?:圆形|方形|椭圆形)?(?:印章|公章)"
    "|此处(?:有|为|是)(?:一?[个张幅枚])?(?:图片|照片|插图|印章|公章|签名|二维码|表格))"
)
_SAID = r"[^\[\]【】<>\n]{0,600}"
_ROUND = r"[^()（）\n]{0,600}"
_OF_ROUND = "(?:图片?|图像|插图|配图|照片|图表|印章|公章)"
_ALONE = "(?:图片|照片|二维码|印章|公章|空白页|页眉|页脚|水印)"
#: What stands in the brackets of such a description, with them.
DESCRIPTION = re.compile(
    rf"\[(?:{_NAMED}\s*(?:[：:;；—-]{_SAID})?|{_UNREADABLE}|{_SIGHT}{_SAID})\]"
    # A word alone between these may be a heading of the text (【标识】), but for what no text is about.
    rf"|【(?:{_NAMED}\s*[：:;；—-]{_SAID}|{_ALONE}|{_UNREADABLE}|{_SIGHT}{_SAID})】"
    rf"|[<〈](?:(?:{_SEEN}){_ABOUT}\s*[：:]{_SAID}|{_SIGHT}{_SAID})[>〉]"
    rf"|[（(](?:{_OF_ROUND}{_ABOUT}\s*[：:]{_ROUND}|{_SIGHT}{_ROUND})[）)]"
)
# 图片描述：该流程图展示了……
_LABELLED = re.compile(
    r"[>*_\s#]{0,6}(?:图片|图像|插图|照片|图表|图示)(?:的?(?:内容|描述|说明)){1,2}[*_]{0,2}\s*[：:][^\n]{2,600}"
)
_LABEL_ENGLISH = re.compile(
    r"[>*_\s#]{0,8}(?:(?:[Ii]mage|[Pp]icture|[Ff]igure|[Pp]hoto|[Cc]hart|[Aa]lt) ?)?"
    r"(?:[Dd]escription|[Tt]ext)[*_]{0,2}\s*:[*_\s]{0,4}(?P<said>.{0,600})"
)
_HAN = re.compile("[\u3400-\u9fff]")
_ELEMENTS = (
    "figure|figcaption|image|img|picture|chart|diagram|photo|logo|stamp|seal|signature|watermark"
    "|page_number|page_header|page_footer"
)
_OPENS = re.compile(
    rf"<(?P<tag>(?:{_ELEMENTS})(?:[_-](?:description|desc|caption|summary|content|text))?)"
    rf"(?:\s[^<>]{{0,200}})?>|\[(?P<part>(?:{_SEEN}){_ABOUT})\]",
    re.IGNORECASE,
)
_DRAWN = re.compile(
    r"(?:`{3}|~{3})\s*(?:mermaid|dot|graphviz|plantuml|svg|echarts|vega(?:-lite)?|chart)\s*", re.IGNORECASE
)
_MOST_LINES = 40


def find_described(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is part of a description and nothing else."""
    flags = [False] * len(texts)
    index = 0
    while index < len(texts):
        end = _end(texts, index)
        for place in range(index, end):
            flags[place] = bool(texts[place])
        index = max(end, index + 1)
    return flags


def _end(texts: Sequence[str], index: int) -> int:
    """Return the line behind a description that begins on a line, that line where none does."""
    text = texts[index]
    if not text or text[0] not in "[【<〈（(`~>*_#图插照IiPpFfDdCcAa":
        return index
    if (label := _LABEL_ENGLISH.fullmatch(text)) is not None and not _HAN.search(text):
        if label["said"]:
            return index + 1
        below = next((n for n in range(index + 1, len(texts)) if texts[n]), len(texts))
        return below + 1 if below < len(texts) and not _HAN.search(texts[below]) else index
    if _DRAWN.fullmatch(text):
        end = _closed_by(texts, index + 1, text[:3])
        return end if end > index + 1 else index
    if (opened := _OPENS.match(text)) is not None:
        close = f"</{opened['tag']}>" if opened["tag"] else f"[/{opened['part']}]"
        if (end := _closed_by(texts, index, close)) > index:
            return end
    return index + 1 if DESCRIPTION.fullmatch(text) or _LABELLED.fullmatch(text) else index


def _closed_by(texts: Sequence[str], index: int, close: str) -> int:
    """Return the line behind the one that ends an element; `index` where none does, or it holds a table."""
    for place in range(index, min(index + _MOST_LINES, len(texts))):
        line = texts[place].lower()
        if "<table" in line or line.startswith("|"):
            return index
        if line.endswith(close.lower()):
            return place + 1
    return index
