"""Data that are written as text are told from documents by their form, and refused in one line."""

from __future__ import annotations

import pytest

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.kinds import kind_of

CSV = '任务,牵头单位,时限\n建设公园,"市发展改革委,市财政局",2025年\n修建水库,市水利局,2026年\n'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"title": "某市规划", "content": "建设公园。"}\n', "is JSON"),
        (' [{"title": "某市规划"}]', "is JSON"),
        ('{"title": "某市规划"}\n{"title": "某市方案"}\n', "is JSON"),
        (CSV, "is a table in CSV"),
        (CSV.replace("\n", "\r\n"), "is a table in CSV"),
        (CSV * 2_000, "is a table in CSV"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><text>建设公园</text></svg>', "is an XML file"),
        ("From: a@example.org\nTo: b@example.org\nSubject: 建设公园\n\n建设公园。\n", "is an e-mail"),
        ("Return-Path: <a@b>\nReceived: from a\n by b\nFrom: a@b\n\n建设公园。\n", "is an e-mail"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_data_are_refused(text: str, what: str, encoding: str):
    with pytest.raises(SeedError, match=f"{what}, which is not read; "):
        kind_of(text.encode(encoding, "ignore"), "a.txt")


def test_a_mark_before_json_hides_nothing():
    with pytest.raises(SeedError, match="is JSON"):
        kind_of('{"title": "某市规划"}'.encode("utf-8-sig"), "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "[2024]\n",
        "[1] 建设公园。\n",
        "{建设公园}\n",
        "[" * 100_000,
        "建设公园,修建水库,改造管网\n建设公园，修建水库。\n加快建设。\n",
        "建设公园,修建水库,改造管网\n",
        "title: 某市规划\ndate: 2024-01-01\nfrom: 某市\n\n建设公园。\n",
        "<table><tr><td>建设公园</td></tr></table>",
        'a,b,"c\n' * 4,
    ],
)
def test_texts_stay_texts(text: str):
    assert kind_of(text.encode(), "a.txt") == "text"
