"""What the grammar of names finds: lexicon, divisions, quoted coinages, composed names; longest match."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from gangyao.entities.abbreviations import abbreviated_divisions, joined_divisions, paired_divisions
from gangyao.entities.addresses import written_out
from gangyao.entities.candidates import Candidate, longest_first
from gangyao.entities.compose import composed_names
from gangyao.entities.coordinate import with_elliptic, with_listed_divisions, without_parts
from gangyao.entities.gazetteer import Gazetteer, Head
from gangyao.entities.levels import level_anchors, local_bodies, local_sessions
from gangyao.entities.lists import with_likes
from gangyao.entities.meetings import hosted_events, numbered_meetings, short_fairs
from gangyao.entities.openers import is_opened
from gangyao.entities.pairs import own_pairs
from gangyao.entities.places import PlaceContext, PlaceReader, own_areas, year_of
from gangyao.entities.quoted import marked_names
from gangyao.entities.regions import compass_regions
from gangyao.entities.routes import numbered_lines, route_names
from gangyao.entities.scan import scan
from gangyao.entities.schemes import five_year_plans, scheme_names, transfers
from gangyao.entities.sites import site_names, street_names
from gangyao.entities.slogans import place_slogans
from gangyao.entities.tails import sided_names, with_tails
from gangyao.entities.towns import town_names
from gangyao.entities.waters import water_anchors, water_names, water_spans
from gangyao.entities.works import national_centres, national_offices, stations, water_works

_COINAGE_GOES_ON = re.compile("[\u4e00-\u9fff]{1,6}”")
_COINAGE_BEFORE = re.compile("“[\u4e00-\u9fff]{1,6}$")
# Parks that bear the name of their division.
_PARKS = (
    "高新区",
    "高新技术",
    "经开区",
    "经济技术开发区",
    "经济开发区",
    "化工园",
    "工业园",
    "产业园",
    "综合保税区",
    "综保区",
)


@dataclass(frozen=True, slots=True)
class GrammarNames:
    """The names that the grammar found in a text, sorted, nothing overlaps, and what they were made from.

    `heads` are the last words of names with their start and end, by start; `weak` are divisions for which
    nothing speaks but their form; `reader` reads the divisions.
    """

    names: list[Candidate]
    heads: list[tuple[int, int, Head]]
    weak: list[Candidate]
    reader: PlaceReader


def names_by_grammar(text: str, place: PlaceContext, gazetteer: Gazetteer) -> GrammarNames:
    """Names of `text`, the paragraphs of one document joined by line breaks, its brackets in one form."""
    own = own_areas(place, gazetteer)
    reader = PlaceReader(own, year_of(place), gazetteer)
    found = scan(text, gazetteer)
    waters = water_spans(text)
    lands = town_names(text, found.names, gazetteer) + water_names(
        text, waters, found.names, found.weak, gazetteer
    )
    lands += compass_regions(text, found.names)
    sites = site_names(text, found.heads, found.names, gazetteer)
    anchors = found.names + found.levels + level_anchors(text, gazetteer.openers) + lands + sites
    anchors += water_anchors(text, waters, found.names, gazetteer)
    pairs = own_pairs(text, own, found.names, gazetteer)
    anchors += found.pairs + pairs + paired_divisions(text, gazetteer.abbreviations)
    anchors += [one for one in found.weak if reader.may_open_name(one, text) or _opens_park(text, one)]
    anchors += [one for one in found.weak if _is_full_and_opened(text, one, gazetteer)]
    anchors = _outside_decoys(anchors, found.decoys)
    candidates = (
        found.names
        + found.decoys
        + composed_names(text, anchors, found.heads, gazetteer)
        + sites
        + lands
        + short_fairs(text, found.cues["fair"], gazetteer.openers)
        + transfers(text, found.cues["transfer"])
        + five_year_plans(text, found.cues["five years"])
        + sided_names(text, found.names + pairs)
        + abbreviated_divisions(text, gazetteer.abbreviations)
        + joined_divisions(text, gazetteer.abbreviations, gazetteer.words)
        + street_names(text, gazetteer)
        + water_works(text, gazetteer)
        + stations(text, found.names + found.weak + sites, gazetteer)
        + national_offices(text, gazetteer)
        + national_centres(text, found.names)
        + numbered_lines(text, found.cues["line"])
        + local_bodies(text, gazetteer.openers, gazetteer.doings)
        + scheme_names(text, found.heads, gazetteer)
        + local_sessions(text, found.names)
        + route_names(text, found.heads, gazetteer)
        + marked_names(text, gazetteer)
        + place_slogans(text, found.names, gazetteer)
        + numbered_meetings(text, found.cues["number"])
        + hosted_events(text, found.cues["host"])
        + pairs
    )
    chosen = longest_first(_inside_paragraphs(text, candidates))
    chosen = with_listed_divisions(text, with_elliptic(text, chosen), found.names + found.weak)
    chosen = _with_weak(text, chosen, longest_first(found.weak), reader)
    chosen = with_likes(text, chosen, gazetteer)
    chosen = written_out(text, with_tails(text, without_parts(text, chosen)), reader)
    chosen = [one for one in chosen if one.name != "中国" or not _is_in_coinage(text, one)]
    chosen = [one for one in _inside_paragraphs(text, chosen) if one.origin != "decoy"]
    return GrammarNames(chosen, found.heads, found.weak, reader)


def _inside_paragraphs(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Leave out what runs over the end of a paragraph: no name does, whatever a pattern takes for one."""
    return [one for one in candidates if text.find("\n", one.start, one.end) < 0]


def _outside_decoys(anchors: list[Candidate], decoys: list[Candidate]) -> list[Candidate]:
    """Drop what begins inside a word in which it only seems to stand: 跨[越南]湖."""
    inside = {at for one in decoys for at in range(one.start + 1, one.end)}
    return [one for one in anchors if one.start not in inside]


def _is_in_coinage(text: str, one: Candidate) -> bool:
    """Tell whether 中国 is a part of a coinage: “中国瓷都”, “信用中国”."""
    return bool(
        (text[one.start - 1 : one.start] == "“" and _COINAGE_GOES_ON.match(text, one.end))
        or (
            text[one.end : one.end + 1] == "”"
            and _COINAGE_BEFORE.search(text, max(0, one.start - 8), one.start)
        )
    )


def _opens_park(text: str, one: Candidate) -> bool:
    """Tell whether the head behind a division is evidence enough for it: 庐江高新区."""
    strength = one.division.strength if one.division else "list"
    return strength != "list" and text.startswith(_PARKS, one.end)


def _is_full_and_opened(text: str, one: Candidate, gazetteer: Gazetteer) -> bool:
    """Tell whether a full name of two characters stands where names begin: [绛县]开发区管委会."""
    return (
        one.division is not None
        and not one.division.is_short
        and is_opened(text, one.start, gazetteer.openers)
    )


def _with_weak(
    text: str, chosen: list[Candidate], weak: list[Candidate], reader: PlaceReader
) -> list[Candidate]:
    """Add the divisions whose evidence is there, where nothing else stands.

    Twice, as a division that is added is itself evidence for its neighbours in a list.
    """
    merged = list(chosen)
    for _ in range(2):
        starts = [one.start for one in merged]
        waiting: list[Candidate] = []
        for candidate in weak:
            at = bisect_right(starts, candidate.start)
            before = merged[at - 1] if at else None
            after = merged[at] if at < len(merged) else None
            if (before and before.end > candidate.start) or (after and after.start < candidate.end):
                continue
            if reader.is_supported(candidate, text, before, after):
                merged.insert(at, candidate)
                starts.insert(at, candidate.start)
            else:
                waiting.append(candidate)
        weak = waiting
    return merged
