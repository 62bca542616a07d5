"""Lines of a head that name the office a document comes from, or who speaks for it: 市财政局局长　周某某."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.chinese.office_names import parted_offices
from gangyao.document.metadata import Finding
from gangyao.document.outline import Paragraph

# Such a line stands among so many first paragraphs.
_HEAD = 6
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:委员会|管委会|人民政府|办公室|办公厅|[厅局委部]|调查队|总队|指挥部)"
)
_APART = re.compile(r"[\s\u3000]+")
# 国务院总理 王某某: who speaks for a government, where no sentence says it.
_SPEAKER = re.compile(
    r"(?P<body>国务院|[\u4e00-\u9fff]{2,15}人民政府)(?:代|副)?(?:总理|省长|市长|县长|区长|州长|主席)[\s\u3000?？]*[\u4e00-\u9fff]"
)
# 市财政局局长　周某某, 省发展和改革委员会主任 李某: who reports to the congress of a place.
_REPORTER = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,20}?(?:[局厅]|委员会|改革委|办公室|法院|检察院))"
    r"(?:[局厅院]?长|检察长|主任)[\s\u3000]*[\u4e00-\u9fff][\s\u3000]?[\u4e00-\u9fff]{1,3}"
)


def issuers_named(first: Sequence[Paragraph], place: str | None) -> Iterator[Finding]:
    """Take a line of the head for the issuer that is an office's name, or names who speaks for it.

    `place` is that whose congress is spoken to.
    """
    for paragraph in first[:_HEAD]:
        text = paragraph.text.strip()
        # 某市统计局　国家统计局某调查队
        names = _APART.split(text)
        if paragraph.is_formal and all(map(_OFFICE.fullmatch, names)):
            for name in names:
                for office in parted_offices(name):
                    yield Finding("issuers", office, "line of the head")
        elif paragraph.is_formal and (speaker := _SPEAKER.match(text)):
            yield Finding("issuers", speaker["body"], "line of the speaker")
        elif place is not None and (speaker := _REPORTER.fullmatch(text)):
            yield Finding("issuers", _of_place(speaker["body"], place), "line of the speaker")


def _of_place(body: str, place: str) -> str:
    """Return a body by its whole name: 市财政局 in a report to the congress of 临江市 → 临江市财政局."""
    return f"{place}{body[1:]}" if place.endswith(body[0]) else body
