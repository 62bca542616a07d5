"""The cleaning rules' data, compiled once: tables of `seeds/lexicon/` and the class of each character."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

import numpy as np

from gangyao.chinese.character_model import CharacterModel, load_official_model
from gangyao.chinese.charsets import repertoire
from gangyao.cleaning.character_classes import TABLE_SIZE, Kind, Table
from gangyao.cleaning.particles.model import ParticleModel, load_particle_model
from gangyao.cleaning.place_names import PlaceNames, make_place_names
from gangyao.cleaning.rules.forms import FormGrounds, unicode_forms
from gangyao.cleaning.rules.invisible import COMBINING, INVISIBLE
from gangyao.cleaning.rules.quote_forms import QUOTE_FORMS
from gangyao.cleaning.rules.variants import Variant
from gangyao.cleaning.stray_letters import FOREIGN
from gangyao.cleaning.term_index import Lexicon, make_lexicon
from gangyao.document.ledger import Grounds
from gangyao.lexicon_tables import LexiconTables, read_lexicon

_HAN = (range(0x3007, 0x3008), range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x32400))
_SPACES = [0x09, 0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_CHINESE_PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～"
_PUNCTUATION = ",;:?!()\"'.-–‒−~∶•▪●"
_MARKUP = "\\$^_&<{}"
_MARKDOWN = "*_`[>#=+"
_SCRIPT_DIGITS = "²³¹⁰⁴⁵⁶⁷⁸⁹"
_NUMERALS = "OoQlIDQ|ＯΟοОоσ○〇◯⚪"


@dataclass(frozen=True, slots=True)
class CleaningRules:
    """What the rules know.

    `kinds` gives the `Kind` bits of each code point. `forms` maps a character to what it stands
    for. `traditional` lists Simplified forms that Big5 holds too, with the words in which they are wrong in a
    Traditional text (none: in all). `lookalikes` maps a foreign letter to the character of the same shape.
    `official` counted what official texts print, `places` excuse what they seldom print. `scores`
    says how often a curator agrees with a detector that does not weigh its doubts itself.
    """

    kinds: Table
    forms: Mapping[str, FormGrounds]
    lookalikes: Mapping[str, str]
    particles: ParticleModel
    variants: Mapping[str, Variant]
    traditional: Mapping[str, tuple[str, ...]]
    lexicon: Lexicon
    official: CharacterModel
    places: PlaceNames
    scores: Mapping[str, float]


@lru_cache(maxsize=4)
def load_rules(lexicon: Path) -> CleaningRules:
    """Read and compile the tables of a lexicon folder; cached per process.

    Raises LexiconError when the lexicon cannot be used.
    """
    tables = read_lexicon(lexicon)
    forms = unicode_forms()
    for printed, form, category, reason in tables.rows("forms", "printed", "form", "category", "reason"):
        forms[printed] = (form, Grounds(category, "form", reason))
    variants = {
        variant: Variant(standard, but, only, Grounds("variant", "variant", reason))
        for variant, standard, but, only, reason in tables.rows(
            "variants", "variant", "standard", "except", "only", "reason"
        )
    }
    traditional = dict(tables.rows("traditional_forms", "form", "only"))
    return CleaningRules(
        kinds=_kinds(forms, variants, traditional),
        forms=forms,
        lookalikes=dict(tables.rows("lookalikes", "printed", "character")),
        particles=load_particle_model(),
        variants=variants,
        traditional=traditional,
        lexicon=_term_index(tables),
        official=load_official_model(),
        places=_place_names(tables),
        scores=dict(tables.rows("suspect_scores", "detector", "score")),
    )


def _term_index(tables: LexiconTables) -> Lexicon:
    return make_lexicon(dict(tables.rows("terms", "term", "type")), tables.words("entities"))


def _place_names(tables: LexiconTables) -> PlaceNames:
    names = [name for (name,) in tables.rows("admin_divisions", "name")]
    return make_place_names([*names, *tables.words("entities")], tables.words("admin_abbreviations"))


def _kinds(forms: Iterable[str], variants: Iterable[str], traditional: Iterable[str]) -> Table:
    kinds = np.zeros(TABLE_SIZE, dtype=np.uint32)

    def mark(kind: int, points: Iterable[int]) -> None:
        kinds[list(points)] |= np.uint32(kind)

    mark(Kind.HAN, chain.from_iterable(_HAN))
    mark(Kind.DIGIT, range(0x30, 0x3A))
    mark(Kind.LETTER, [*range(0x41, 0x5B), *range(0x61, 0x7B)])
    mark(Kind.SPACE, _SPACES)
    mark(Kind.INVISIBLE, INVISIBLE)
    mark(Kind.FOREIGN, FOREIGN)
    mark(Kind.FORM, map(ord, forms))
    mark(Kind.GUARDED, map(ord, variants))
    mark(Kind.TRADITIONAL, map(ord, repertoire().simplified))
    mark(Kind.SIMPLIFIED, map(ord, [*repertoire().traditional, *traditional]))
    mark(Kind.PUNCTUATION, map(ord, _PUNCTUATION))
    mark(Kind.CHINESE_PUNCTUATION, map(ord, _CHINESE_PUNCTUATION))
    mark(Kind.MARKUP, map(ord, _MARKUP))
    mark(Kind.MARKDOWN, map(ord, _MARKDOWN))
    mark(Kind.QUOTE_FORM, map(ord, QUOTE_FORMS))
    mark(Kind.COMBINING, COMBINING)
    mark(Kind.SCRIPT_DIGIT, map(ord, _SCRIPT_DIGITS))
    mark(Kind.NUMERAL, map(ord, _NUMERALS))
    return kinds
