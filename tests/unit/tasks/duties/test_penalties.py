"""Who acts in the parts of a sentence behind the one that names them; all sentences are invented."""

from __future__ import annotations

import pytest

from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine, read_document


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(lexicon_of(SEEDS))


def actors_of(text: str, engine: Engine) -> list[list[str]]:
    source = join_files([("x.txt", f"某市渔港条例\n第一条　{text}\n".encode())])
    read = read_document(Document(DocumentSpec("x", "", ("x.txt",)), source), engine)
    return [[party.text for party in task.actors] for tasks in read.tasks for task in tasks]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Who punishes goes on to the next case, and to the next sentence.
        (
            "未报送信息的，由渔业主管部门责令限期改正；逾期不改正的，处二百元罚款；情节严重的，依法吊销其捕捞许可证。",
            [["渔业主管部门"]] * 3,
        ),
        (
            "船舶未挂牌的，由渔业主管部门或者海事机构责令改正；对直接责任人员，处一千元罚款。",
            [["渔业主管部门", "海事机构"]] * 2,
        ),
        # Who owes a duty in that case, who is charged by 由, or who is prosecuted, is another.
        (
            "未报送信息的，由渔业主管部门责令改正；造成损失的，应当赔偿。",
            [["渔业主管部门"], []],
        ),
        (
            "未报送信息的，由渔业主管部门责令改正；构成犯罪的，依法追究刑事责任。",
            [["渔业主管部门"], []],
        ),
        (
            "未报送信息的，由渔业主管部门责令改正；拒不改正的，由公安机关处五日以下拘留。",
            [["渔业主管部门"], ["公安机关"]],
        ),
        # A phrase before the verb names nobody.
        (
            "学校应当建立渔港安全制度，定期开展检查；对学生进行安全教育，按要求开展训练。",
            [["学校"]] * 2,
        ),
        (
            "省人民政府应当支持渔业合作；在信息共享、人才交流等方面加强联系。",
            [["省人民政府"]] * 2,
        ),
        ("学校应当建立渔港安全制度；对有关人员依法给予处分。", [["学校"], []]),
    ],
)
def test_who_acts_behind_a_semicolon(text: str, wanted: list[list[str]], engine: Engine) -> None:
    assert actors_of(text, engine) == wanted
