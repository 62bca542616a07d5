"""What the heads of columns are called in tables of tasks, projects and indicators."""

from __future__ import annotations

import re

#: What the head of a column is called in tables of tasks, projects and indicators.
HEADER_WORDS = (
    "序号|编号|代码|名称|项目|指标|类别|类型|级别|性质|属性|说明|内容|任务|举措|措施|目标|单位|部门|地区|区县|县区|乡镇|市县|月份|范围|"
    "数量|金额|总量|合计|年份|时间|时限|期限|进度|备注|依据|标准|要求|责任人|负责人|牵头人|联系人|姓名|职务|职称|联系方式|电话|事项|领域|"
    "地点|规模|投资|工程|领导|科室|股室|环节|步骤|成果|形式|主体|职责内容|职责|"
    "序號|編號|代碼|名稱|項目|指標|類別|類型|性質|說明|任務|舉措|目標|單位|部門|地區|範圍|數量|金額|總量|合計|"
    "時間|時限|期限|進度|備註|依據|標準|領域|文號|日期|案名|地點|規模|投資|工程"
)
# In English first on pages in two languages: Responsible department 责任单位.
_HEADER = re.compile(rf"(?:[A-Za-z.,&/()'’-]{{1,40}})?.{{0,12}}(?:{HEADER_WORDS})(?:[（(].{{1,12}}[）)])?")
# Heads that are longer words elsewhere, and so only by themselves.
_ALONE = re.compile("(?:主要|重点|具体|年度|专项)工作|(?:责任|职责|任务)?分工|认领")
_YEAR = re.compile(r"(?:19|20)\d\d\s*年(?!.*\d{4}\s*年).{0,6}")
_SPACE = re.compile(r"\s+")


def is_header_text(text: str) -> bool:
    """Tell whether a text is the head of a column: 序号, 重点任务, 完成时限, 2025年."""
    bare = _SPACE.sub("", text)
    return (
        _HEADER.fullmatch(bare) is not None
        or _ALONE.fullmatch(bare) is not None
        or _YEAR.fullmatch(bare) is not None
    )
