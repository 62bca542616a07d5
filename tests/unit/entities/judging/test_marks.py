"""What the grammar found, by places."""

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Head
from gangyao.entities.judging.marks import NUMBER_OF, SIZES, FoundNames, marks_of
from gangyao.entities.judging.row import row_of


def test_names_and_last_words_are_marked() -> None:
    text = "建成岷江大桥。"
    head = Head("大桥", "facility", "place", "")
    name = Candidate(2, 6, "facility", "岷江大桥", "grammar")
    weak = Candidate(2, 4, "admin_area", "岷江", "divisions")
    row = row_of(["", text])
    at = int(row.firsts[1])
    marks = marks_of(row, [FoundNames("", [], [], []), FoundNames(text, [name], [(4, 6, head)], [weak])])
    begins = 2 * NUMBER_OF["facility"] + 1
    goes_on = begins + 1
    ends = goes_on + SIZES[0] // 2
    assert marks.found[at : at + 7].tolist() == [0, 0, begins, goes_on, goes_on, ends, 0]
    assert marks.heads_begin.nonzero()[0].tolist() == [at + 4]
    assert marks.heads_end.nonzero()[0].tolist() == [at + 5]
    assert marks.weak[at : at + 7].tolist() == [0, 0, 1, 2, 0, 0, 0]
