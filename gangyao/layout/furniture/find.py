"""Page furniture: what the page prints around the text and not as part of it.

Page numbers, marks of continuation (`（上接第十版）`), heads of newspaper pages (`11要闻`), credits of
editors, bylines and running heads. A pattern is enough where no sentence or heading could look so; a bare
number or a repeated line needs the company of other page furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.punctuation import DRAWN
from gangyao.layout.furniture.breadcrumbs import find_above_breadcrumb, find_stacked_breadcrumb
from gangyao.layout.furniture.browser_prints import find_browser_prints, may_be_browser_print
from gangyao.layout.furniture.comments import find_comments
from gangyao.layout.furniture.described import find_described
from gangyao.layout.furniture.fences import find_fences
from gangyao.layout.furniture.headlines import find_headlines
from gangyao.layout.furniture.menus import find_menus
from gangyao.layout.furniture.metadata import find_front_matter, find_metadata
from gangyao.layout.furniture.page_bylines import find_page_bylines
from gangyao.layout.furniture.page_marks import is_page_mark, is_picture
from gangyao.layout.furniture.program_lines import CHANGE, PROGRAM_LINE
from gangyao.layout.furniture.seals import find_seals
from gangyao.layout.furniture.site_lines import SITE_LINE
from gangyao.layout.furniture.style_sheets import find_style_sheets
from gangyao.layout.furniture.time_codes import find_time_codes
from gangyao.markup.latex_heads import LATEX_FRAME

_NUM = r"[〇零一二三四五六七八九十百两0-9０-９A-Za-z]{1,4}"
_DESKS = (
    "要闻|要聞|时政|時政|综合|綜合|国内|國內|国际|國際|文件|公告|专版|專版|特刊|专题|專題|评论|評論|"
    "理论|理論|新闻|新聞|政策|经济|經濟|"
    "地方|社会|社會|广告|廣告|视点|焦点|头版|頭版|法治|生态|文化|时事"
)
_PAPERS = (
    r"[\u4e00-\u9fff]{1,6}"
    r"(?:日报|日報|晚报|晚報|早报|时报|時報|公报|公報|法制报|法治报|经济报|青年报|工人报|农民报|新闻报)"
)
_DIGIT = "[0-9０-９〇○零一二三四五六七八九十]"
_DATE = rf"{_DIGIT}{{4}}\s?年\s?{_DIGIT}{{1,2}}\s?月\s?{_DIGIT}{{1,3}}\s?日"
_POINTED_DATE = rf"{_DIGIT}{{4}}[.．/-]{_DIGIT}{{1,2}}[.．/-]{_DIGIT}{{1,2}}"
_WEEKDAY = r"星期[一二三四五六日天]"

CONTINUATION = re.compile(
    rf"[（(【\[]\s*(?:紧接|上接|下转|上接續|转|轉|接|下轉|緊接)\s*第?\s*{_NUM}\s*(?:版|页|頁)[^。（）()]{{0,16}}[）)】\]]"
    rf"|[▶►▷▼▽☞→>\s]*(?:上接|下转|下轉)\s*第?\s*{_NUM}\s*(?:版|页|頁)"
    r"|[（(【\[]\s*(?:[接转轉续續][上下前次][页頁版]|[上下][页頁版][继繼][续續]|未完待[续續])\s*[）)】\]]"
)
_PAGE_HEAD = re.compile(
    rf"(?:第?\s*{_NUM}\s*版|[A-D]?[0-9０-９]{{1,2}})[\s·|｜:：]*(?:{_DESKS})(?:\s*{_DATE})?(?:\s*{_WEEKDAY})?"
    rf"|(?:{_DESKS})[\s·|｜:：]*(?:第?\s*{_NUM}\s*版|[A-D]?[0-9０-９]{{1,2}})"
    rf"|第\s*{_NUM}\s*版(?:\s*{_PAPERS})?"
    rf"|(?:{_PAPERS})?\s*{_DATE}\s*{_WEEKDAY}(?:\s*(?:第\s*{_NUM}\s*版|{_DESKS}|[0-9０-９]{{1,2}}))*"
    rf"|(?:{_DESKS})\s*{_DATE}\s*{_WEEKDAY}(?:\s*[A-D]?[0-9０-９]{{1,2}})?"
    rf"|{_PAPERS}\s*{_DATE}(?:\s*第\s*{_NUM}\s*版)?"
    rf"|[\u4e00-\u9fff]{{2,20}}(?:公报|公報)\s*{_DIGIT}{{4}}\s?[年·.,，]\s?第\s?{_DIGIT}{{1,3}}\s?[期号號](?:\s*[（(]总.{{1,12}}[）)])?"
    rf"|{_DIGIT}{{4}}\s?年\s?第\s?{_DIGIT}{{1,3}}\s?期(?:\s*[（(]?总.{{1,12}}[）)]?)?"
    # The heads of the parts of a gazette: ·省政府文件·.
    r"|[·•・]\s*[\u4e00-\u9fff]{2,12}\s*[·•・]"
)
_ROLE = (
    "责编|責編|编辑|編輯|责任编辑|責任編輯|主任|设计|设计师|校对|校對|总监|统筹|编审|美编|美編|版式|"
    "制图|主编|排版|审校|检校"
)
_NAMES = r"[\u4e00-\u9fffA-Za-z、,，·/|｜\s　：:@.0-9-]{2,60}"
_CREDITS = re.compile(
    rf"(?:[【\[]\s*(?:我要)?纠错\s*[】\]]\s*)?[（(【\[]?\s*(?:本版|本报|本報|值班|责任|責任|执行|執行|见习|版面|视觉|图文|文字|美术)(?:{_ROLE})[：:\s]{_NAMES}[）)】\]]?"
    rf"|[（(【\[]?\s*(?:{_ROLE})\s*[：:/／]{_NAMES}[）)】\]]?"
    rf"|(?:{_ROLE})\s+[\u4e00-\u9fff]{{2,4}}(?:[\s|｜/／、]+(?:{_ROLE})[\s：:/／]+[\u4e00-\u9fff]{{2,4}})+"
    rf"|(?:{_DATE}|{_POINTED_DATE})\s*(?:{_WEEKDAY})?\s+(?:本版)?(?:{_ROLE})[\s：:/／]{_NAMES}"
    # Below articles of accounts: 来源 | 某市商务局, 编辑丨张三.
    rf"|(?:{_ROLE}|来源|審核|审核|监制|撰稿|供稿|作者|文字|图片|视频)\s*[|｜丨]\s*{_NAMES}"
)
# What a newspaper prints of itself below its name.
_IMPRINT = re.compile(
    r"(?:国内统一(?:连续出版物号|刊号)|國內統一刊號|[邮郵][发發]代[号號]|(?:新闻|广告|发行|订报|读者|报料)热线"
    r"|(?:每份)?零售价?|今日)\s*[：:]?\s*(?:CN|ISSN)?[\s0-9A-Z/—－.·-]{1,24}[元版]?"
    rf"|{_PAPERS}社\s*(?:主办|主管|出版|编辑出版)"
)
_AGENCY = "新华社|新華社|中新社|人民网|新华网|本报|本報"
_BYLINE = re.compile(
    rf"[（(【\[]?\s*(?:本报讯|本報訊|(?:据|據)?(?:{_AGENCY})[\u4e00-\u9fff]{{0,8}}?"
    rf"\s*{_DIGIT}{{1,2}}\s*[月日][^。，；]{{0,16}}[电電讯訊])\s*[）)】\]]?"
    rf"|[（(【\[]\s*(?:{_AGENCY}|本报记者|記者|记者|人民日报|人民日報)[^。；，（）()]{{0,24}}[）)】\]]"
    r"|(?:本报记者|本報記者|新华社记者|新華社記者|本报评论员)[\s：:][^。，；]{0,24}"
    r"|[（(【\[]?\s*(?:(?:信息)?来源|來源|稿源|字号|字號|打印|浏览次数|发布时间|发布日期|發布時間)[：:][^。；]{0,60}[）)】\]]?"
)
# Those that no word tells, or that count in Chinese: `page_marks` tells the others.
_PAGE_NUMBER = re.compile(
    r"[-—–－·•‐―_~]\s?[0-9０-９]{1,4}\s?[-—–－·•‐―_~]"
    rf"|第\s?{_DIGIT}{{1,4}}\s?[页頁](?:\s?[，,/]?\s?共\s?{_DIGIT}{{1,4}}\s?[页頁])?"
    r"|[0-9]{1,4}\s?/\s?[0-9]{1,4}"
    r"|[-—–－]\s?[IVXivx]{1,6}\s?[-—–－]"
)
# What stands where a table goes on overleaf, and where only the signature of a dispatch is left for a page.
_NO_TEXT = re.compile(
    r"[（(【\[]?\s*(?:[续續]上?表|接上表|[转轉]下表)\s*[0-9０-９.．-]{0,6}\s*[）)】\]]?|[（(]\s*表\s*[0-9.-]{1,6}\s*[续續]\s*[）)]"
    # What a reader of the draft remarked, as Word files give it in their text.
    r"|批注\s*[\[［（(][^\]］）)\n]{1,20}[\]］）)]\s*[：:].{0,80}"
    r"|[（(【\[]\s*(?:[此本]页|以下)(?:以下)?[无無]正文\s*[）)】\]]"
)
# What a web page prints around the text of a document.
_SITES = (
    "QQ空间|QQ好友|QQ|新浪微博|腾讯微博|人人网|开心网|豆瓣网?|百度贴吧|贴吧|朋友圈|微信好友|微信|微博|复制链接|更多|邮件|Facebook|"
    "Twitter|LINE|领英|手机"
)
_SITE_PAGES = (
    "网站地图|站点地图|联系我们|关于我们|关于本站|隐私(?:声明|政策|保护)|网站声明|法律声明|版权声明|免责声明|使用帮助|"
    "无障碍(?:浏览|阅读)?|适老化|长者版|手机版|电脑版|移动版|简体|繁体|繁體|English|登录|注册|设为首页|加入收藏|返回首页|友情链接|网站导航|常见问题"
)
# What accounts of WeChat print around the text.
_ACCOUNTS = re.compile(
    r"[▼▽↓⬇👇\s]{1,6}|.{0,12}(?:点击|戳)[“\"「]?(?:阅读原文|蓝字|上方|下方|左下角).{0,24}|.{0,12}点个?(?:赞|在看|“在看”).{0,12}"
    r"|预览时标签不可点|轻触(?:阅读原文|查看原文)|继续滑动看下一个|向上滑动看下一个|轻点两下取消(?:赞|在看)|阅读原文"
    r"|喜欢此内容的人还(?:喜欢|看了?)|(?:微信)?扫一扫(?:关注该公众号|使用小程序)?|该公众号.{0,16}|知道了"
    r"|(?:(?:取消|允许|视频|小程序|赞|在看|分享|留言|收藏|听过|写留言)[\s，,、。·]*){2,12}"
    r"|原创(?:\s+\S{2,16}){1,4}(?:\s+\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}:\d{2})?(?:\s*(?:发表于\s*)?[\u4e00-\u9fff]{2,4})?)"
    r"|(?:长按|扫描|识别).{0,12}二维码.{0,16}|.{0,6}关注.{0,14}公众号.{0,12}|(?:分享|收藏)[、\s]*(?:点赞|在看).{0,12}"
)
# What a site offers its visitors, in a row at the head of its pages.
_OFFERS = (
    "无障碍(?:浏览|阅读|版)?|(?:进入)?老年(?:版|模式)|长者(?:模式|助手|专区|版)|适老化?(?:版|模式)?|关怀版|繁[體体](?:中文)?|[简簡]体(?:中文)?"
    "|English|EN|登[录錄]|注册|手机版|移动版|客户端|APP|搜索|检索|请输入(?:关键[字词]|搜索内容)|智能问答|网站支持IPv6"
    "|网站地图|联系我们|关于我们|网站声明|隐私声明|帮助|加入收藏|设为首页|首页|微博|微信(?:公众号)?|RSS"
)
_PAGING = r"(?:[\[【]\s*)?(?<!\d)(?:\d{1,3}|[首末尾]页|[上下]一?页)(?!\d)(?:\s*[\]】])?"
_PAGES = r"(?:共\s*\d{1,4}\s*页|当前(?:第|为)?\s*\d{1,4}\s*页|转到第?\s*\d{0,4}\s*页)"
_WEB = re.compile(
    rf"(?:(?:{_OFFERS})[\s|｜/·、,，]*){{2,14}}|(?:https?://)?(?:www\.)[\w-]+(?:\.[\w-]+){{1,4}}/?|"
    r"(?:您好[，,！!]?\s*)?欢迎您?(?:访问|光临|来到|浏览|登录)[^。；]{2,30}[！!。]?|"
    r"您?(?:当前|現時|现在|目前|所在)的?位置(?:是|为)?\s*[：:].{0,120}|您(?:现在)?(?:所在)?的?位置(?:是|为)?\s*[：:].{0,120}|"
    rf"[【\[]?\s*(?:一键)?分享(?:到|至|给|本文)?\s*[：:]?\s*(?:(?:{_SITES})[\s|·、,，]*)*[】\]]?"
    r"(?:\s*(?:打印(?:本页)?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回顶部)){0,4}"
    r"|(?:微信)?扫(?:一扫|码).{0,20}|今天是.{4,24}星期[一二三四五六日天].{0,10}"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)\s*[：:]\s*\d*\s*次?|[\u4e00-\u9fff]{2,16}政府(?:门户)?网(?:站)?|[\u4e00-\u9fff]{2,16}门户网站"
    r"|(?:网站)?首页(?:\s*(?:[>＞»›/|→]|->)\s*[^。；，]{1,20}){1,6}"
    # What reads a page aloud, or asks who reads it for leave.
    r"|(?:语音播报|[点點]击(?:播放|收听)|听全文|朗读)\s*[：:]?|\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}"
    r"|(?:本网?站|我们)[^。；]{0,8}使用\s*[Cc]ookies?.{0,60}|[^。；]{0,16}浏览器版本(?:过低|太低|较低).{0,40}"
    r"|(?:[（(【\[]?\s*(?:(?:字体|字體|字號|字号)(?:大小)?\s*[：:]?[\s\[【]*"
    rf"(?:(?:特|超)?大|中|小|默认|[\s/|·　])+|打印(?:本页)?|列印|分享到?(?:\s*(?:{_SITES}))*"
    r"|关闭(?:窗口|本页)?|收藏(?:本页)?|返\s?回(?:顶部|首页|上一?[级页]|列表)?|纠错|我要纠错|"
    r"扫一扫.{0,20}|微信|微博|下载(?:文本)?|加入收藏|设为首页|保存)\s*[】\]）)]*[\s|·：:　]*){1,8}"
    # The pages of an article, and what stood where a film or a file was.
    rf"|(?=[^\n]{{0,60}}[上下]一?页){_PAGING}(?:[\s|·]*{_PAGING}){{0,13}}"
    rf"|{_PAGES}(?:[\s，,：:|]+{_PAGES}){{0,3}}"
    r"|[\[【（(](?:视频|音频|图集|组图|图片|附件|附图)[\]】）)]|点击(?:这里)?(?:下载|查看)(?:附件|原文|全文)?"
    r"|(?:最近|热门|历史|大家都在)搜索?|热搜(?:词|榜)?|搜索历史|[-\s·]*关注我们.{0,20}|关注\s*[|｜]?"
    r"|(?:上一篇|下一篇|上一条|下一条)\s*[：:].{0,80}|附件下载\s*[：:]?"
    r"|[^。；]{1,70}\.(?:pdf|docx?|xlsx?|ofd|wps|zip|rar)(?:\s*[（(\[]\s*[0-9.]{1,8}\s*[KMG]?B?\s*[）)\]])?"
    r"|(?:相关(?:文档|阅读|链接|稿件|报道|新闻|附件|解读)|往期(?:推荐|回顾|精选|精彩(?:回顾)?)|(?:推荐|延伸)阅读|热门推荐)\s*[：:]?"
    r"|相关(?:文档|阅读|链接|稿件|报道|新闻|附件|解读)\s*[：:][^。；]{1,70}"
    rf"|(?:{_SITE_PAGES})(?:[\s|｜丨·/]+(?:{_SITE_PAGES})){{0,9}}"
    r"|.{0,40}网站标识码.{0,60}|.{0,40}[A-Z\u4e00-\u9fff]?ICP备.{0,40}|.{0,30}公网安备.{0,30}"
    r"|(?:版权所有|Copyright|©).{0,80}|(?:主办|主办单位)\s*[：:].{2,40}(?:承办|技术支持|维护).{0,40}"
)
_LINK = re.compile(
    r"(?:(?:原文|信息|来源)?(?:链接|地址|网址|出处)\s*[：:]\s*)?https?://\S+|<https?://[^<>\s]+>"
    # What a browser prints below and above each page; a line that names its source is a byline.
    r"|https?://\S+\s+\d{1,3}\s?/\s?\d{1,3}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2},?\s+(?:[上下]午)?\d{1,2}:\d{2}(?:\s[^\s：:][^：:]{0,50})?"
)
# An entry of a list of links to other pages, in Markdown; one to a place on the same page begins with #.
_LIST_LINK = re.compile(r"(?:[-*+·•]\s*|\d{1,2}[.、]\s*)?\[[^\[\]]{2,80}\]\((?!#)[^()\s]{1,300}\)")
_FEWEST_LINKS = 3
# The last are the tokens of models that read pages: <|ref|>title<|/ref|><|det|>[[120, 80, 870, 130]]<|/det|>,
# and a wiki's categories.
_MARKUP = re.compile(
    r"<!--.*-->|(?:\*\*)?==>\s*picture\b.{0,60}<==(?:\*\*)?"
    r"|(?:\*\*)?-{3,}\s*(?:Start|End) of picture text\s*-{3,}(?:\*\*)?(?:<br>)?"
    # Fences of pandoc's blocks, and a line that is struck out as a whole.
    r"|:{3,}(?:\s*(?:\{[^{}]{0,120}\}|[A-Za-z][\w-]{0,30}))?\s*:*|(?:[-*+]\s+)?~~[^~]{1,80}~~"
    # The size of a picture, cut off by a line end.
    r"|(?:(?:width|height)=\"[\d.]{1,20}(?:in|cm|mm|px|pt|%)?\"\s*){1,2}\}"
    # Headings and entries of lists without words, and what a converter of slides writes above notes.
    r"|#{1,6}(?:\s*Notes:)?|[-+]|(?:</?[a-zA-Z][^<>]*>\s*)+|(?:<\|/?[a-z_]{1,20}\|>[a-z_\d\s,.\[\]()]{0,60})+"
    r"|\[\[(?:Category|File|Image|分[类類]|文件)[:：][^\[\]]{1,120}\]\]"
)
_RULE = re.compile(rf"[-—–=_‗*·~─━](?:\s*[-—–=_‗*·~─━]){{2,}}|[{DRAWN}]{{2}}[{DRAWN} ]+")
_FORMS = (
    CONTINUATION,
    _PAGE_HEAD,
    _PAGE_NUMBER,
    _CREDITS,
    _IMPRINT,
    _BYLINE,
    _NO_TEXT,
    _WEB,
    SITE_LINE,
    PROGRAM_LINE,
    _ACCOUNTS,
    _LINK,
    _MARKUP,
    LATEX_FRAME,
    _RULE,
)
_OF_SITES = (_WEB, SITE_LINE, _ACCOUNTS)
# Asking one pattern takes half as long as asking each.
_ANY_FORM = re.compile("|".join(f"(?:{form.pattern})" for form in _FORMS))
_RELATED = re.compile(
    r"(?:相关(?:文档|阅读|链接|稿件|报道|新闻|附件|解读)|往期(?:推荐|回顾|精选|精彩(?:回顾)?)|(?:推荐|延伸)阅读|热门推荐)"
)
_LONGEST = 90
_MOST_LINKS = 20
# What a page prints between two cells is no longer than this (set by hand).
_LONGEST_BETWEEN_CELLS = 24


def is_furniture(text: str) -> bool:
    """Tell whether a line, without its margins, is page furniture by its form alone."""
    if len(text) > _LONGEST:
        return _RULE.fullmatch(text) is not None or is_picture(text)
    return is_page_mark(text) or is_picture(text) or _ANY_FORM.fullmatch(text) is not None


def is_of_site(text: str) -> bool:
    """Tell whether a line is what sites and accounts print, and nothing else that a page does."""
    others = (form for form in _FORMS if form not in _OF_SITES)
    return any(form.fullmatch(text) for form in _OF_SITES) and not any(
        form.fullmatch(text) for form in others
    )


def ends_page(text: str) -> bool:
    """Tell whether a line of furniture is one that stands where a page ends or begins."""
    forms = (CONTINUATION, _PAGE_HEAD, _PAGE_NUMBER, CHANGE)
    return is_page_mark(text) or may_be_browser_print(text) or any(form.fullmatch(text) for form in forms)


def find_furniture(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is page furniture."""
    fenced = [
        any(told)
        for told in zip(
            find_fences(texts),
            find_style_sheets(texts),
            find_menus(texts),
            find_time_codes(texts),
            find_described(texts),
            find_comments(texts),
            find_browser_prints(texts),
            find_page_bylines(texts),
            strict=True,
        )
    ]
    inside = ["" if flag else text for text, flag in zip(texts, fenced, strict=True)]
    flags = [
        (bool(text) and is_furniture(text)) or is_above or is_seal
        for text, is_above, is_seal in zip(inside, _above_text(inside), find_seals(inside), strict=True)
    ]
    flags = [a or b for a, b in zip(flags, fenced, strict=True)]
    for index in find_headlines(texts, flags):
        flags[index] = True
    for index, text in enumerate(texts):
        if flags[index] and _RELATED.match(text):
            _take_links(texts, flags, index + 1)
    _take_lists(texts, flags)
    return flags


def _take_lists(texts: Sequence[str], flags: list[bool]) -> None:
    """Take in lists of links to other pages: lines one below the other that are a link and nothing else."""
    run: list[int] = []
    for index, text in enumerate([*texts, "。"]):
        if text.endswith(")") and _LIST_LINK.fullmatch(text):
            run.append(index)
        elif text:
            if len(run) >= _FEWEST_LINKS:
                for link in run:
                    flags[link] = True
            run = []


def _above_text(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it is front matter, the head of a site or metadata above the text."""
    crumbs = zip(find_above_breadcrumb(texts), find_stacked_breadcrumb(texts), strict=True)
    matter = [a or b or c for a, (b, c) in zip(find_front_matter(texts), crumbs, strict=True)]
    rest = ["" if flag else text for text, flag in zip(texts, matter, strict=True)]
    return [a or b for a, b in zip(matter, find_metadata(rest), strict=True)]


def _take_links(texts: Sequence[str], flags: list[bool], start: int) -> None:
    """Take in the titles of other pages below their announcement, if nothing else follows them."""
    links: list[int] = []
    for index in range(start, len(texts)):
        if not texts[index] or flags[index]:
            continue
        if len(texts[index]) > _LONGEST or texts[index][-1] in "。！？；，：":
            return
        links.append(index)
    if len(links) <= _MOST_LINKS:
        for index in links:
            flags[index] = True


def is_between_cells(text: str) -> bool:
    """Tell whether a line inside a table is what the page prints where the table goes on on the next one."""
    return len(text) <= _LONGEST_BETWEEN_CELLS and is_furniture(text)
