"""Forms that PDFs draw within each other."""

from __future__ import annotations

import zlib

import pytest

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.pdf.drawn_forms import MOST_DRAWN, forms_drawn
from gangyao.ingest.readers.pdf.read import read_pdf


def form(number: int, draws: dict[int, int], packed: bool = False, apart: bool = False) -> bytes:
    calls = b"".join(b"/X%d Do " % other * times for other, times in draws.items())
    content = zlib.compress(calls) if packed else calls
    names = b"/XObject<<%s>>" % b"".join(b"/X%d %d 0 R" % (other, other) for other in draws)
    resources = b"/Resources %d 0 R" % (number + 100) if apart else b"/Resources<<%s>>" % names
    packing = b"/Filter/FlateDecode" if packed else b""
    head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]%s%s/Length %d>>" % (resources, packing, len(content))
    made = b"%d 0 obj\n%sstream\n%s\nendstream endobj\n" % (number, head, content)
    return made + (b"%d 0 obj\n<<%s>>\nendobj\n" % (number + 100, names) if apart else b"")


def pdf(*forms: bytes) -> bytes:
    text = b"/X10 Do BT /F 12 Tf 72 700 Td (Hello) Tj ET"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X10 10 0 R>>>>>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page,
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    made = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + made + b"".join(forms) + b"trailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("apart", [False, True])
def test_a_form_that_draws_itself_more_than_once_is_refused_at_once(packed, apart):
    data = pdf(form(10, {10: 3}, packed, apart))
    assert forms_drawn(data) == MOST_DRAWN
    with pytest.raises(SeedError, match="draw themselves without end"):
        read_pdf(data, "loop.pdf")


def test_forms_that_draw_each_other_many_times_are_drawn_as_often_as_all_of_them():
    ten = [form(number, {number + 1: 10}) for number in range(10, 20)]
    assert forms_drawn(pdf(*ten)) == MOST_DRAWN
    assert forms_drawn(pdf(form(10, {11: 3, 12: 1}), form(11, {12: 2}), form(12, {}))) == 1 + 3 * 3 + 1


def test_forms_that_can_draw_each_other_and_do_not_are_drawn_once():
    named = form(10, {11: 1, 10: 0})
    assert forms_drawn(pdf(named, form(11, {10: 0}))) == 2
    assert [line.text for line in read_pdf(pdf(named, form(11, {10: 0})), "plain.pdf").lines] == ["Hello"]


@pytest.mark.parametrize(
    "data", [b"", b"/Subtype/Form", b"1 0 obj<</Subtype/Form/XObject<</A 1 0 R>>>>stream\n"]
)
def test_what_is_broken_draws_nothing(data):
    assert forms_drawn(data) == 0
