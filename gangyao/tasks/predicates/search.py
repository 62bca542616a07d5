"""Where a verb group stands in a clause: at a place, behind a phrase, or at the weightiest of its places."""

from __future__ import annotations

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Word
from gangyao.tasks.places import BY_PARTS
from gangyao.tasks.predicates.candidates import (
    DISPOSAL,
    EMPTY_VERBS,
    GIFT,
    MODAL,
    PHRASE,
    VERB,
    Candidate,
    adverb_weight,
    choose,
    holds_verb,
    verb_weight,
    weigh,
)
from gangyao.tasks.predicates.disposal import disposal_verb, moves_object, report_verb
from gangyao.tasks.predicates.openings import (
    act_behind,
    closing_act,
    closing_acts,
    is_compound,
    is_object,
    opened_by,
    opening_verb,
    stands_alone,
)
from gangyao.tasks.predicates.phrases import (
    ADVERB_JOINTS,
    CLOSING_NOUNS,
    GIFTS,
    GROUND_WORDS,
    INTENDS,
    LONGEST_HEAD,
    LOOSE_MODALS,
    MEANS,
    NOUN_PHRASES,
    OF_PARTIES,
    SINCE,
    TIME_SPAN,
    behind_frames,
    closes_phrase,
    is_closed,
    is_inside,
    is_way,
    leads_phrase,
    may_begin,
    names_no_ground,
    names_paper,
    opening_ground,
)
from gangyao.tasks.predicates.preposition_acts import act_upon, tells_purpose
from gangyao.tasks.predicates.unknown_verbs import (
    closes_duty,
    noun_after_modal,
    unknown_after_adverb,
    unknown_after_modal,
)
from gangyao.tasks.predicates.verb_group import VerbGroup, led_by
from gangyao.tasks.predicates.verb_groups import read_chain

_TELL_ACTS = ("对", "由", "向")


def behind_phrase(text: str, start: int, end: int, word: Word, grammar: Grammar) -> VerbGroup | None:
    """Return the predicate behind the phrase that the preposition `word` opens at `start`."""
    stop = start + len(word.text)
    if word.preposition == "disposal":
        return _disposal(text, start, stop, end, word, grammar)
    if word.text in SINCE:
        span = TIME_SPAN.search(text, stop, end)
        if span is not None and span.end() >= end:
            basis = VerbGroup(start, stop, (word.text,), word, word, is_basis=True)
            return basis if word.text == "在" else None
        if span is not None:
            # 自收到申请之日起二十日内|作出决定.
            return read_group(text, span.end(), end, grammar, is_led=True) or find_predicate(
                text, span.end(), end, grammar, after_preposition=True, preposition=word.text
            )
    if (
        word.text in ("对", "由", "向")
        and (act := act_upon(text, stop, end, word, grammar.lexicon)) is not None
    ):
        return act
    found: VerbGroup | None = None
    if not is_closed(text, stop, end, word):
        behind = behind_frames(text, stop, end) if word.text == "以" else stop
        found = find_predicate(text, behind, end, grammar, after_preposition=True, preposition=word.text)
        is_ground = word.text in GROUND_WORDS
        closing = text[found.end : end] if found is not None else ""
        if found is not None and (
            closes_phrase(found, closing) or (is_ground and names_paper(found, closing))
        ):
            found = None
        if found is not None and is_ground and is_inside(text, stop, end, found, grammar.phrase_ends):
            found = None
        if found is None and is_ground:
            found = report_verb(text, stop, end)
        if found is None and (is_ground or is_way(text, stop, end, word)):
            found = closing_act(text, stop, end, grammar.lexicon)
        if word.text == "以":
            purpose = read_group(text, stop, end, grammar)
            if purpose is not None and tells_purpose(text, stop, end, purpose, found, grammar.lexicon):
                return purpose
    if (
        found is None
        and word.preposition == "basis"
        and not names_no_ground(text, stop, end, word, grammar.lexicon)
    ):
        return VerbGroup(start, stop, (word.text,), word, word, is_basis=True)
    return found


def _disposal(text: str, start: int, stop: int, end: int, word: Word, grammar: Grammar) -> VerbGroup | None:
    """Return the group of a 把/将 clause: from 把 or 将, or the adverb before it, as far as the main verb."""
    verb = disposal_verb(text, stop, end, grammar.lexicon)
    following = grammar.lexicon.at(text, stop)
    if word.text == "将" and following is not None and following.text in GROUND_WORDS:
        # 将|按照规划要求，…: the future of the next clause.
        ground = behind_phrase(text, stop, end, following, grammar)
        return None if ground is None else led_by(ground, start, (word.text,), ())
    if (
        word.text == "将"
        and following is not None
        and (following.verb or following.adverb)
        and not following.noun
    ):
        # 将 before a verb or an adverb, with no complement after it, tells the future.
        future = read_group(text, stop, end, grammar)
        if future is not None and future.end < end and text[future.end] == "的" and verb is None:
            # 将批准的规划确定的任务，…: the verb stands in the next clause.
            return None
        if future is not None and not moves_object(text, start, verb, future):
            return led_by(future, start, (word.text,), ())
    if verb is None:
        return None
    at, main = verb
    return VerbGroup(start, at, (main.text,), main, main)


def read_group(
    text: str,
    start: int,
    end: int,
    grammar: Grammar,
    *,
    opening: Word | None = None,
    after_modal: bool = False,
    is_led: bool = False,
) -> VerbGroup | None:
    """Read a verb group that begins at `start` with an adverb, a modal word or a verb; None where none does.

    `opening` is the word at `start` where that is known. `after_modal`: a modal word stands before it;
    `is_led`: an adverb does, so that a phrase may follow.
    """
    lexicon = grammar.lexicon
    at = start
    words: list[str] = []
    modals: list[Word] = []
    while at < end:
        word = opening or lexicon.at(text, at)
        opening = None
        bound = after_modal or bool(modals)
        if word is None and text[at] == BY_PARTS:
            return _by_parts(text, start, at, end, words, modals, grammar)
        if word is None:
            return unknown_after_modal(text, start, at, end, words, modals)
        stop = at + len(word.text)
        if stop == end and modals and closes_duty(word, words, modals):
            return noun_after_modal(start, end, word, words, modals)
        if word.noun or stop > end:
            return None
        if word.modal is not None:
            words.append(word.text)
            modals.append(word)
            at = stop
            continue
        if word.preposition is not None and (at > start or is_led) and not word.adverb:
            phrase = _act_of_phrase(text, at, end, word, grammar, is_bound=bool(modals))
            if phrase is not None and not (phrase.is_basis and word.verb):
                return led_by(phrase, start, tuple(words), tuple(modals))
            if not word.verb:
                return None
        if word.adverb:
            led = _after_adverb(text, start, at, end, word, words, modals, grammar, bound=bound)
            if led is not None:
                return led
        if not word.verb or (word.verb == "stative" and not bound):
            return None
        if len(word.text) == 1 and (
            (at > start and not modals)
            or not stands_alone(text, stop, end, word, lexicon, is_bound=bool(modals))
        ):
            return unknown_after_modal(text, start, at, end, words, modals)
        group = opened_by(text, at, end, word, lexicon, is_bound=bound)
        return group if group is None or at == start else led_by(group, start, tuple(words), tuple(modals))
    return None


def _act_of_phrase(
    text: str, start: int, end: int, word: Word, grammar: Grammar, *, is_bound: bool
) -> VerbGroup | None:
    """Return the predicate behind the phrase that the preposition `word` opens behind an adverb or a duty."""
    phrase = behind_phrase(text, start, end, word, grammar)
    stop = start + len(word.text)
    if phrase is not None and not phrase.is_basis:
        return phrase
    if word.text == "以" or is_closed(text, stop, end, word):
        return phrase
    if not (word.text in GROUND_WORDS and text.endswith(CLOSING_NOUNS, stop, end)):
        phrase = act_behind(text, stop, end, grammar.lexicon) or phrase
    if is_bound and (phrase is None or phrase.is_basis):
        phrase = closing_acts(text, stop, end, grammar.lexicon) or phrase
    return phrase


def _after_adverb(
    text: str,
    start: int,
    at: int,
    end: int,
    word: Word,
    words: list[str],
    modals: list[Word],
    grammar: Grammar,
    *,
    bound: bool,
) -> VerbGroup | None:
    """Read the group whose adverb `word` stands at `at`, behind `words`; None where no verb follows it."""
    stop = at + len(word.text)
    rest = read_group(text, stop, end, grammar, after_modal=bound, is_led=True)
    ground = opening_ground(word, grammar.lexicon) if modals else None
    if ground is not None and stop == end and len(ground.text) < len(word.text):
        # 应当按照|规定，…: nothing but the ground of the next clause.
        stop, words = at + len(ground.text), [*words, ground.text]
        return VerbGroup(start, stop, tuple(words), ground, ground, tuple(modals), is_basis=True)
    if ground is not None and text.startswith("的", stop):
        # 应当按照规定的程序|报批: a phrase rather than an adverb.
        phrase = behind_phrase(text, at, end, ground, grammar)
        return None if phrase is None else led_by(phrase, start, tuple(words), tuple(modals))
    if rest is None and (joint := ADVERB_JOINTS.match(text, stop, end)) is not None:
        # 有计划地推进; 及时、准确公布; 直接或者间接接受.
        rest = read_group(text, joint.end(), end, grammar, after_modal=bound, is_led=True)
        if rest is not None and joint[0] != "地" and not rest.has_adverb:
            rest = None
    if rest is None and bound and not word.verb:
        rest_words = (*words, word.text)
        return unknown_after_adverb(text, start, stop, end, rest_words, modals, grammar.lexicon)
    if rest is None or (word.verb and is_object(text, end, word, rest, grammar.lexicon)):
        return None
    return led_by(rest, start, (*words, word.text), tuple(modals))


def _by_parts(
    text: str, start: int, at: int, end: int, words: list[str], modals: list[Word], grammar: Grammar
) -> VerbGroup | None:
    """Read 分 and a noun as an adverb: 分领域推进, 分专业建设."""
    for stop in range(at + 2, min(at + 5, end - 1)):
        rest = read_group(text, stop, end, grammar, is_led=True)
        if rest is not None and rest.first.verb != "nominal" and not rest.is_basis:
            return led_by(rest, start, (*words, text[at:stop]), tuple(modals))
    return None


def find_predicate(
    text: str, start: int, end: int, grammar: Grammar, *, after_preposition: bool, preposition: str = ""
) -> VerbGroup | None:
    """Find the predicate behind a subject or a phrase that begins at `start`.

    Each place where a verb group can begin is weighed: a modal word, 把/将 and the end of a phrase
    (…前提下, 以…为重点) speak most for it, then an adverb, then a verb that mostly opens predicates; a verb
    that modifies a noun (从事…的企业) or stands in a list does not count.
    """
    lexicon = grammar.lexicon
    ends = grammar.phrase_ends if after_preposition else grammar.party_ends
    candidates: list[Candidate] = []
    for at, word in grammar.places.find(text, start, end, in_phrase=after_preposition):
        if word is not None and word.text == "方可" and text.startswith("以", at + len(word.text)):
            # 任何一方|可以请求.
            at, word = at + 1, lexicon.at(text, at + 1)
        if not may_begin(text, at, word, preposition, lexicon):
            continue
        is_led = ends.closes(text, start, at) or (
            preposition in OF_PARTIES and grammar.party_ends.closes(text, start, at)
        )
        found = _candidate(text, at, end, word, grammar, preposition, after_preposition, is_led)
        if found is not None and found.group.end <= end:
            weight = weigh(text, end, found.group, found.weight, preposition, lexicon, is_led=is_led)
            if weight > 0:
                candidates.append(found if weight == found.weight else Candidate(weight, found.group))
    if not candidates:
        return None
    if preposition in NOUN_PHRASES:
        candidates = [
            one
            for one in candidates
            if one.group.first.text in EMPTY_VERBS
            or end - one.group.end > (2 if one.weight >= VERB else LONGEST_HEAD)
        ]
    least = 2
    if after_preposition and preposition not in MEANS and holds_verb(text, start, end, lexicon):
        # 围绕打造…: the verb belongs to the phrase, and what follows is its object.
        least = 4
    return choose(text, end, candidates, least, modified=preposition in ("对", "对于"))


def _candidate(
    text: str,
    at: int,
    end: int,
    word: Word | None,
    grammar: Grammar,
    preposition: str,
    after_preposition: bool,
    is_led: bool,
) -> Candidate | None:
    """Return the verb group that begins at `at` inside a clause, with the weight of what opens it."""
    group: VerbGroup | None = None
    if word is None:
        group = read_group(text, at, end, grammar)
        return Candidate(VERB, group) if group is not None else None
    if word.modal is not None and (
        word.text not in LOOSE_MODALS
        or (is_led and word.text == "可以" and not after_preposition)
        or INTENDS.match(text, at) is not None
        or leads_phrase(text, at, word, grammar.lexicon)
    ):
        group = read_group(text, at, end, grammar, opening=word)
        return Candidate(MODAL, group) if group is not None else None
    if word.preposition == "disposal":
        group = behind_phrase(text, at, end, word, grammar)
        return Candidate(DISPOSAL, group) if group is not None else None
    if after_preposition and word.text in ("使", "让"):
        return Candidate(VERB, read_chain(text, at, end, word, grammar.lexicon))
    if word.adverb and not word.verb:
        group = read_group(text, at, end, grammar, opening=word)
        if group is None or is_compound(text, end, group, grammar.lexicon):
            return None
        # 一律不得执行: a modal word binds the clause whatever leads it.
        return Candidate(MODAL if group.modals else adverb_weight(group, word), group)
    if word.verb and word.verb != "stative" and len(word.text) > 1:
        if preposition == "为" and word.text in GIFTS:
            return Candidate(GIFT, read_chain(text, at, end, word, grammar.lexicon))
        if word.verb == "nominal" and not word.adverb and not (is_led and after_preposition):
            return None
        if word.adverb or word.modal is not None:
            group = read_group(text, at, end, grammar, opening=word)
        elif at + len(word.text) <= end:
            group = opening_verb(text, at, end, word, grammar.lexicon)
        if group is None or is_compound(text, end, group, grammar.lexicon):
            return None
        return Candidate(verb_weight(group, word, after_preposition=after_preposition), group)
    is_subject = not after_preposition or preposition == "由"
    if word.preposition is not None and not word.verb and is_subject and is_led:
        group = behind_phrase(text, at, end, word, grammar)
        return Candidate(PHRASE, group) if group is not None else None
    return None
