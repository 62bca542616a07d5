"""Paragraphs as reading order sees them."""

from gangyao.layout.joins.paragraphs import make_paragraphs, make_units

IMAGE = 'figure.png{width="3.9368055555555554in" height="5.476388888888889in"}'


def glued(*lines: str) -> list[bool]:
    paragraphs = make_paragraphs(lines, range(len(lines)), [False] * len(lines), [None] * len(lines))
    return [unit.glued for unit in make_units(paragraphs, (), (), is_wrapped=False)]


def test_what_follows_a_line_in_english_stays_there():
    assert glued("青山县加快发展乡村旅游。", IMAGE, "图为乡村旅游重点村。") == [False, True, True]


def test_the_title_of_a_document_does_not():
    title = "青山县人民政府关于促进乡村旅游发展的意见"
    assert glued("青山县加快发展乡村旅游。", IMAGE, title) == [False, True, False]
