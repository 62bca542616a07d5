"""One document through every stage: layout, cleaning, outline, measures, entities, script.

Plain functions over values: no file is read or written here but the lexicon and the character model, once.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from gangyao.cache.engine import cache_folder, stored_or_made
from gangyao.chinese.character_model import CharacterModel, load_model
from gangyao.chinese.dates import counts_from_roc
from gangyao.chinese.detect_script import detect_script
from gangyao.chinese.script import Script
from gangyao.chinese.scripts import to_simplified
from gangyao.citations.find import find_citations
from gangyao.cleaning.clean import CleaningRules, clean_by_steps, load_rules
from gangyao.cleaning.errata import place_errata
from gangyao.cleaning.misreadings.cloze_network import ClozeNetwork
from gangyao.cleaning.rejections import without_rejected
from gangyao.collation.confirm import confirm
from gangyao.document.changes import Cleaned
from gangyao.document.facts import Facts, gather_facts, known_title
from gangyao.document.layout import Layout
from gangyao.document.mentions import Mention
from gangyao.document.metadata import Finding
from gangyao.document.outline import Outline
from gangyao.document.placed_tables import place_tables
from gangyao.document.read_document import ReadDocument
from gangyao.document.reading_text import reading_text
from gangyao.document.source import Document
from gangyao.doubts import doubts_of_text, with_doubts
from gangyao.entities.find import PlaceContext, read_names
from gangyao.entities.gazetteer import Gazetteer, load_gazetteer
from gangyao.entities.judging.judge import Judge, load_judge
from gangyao.entities.places import year_of
from gangyao.entities.roles import task_entities
from gangyao.entities.short_forms import own_divisions, referents, with_full_forms
from gangyao.entities.whole_names import divisions_named
from gangyao.fingerprint import engine_fingerprint
from gangyao.layout.stage import lay_out
from gangyao.lexicon_tables import read_lexicon
from gangyao.outline.read import read_outline
from gangyao.profile.opening import read_opening
from gangyao.profile.page_facts import read_page_facts
from gangyao.profile.read import read_profile
from gangyao.projects.find import find_projects
from gangyao.projects.judge import WorksJudge, load_judge_of_works
from gangyao.questions import (
    ActionsAsked,
    Answer,
    EvidenceAsked,
    NamesAsked,
    Question,
    SuspectsAsked,
    TraditionalAsked,
    answer,
)
from gangyao.tasks.duties.force import read_forces
from gangyao.tasks.duties.settle import settle_actors
from gangyao.tasks.duties.titled import act_under_titles
from gangyao.tasks.grammar import Grammar, load_grammar
from gangyao.tasks.listed import settle_lists
from gangyao.tasks.note_lines import spread_note_lines
from gangyao.tasks.periods.read import read_periods
from gangyao.tasks.read import begin_tasks, finish_tasks
from gangyao.tasks.statements.sections import contexts_of, sentences_of
from gangyao.tasks.table_rows.read import read_table_rows
from gangyao.tasks.targets.once import TargetsOnce
from gangyao.topics.find import TopicWords, compile_topics, find_topics

# A document on its way through the stages: yields between them, and returns what was read. A question that it
# yields has been answered when it goes on.
Stages = Generator[Question | None, None, ReadDocument]


@dataclass(frozen=True, slots=True)
class Engine:
    """Everything that is compiled once and used for every document."""

    rules: CleaningRules
    model: CharacterModel
    grammar: Grammar
    gazetteer: Gazetteer
    judge: Judge
    topics: TopicWords
    works: WorksJudge


@lru_cache(maxsize=4)
def load_engine(lexicon: Path) -> Engine:
    """Compile the lexicon folder and load the character model; kept per process, and on disk."""

    def compiled() -> Engine:
        return Engine(
            load_rules(lexicon),
            load_model(),
            load_grammar(lexicon),
            load_gazetteer(lexicon),
            load_judge(),
            compile_topics(read_lexicon(lexicon)),
            load_judge_of_works(read_lexicon(lexicon)),
        )

    return stored_or_made(engine_fingerprint(lexicon), compiled, cache_folder())


def read_document(document: Document, engine: Engine, network: ClozeNetwork | None = None) -> ReadDocument:
    """Take one document through every stage; with a `network`, doubtful places are looked at more closely.

    Raises ErrataError (see `gangyao.cleaning.errata`) when a row of its errata no longer fits its text.
    """
    (read,) = read_in_step([read_by_stages(document, engine)], answer_by(engine, network))
    if isinstance(read, Exception):
        raise read
    return read


def answer_by(engine: Engine, network: ClozeNetwork | None) -> Answer:
    """Return what answers the questions of documents that are at the same stage, all at once."""
    return partial(answer, rules=engine.rules, grammar=engine.grammar, judge=engine.judge, network=network)


def read_in_step(readings: Sequence[Stages], answer: Answer) -> list[ReadDocument | Exception]:
    """Take documents through the stages, all of them through one before the next; what was read of each.

    The code and the tables of a stage are then at hand for all but the first: a fifth less time than one
    document after the other. Of a document that cannot be read, what was raised.
    """
    read: dict[int, ReadDocument | Exception] = {}
    waiting = dict(enumerate(readings))
    while waiting:
        asked: list[Question] = []
        for index, reading in list(waiting.items()):
            try:
                if (question := next(reading)) is not None:
                    asked.append(question)
            except StopIteration as done:
                read[index] = done.value
            # Whatever it is, also a fault of ours: the other documents are still wanted.
            except Exception as error:
                read[index] = error
            if index in read:
                del waiting[index]
        answer(asked)
    return [read[index] for index in range(len(readings))]


def read_by_stages(document: Document, engine: Engine) -> Stages:
    """Read a document as `read_document` does, and yield between the stages."""
    source = document.source
    # The model that the rules hold: to load it once more takes longer than all else of a short text.
    layout = lay_out(source, engine.model, official=lambda: engine.rules.official)
    reading = reading_text(source, layout)
    yield None
    script = document.spec.script or detect_script(reading.text)
    errata = place_errata(source, document.errata)
    cleaned = yield from clean_by_steps(reading, errata, script, engine.rules, engine.model)
    yield None
    cleaned, text_hant = yield from _in_both_scripts(cleaned, script)
    searched = SuspectsAsked(cleaned)
    yield searched
    rules = engine.rules
    doubts = doubts_of_text(
        document, layout, cleaned, searched.found, engine.model, rules.official, rules.scores
    )
    yield None
    outline = read_outline(cleaned, layout, known_title(document.spec, source))
    yield None
    facts, findings = _facts(document, layout, outline, engine.gazetteer)
    suspects = with_doubts(cleaned, doubts, outline, engine.rules.scores["numbering"])
    cleaned = replace(cleaned, suspects=without_rejected(suspects, source, document.rejections))
    told = EvidenceAsked(sentences_of(outline))
    yield told
    contexts = contexts_of(facts.title, outline, told.sentences, told.nats, engine.grammar.statements)
    yield None
    tables = place_tables(cleaned)
    of_rows = read_table_rows(tables, cleaned.text, outline, engine.grammar)
    figures = TargetsOnce(engine.grammar.targets, counts_from_roc(cleaned.text) or None)
    others = [index for index in range(len(outline.paragraphs)) if index not in of_rows]
    begun = begin_tasks(
        [outline.paragraphs[index] for index in others],
        [contexts[index] for index in others],
        engine.grammar,
        figures,
    )
    acting = ActionsAsked(begun.sentences)
    yield acting
    by_index = of_rows | dict(zip(others, finish_tasks(begun, acting.actions, engine.grammar), strict=True))
    read = tuple(by_index[index] for index in range(len(outline.paragraphs)))
    yield None
    listed = settle_lists(outline.paragraphs, read)
    spread = spread_note_lines(outline.paragraphs, listed)
    timed = read_periods(outline, facts, spread, engine.grammar, figures)
    yield None
    place = PlaceContext(facts.title, facts.issuers, facts.announced_on)
    texts = [paragraph.text for paragraph in outline.paragraphs]
    # No name runs from one cell of a table's row to the next.
    named = NamesAsked(read_names([text.replace("\t", "；") for text in texts], place, engine.gazetteer))
    yield named
    own = own_divisions(facts.admin_code, year_of(place), engine.gazetteer)
    mentions = with_full_forms(named.mentions, own, engine.gazetteer)
    yield None
    settled = settle_actors(outline.paragraphs, timed.tasks, mentions, engine.grammar)
    tasks = act_under_titles(outline, settled)
    yield None
    return ReadDocument(
        document=document,
        script=script,
        layout=layout,
        cleaned=cleaned,
        text_hant=text_hant,
        outline=outline,
        tables=tables,
        tasks=tasks,
        mentions=mentions,
        task_entities=tuple(map(task_entities, tasks, mentions)),
        referents=referents(tasks, mentions, own),
        confirmations=confirm(texts, document.witnesses),
        findings=findings,
        periods=timed.periods,
        results=timed.results,
        citations=find_citations(outline.paragraphs),
        projects=find_projects(outline.paragraphs, tasks, timed.results, mentions, engine.works, facts.level),
        forces=read_forces(tasks, facts, outline.head.addressees),
        topics=find_topics(outline, tasks, engine.topics),
    )


def _in_both_scripts(
    cleaned: Cleaned, script: Script
) -> Generator[Question | None, None, tuple[Cleaned, str]]:
    """Return the text in Simplified characters, and in Traditional ones."""
    if script == "hant":
        yield None
        return replace(cleaned, text=to_simplified(cleaned.text)), cleaned.text
    asked = TraditionalAsked(cleaned.text)
    yield asked
    return cleaned, asked.hant


def _facts(
    document: Document, layout: Layout, outline: Outline, gazetteer: Gazetteer
) -> tuple[Facts, tuple[Finding, ...]]:
    """Return what is known of the document, and which of it the text itself says."""
    opening = read_opening(outline)
    said = (*read_page_facts(document.source.text, layout.lines), *opening.findings)
    facts = gather_facts(document.spec, document.source, outline.head, said)

    def divisions(text: str) -> tuple[Mention, ...]:
        # Of places the judge keeps what the grammar found; asked of one title it takes longer than that.
        return divisions_named(text, PlaceContext("", (), facts.announced_on), gazetteer)

    findings = (*said, *read_profile(facts, opening, outline, divisions))
    return gather_facts(document.spec, document.source, outline.head, findings), findings
