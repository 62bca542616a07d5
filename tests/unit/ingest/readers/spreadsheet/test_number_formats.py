from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.ingest.readers.spreadsheet.number_formats import general, shown, shown_text

DAY = (datetime(2026, 3, 5) - datetime(1899, 12, 30)).days
TIME = DAY + (14 * 3600 + 5 * 60 + 9) / 86_400
ACCOUNTING = '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (24.000000000000004, "General", "24"),
        (1 / 3, "General", "0.333333333"),
        (-0.0, "General", "0"),
        (1e-12, "General", "1E-12"),
        (420102198001011, "General", "420102198001011"),
        (3, "", "3"),
        (0.125, "0%", "13%"),
        (0.062, "0.0%", "6.2%"),
        (2.675, "0.00", "2.68"),
        (-0.004, "0.00", "0.00"),
        (1284500, "#,##0", "1,284,500"),
        (40000.5, "#,##0.00", "40,000.50"),
        (1234567.891, "#,##0.##", "1,234,567.89"),
        (5, "#,##0.##", "5"),
        (-1234.5, "#,##0.00;[Red](#,##0.00)", "(1,234.50)"),
        (1234.5, ACCOUNTING, "¥ 1,234.50"),
        (0, '#,##0;-#,##0;"—"', "—"),
        (7, "000", "007"),
        (13800138000, "000-0000-0000", "138-0013-8000"),
        (35.2, '0.0"万亩"', "35.2万亩"),
        (3, '"第"0"名"', "第3名"),
        (100000, '0!.0,"万"', "10.0万"),
        (1234567, '#,##0.0,"千元"', "1,234.6千元"),
        (123456789, "0.00E+00", "1.23E+08"),
        (0.5, "# ?/?", "0.5"),
        (5, ";;;", ""),
        (70, '[>=90]"优";[>=60]"合格";"差"', "合格"),
        (50, '[>=90]"优";[>=60]"合格";"差"', "差"),
        (123, "[DBNum1][$-804]General", "一百二十三"),
        (123, "[DBNum2][$-804]General", "壹佰贰拾叁"),
        (DAY, "yyyy/m/d", "2026/3/5"),
        (DAY, "yyyy-mm-dd", "2026-03-05"),
        (DAY, 'yyyy"年"m"月"d"日";@', "2026年3月5日"),
        (DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "二〇二六年三月五日"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "2026年3月5日"),
        (DAY, "aaaa", "星期四"),
        (DAY, "mmm-yy", "Mar-26"),
        (TIME, "h:mm:ss", "14:05:09"),
        (TIME, '上午/下午h"时"mm"分"', "下午2时05分"),
        (TIME, "yyyy/m/d h:mm", "2026/3/5 14:05"),
        (1.5, "[h]:mm", "36:00"),
        (60, "yyyy-mm-dd", "1900-02-28"),
        (-5, "yyyy-mm-dd", "-5"),
        (4e9, "yyyy-mm-dd", "4000000000"),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, code: str, text: str):
    assert shown(value, code) == text


def test_days_may_count_from_1904():
    assert shown(DAY - 1462, "yyyy-m-d", is_1904=True) == "2026-3-5"


def test_a_text_is_shown_by_the_section_for_texts():
    assert shown_text("河东镇", '0;-0;0;"责任单位："@') == "责任单位：河东镇"
    assert shown_text("001", "0.00") == "001"


@given(st.integers(-(10**14), 10**14))
def test_whole_numbers_without_a_format_are_shown_whole(number: int):
    assert general(float(number)) == str(number)


@given(st.floats(-1e12, 1e12, allow_nan=False), st.integers(0, 6))
def test_a_rounded_number_is_near_the_number(number: float, decimals: int):
    code = "0." + "0" * decimals if decimals else "0"
    assert float(shown(number, code)) == pytest.approx(number, abs=0.51 * 10**-decimals, rel=1e-14)


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=12))
def test_any_format_shows_some_text(number: float, code: str):
    assert isinstance(shown(number, code), str)
