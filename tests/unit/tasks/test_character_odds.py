"""Odds of verbs by their characters."""

from __future__ import annotations

from gangyao.tasks.character_odds import character_odds


def test_a_word_that_the_end_of_a_text_cuts_is_judged_by_what_is_there() -> None:
    odds = character_odds(("推进", "推动"), ("公园", "学校"))
    assert odds.of("推") > odds.of("公")
    assert odds.of("推进园") == odds.of("推进")
    assert odds.of("") == 2 * odds.unseen
