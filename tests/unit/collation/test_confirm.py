from gangyao.chinese.scripts import to_traditional
from gangyao.collation.confirm import confirm
from gangyao.document.source import Witness
from gangyao.document.witnesses import Confirmation
from tests.unit.collation.plan_text import PARAGRAPHS, TEXT


def test_without_witnesses_nothing_is_confirmed():
    assert confirm(PARAGRAPHS, ()) == ()


def test_each_paragraph_has_a_row_for_each_witness():
    witnesses = (Witness("a.txt", TEXT), Witness("b.html", to_traditional("\n".join(PARAGRAPHS[4:6]))))

    rows = confirm(PARAGRAPHS, witnesses)

    assert [(row.witness, row.paragraph) for row in rows] == [
        (name, index) for name in ("a.txt", "b.html") for index in range(len(PARAGRAPHS))
    ]
    assert all(row.confirmed_chars == row.compared_chars for row in rows[: len(PARAGRAPHS)])
    second = rows[len(PARAGRAPHS) :]
    assert [row.paragraph for row in second if row.confirmed_chars] == [4, 5]


def test_what_differs_is_not_confirmed():
    (row,) = confirm([PARAGRAPHS[1]], [Witness("a", PARAGRAPHS[1].replace("协同治理", "联合治理"))])

    assert row == Confirmation(0, "a", row.compared_chars - 2, row.compared_chars)


def test_punctuation_and_white_space_are_not_compared():
    (row,) = confirm(
        ["开湖节，一年一度；由全体渔民共同举办。 "], [Witness("a", "开湖节一年一度由全体渔民共同举办")]
    )

    assert row.confirmed_chars == row.compared_chars == 16
