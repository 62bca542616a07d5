from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.kinds import kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def archive(*names: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name in names:
            # Not the time of now: the bytes name a test.
            made.writestr(zipfile.ZipInfo(name), "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("第一章 总则\n".encode(), "text"),
        ("第一章 总则\n".encode("gb18030"), "text"),
        (b"", "text"),
        ("水位 < 118 时启动预案".encode(), "text"),
        ("一、任务\n<table><tr><td>1</td></tr></table>\n".encode(), "text"),
        (b"<table><tr><td>1</td></tr></table>", "text"),
        (b"<p>1</p>", "web page"),
        ("<div align='center'>规划</div>\n\n## 一、目标\n".encode(), "text"),
        (b"Subject: 1\n", "text"),
        (b"Content-Type: multipart/related; boundary=x\r\n", "mhtml"),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', "web page"),
        (b"%PDF-1.4\n", "pdf"),
        (b"\r\n%PDF-1.4\n", "pdf"),
        (b"<!DOCTYPE html><html>", "web page"),
        ("\ufeff<html><p>文".encode("utf-16-le"), "web page"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary=x\r\n", "mhtml"),
        (b"From: a@b.c\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\nx", "mail"),
        (b"From: a@b.c\nSubject: x\nContent-Type: text/html; charset=utf-8\n\nx", "mail"),
        (b"From: a@b.c\nTo: d@b.c\nSubject: x\n\nx", "mail"),
        (b"Return-Path: <a@b>\nReceived: from a\n by b\nFrom: a@b\n\nx", "mail"),
        (archive("META-INF/container.xml", "mimetype"), "epub"),
        (archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (archive("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (OLE + "Workbook\0".encode("utf-16-le"), "xls"),
        (b"\xff\xd8\xff\xe0JFIF", "picture"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"II*\x00\x08", "picture"),
        (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28" + bytes(20), "picture"),
    ],
)
def test_the_kind_is_told_by_the_bytes(data: bytes, kind: str):
    assert kind_of(data, "name.txt") == kind


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "an old Word or WPS file.*save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "an encrypted Office file.*password"),
        (OLE, "an old Office file"),
        (b"{\\rtf1", "an RTF file"),
        (archive("xl/workbook.bin"), "a binary workbook.*save it as .xlsx"),
        (OLE + "Workbook\0EncryptedPackage".encode("utf-16-le"), "an encrypted Office file"),
        (archive("content.xml"), "an OpenDocument file"),
        (archive("a.txt"), "a ZIP archive.*unpack"),
        (archive("word/document.xml")[:40], "a damaged archive"),
        (b"7z\xbc\xaf\x27\x1c\x00", "a 7z archive"),
        (b"SQLite format 3\x00", "a database"),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w/>", "an office document in XML"),
        (b"<?xml version='1.0'?><uof:UOF/>", "an office document in XML.*save it as .docx"),
        (b"<?xml version='1.0'?><rss></rss>\n", "an XML file"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>", "an XML file"),
        (b"\0\0\0\x18ftypheic" + bytes(9), "a HEIC or AVIF picture.*PNG"),
        (b"\0\0\0\x18ftypmp42" + bytes(9), "a film or a recording"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "a JPEG 2000 picture"),
        (b"8BPS\0\1", "a Photoshop picture"),
        (b"CAJ\0", "a CNKI file"),
    ],
)
def test_what_is_not_read_is_refused_with_its_name_and_a_remedy(data: bytes, problem: str):
    with pytest.raises(SeedError, match=f"seeds/a.doc: is {problem}") as caught:
        kind_of(data, "seeds/a.doc")
    assert "\n" not in str(caught.value)


def test_a_text_with_frames_of_html_round_its_tables_is_a_text():
    table = "<html><body><table><tr><td>任务</td></tr></table></body></html>"
    assert kind_of(f"一、分工\n{table}\n二、要求\n".encode(), "a.md") == "text"
    assert kind_of(f"{table}\n二、要求\n抓好落实。\n".encode(), "a.md") == "text"
    assert kind_of(f"{table}\n<!-- 缓存 -->\n".encode(), "a.html") == "web page"


@pytest.mark.parametrize(
    "text",
    [
        "title: 某市规划\ndate: 2024-01-01\nfrom: 某市\n\n建设公园。\n",
        '{"title": "某市规划", "content": "建设公园。"}\n',
        "任务,牵头单位,时限\n建设公园,市发展改革委,2025年\n修建水库,市水利局,2026年\n",
        "<table><tr><td>建设公园</td></tr></table>",
    ],
)
def test_text_in_other_forms_is_text(text: str):
    assert kind_of(text.encode(), "a.txt") == "text"
