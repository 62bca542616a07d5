"""Kind, level, place and years of a document, as findings with their origin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from gangyao.chinese.scripts import to_simplified
from gangyao.chinese.title_issuers import title_issuers
from gangyao.document.facts import NAME_OF_FILE, Facts
from gangyao.document.mentions import Mention
from gangyao.document.metadata import Finding
from gangyao.document.outline import Outline
from gangyao.profile.effect import effective_day
from gangyao.profile.kinds import kind_of_text, kind_of_title
from gangyao.profile.opening import Opening, order_of_macao
from gangyao.profile.places import last_code, level_of_code, level_of_name, level_of_short_name, place_names
from gangyao.profile.status import draft_status
from gangyao.profile.years import Years, year_after_review, years_of_text, years_of_title

#: Finds the divisions that a short text names, in order.
FindDivisions = Callable[[str], Sequence[Mention]]
# The name of the state goes before that of an organ, but its president has no other.
_ORDER = re.compile("(?:中华人民共和国(?!主席))?(?P<names>.+?)(?:令|公告|通告)(?:\\d{4}年)?第")
# A plan says its term in its first chapter.
_TERM_PARAGRAPHS = 40
# （征求意见稿） below a title stands among so many first paragraphs.
_HEAD = 6


def read_profile(
    facts: Facts, opening: Opening, outline: Outline, divisions: FindDivisions
) -> tuple[Finding, ...]:
    """Return what title, issuers and text say of issuers, kind, level, place, years and day of effect."""
    title = "" if _is_file_name(facts) else to_simplified(facts.title)
    found = list(_kind(facts, title, outline))
    order = order_of_macao(title)
    if order is not None and facts.document_number is None:
        found.append(Finding("document_number", order[0], "title"))
    of_title = order[1:] if order is not None else title_issuers(title)
    issuers = facts.issuers or _of_order(facts.document_number) or of_title
    if not facts.issuers:
        found += [Finding("issuers", body, "title") for body in issuers]
    found += _place(issuers, opening.place, title, divisions)
    years = _years(facts, opening, title, outline)
    if years is not None:
        (first, last), origin = years
        found += [Finding("year_from", str(first), origin), Finding("year_to", str(last), origin)]
    draft = draft_status(title, (paragraph.text for paragraph in outline.paragraphs[:_HEAD]))
    found += [] if draft is None else [draft]
    if not _is_report(facts, found):
        # A report speaks of the days of other documents, and has none of its own.
        effect = effective_day([paragraph.text for paragraph in outline.paragraphs], facts.announced_on)
        found += [] if effect is None else [effect]
    return tuple(found)


def _is_report(facts: Facts, found: Iterable[Finding]) -> bool:
    return facts.kind == "report" or any(one.field == "kind" and one.value == "report" for one in found)


def _kind(facts: Facts, title: str, outline: Outline) -> Iterator[Finding]:
    kind = kind_of_title(title) or _kind_of_number(facts.document_number)
    if kind is not None:
        yield Finding("kind", kind, "title")
    elif facts.kind is None:
        kind = kind_of_text(to_simplified(one.text) for one in outline.paragraphs if "本" in one.text)
        if kind is not None:
            yield Finding("kind", kind, "what the text calls itself")


def _kind_of_number(number: str | None) -> str | None:
    """Return the kind that a number names: 第9/2025号法律 of Macao."""
    return "law" if number is not None and number.endswith(("法律", "行政法规")) else None


def _of_order(number: str | None) -> tuple[str, ...]:
    """Return whose order a number names: 四川省人民政府令第361号, 国家税务总局公告2025年第12号."""
    found = _ORDER.match(number) if number is not None else None
    return tuple(re.split("、|中华人民共和国", found["names"])) if found else ()


def _is_file_name(facts: Facts) -> bool:
    return any(fact.field == "title" and fact.is_used and fact.origin == NAME_OF_FILE for fact in facts.found)


def _place(
    issuers: Sequence[str], congress: str | None, title: str, divisions: FindDivisions
) -> Iterator[Finding]:
    for name in place_names(issuers, congress, title):
        origin = f"name of {name}"
        if name == "全国":
            yield Finding("level", "国家", origin)
            return
        if coded := last_code(divisions(name)):
            yield Finding("level", level_of_code(coded[0]), origin)
            yield Finding("admin_code", coded[0], origin)
            return
        if level := level_of_name(name):
            yield Finding("level", level, origin)
            return
    if issuers and (level := level_of_short_name(issuers[0])) is not None:
        yield Finding("level", level, f"name of {issuers[0]}")
        return
    # 2025年宁夏政府工作报告 names its place in short.
    if kind_of_title(title) in ("report", "plan") and (coded := last_code(list(divisions(title))[:1])):
        yield Finding("level", level_of_code(coded[0]), "title")
        yield Finding("admin_code", coded[0], "title")


def _years(facts: Facts, opening: Opening, title: str, outline: Outline) -> tuple[Years, str] | None:
    if kind_of_title(title) == "reply":
        # 关于某市总体规划（2019—2030年）的批复: of the plan, not of the reply.
        return None
    if (named := years_of_title(title)) is not None:
        return named, "title"
    if opening.years and (named := years_of_title(opening.years)) is not None:
        return named, "line below the title"
    kind = kind_of_title(title)
    if kind == "plan":
        texts = (paragraph.text for paragraph in outline.paragraphs[:_TERM_PARAGRAPHS])
        term = years_of_text(texts)
        return None if term is None else (term, "term that the text sets")
    if kind == "report" and title.endswith("工作报告"):
        year = year_after_review(section.title for section in outline.sections)
        if year is not None:
            return (year, year), "title of the chapter that looks back"
        if facts.announced_on is not None:
            return (facts.announced_on.year, facts.announced_on.year), "day of the report"
    return None
