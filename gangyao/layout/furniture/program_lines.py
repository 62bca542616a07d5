"""Lines in which programs speak: breaks that Word shows, programs that scan, models that read pages."""

from __future__ import annotations

import re

_RULED = r"[-—=.·*\s\[\]【】（）()<>]{0,40}"
_PAGE_IMAGE = "(?:图片|图像|图中|页面|扫描件|截图|影像|照片|文档|文件|原文|原件|PDF)"
_WORK = "(?:识别|转写|转录|提取|整理|转换|生成|解析|读取|OCR)"
#: Where a change of a file begins, as diff shows it: the line above it goes on below.
CHANGE = re.compile(r"@@ -\d{1,7}(?:,\d{1,7})? \+\d{1,7}(?:,\d{1,7})? @@.{0,40}")
#: A line and nothing else; none is longer than 90 characters.
PROGRAM_LINE = re.compile(
    # Where a page or a part ends, as Word shows it, and what it says of changed forms.
    rf"{_RULED}(?:分[页頁节節栏欄]符|[换換][页頁]符|手动换行符)\s*(?:[（(](?:下一[页頁]|[连連][续續]|[奇偶]数页)[）)])?{_RULED}"
    r"|(?:带格式的|设置了格式|格式化)\s*[:：].{1,80}|(?:删除|插入|移动)(?:的内容|了)\s*[:：].{0,80}"
    r"|(?:Commented|Comment)\s*\[[^\[\]\n]{1,20}\]\s*[:：].{0,80}"
    # Programs that scan, and those that show a document.
    r"|(?:CS|由|使用)?\s?(?:扫描全能王|夸克扫描王|WPS扫描|扫描宝)\s?(?:3亿人都在用的扫描App|扫描)?(?:创建|扫描|生成)?"
    r"|(?:Scanned|Created|Generated|Converted)\s(?:with|by|from)\s[A-Za-z][\w .]{1,30}|WPS\s?Office"
    r"|(?:百度|道客巴巴|豆丁)文库|(?:#{1,6}\s)?(?:OCR|Ocr)\s(?:Result|Output|Text|results?|结果)s?\s*[:：]?"
    r"|(?:Processing|Reading)\s[Pp]ages?\s[\d/ of]{1,12}\.{0,3}"
    r"|(?:Confidence|Score|置信度)\s*[:：]\s*[\d.]{1,8}%?"
    # Above the changes of a file, as diff shows them.
    rf"|{CHANGE.pattern}|(?:diff --git|index [0-9a-f]{{4,40}}\.\.).{{1,80}}"
    r"|(?:---|\+\+\+) (?:[ab]/|\./|/)\S{1,80}(?:\s.{0,40})?"
    # Models that answer whoever asked them for the text.
    rf"|[*_（(【\[>\s]*(?:注|说明|备注|提示|注意)?[*_\s]*[:：]?[*_\s]*(?:以上|上述|以下)(?:就是|是|为|即为)?"
    rf"(?:(?:图片|识别|转写|提取)(?:出|中)?的?)?(?:全部)?(?:内容|文本|文字|结果)(?=[^。]{{0,40}}{_WORK})"
    rf"(?:[^。，；]{{0,20}}(?:{_PAGE_IMAGE}|AI|人工智能|模型|自动)[^。]{{0,40}}|[^。，；]{{0,6}}{_WORK}[^。]{{0,30}})"
    r"[。：:]?[*_）)】\]]*"
    rf"|(?:以上|上述)(?:就是|是|为|即为)?(?:您?(?:提供|上传)的)?{_PAGE_IMAGE}[^。，；]{{0,10}}(?:内容|文字|文本)[。：:]?"
    r"|[（(【\[]?\s*(?:全文|本页|文字)?(?:识别|转写|转录|OCR)(?:结果|完毕|完成|结束)(?:如下)?\s*[）)】\]：:。]{1,2}"
    rf"|(?:根据|依据)[^。]{{0,8}}{_PAGE_IMAGE}[^。]{{0,10}}{_WORK}[^。]{{0,10}}[：:]"
    rf"|[（(【\[>\s]*(?:注|说明|备注)?\s*[:：]?\s*(?:部分|个别|有些|某些)?(?:文字|字迹|内容|印章|公章|图片|表格)[^。，；]{{0,10}}"
    r"(?:模糊|无法(?:识别|辨认)|不清|看不清)[^。]{0,30}[。]?[）)】\]]?"
    r"|(?:Here\s(?:is|are)|Below\sis|Sure|Certainly|Let\sme\sknow|I(?:'ve|\shave)\s(?:transcribed|extracted)"
    r"|The\sfollowing\sis)\b.{0,80}"
)
