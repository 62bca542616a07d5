"""Menus of a site: 首页, 政务公开, 办事服务, 互动交流, each on a line of its own or all on one line.

One such name may be a heading; three and more in a row are what a page offers its visitors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ITEM = (
    r"(?:网站)?首页|政务公开|(?:政府)?信息公开(?:指南|年报|制度|目录|年度报告)?|(?:办事|政务|网上)服务|网上办事|互动交流|政民互动|公众参与"
    r"|新闻(?:中心|动态|资讯)|(?:要闻|工作|部门|图片)(?:动态|要闻|新闻)|通知公告|公示公告|政策(?:文件|法规|解读)|专题专栏|热点专题"
    r"|数据(?:开放|发布)|机构(?:职能|设置|概况|简介)|领导(?:之窗|信息|介绍)|(?:走进|魅力|认识)[\u4e00-\u9fff]{2,4}|回应关切|依申请公开"
    r"|法定主动公开内容|财政信息|人事信息|统计信息|在线访谈|民意征集|意见征集|(?:县|市|区|镇)?长信箱|网站地图|联系我们|关于我们"
    r"|无障碍(?:浏览|阅读|版)?|长者(?:模式|助手|版)|适老化|繁[體体](?:中文)?|[简簡]体(?:中文)?|English|EN|登[录錄]|注册|手机版|搜索|返回(?:首页|顶部)"
)
_LINE = re.compile(rf"(?:{_ITEM})")
_ROW = re.compile(rf"(?:(?:{_ITEM})(?:[\s|｜/·>＞、,，]+|$)){{3,20}}")
_FEWEST = 3


def find_menus(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it is of a menu."""
    flags = [False] * len(texts)
    run: list[int] = []
    for index, text in enumerate([*texts, "。"]):
        if text and _LINE.fullmatch(text):
            run.append(index)
        elif text:
            if len(run) >= _FEWEST:
                for place in run:
                    flags[place] = True
            run = []
            if index < len(flags) and _ROW.fullmatch(text):
                flags[index] = True
    return flags
