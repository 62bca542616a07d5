"""Trials of texts tell faults of Gangyao, and nothing else, or nobody would read what they find."""

from __future__ import annotations

import random

from evaluation.reliability.mutations import MUTATIONS, mutated
from evaluation.reliability.table_texts import FORMS, table_text
from evaluation.reliability.trial import read_texts

TEXT = "第一章 总则\n建设公园，增加绿地。\n第二章 目标\n到2030年，绿地增加10%。\n"


def test_a_text_whose_order_is_doubtful_is_no_find() -> None:
    doubtful = "第二章 目标\n增加绿地。\n第一章 总则\n建设公园。\n第三章 保障\n落实责任。\n"
    tables, finds = read_texts([TEXT.encode(), doubtful.encode(), b"\xff\xfe\x00"])
    assert tables["documents"].num_rows == 2
    assert finds == []


def test_every_mutation_changes_texts_and_the_same_seed_gives_the_same() -> None:
    for mutation in MUTATIONS:
        spoilt = {mutation(random.Random(seed), TEXT, [TEXT]) for seed in range(20)}
        assert spoilt - {TEXT}, mutation.__name__
    assert mutated(random.Random(3), [TEXT], 40) == mutated(random.Random(3), [TEXT], 40)


def test_tables_are_made_up_in_every_form_and_the_same_by_the_same_seed() -> None:
    rows = [["序号", "任务"], ["1", "建设公园"]]
    assert len({form(rows) for form in FORMS}) == len(FORMS)
    assert all("建设公园" in form(rows) for form in FORMS)
    assert table_text(random.Random(3)) == table_text(random.Random(3))
