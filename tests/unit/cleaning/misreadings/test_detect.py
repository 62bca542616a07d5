from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_official_model
from gangyao.cleaning.clean import load_rules
from gangyao.cleaning.misreadings.detect import (
    DETECTOR,
    find_slips,
    find_slips_in_each,
    statistical_suspects,
    statistical_suspects_of_each,
)
from gangyao.cleaning.misreadings.edits import Kind
from gangyao.document.layout import Layout, Line
from gangyao.document.ledger import Edit, Grounds, open_ledger
from gangyao.document.reading_text import ReadingText, reading_text
from gangyao.document.source import Source
from tests.property_tests import examples

RIGHT = (
    "加快推进基础设施互联互通，提升公共服务水平。\n"
    "深化重点领域改革，优化营商环境，激发市场主体活力。\n"
    "坚持生态优先、绿色发展，加强污染防治，改善环境质量。\n"
    "健全多层次社会保障体系，扩大养老服务供给，支持残疾人事业发展。\n"
)


def _reading(text: str) -> ReadingText:
    lines, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(Line(number, "t.txt", start, start + len(line), "paragraph", 1, number))
        start += len(line) + 1
    return reading_text(Source(text, ()), Layout(tuple(lines)))


@pytest.fixture(scope="module")
def rules():
    return load_rules(Path("seeds/lexicon"))


def test_official_prose_raises_no_doubt():
    assert find_slips(load_official_model(), RIGHT) == ()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("基础设施互联", "基础设旋互联"),
        ("优化营商环境", "优化管商环境"),
        ("加强污染防治", "加强污梁防治"),
        ("多层次社会", "多层欢社会"),
    ],
)
def test_a_wrong_character_is_flagged_with_the_right_one(right, wrong):
    text = RIGHT.replace(right, wrong)
    place = next(at for at, (one, other) in enumerate(zip(RIGHT, text, strict=True)) if one != other)

    (finding,) = find_slips(load_official_model(), text)

    assert (finding.start, finding.end) == (place, place + 1)
    assert finding.suggestion == RIGHT[place]
    assert finding.kind is Kind.SUBSTITUTION


def test_a_character_too_many_and_two_in_the_wrong_order():
    much = RIGHT.replace("营商环境", "营商寒环境")
    swapped = RIGHT.replace("污染防治", "污防染治")

    (one,) = find_slips(load_official_model(), much)
    (other,) = find_slips(load_official_model(), swapped)

    assert much[: one.start] + one.suggestion + much[one.end :] == RIGHT
    assert swapped[: other.start] + other.suggestion + swapped[other.end :] == RIGHT


def test_what_the_document_repeats_is_less_of_a_doubt():
    slip = "优化管商环境。\n"
    model = load_official_model()

    (once,) = find_slips(model, RIGHT + slip)

    assert all(finding.doubt < once.doubt - 2 for finding in find_slips(model, RIGHT + slip * 3))


@examples(30)
@given(
    st.lists(
        st.lists(
            st.sampled_from([RIGHT, RIGHT.replace("设施", "设旋"), "优化管商环境", "污染", "\n", "0"]),
            max_size=4,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_text_that_is_searched_with_others_gives_what_it_gives_alone(parts):
    texts = ["".join(part) for part in parts]
    model = load_official_model()

    assert find_slips_in_each(model, texts) == [find_slips(model, text) for text in texts]


def test_suspects_of_many_texts_are_those_of_each(rules):
    texts = [RIGHT, RIGHT.replace("设施", "设旋"), "", RIGHT.replace("营商", "管商")]
    cleaned = [open_ledger(_reading(text)).cleaned() for text in texts]

    found = statistical_suspects_of_each(cleaned, rules)

    assert [[suspect.suggestion for suspect in suspects] for suspects in found] == [[], ["施"], [], ["营"]]
    assert found == [statistical_suspects(one, rules) for one in cleaned]


def test_suspects_carry_raw_offsets_and_leave_the_text_alone(rules):
    raw = RIGHT.replace("基础设施互联", "基础设旋互联")
    reading = _reading(raw)
    ledger = open_ledger(reading).apply([Edit(0, 2, "", Grounds("test", "test", "two characters less"))])
    cleaned = ledger.cleaned()

    (suspect,) = statistical_suspects(cleaned, rules)

    place = raw.index("旋")
    assert (suspect.raw_start, suspect.raw_end) == (place, place + 1)
    assert cleaned.text[suspect.start : suspect.end] == suspect.text == "旋"
    assert suspect.suggestion == "施"
    assert suspect.detector == DETECTOR
    assert suspect.score is not None


def test_what_a_correction_wrote_is_not_doubted(rules):
    reading = _reading(RIGHT)
    place = RIGHT.index("施互联")
    grounds = Grounds("reading", "erratum", "a witness reads so", "witness", "a copy")
    cleaned = open_ledger(reading).apply([Edit(place, place + 1, "旋", grounds)]).cleaned()

    assert statistical_suspects(cleaned, rules) == ()


@examples(60)
@given(st.text(alphabet="加快推进基础设旋互联通的，。\n A1\u3000𠮷", max_size=80))
def test_any_text_can_be_looked_at(text):
    findings = find_slips(load_official_model(), text)

    position = 0
    for finding in findings:
        assert position <= finding.start < finding.end <= len(text)
        assert "\n" not in text[finding.start : finding.end]
        position = finding.end
