"""Mails in quoted-printable that were not decoded."""

from gangyao.ingest.join import join_files
from gangyao.layout.quoted_printable import lines_below, set_quoted_ends_aside
from gangyao.layout.split import split_lines


def aside(text: str) -> tuple[list[str], frozenset[int]]:
    raw = split_lines(join_files([("a.txt", text.encode())]))
    lines, found = set_quoted_ends_aside(raw)
    return [line.text for line in lines], lines_below(found, len(lines))


def test_the_codes_at_the_ends_of_lines_are_no_text() -> None:
    mail = "管理办法=20\n可以申领创新券，额度=\n不超过20万元。=20\n完成=E5=\n=AE=A1核。\n"
    lines, goes_on = aside(mail)
    assert lines == ["管理办法", "可以申领创新券，额度", "不超过20万元。", "完成=E5", "=AE=A1核。"]
    assert goes_on == {2, 4}


def test_formulas_stay() -> None:
    text = "P=\nS×C\n其中K=\n0.8。\n"
    assert aside(text) == (["P=", "S×C", "其中K=", "0.8。"], frozenset())


def test_a_long_row_of_codes_is_read_soon() -> None:
    row = "=20" * 6_000
    assert aside(f"{row}=x\n{row}x=\n甲=20\n")[0] == [f"{row}=x", f"{row}x", "甲"]
