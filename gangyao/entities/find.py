"""Find the named things of a document: lexicon, divisions, quoted coinages and composed names, longest match."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from gangyao.entities.candidates import Candidate, longest_first
from gangyao.entities.compose import composed_names
from gangyao.entities.coordinate import is_listed_strategy, with_elliptic
from gangyao.entities.gazetteer import Decoy, DivisionName, Gazetteer, Head, LexiconName, one_form
from gangyao.entities.mentions import Mention
from gangyao.entities.places import PlaceContext, PlaceReader, own_areas, year_of
from gangyao.entities.quoted import marked_names

__all__ = ["PlaceContext", "find_mentions"]

# 成都市场 is not 成都市 + 场, 开县级 not 开县 + 级.
_NOT_CITY = {"市": "场民容政值价貌辖郊井域级", "县": "级域", "区": "域级", "省": "级"}
# What follows a pair of countries in short form (中德关系, 中德、中法…), and what makes its 中 the end of a word.
_AFTER_PAIR = re.compile(
    r"[、，。；()（]|关系|合作|经贸|建交|边境|边界|友好|友谊|投资|贸易|联合|战略|自贸|自由贸易|人文|金融|科技|产业|两|双|之间|等|"
    "人民|传统|全面|元首|领导|伙伴|班列|高层|外交|经济|文化|交流|互|会谈|磋商|和"
)
_BEFORE_PAIR = re.compile("[其集当途心空水初高发会期家管城手]")


def find_mentions(
    texts: Sequence[str], place: PlaceContext, gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], ...]:
    """Mentions of each of `texts` (the paragraphs of one document), in order; nothing overlaps.

    Offsets are code points in the paragraph.
    """
    text = one_form("\n".join(texts))
    reader = PlaceReader(own_areas(place, gazetteer), year_of(place), gazetteer)
    names, weak, heads = _known_names(text, gazetteer)
    anchors = names + [one for one in weak if reader.may_open_name(one)]
    chosen = longest_first(names + composed_names(text, anchors, heads, gazetteer) + marked_names(text, gazetteer))
    chosen = with_elliptic(text, chosen)
    chosen = _with_weak(text, chosen, weak, reader)
    return _by_paragraph(texts, text, [one for one in chosen if one.origin != "decoy"], reader)


def _known_names(
    text: str, gazetteer: Gazetteer
) -> tuple[list[Candidate], list[Candidate], list[tuple[int, int, Head]]]:
    """Names that stand by themselves, names that need evidence, and heads of composed names."""
    names: list[Candidate] = []
    weak: list[Candidate] = []
    heads: list[tuple[int, int, Head]] = []
    forms = gazetteer.forms
    for start, end, pattern in gazetteer.automaton.find_overlapping(text):
        for form in forms[pattern]:
            if type(form) is Head:
                heads.append((start, end, form))
            elif type(form) is DivisionName:
                if text[end : end + 1] in _NOT_CITY.get(text[end - 1], ()) and end < len(text):
                    continue
                (names if form.strength == "sure" else weak).append(
                    Candidate(start, end, "admin_area", form.form, "divisions", None, form)
                )
            elif type(form) is Decoy:
                names.append(Candidate(start, end, "policy", "", "decoy"))
            elif type(form) is LexiconName:
                if form.condition == "quoted" and not (
                    text[start - 1 : start] == "“" and text[end : end + 1] == "”"
                ):
                    continue
                if form.condition == "uncounted" and text.startswith("城市", end):
                    names.append(Candidate(start, end + 2, "region", "", "decoy"))
                    continue
                if form.condition == "list" and not is_listed_strategy(text, start, end):
                    continue
                if form.condition == "pair" and (
                    not _AFTER_PAIR.match(text, end) or _BEFORE_PAIR.match(text, max(start - 1, 0))
                ):
                    continue
                merged = None if form.form == form.name else f"entities.csv: {form.form}"
                names.append(
                    Candidate(start, end, form.type, form.name, "lexicon", merged, None, form.areas)
                )
    heads.sort(key=lambda found: found[0])
    return names, weak, heads


def _with_weak(text: str, chosen: list[Candidate], weak: list[Candidate], reader: PlaceReader) -> list[Candidate]:
    """Add the divisions whose evidence is there, where nothing else stands."""
    weak = longest_first(weak)
    if not weak:
        return chosen
    merged = list(chosen)
    starts = [one.start for one in merged]
    for candidate in weak:
        at = bisect_right(starts, candidate.start)
        before = merged[at - 1] if at else None
        after = merged[at] if at < len(merged) else None
        if (before and before.end > candidate.start) or (after and after.start < candidate.end):
            continue
        if reader.is_supported(candidate, text, before, after):
            merged.insert(at, candidate)
            starts.insert(at, candidate.start)
    return merged


def _by_paragraph(
    texts: Sequence[str], text: str, chosen: list[Candidate], reader: PlaceReader
) -> tuple[tuple[Mention, ...], ...]:
    starts: list[int] = []
    offset = 0
    for paragraph in texts:
        starts.append(offset)
        offset += len(paragraph) + 1
    mentions: list[list[Mention]] = [[] for _ in texts]
    beside: list[str] = []
    current = -1
    for one in chosen:
        at = bisect_right(starts, one.start) - 1
        if at != current:
            current, beside = at, []
        start, end = one.start - starts[at], one.end - starts[at]
        name, code, merged = one.name, None, one.merged_by
        if one.division is not None:
            resolved = reader.resolve(one, beside)
            name, code, merged = resolved.name, resolved.code, resolved.rule
            if code is not None:
                prefix = code.rstrip("0")
                beside.insert(0, prefix + "0" * (len(prefix) % 2))
        elif one.areas:
            beside[:0] = one.areas
        surface = texts[at][start:end]
        if surface == name:
            merged = merged if merged and merged.startswith("undecided") else None
        mentions[at].append(Mention(surface, one.type, name, code, start, end, one.origin, merged))
    return tuple(map(tuple, mentions))
