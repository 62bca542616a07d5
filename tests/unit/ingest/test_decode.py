"""Bytes are read in five encodings, and the encoding that is recorded gives them back."""

import pytest

from gangyao.ingest.decode import decode
from gangyao.ingest.errors import DecodeError

SIMPLIFIED = "第一节 推动生态共建\n加强流域水资源统一管理，到2025年建成3处湿地。\n"
TRADITIONAL = "第一節 推動生態共建\n加強流域水資源統一管理，到2025年建成3處濕地。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, SIMPLIFIED * 50, SIMPLIFIED[:12]])
def test_simplified_text_comes_back(encoding, text):
    data = text.encode(encoding)
    decoded = decode(data, "page.txt")
    assert decoded.text == text
    assert decoded.text.encode(decoded.encoding) == data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "gb18030"])
@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL * 50])
def test_traditional_text_comes_back(encoding, text):
    data = text.encode(encoding)
    decoded = decode(data, "page.txt")
    assert decoded.text == text
    assert decoded.text.encode(decoded.encoding) == data


def test_big_endian_mark_stays_in_the_text_so_that_the_bytes_can_be_had_back():
    data = b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be")
    decoded = decode(data, "page.txt")
    assert decoded.text == "\ufeff" + SIMPLIFIED
    assert decoded.text.encode(decoded.encoding) == data


def test_damaged_bytes_are_named_by_file_and_offset():
    good = (SIMPLIFIED * 3).encode("utf-8")
    with pytest.raises(DecodeError) as caught:
        decode(good + b"\xff\xff\x81" + good, "seeds/page.txt")
    message = str(caught.value)
    assert message.startswith(f"seeds/page.txt, byte {len(good)}:")
    assert "\n" not in message


def test_cut_utf16_is_an_error():
    data = SIMPLIFIED.encode("utf-16")[:-1]
    with pytest.raises(DecodeError, match="byte"):
        decode(data, "page.txt")


def test_cut_utf16_without_a_mark_is_said_to_break_off():
    for encoding in ("utf-16-le", "utf-16-be"):
        with pytest.raises(DecodeError, match="breaks off within a character of UTF-16"):
            decode(SIMPLIFIED.encode(encoding)[:-1], "page.txt")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "①加强流域水资源■统一管理→建成㎡湿地。②α③β\ue000\ue001" * 20,
        "1. GDP 100\n2. PM2.5 35\n" * 9,
        "." * 40,
    ],
)
def test_utf16_without_a_mark_may_be_full_of_signs_or_hold_no_chinese(text, encoding):
    data = text.encode(encoding)
    decoded = decode(data, "page.txt")
    assert (decoded.text, decoded.text.encode(decoded.encoding)) == (text, data)


@pytest.mark.parametrize("cut", [0, 2])
def test_shift_jis_is_no_utf16(cut):
    # Every other byte of it may be one of Han in UTF-16.
    data = "ように正当に選挙された国会における代表者を通じて行動".encode("shift_jis")
    with pytest.raises(DecodeError):
        decode(data[cut:], "page.txt")


def test_bytes_that_are_no_utf16_are_not_read_as_such():
    for text in (SIMPLIFIED, TRADITIONAL):
        data = text.encode("gb18030")
        assert decode(data, "page.txt").encoding == "gb18030"


def test_an_empty_file_is_an_empty_text():
    assert decode(b"", "page.txt").text == ""


JAPANESE = "日本国民は、正当に選挙された国会における代表者を通じて行動し、われらとわれらの子孫のために。\n"
KOREAN = "유구한 역사와 전통에 빛나는 우리 대한국민은 대한민국임시정부의 법통을 계승한다.\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (JAPANESE.encode("shift_jis"), "no Chinese in GB18030"),
        (JAPANESE.encode("euc_jp"), "no Chinese in"),
        (JAPANESE.encode("iso2022_jp"), "ISO-2022"),
        ("第一章 总则\n建设公园，增加绿地。\n".encode("hz"), "HZ"),
        (KOREAN.encode("euc_kr"), "no Chinese in GB18030"),
        (SIMPLIFIED.encode("utf-32"), "UTF-32"),
        (SIMPLIFIED.encode("utf-32-be"), "no text"),
        (b"\x7fELF" + bytes(range(32)) * 40, "control characters"),
    ],
)
def test_what_is_no_chinese_text_is_refused(data, words):
    with pytest.raises(DecodeError, match=words):
        decode(data, "page.txt")


def test_noise_is_no_reason_to_refuse_a_text():
    noisy = SIMPLIFIED.replace("，", "\x08，") + "\x00"
    assert decode(noisy.encode(), "page.txt").text == noisy
