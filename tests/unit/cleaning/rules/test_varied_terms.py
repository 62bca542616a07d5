"""A line that says a known term and varies it in the same words means both."""

from gangyao.chinese.character_model import load_model
from gangyao.cleaning.character_classes import scan
from gangyao.cleaning.rules.near_misses import find_near_misses


def test_a_term_that_the_line_varies_is_not_doubted(rules):
    def doubted(text):
        found = find_near_misses(scan(text, rules.kinds), rules.lexicon, load_model())
        return [text[doubt.start : doubt.end] for doubt in found.doubts]

    assert doubted("有序推进老旧小区改造，有序推进老旧街区改造。") == []
    assert doubted("先完成老旧小区改造，有序推进老旧街区改造。") == ["老旧街区改造"]
