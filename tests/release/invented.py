"""Documents that were read, made by hand: an invented plan on two columns, a law in Traditional script.

The stages before the release are not used, so that a fault of theirs does not show here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gangyao.chinese.scripts import to_simplified, to_traditional
from gangyao.document.changes import Cleaned, Correction, Suspect
from gangyao.document.layout import SET_ASIDE, Break, Layout, Line
from gangyao.document.mentions import Mention, TaskEntity
from gangyao.document.outline import DispatchHead, Outline, Paragraph, Section
from gangyao.document.read_document import ReadDocument
from gangyao.document.reading_text import reading_text
from gangyao.document.source import Document, DocumentSpec, Source, SourceFile
from gangyao.document.tasks import Action, Party, Target, Task
from gangyao.document.witnesses import Confirmation


@dataclass(frozen=True)
class Printed:
    """A raw line; `edits` are (before, after, evidence), each `before` once in the line, in order."""

    text: str
    kind: str = "paragraph"
    position: int | None = None
    joins: bool = False
    edits: tuple[tuple[str, str, str], ...] = ()


def source_of(
    files: Sequence[tuple[str, Sequence[Printed]]], end: str, encoding: str
) -> tuple[Source, Layout]:
    text = ""
    lines: list[Line] = []
    sources: list[SourceFile] = []
    for name, printed in files:
        start = len(text)
        for one in printed:
            raw_start = len(text)
            text += one.text
            lines.append(
                Line(
                    len(lines) + 1, name, raw_start, len(text), one.kind,
                    None if one.position is None else 1, one.position, one.joins,
                )
            )  # fmt: skip
            text += end
        data = text[start:].encode(encoding)
        sources.append(SourceFile(name, hashlib.sha256(data).hexdigest(), encoding, start, len(text)))
    return Source(text, tuple(sources)), Layout(tuple(lines))


def clean_by_hand(source: Source, layout: Layout, printed: Sequence[Printed]) -> Cleaned:
    reading = reading_text(source, layout)
    by_number = {line.number: (line, one) for line, one in zip(layout.lines, printed, strict=True)}
    text = ""
    corrections: list[Correction] = []
    for index, piece in enumerate(reading.pieces):
        line, one = by_number[piece.line]
        if index and not line.joins_previous:
            text += "\n"
        done = 0
        for before, after, evidence in one.edits:
            at = one.text.index(before, done) if before else len(one.text)
            text += one.text[done:at]
            corrections.append(
                Correction(
                    line.raw_start + at, line.raw_start + at + len(before), before, after, "misread",
                    evidence, "erratum" if evidence == "witness" else "stray-space", "invented for the test",
                    "another copy, page 2" if evidence == "witness" else "",
                    len(text), len(text) + len(after),
                )
            )  # fmt: skip
            text += after
            done = at + len(before)
        text += one.text[done:]
    return Cleaned(reading, text, tuple(corrections), ())


@dataclass
class Walk:
    """Finds headings and paragraphs one after the other in a cleaned text."""

    text: str
    cursor: int = 0
    rank: int = 0

    def section(self, path: str, level: str, label: str, title: str, *, implied: bool = False) -> Section:
        self.rank += 1
        start = end = None
        if not implied:
            start = self.text.index(label, self.cursor)
            end = self.text.index(title, start) + len(title)
            self.cursor = end
        parent, _, number = path.rpartition(".")
        return Section(
            path, parent or None, level, path.count(".") + 1, int(number), label, title, self.rank, implied,
            start, end,
        )  # fmt: skip

    def paragraph(self, path: str, position: int, text: str, lead: str | None = None) -> Paragraph:
        start = self.text.index(text, self.cursor)
        self.cursor = start + len(text)
        return Paragraph(path, position, start, self.cursor, text, ((0, len(text)),), lead, False)


def task(paragraph: Paragraph, position: int, text: str, *actions: tuple[str, str], **more: object) -> Task:
    start = paragraph.text.index(text)
    acts = []
    for rank, (verb, object_) in enumerate(actions, 1):
        at = paragraph.text.index(verb + object_, start)
        acts.append(
            Action(rank, verb, object_, verb + object_, "action", "commit", at, at + len(verb + object_))
        )
    return Task(
        position, "measure", paragraph.lead, text, "commit", more.get("actors", ()), (), tuple(acts),
        more.get("targets", ()), start, start + len(text),
    )  # fmt: skip


def mention(paragraph: Paragraph, surface: str, kind: str, name: str, code: str | None = None) -> Mention:
    start = paragraph.text.index(surface)
    merged = None if surface == name else "short form"
    return Mention(surface, kind, name, code, start, start + len(surface), "lexicon", merged)


PLAN = (
    Printed("03要闻", "furniture"),
    Printed("（一）共建水网。推动 沿江各县共享水源", position=5, edits=((" ", "", "rule"),)),
    Printed("，到2030年供水能力达到65%以上。", position=6, joins=True),
    Printed("", "blank"),
    Printed("临河流域发展规划", "furniture"),
    Printed("第八章 改善民主", position=2, edits=(("民主", "民生", "witness"),)),
    Printed("完善政策。临河市要建设学校，=支持青川区发", position=3),
    Printed("教育。", position=4, joins=True, edits=(("教育", "展教育", "witness"),)),
)


def plan(document_id: str = "linhe-2020", *, end: str = "\n", encoding: str = "utf-8") -> ReadDocument:
    """Return a plan whose second column was printed first."""
    source, layout = source_of([("page.txt", PLAN)], end, encoding)
    layout = Layout(layout.lines, (Break(1, 8, 2, "heading numbers", 0.9),))
    cleaned = clean_by_hand(source, layout, PLAN)
    walk = Walk(cleaned.text)
    sections = [walk.section("8", "chapter", "第八章", "改善民生")]
    first = walk.paragraph("8", 1, "完善政策。临河市要建设学校，=支持青川区发展教育。", "完善政策。")
    sections.append(walk.section("8.1", "subitem", "（一）", "共建水网"))
    second = walk.paragraph("8.1", 1, "推动沿江各县共享水源，到2030年供水能力达到65%以上。")
    at = first.text.index("临河市")
    one = task(
        first, 1, "临河市要建设学校，=支持青川区发展教育。", ("要建设", "学校"), ("=支持", "青川区发展教育"),
        actors=(Party("临河市", at, at + 3),),
    )  # fmt: skip
    share = second.text.index("65%以上")
    two = task(
        second, 1, second.text, ("推动", "沿江各县共享水源"),
        targets=(
            Target("percent", ">=", 65.0, None, "%", "%", 2030, "供水能力", "65%以上", share, share + 5),
        ),
    )  # fmt: skip
    doubt = first.start + first.text.index("学校")
    suspect = Suspect(
        source.text.index("学校"), source.text.index("学校") + 2, "学校", "学院", "invented", "doubling", 1.5,
        doubt, doubt + 2,
    )  # fmt: skip
    spec = DocumentSpec(document_id, "临河流域发展规划", ("page.txt",), ("临河市人民政府",), date(2020, 3, 1))
    return ReadDocument(
        Document(spec, source),
        "hans",
        layout,
        Cleaned(cleaned.reading, cleaned.text, cleaned.corrections, (suspect,)),
        to_traditional(cleaned.text),
        Outline(tuple(sections), (first, second), DispatchHead(document_number="临政发〔2020〕3号")),
        ((one,), (two,)),
        (
            (
                mention(first, "临河市", "admin_area", "临河市", "990100"),
                mention(first, "青川区", "admin_area", "临河市青川区", "990102"),
            ),
            (),
        ),
        ((TaskEntity(0, 0, "actor"), TaskEntity(0, 1, "beneficiary")), ()),
        (Confirmation(0, "copy.txt", 18, 20), Confirmation(1, "copy.txt", 20, 22)),
    )


LAW_1 = (
    Printed("水利法", "furniture"),
    Printed("第一條 國家發展水 利。", position=2, edits=((" 利", "利", "rule"),)),
)
LAW_2 = (Printed("第二條 保護幹流。", position=3),)


def law(document_id: str = "shuilifa-2011") -> ReadDocument:
    """Return a law in Traditional script, in two files, in Big5, whose headings run into their text."""
    source, layout = source_of([("1.txt", LAW_1), ("2.txt", LAW_2)], "\r\n", "big5")
    cleaned = clean_by_hand(source, layout, (*LAW_1, *LAW_2))
    text = to_simplified(cleaned.text)
    walk = Walk(text)
    sections, paragraphs = [], []
    for number, body in ((1, "国家发展水利。"), (2, "保护干流。")):
        sections.append(walk.section(str(number), "article", f"第{'一二'[number - 1]}条", ""))
        paragraphs.append(walk.paragraph(str(number), 1, body))
    nation = mention(paragraphs[0], "国家", "organization", "国家")
    other = mention(paragraphs[1], "干流", "natural_feature", "=干流")
    return ReadDocument(
        Document(DocumentSpec(document_id, "水利法", ("1.txt", "2.txt")), source),
        "hant",
        layout,
        Cleaned(cleaned.reading, text, cleaned.corrections, ()),
        cleaned.text,
        Outline(tuple(sections), tuple(paragraphs)),
        ((), ()),
        ((nation,), (other,)),
        ((), ()),
        (),
    )


def set_aside(read: ReadDocument) -> int:
    return sum(line.kind in SET_ASIDE for line in read.layout.lines)


def seeds_with(folder: Path, errata: Sequence[str] = ()) -> Path:
    """Write a seeds folder that the plan could have been read from."""
    documents = folder / "documents" / "linhe-2020"
    documents.mkdir(parents=True)
    (documents / "document.yaml").write_text("title: 临河流域发展规划\nfiles: [page.txt]\n", encoding="utf-8")
    (documents / "page.txt").write_bytes(plan().document.source.text.encode())
    rows = ["context,before,after,evidence,source,note", *errata]
    (documents / "errata.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "verbs.csv").write_text("verb,reason\n建设,common\n", encoding="utf-8")
    return folder
