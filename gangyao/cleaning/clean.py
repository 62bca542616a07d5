"""Cleaning: the printed text becomes the published one, each change on the ledger.

Errata come first and nothing overrules them. Then the rules, characters before words, each pass over the text
that the pass before left. What a rule doubts but cannot decide becomes a suspect.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.script import Script
from gangyao.cleaning.character_classes import Scan, scan
from gangyao.cleaning.errata import CURATOR, PlacedErratum, errata_edits
from gangyao.cleaning.findings import NOTHING, Doubt, Findings
from gangyao.cleaning.rule_tables import CleaningRules, load_rules
from gangyao.cleaning.rules import lost_glyphs, mojibake
from gangyao.cleaning.rules.brackets import find_brackets
from gangyao.cleaning.rules.converter_marks import find_converter_marks
from gangyao.cleaning.rules.critic_marks import find_critic_marks
from gangyao.cleaning.rules.dashes import find_dashes
from gangyao.cleaning.rules.decimal_points import find_decimal_points
from gangyao.cleaning.rules.double_numbers import find_double_numbers
from gangyao.cleaning.rules.doubled import find_doubled_in_each
from gangyao.cleaning.rules.doubled_runs import find_doubled_runs
from gangyao.cleaning.rules.escapes import find_escapes
from gangyao.cleaning.rules.foreign import find_foreign
from gangyao.cleaning.rules.forms import find_forms
from gangyao.cleaning.rules.groups import find_groups
from gangyao.cleaning.rules.html import find_html
from gangyao.cleaning.rules.invisible import find_invisible
from gangyao.cleaning.rules.latex import find_latex
from gangyao.cleaning.rules.latex_structure import find_latex_structure
from gangyao.cleaning.rules.line_marks import find_line_marks
from gangyao.cleaning.rules.list_numbers import find_list_numbers
from gangyao.cleaning.rules.loops import find_loops
from gangyao.cleaning.rules.lost_dots import find_lost_dots
from gangyao.cleaning.rules.lost_glyphs import find_lost_glyphs
from gangyao.cleaning.rules.lost_references import find_lost_references
from gangyao.cleaning.rules.markdown import find_markdown
from gangyao.cleaning.rules.markdown_escapes import find_markdown_escapes
from gangyao.cleaning.rules.marks import find_marks
from gangyao.cleaning.rules.misread_stops import find_misread_stops
from gangyao.cleaning.rules.mojibake import find_mojibake
from gangyao.cleaning.rules.near_misses import find_near_misses
from gangyao.cleaning.rules.numerals import find_numerals
from gangyao.cleaning.rules.permille import find_permille
from gangyao.cleaning.rules.pinyin_glosses import find_pinyin_glosses
from gangyao.cleaning.rules.private_use import find_private_use
from gangyao.cleaning.rules.program_marks import find_attributes, find_field_codes, find_seams_of_bold
from gangyao.cleaning.rules.quote_forms import find_quote_forms
from gangyao.cleaning.rules.quotes import find_quotes
from gangyao.cleaning.rules.repeats import find_repeats
from gangyao.cleaning.rules.script_digits import find_script_digits
from gangyao.cleaning.rules.spaces import find_spaces
from gangyao.cleaning.rules.stray_letters import find_stray_letters
from gangyao.cleaning.rules.struck import find_struck
from gangyao.cleaning.rules.table_cells import find_cell_marks
from gangyao.cleaning.rules.variants import find_variants
from gangyao.cleaning.rules.wikitext import find_wikitext
from gangyao.cleaning.rules.year_brackets import find_year_brackets
from gangyao.document.changes import Cleaned, Suspect
from gangyao.document.ledger import Edit, Ledger, drop_overlapping, open_ledger
from gangyao.document.reading_text import ReadingText
from gangyao.document.source import Erratum

__all__ = ["CleaningRules", "DoublingsAsked", "answer_doublings", "clean", "clean_by_steps", "load_rules"]

# What these doubt is doubted as a whole: no later rule may change a part of it.
_DOUBTED_WHOLE = frozenset({mojibake.DETECTOR, lost_glyphs.DETECTOR})

Pass = Callable[[Scan], Findings]
EditOrDoubt = TypeVar("EditOrDoubt", Edit, Doubt)


@dataclass(frozen=True, slots=True)
class Placed:
    """A doubt with its span in the reading text, and what stood there once its rule was done."""

    first: int
    last: int
    text: str
    doubt: Doubt


@dataclass(slots=True)
class DoublingsAsked:
    """A text that is clean but for words printed twice, and those, once they were found in many texts."""

    seen: Scan
    found: Findings = NOTHING


def clean(
    reading: ReadingText,
    errata: tuple[PlacedErratum, ...],
    script: Script,
    rules: CleaningRules,
    model: CharacterModel,
) -> Cleaned:
    """Clean the text of one document (see `clean_by_steps`)."""
    steps = clean_by_steps(reading, errata, script, rules, model)
    answer_doublings([next(steps)], rules)
    try:
        next(steps)
    except StopIteration as done:
        cleaned: Cleaned = done.value
        return cleaned
    raise AssertionError("a text is asked about once")


def answer_doublings(asked: Sequence[DoublingsAsked], rules: CleaningRules) -> None:
    """Find the words printed twice in all texts at once."""
    found = find_doubled_in_each([one.seen for one in asked], rules.lexicon, rules.official)
    for one, findings in zip(asked, found, strict=True):
        one.found = findings


def clean_by_steps(
    reading: ReadingText,
    errata: tuple[PlacedErratum, ...],
    script: Script,
    rules: CleaningRules,
    model: CharacterModel,
) -> Generator[DoublingsAsked, None, Cleaned]:
    r"""Clean the text of one document, and ask once on the way.

    `script` is the script that the document is printed in; the result stays in it. The blocks of the reading
    text stay as they are: no `\n` comes or goes. Raises ErrataError for an erratum on no line that is read.
    """
    edits, readings = errata_edits(reading, errata)
    ledger = open_ledger(reading)
    kept = [(edit.start, edit.end) for edit in edits]
    cells = _allowed(ledger, find_cell_marks(reading).edits, kept)
    marks = _allowed(ledger, find_line_marks(reading, ledger.joints).edits, kept)
    ledger = ledger.apply(drop_overlapping([*edits, *cells, *marks]))
    kept = sorted([*kept, *((edit.start, edit.end) for edit in cells)])
    doubts = [
        Placed(start, end, reading.text[start:end], _as_doubt(start, end, erratum))
        for start, end, erratum in readings
    ]
    work = _Work(ledger, doubts, kept, scan(ledger.text, rules.kinds))
    for step in _passes(script, rules, model):
        work.take(step(work.seen), rules)
    asked = DoublingsAsked(work.seen)
    yield asked
    work.take(asked.found, rules)
    work.take(find_near_misses(work.seen, rules.lexicon, model), rules)
    return work.ledger.cleaned(_suspects(work.ledger, work.doubts, rules.scores))


@dataclass(slots=True)
class _Work:
    """A text that is being cleaned: what was changed and doubted, what no rule may touch, and how it is."""

    ledger: Ledger
    doubts: list[Placed]
    kept: list[tuple[int, int]]
    seen: Scan

    def take(self, found: Findings, rules: CleaningRules) -> None:
        """Do what a pass has found."""
        ledger = self.ledger
        doubts = _allowed(ledger, found.doubts, self.kept)
        if doubts:
            spans = ledger.to_reading_all([(doubt.start, doubt.end) for doubt in doubts])
            self.doubts += [
                Placed(first, last, _doubted(ledger.text, doubt), doubt)
                for (first, last), doubt in zip(spans, doubts, strict=True)
            ]
            whole = [
                span for span, doubt in zip(spans, doubts, strict=True) if doubt.detector in _DOUBTED_WHOLE
            ]
            if whole:
                self.kept = sorted([*self.kept, *whole])
        changed = ledger.apply(_allowed(ledger, found.edits, self.kept))
        if changed is not ledger:
            self.ledger, self.seen = changed, scan(changed.text, rules.kinds)


def _passes(script: Script, rules: CleaningRules, model: CharacterModel) -> tuple[Pass, ...]:
    """Return the rules but the last two: those on words printed twice, and on near misses of terms."""
    return (
        lambda seen: find_mojibake(seen, rules.official),
        find_lost_glyphs,
        find_lost_references,
        find_field_codes,  # before escapes: their switches look like those
        find_escapes,
        find_markdown_escapes,
        find_year_brackets,
        find_invisible,
        find_html,
        find_pinyin_glosses,
        find_converter_marks,
        find_latex_structure,
        find_latex,
        find_wikitext,
        find_attributes,
        find_critic_marks,
        find_struck,
        find_seams_of_bold,
        find_markdown,
        lambda seen: find_doubled_runs(seen, model),
        find_double_numbers,
        find_list_numbers,
        find_lost_dots,
        lambda seen: find_forms(seen, rules.forms),
        lambda seen: find_quote_forms(seen, script),
        find_script_digits,
        lambda seen: find_variants(seen, script, rules.variants, rules.traditional),
        find_permille,
        find_decimal_points,
        find_numerals,
        lambda seen: find_private_use(seen, model),
        lambda seen: find_foreign(seen, rules.particles, rules.lookalikes, rules.lexicon, model),
        lambda seen: find_marks(seen, model),
        find_dashes,
        lambda seen: find_spaces(seen, model),
        lambda seen: find_misread_stops(seen, rules.official),
        lambda seen: find_stray_letters(seen, rules.official),
        find_numerals,  # again: white space may have parted `二 O 二五年`
        find_brackets,
        find_quotes,
        find_repeats,
        find_groups,
        find_loops,
    )


def _doubted(text: str, doubt: Doubt) -> str:
    return text[doubt.start : doubt.end] if doubt.written is None else doubt.written


def _allowed(
    ledger: Ledger, edits: Sequence[EditOrDoubt], kept: Sequence[tuple[int, int]]
) -> Sequence[EditOrDoubt]:
    """Leave out the edits and doubts that touch what an erratum wrote, or what parts two cells of a table."""
    if not kept or not edits:
        return edits
    inserted = {
        entry.start: (entry.new_start, entry.new_end) for entry in ledger.entries if entry.start == entry.end
    }
    spans = [
        inserted.get(start, span) if start == end else span
        for (start, end), span in zip(kept, ledger.from_reading_all(kept), strict=True)
    ]
    starts = [start for start, _ in spans]
    allowed = []
    for edit in edits:
        before = bisect_right(starts, edit.start) - 1
        clear = before < 0 or spans[before][1] <= edit.start
        after = before + 1
        if clear and (after == len(spans) or edit.end <= spans[after][0]):
            allowed.append(edit)
    return allowed


def _suspects(ledger: Ledger, doubts: Iterable[Placed], scores: Mapping[str, float]) -> tuple[Suspect, ...]:
    """Place doubts in the final text, in reading order, no span twice.

    A curator's doubt goes before those of rules. A rule's doubt is dropped where a later rule, or an erratum,
    has changed what was doubted. A doubt about a deletion has an empty span, where the printed text stood.
    """
    placed = list(doubts)
    spans = ledger.from_reading_all([(item.first, item.last) for item in placed])
    found: list[tuple[bool, Suspect]] = []
    for item, (start, end) in zip(placed, spans, strict=True):
        text, doubt = ledger.text[start:end], item.doubt
        by_curator = doubt.detector == CURATOR
        if not by_curator and text.split() != item.text.split():
            continue
        # Like `raw_span`: a doubt over two raw lines is shown where it begins.
        piece = ledger.reading.piece_at(item.first)
        raw_start, raw_end = ledger.reading.to_raw(item.first, min(item.last, max(item.first, piece.end)))
        score = scores[doubt.detector] if doubt.score is None else doubt.score
        suspect = Suspect(
            raw_start, raw_end, text, doubt.suggestion, doubt.reason, doubt.detector, score, start, end
        )
        found.append((not by_curator, suspect))
    found.sort(key=lambda pair: (pair[1].start, pair[1].end, pair[0]))
    kept: list[tuple[bool, Suspect]] = []
    for rule, suspect in found:
        touches = bool(kept) and suspect.start < kept[-1][1].end
        if touches and rule:
            continue
        if touches and kept[-1][0]:
            kept.pop()
        kept.append((rule, suspect))
    return tuple(suspect for _, suspect in kept)


def _as_doubt(start: int, end: int, erratum: Erratum) -> Doubt:
    reason = erratum.note or "a curator doubts it"
    return Doubt(start, end, erratum.after, reason, CURATOR)
