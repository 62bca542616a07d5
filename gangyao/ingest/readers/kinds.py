"""What kind of file bytes are: told by the bytes, never by the file's name."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from gangyao.document.source import FileKind
from gangyao.ingest.errors import SeedError
from gangyao.ingest.files import LARGEST_TEXT
from gangyao.ingest.readers.encoded_text import is_encoded_text

_HEAD = 4096
#: The first line of words with their boxes, as tesseract writes them.
WORD_BOXES = b"level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
# A PDF may have a few bytes before its mark (ISO 32000-1, annex H.3.4.1: within the first 1,024).
_PDF_REACH = 1024
# A page has a frame, or begins with an element. A text with a table of HTML in it is a text, whose tables
# layout reads.
_LOOKS_LIKE_HTML = re.compile(
    rb"<\s*(?:!doctype\s+html|html|head|body)\b"
    rb"|(?P<element>\A(?:\xef\xbb\xbf)?\s*<(?:div|p|meta|h[1-6]|section|article)\b)",
    re.IGNORECASE,
)
# Models that read pages centre what is not running text by elements of HTML, over headings in Markdown.
_MARKDOWN = re.compile(rb"^#{1,6} \S", re.MULTILINE)
_ELEMENT = re.compile(
    rb"<(?P<close>/)?(?:div|p|h[1-6]|section|article|section-header|center|blockquote|table|ul|ol|span|b|font|strong)"
    rb"\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_MAIL = re.compile(
    rb"\A\s*(?:From:|MIME-Version:|Subject:|Date:|Content-Type:|Snapshot-Content-Location:)", re.IGNORECASE
)
_MAIL_OF_TEXT = re.compile(rb"^Content-Type:\s*(?:text/plain|multipart/(?:mixed|alternative))", re.I | re.M)
# Any message has lines of these, and of others whose names are the sender's own (RFC 5322, 2.2).
_HEADERS = re.compile(rb"\A\s*(?:[A-Za-z][A-Za-z-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*){3}")
_FROM = re.compile(rb"^From: ", re.MULTILINE)
# A page that a browser saved is sent by nobody.
_SENDER = re.compile(rb"^From:[^\r\n]*@", re.MULTILINE | re.IGNORECASE)
# XML of office programs, by a mark in its head; a page written as XML is none of them.
_XML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:\?xml\b|[A-Za-z][\w:.-]*\s[^<>]*\bxmlns\b)")
_JSON = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*[\[{]\s*[\[{\"]")
# What tells a place in JSON: a key that names one, or numbers in lists of lists.
_BOX = re.compile(
    rb"\"[^\"]{0,30}(?:box|poly|point|loc|pos|coord|rect|vert|bound|geom|region|quad|left|x_?0|x_?1|x_?min)"
    rb"[^\"]{0,30}\\?\"\s*:|\[\s*\[\s*-?\d",
    re.IGNORECASE,
)
# The first element, without its namespace, and that of pages that were recognised.
_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)[\s>]")
_PAGES_IN_XML: dict[bytes, FileKind] = {b"alto": "alto", b"PcGts": "page xml"}
_OFFICE_XML = (b"mso-application", b"<w:wordDocument", b"<pkg:package", b":UOF", b"<office:document")
_PICTURE_AS = "save it as PNG or JPEG, or print it to PDF"
# Kinds of the ISO base media format (ISO/IEC 14496-12) that are pictures.
_PICTURE_BRANDS = (b"heic", b"heix", b"heif", b"mif1", b"avif")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"GIF87a", b"GIF89a")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ODT = b"application/vnd.oasis.opendocument.text"
# Kinds that are not read: how their bytes begin, what they are, how to save them.
_AS_DOCX = "open it in Word, WPS or LibreOffice and save it as .docx or PDF"
_UNPACK = "unpack it and give the files in it"
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file", _AS_DOCX),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"\x7fELF", "a program", "give the document itself"),
    (b"MZ\x90", "a program", "give the document itself"),
    (b"SQLite format 3\x00", "a database", "give the document itself"),
    (b"PAR1", "a Parquet file", "give the document itself"),
    (b"HWP Document File", "a HWP file", "save it as PDF"),
    (b"AT&TFORM", "a DjVu file", "save it as PDF"),
    (b"%!PS", "a PostScript file", "save it as PDF"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "a JPEG 2000 picture", _PICTURE_AS),
    (b"8BPS", "a Photoshop picture", _PICTURE_AS),
    (b"CAJ\0", "a CNKI file (.caj)", "print it to PDF from CAJViewer"),
    (b"KDH 2", "a CNKI file (.kdh)", "print it to PDF from CAJViewer"),
)


def kind_of(data: bytes, name: str) -> FileKind:
    """Tell the kind of the file `name` from its bytes; `text` is everything that no other kind claims.

    Raises SeedError for kinds that are known and not read (.doc, .wps, archives, encrypted Office files),
    saying what it is and how to save it.
    """
    if _is_pdf(data):
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _kind_of_zip(data, name)
    if data.startswith(_OLE):
        if _is_xls(data):
            return "xls"
        raise _refusal_of_ole(data, name)
    if _is_picture(data):
        return "picture"
    for mark, what, remedy in _REFUSED:
        if data.startswith(mark):
            raise SeedError(name, "", f"is {what}, which is not read", remedy)
    if data[4:8] == b"ftyp":
        is_picture = data[8:12] in _PICTURE_BRANDS
        what = "a HEIC or AVIF picture" if is_picture else "a film or a recording"
        raise SeedError(
            name, "", f"is {what}, which is not read", _PICTURE_AS if is_picture else "give its text"
        )
    return _kind_of_text(data[:_HEAD].replace(b"\0", b""), data, name)


def _kind_of_text(head: bytes, data: bytes, name: str) -> FileKind:
    """Tell the kind of bytes that are written as text; raises SeedError for XML that is not read."""
    if _MAIL.match(head):
        if re.search(rb"multipart/related|text/html", head, re.IGNORECASE):
            return "mail" if _SENDER.search(head) else "mhtml"
        if _MAIL_OF_TEXT.search(head):
            # Headers that name no sender are those of an encoding alone.
            return "mail" if _SENDER.search(head) or not is_encoded_text(data) else "encoded text"
    if head.removeprefix(b"\xef\xbb\xbf").startswith(WORD_BOXES):
        return "word boxes"
    if _XML.match(head) and (root := _ROOT.search(head)) is not None and root[1] in _PAGES_IN_XML:
        return _PAGES_IN_XML[root[1]]
    if _is_page(head, data):
        return "web page"
    if _JSON.match(head) and _is_recogniser_json(data, name):
        return "recogniser json"
    if (headers := _HEADERS.match(head)) is not None and _FROM.search(headers[0]):
        return "mail"
    if is_encoded_text(data):
        return "encoded text"
    refusal = _refusal_of_data(head, data, name)
    if refusal is not None:
        raise refusal
    return "text"


def _is_recogniser_json(data: bytes, name: str) -> bool:
    """Tell whether bytes that begin as JSON are what a recogniser wrote: texts with boxes."""
    if len(data) > LARGEST_TEXT or _BOX.search(data.replace(b"\0", b"")) is None:
        return False
    # For few files, and longer to import than the others take to tell.
    from gangyao.ingest.readers.recogniser_json.read import is_recogniser_json  # noqa: PLC0415

    return is_recogniser_json(data, name)


def _refusal_of_data(head: bytes, data: bytes, name: str) -> SeedError | None:
    """Say what bytes are that are written as text and are none: XML."""
    if _XML.match(head) and data.rstrip(b"\0\r\n\t ").endswith(b">"):
        is_office = any(mark in head for mark in _OFFICE_XML)
        what = "an office document in XML" if is_office else "an XML file"
        return SeedError(
            name, "", f"is {what}, which is not read", _AS_DOCX if is_office else "give its text"
        )
    return None


def is_packed(data: bytes) -> bool:
    """Tell whether bytes are of a kind of which text is a small part: a PDF, a picture, an Office file."""
    return _is_pdf(data) or data.startswith((b"PK\x03\x04", _OLE)) or _is_picture(data)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_PDF_REACH]


def _is_picture(data: bytes) -> bool:
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return data.startswith(_PICTURES) or is_webp or _is_bitmap(data)


def _is_page(head: bytes, data: bytes) -> bool:
    """Tell whether bytes are a page of HTML, and no text whose tables stand in frames of HTML (MinerU)."""
    found = _LOOKS_LIKE_HTML.search(head)
    if found is None:
        return False
    if found["element"] and (_MARKDOWN.search(data) or _is_mostly_outside(data)):
        return False
    before = head[: found.start()].lstrip(b"\xef\xbb\xbf\xff\xfe")
    end = data.rfind(b"</html>")
    behind = data[end:].removeprefix(b"</html>") if end >= 0 else b""
    has_text_behind = b"<" not in behind and _NOT_ASCII.search(behind) is not None
    has_text_around = has_text_behind or _NOT_ASCII.search(before) is not None
    return b"!doctype" in found[0].lower() or not has_text_around


def _is_mostly_outside(data: bytes) -> bool:
    """Tell whether most of what a file says stands outside of all its elements, as in no page."""
    depth, end = 0, 0
    inside = outside = 0
    for tag in _ELEMENT.finditer(data):
        size = len(_NOT_ASCII.findall(data, end, tag.start()))
        inside, outside = (inside, outside + size) if depth == 0 else (inside + size, outside)
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        end = tag.end()
    outside += len(_NOT_ASCII.findall(data, end))
    return outside > inside


def _is_bitmap(data: bytes) -> bool:
    return (
        data[:2] == b"BM" and len(data) > 26 and data[6:10] == b"\0\0\0\0" and data[14] in (12, 40, 108, 124)
    )


def _kind_of_zip(data: bytes, name: str) -> FileKind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            form = archive.read("mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SeedError(
            name, "", f"is a damaged archive or document: {error}", "get another copy of the file"
        ) from None
    if "OFD.xml" in names:
        return "ofd"
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", one) for one in names):
        return "docx"
    if "xl/workbook.bin" not in names and any(one.startswith("xl/") for one in names):
        return "xlsx"
    if form.strip().startswith(_ODS) and "content.xml" in names:
        return "ods"
    if form.strip().startswith(_ODT) and "content.xml" in names:
        return "odt"
    if "META-INF/container.xml" in names:
        return "epub"
    for prefix, what, remedy in (
        ("xl/", "a binary workbook (.xlsb)", "open it in Excel or WPS and save it as .xlsx"),
        ("ppt/", "a presentation (.pptx)", "save it as PDF"),
        ("content.xml", "an OpenDocument file", _AS_DOCX),
    ):
        if any(one.startswith(prefix) for one in names):
            raise SeedError(name, "", f"is {what}, which is not read", remedy)
    raise SeedError(name, "", "is a ZIP archive, which is not read", _UNPACK)


def _holds(data: bytes, stream: str) -> bool:
    """Tell whether an OLE file has a stream of this name."""
    return stream.encode("utf-16-le") in data


def _is_xls(data: bytes) -> bool:
    """Tell whether an OLE file is a workbook; Word files hold one where a sheet is embedded."""
    is_book = _holds(data, "Workbook\0") or _holds(data, "Book\0")
    return is_book and not (_holds(data, "WordDocument") or _holds(data, "EncryptedPackage"))


def _refusal_of_ole(data: bytes, name: str) -> SeedError:
    """Say what an OLE file is: an old Word or WPS file, or an encrypted new one."""
    if _holds(data, "EncryptedPackage"):
        return SeedError(
            name, "", "is an encrypted Office file", "open it with its password and save it without one"
        )
    what = (
        "an old Word or WPS file (.doc, .wps)"
        if _holds(data, "WordDocument")
        else "an old Office file (.doc, .wps, .ppt)"
    )
    return SeedError(name, "", f"is {what}, which is not read", _AS_DOCX)
