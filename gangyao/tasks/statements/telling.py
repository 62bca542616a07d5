"""Sentences that tell how a meeting went, what kinds and terms there are, what was done, whose a list is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gangyao.tasks.statements.performatives import PERFORMATIVES
from gangyao.tasks.statements.told import Told, told

#: Words of duty: with one of them a sentence binds somebody, whatever else it tells.
#: Each alternative begins with its first character, which `re` then looks for fast.
DUTIES = "要(?<![重主需必首概只纲]要)(?![求素点件闻])|必须(?!的)|应当|务必|切实"


# 会议听取了汇报; 下面，我讲三点意见; 渔港分为三级; 保修期限为两年; 选址已完成; 实践证明; 目前，…20万人;
# 渔民普遍反映; 规划凝聚着智慧; 示范区位于; 总投资2亿元，占地30亩; 责任单位：渔业局.
# 10月17日，两部门印发通知; 近日，农业农村部发布目录: news of a day.
# Only those are asked whose sign stands in the sentence: all of them take as long as all else of its form.
_TOLD = (
    told(
        "日， 前， 近日",
        r"(?:(?:本网讯 ?)?(?:(?:20\d\d年)?\d{1,2}月\d{1,2}日|近日|日前)，|为[^。；]{4,}，近日)"
        r"[^，。；]{2,40}?(?:印发|召开|发布|举行|出台|下发|公布|下达)(?!后|之前|之日)"
        r"(?![^。；]*(?:目标|到20\d\d年|提出|要求|明确|部署))",
    ),
    told(
        "会议",
        "(?:本次|这次)?会议(?:由[^，。；]{2,20}主持|听取|审议|传达|通报|学习|还?研究了|的[^，。；]{0,6}(?:任务|目的|议题)是)",
    ),
    told("，我", "(?:下面|接下来|现在|最后)，我(?:就|讲|谈|说|向|代表)"),
    told("分为", "(?!将|把|按)[^，。；]{2,20}分为[^，。；]{4,}[。；]$"),
    told(
        "期为 限为 速为",
        "(?:[^，。；]{2,30}，)?(?:[^，。；]{0,20}(?:期限|有效期|任期|保修期|年限|时速)为[^，。；]{1,12}[，。；])+$",
    ),
    told("清醒", "(?:但|同时，)?我们[^，。；]{0,4}清醒[^，。；]{0,4}(?:看到|认识到)"),
    told(
        "已完 已建 已开 已启 已印 已经",
        "[^，。；]{2,20}已经?(?:完成|建成|开工|启动|印发|开展)[^，。；]*[。；]$",
    ),
    told("已有", "[^，。；]{2,12}已有[^，。；]{2,24}(?:完成|建成|实现|达到|开工|投用|验收)[^，。；]*[。；]$"),
    told(
        "证明 表明 显示",
        "(?:实践|事实|历史|经验|研究|调查|监测|数据|统计|结果)(?:充分|一再|反复|已经)?(?:证明|表明|显示)，",
    ),
    told(
        "前， 计， 算， 解， 查，",
        "(?:目前|截至目前|据统计|据测算|据了解|据调查)，(?![^。；]*(?:需|应|拟|将|争取|力争))[^。；]*[0-9]",
    ),
    told("反映", "[^，。；]{2,14}(?:普遍|集中|强烈)反映[^。；]*[。；]$"),
    told("共有 现有", "(?![对将把按使])[^，。；]{0,12}(?:共有|现有)[^，。；]{0,20}[0-9]"),
    told("去年 上年 前年", "去年|上年|前年"),
    told("今年", "今年(?:以来|上半年|前三季度|一季度)，"),
    told(
        "”指 是指 ，指",
        "[^，。；]{0,12}“[^”]{1,12}”，?是?指(?=[\u4e00-\u9fff])(?![导引定挥向令派示])",
    ),
    told("高达 仅为", "[^。；]*(?:高达|仅为)[0-9一二三四五六七八九十]"),
    told(
        "聚着 载着 托着 志着 味着 证着 含着 现着",
        "[^。；]*(?:凝聚|承载|寄托|标志|意味|见证|蕴含|体现)着",
    ),
    told("位于", "[^，。；“”]{2,16}(?<![单学岗地职席])位于[^，。；]{2,24}，"),
    told("组成", "[^，。；“”]{2,20}由[^，。；]{2,60}组成[。；]$"),
    told(
        "总投 占地",
        "[^，。；]*(?:总投资|占地(?:面积)?)(?:约|达)?[0-9.]+[^，。；]{1,6}"
        "(?:，(?:占地(?:面积)?|总投资|建筑面积|用地面积)(?:约|达)?[0-9.]+[^，。；]{1,6})+[。；]$",
    ),
    told("：", "(?:主办|承办|协办|责任|牵头|配合)(?:单位|部门)：|附件[0-9]*："),
    told("指出 说明", "(?:应当|应该|必须|需要|要)(?:着重|特别|再次)?(?:指出|说明)(?:的是)?，"),
    told(
        "方式 行为 总称",
        "(?!将|把|按)[^，。；]{2,20}是[^，。；]{6}[^。；]*的(?:方式|行为|总称)[。；]$",
    ),
    told("要是 要指", "第[一二三四五六七八九十][类种]，主要(?:是|指)"),
    told("现已", "[^，。；]{0,16}现已(?=[\u4e00-\u9fff])"),
    told(
        "提出 确定 设定 上述 这一 这些 以上",
        "(?:[^，。；]{0,8}说明，)?(?:提出|确定|设定|上述|这[一些]|以上)[^，。；]{0,30}，(?:主要)?(?:既?是)?(?:综合|统筹|充分)?(?:考虑|由于|基于|着眼)",
    ),
    told("我们", "我们(?:深知|深信|坚信|相信|深切感到|深切体会到)"),
    # What falls under a thing: 减量化实施范围为街道建设用地.
    told(
        "围为 象为 域为 果为 项为 要为 围包 象包 域包 果包 项包 要包",
        "(?![以对按将把])[^，。；应可]{0,16}(?:范围|对象|区域|成果|事项)(?:主要)?(?:包括|包含|为(?!了))",
    ),
    # 《若干措施》共五个部分20条, 征求意见稿共七条，主要规定了…: what a text is made of.
    told(
        "部分 条 章",
        # 标准化生产线共8条，… counts what is built.
        "(?![对将把按])[^，。；]{0,24}(?:(?:共分?为?|包括|分为)[0-9一二三四五六七八九十]{1,3}(?:个?部分|章|个方面)"
        "|(?:措施|意见|办法|方案|条例|法|规定|细则|规划|纲要|通知|计划|决定|章程|文件|稿|全文)[》”]?(?:（[^）]{1,20}）)?"
        "(?:共分?为?|包括|分为)[0-9一二三四五六七八九十]{1,3}条)(?![路河街道线例件])",
    ),
    # What a deed is or means: 推行标准化管理，是加强文物安全的重要手段. 当前的任务，是… names one to do,
    # …，各县抓紧落实 sets one. What role a deed has that words of duty explain, `descriptions` tells.
    told(
        "，是 既是 也是 仅是 正是 都是 就是",
        "(?![^。]*，(?:各[^，。；]{1,12})?(?:抓紧|加快|认真|尽快|全力|狠抓|务求))"
        "[^；：。，]{3,40}(?<![务点标键旨容一二三四五六七八九])，(?:既|也|不仅|正|都|就)?是(?!否|指|要|为了|由)"
        "[^，。；]{4,}",
    ),
    # What a document rests on: 规划纲要根据《建议》编制，主要阐明国家战略意图.
    told(
        "编制 制定 制订 起草",
        "[^，。；]{4,60}(?:规划|纲要|方案|计划|办法|意见|条例|规定|细则|指南)[》”]?(?:（[^）]{1,20}）)?，?是?(?:根据|依据|按照)"
        "[^，。；]{4,80}(?:编制|制定|制订|起草)的?(?:。"
        # 各县方案按照市级方案编制，于6月底前报送: what is to be done with it.
        "|，(?!(?:并|及时|逐级|经[^，。；]{2,14})?[于报在由])(?![^。；]*[底月日]前))",
    ),
    # What kind they are: 标记“▲”的26个指标为监测指标，其中15个自动生成.
    told(
        "标为 项为 目为 户为 家为 区为 县为",
        # 确定30个项目为重点项目 chooses them.
        r"(?![^，。；]{0,40}(?:确定|明确|认定|划定|评定|评选|选[定取]|力争|培育|打造|授予|指定|[将把]))"
        r"[^，。；]{0,40}[0-9]+[个项家户处]([\u4e00-\u9fff]{1,2}[标项目户家区县])为(?!了)[^，。；]{1,12}\1[，。；]",
    ),
    # What it is good for: 基金用于技能补贴，有利于提高职业技能.
    told("有利 有助", "(?:[^，。；]{4,40}，)?有[利助]于"),
)
# 问题依然突出。 反弹现象时有发生。
REMAINS = Told(
    tuple(f"{end}{mark}" for end in "出在重遍弱后显生低少高位全善评战" for mark in "。；"),
    re.compile(
        "(?:(?:依然|仍然|仍|较为|比较|十分|日益)(?:突出|存在|严重|普遍|薄弱|滞后|明显)|时有发生"
        "|偏[低少弱高]|不到位|不健全|不完善|广泛好评|新挑战)[。；]$"
    ),
)
# 框架协议采购是指…，不得增加供应商的采购: what a word means binds nobody, whatever stands in it.
DEFINES = told("是指", "[^，。；]{2,40}，?是指(?![导引定挥向令派示])")
# 香港、澳门一定能够保持长期繁荣稳定: who is sure of it asks nobody for it.
# 一定能力 and 一定会计基础 are had.
CONVINCED = told("定能 定会", "[^。；]*一定(?:能(?![力量级源耗效])|会(?![计员场议费]))")
#: All of them.
TELLING = (*_TOLD, *PERFORMATIVES, REMAINS, DEFINES, CONVINCED)
_REMAINS_SPAN = 5
# 解决监管不到位、标准不健全: what is to be mended.
_MENDS = re.compile("解决|克服|防止|避免|针对|改变|破解|着力|消除|纠正|整治|补齐|扭转")
# 必须清醒看到, 要着重说明 bind nobody to act; what may be or may not be done sets something too.
_BINDS = re.compile(
    f"(?:{DUTIES})(?![^，。；]{{0,4}}(?:清醒|说明|指出))|不得(?![不已])|可(?:将|由|通过|按|采用|经)"
)


def standing(signs: int, by_sign: Mapping[int, Told]) -> list[Told]:
    """Return the forms whose signs are among `signs`, each of which is a bit."""
    found = []
    while signs:
        lowest = signs & -signs
        found.append(by_sign[lowest])
        signs ^= lowest
    return found


def tells(sentence: str, forms: Sequence[Told] = TELLING) -> bool:
    """Tell whether the form of a sentence makes it one of these, and no duty stands in it.

    What a word means binds nobody, whatever words explain it. `forms` are those whose sign stands in it.
    """
    if DEFINES in forms and DEFINES.form.match(sentence):
        return True
    if CONVINCED in forms and CONVINCED.form.match(sentence):
        # 一定要实现，也一定能够实现: the one is promised with the other.
        return _BINDS.search(sentence.replace("一定要", "一定")) is None
    if any(one.form.match(sentence) for one in forms if one is not REMAINS):
        return _BINDS.search(sentence) is None
    if REMAINS in forms and REMAINS.form.search(sentence, max(0, len(sentence) - _REMAINS_SPAN)):
        return _MENDS.search(sentence) is None and _BINDS.search(sentence) is None
    return False
