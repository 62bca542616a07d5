"""Saved e-mails."""

import base64
from email.message import EmailMessage

import pytest

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.mail import read_mail

_TEXT = "青禾市商务局：\n一、市商务局牵头建设跨境电子商务综合试验区。\n二、市交通局改造农村公路三百公里。\n"
_HTML = "<html><body><h1>工作通知</h1><p>市商务局牵头建设跨境电子商务综合试验区。</p></body></html>"


def message(subject: str = "工作通知") -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = subject, "办公室 <a@b.cn>", "c@d.cn"
    return made


@pytest.mark.parametrize(("charset", "transfer"), [("utf-8", "base64"), ("gb18030", "quoted-printable")])
def test_the_text_is_decoded_and_the_head_set_aside(charset: str, transfer: str) -> None:
    made = message()
    made.set_content(_TEXT, charset=charset, cte=transfer)
    data = made.as_bytes()
    assert kind_of(data, "a.eml") == "mail"
    lines = read_mail(data, "a.eml").lines
    assert [line.text for line in lines if line.role != "furniture"] == _TEXT.split("\n")[:-1]
    assert [line.text for line in lines[:2]] == ["Subject: 工作通知", "From: 办公室 <a@b.cn>"]


def test_a_charset_that_is_none_or_wrong_is_told_by_the_bytes() -> None:
    for charset in (b"gb2312", b"x-unknown", b"us-ascii"):
        head = b"From: a@b.cn\r\nSubject: x\r\nContent-Type: text/plain; charset=" + charset
        data = (
            head
            + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64.encodebytes(_TEXT.encode("gb18030"))
        )
        lines = read_mail(data, "a.eml").lines
        assert lines[-1].text == "二、市交通局改造农村公路三百公里。"


def test_a_body_in_html_is_a_page_and_what_is_attached_is_named() -> None:
    made = message()
    made.set_content("见附件")
    made.add_alternative(_HTML, subtype="html")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="规划.pdf")
    data = made.as_bytes()
    assert kind_of(data, "a.eml") == "mail"
    content = read_mail(data, "a.eml")
    assert [line.text for line in content.lines if line.role == "heading"] == ["工作通知"]
    assert [(one.place, one.message) for one in content.remarks] == [("规划.pdf", "is attached and not read")]


def test_a_message_without_a_text_says_what_is_attached() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="规划.pdf")
    with pytest.raises(SeedError, match=r"规划\.pdf; give what is attached"):
        read_mail(made.as_bytes(), "a.eml")
    with pytest.raises(SeedError, match="is an e-mail without a text"):
        read_mail(message().as_bytes() + b"\n", "a.eml")


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b.cn\nSubject: =?utf-8?b?////?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\n--x\n",
        b"From: a@b.cn\nSubject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n@@@",
        b"From: a@b.cn\nSubject: x\nContent-Type: multipart/mixed\n\nx",
        b"From: a@b.cn\nContent-Disposition: attachment\nContent-Type: text/html\n\n<p>",
    ],
)
def test_a_damaged_message_is_said_in_one_line(data: bytes) -> None:
    with pytest.raises(SeedError) as caught:
        read_mail(data, "a.eml")
    assert "\n" not in str(caught.value)
