"""A saved e-mail (RFC 5322) to lines: its body, as a web page or as text; what is attached is named."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from typing import cast

from gangyao.document.printed import PrintedLine
from gangyao.document.problems import Remark
from gangyao.ingest.decode import decode
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.web.read import read_html

_HEADERS = ("Subject", "From", "To", "Date")
_GIVE = "give it as a file of its own"
# What the parser of messages raises for damaged headers and parts.
_DAMAGES = (ValueError, LookupError, AttributeError, TypeError)


def read_mail(data: bytes, name: str) -> Content:
    """Read the body of a message. Raises SeedError for a damaged one, and for one without a text."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        head = [PrintedLine(line, role="furniture", joins_previous=False) for line in _head(message)]
        attached = tuple(
            Remark(part.get_filename() or part.get_content_type(), "is attached and not read", _GIVE)
            for part in message.iter_attachments()
        )
        body = _body(message, name)
    except SeedError:
        raise
    except _DAMAGES as error:
        what = f"is a damaged e-mail: {' '.join(str(error).split())[:120]}"
        raise SeedError(name, "", what, "save its text") from None
    if body is None:
        if attached:
            named = "、".join(one.place for one in attached)[:120]
            raise SeedError(
                name, "", f"is an e-mail whose text is attached: {named}", "give what is attached"
            )
        raise SeedError(name, "", "is an e-mail without a text", "save its text")
    return Content((*head, *body.lines), body.findings, remarks=attached)


def _head(message: EmailMessage) -> Iterator[str]:
    """Yield what a message says of itself, a line each."""
    for header in _HEADERS:
        if (value := " ".join(str(message[header] or "").split())) != "":
            yield f"{header}: {value}"


def _body(message: EmailMessage, name: str) -> Content | None:
    """Return the body as a web page where it has one with a text, else as text; None for neither."""
    page = message.get_body(("html",))
    if page is not None:
        try:
            return read_html(_text(cast(EmailMessage, page), name), name)
        except SeedError:
            pass
    plain = message.get_body(("plain",))
    text = "" if plain is None else _text(cast(EmailMessage, plain), name)
    lines = tuple(PrintedLine(line) for line in text.splitlines() if line.strip())
    return Content(lines) if lines else None


def _text(part: EmailMessage, name: str) -> str:
    """Return the text of a part; where its charset is none that is known, by its bytes."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = (part.get_content_charset() or "").lower()
    try:
        return payload.decode({"gb2312": "gb18030", "gbk": "gb18030"}.get(charset, charset))
    except (LookupError, UnicodeDecodeError):
        return decode(payload, name).text.removeprefix("\ufeff")
