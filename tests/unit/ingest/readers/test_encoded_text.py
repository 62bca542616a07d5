"""A text that was written out in ASCII is read as the text that it stands for."""

from __future__ import annotations

import base64
import quopri
from urllib.parse import quote, quote_plus

import pytest

from gangyao.ingest.copies import copy_from_bytes
from gangyao.ingest.errors import SeedError
from gangyao.ingest.join import join_files
from gangyao.ingest.readers.kinds import kind_of

TEXT = """某县种业振兴实施方案
一、总体要求
到2027年，良种覆盖率提高到96%以上。
二、主要任务
新建基地3个（县农业农村局）。
"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_each_encoding_gives_the_text_back(encoding: str):
    data = TEXT.encode(encoding)
    head = f"Content-Type: text/plain; charset={encoding}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    for written in (
        quopri.encodestring(data),
        quote(data).encode(),
        quote_plus(data).encode(),
        base64.encodebytes(data),
        head.encode() + base64.encodebytes(data),
    ):
        assert kind_of(written, "a.txt") == "encoded text"
        source = join_files([("a.txt", written)])
        assert source.text == TEXT
        assert source.files[0].kind == "encoded text"
        assert copy_from_bytes(written, "a.txt").text == TEXT


def test_the_names_of_a_form_stay_over_their_values():
    written = f"content={quote(TEXT.encode())}&type=text".encode()
    assert join_files([("a.txt", written)]).text == f"content=\n{TEXT}\ntype=text"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"a=1\n" * 40,
        b"%PDF" * 40,
        b"QUJD" * 40,
        base64.b64encode(bytes(range(256))),
        quote("日本語のテキストです。これはひらがなばかり。" * 4).encode(),
        (TEXT + quote(TEXT)).encode(),
    ],
)
def test_what_is_no_such_text_is_read_as_it_is(data: bytes):
    try:
        kind = kind_of(data, "a.txt")
    except SeedError:
        kind = "refused"
    assert kind != "encoded text"
