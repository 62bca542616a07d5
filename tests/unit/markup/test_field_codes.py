"""Instructions of fields, with Word's marks round them and without."""

import pytest

from gangyao.ingest.plausible import refuse_implausible
from gangyao.markup.field_codes import without_field_codes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("完成\x13 DOCVARIABLE total \x14236家\x15改造", "完成236家\x15改造"),
        ("见\x13 ADDIN EN.CITE {甲}\x14［1］\x15。", "见［1］\x15。"),
        ("见\x13 TC 甲 \x15。", "见\x15。"),
        ("完成 DOCVARIABLE total 236家改造", "完成 236家改造"),
        ("单位 MERGEFIELD name市园林局负责", "单位市园林局负责"),
        ("合计=SUM(A1:A3)6万元", "合计6万元"),
        ("推广QUOTE系统", "推广QUOTE系统"),
    ],
)
def test_only_what_a_field_shows_is_text(text: str, shown: str) -> None:
    assert without_field_codes(text) == shown


def test_marks_of_fields_make_no_binary_file() -> None:
    refuse_implausible("依据\x13 REF a \x14《办法》\x15整治。" * 9, "utf-8", "a.txt")
