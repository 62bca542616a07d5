"""The formats of numbers in a workbook's style sheet, by the number of the style of a cell."""

from __future__ import annotations

from typing import Any

GENERAL = "General"
_YMD, _MD, _YM = 'yyyy"年"m"月"d"日"', 'm"月"d"日"', 'yyyy"年"m"月"'
_HM, _HMS = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
# Formats that a file names by number alone (ECMA-376 part 1, 18.8.30), as they are shown in China (zh-cn).
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: _YM, 28: _MD, 29: _MD, 30: "m/d/yy", 31: _YMD, 32: _HM, 33: _HMS, 34: f"上午/下午{_HM}",
    35: f"上午/下午{_HMS}", 36: _YM,
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: _YM, 51: _MD, 52: _YM, 53: _MD, 54: _MD, 55: f"上午/下午{_HM}", 56: f"上午/下午{_HMS}",
    57: _YM, 58: _MD,
}  # fmt: skip


def number_formats(styles: Any) -> list[str]:
    """Return the format of each style that a cell may name (`cellXfs`), from the root of the style sheet."""
    codes = dict(BUILT_IN)
    for declared in styles.iterfind("{*}numFmts/{*}numFmt"):
        if (identifier := declared.get("numFmtId", "")).isdecimal():
            codes[int(identifier)] = declared.get("formatCode", GENERAL)
    named = [form.get("numFmtId", "0") for form in styles.iterfind("{*}cellXfs/{*}xf")]
    return [codes.get(int(one), GENERAL) if one.isdecimal() else GENERAL for one in named]
