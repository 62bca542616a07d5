from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gangyao.errors import DataError
from gangyao.release.network import Edge, read_network, write_network

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def release(tmp_path):
    folder = tmp_path / "parquet"
    folder.mkdir()
    names = ["甲县", "乙<河>", "丙&园"]
    entities = {
        "entity_id": [f"zone/{name}" for name in names],
        "type": ["zone"] * 3,
        "name": names,
        "admin_code": [None, "511723", None],
        "mention_count": [3, 2, 1],
    }
    mentioned = [("t1", 0), ("t1", 0), ("t1", 1), ("t2", 0), ("t2", 1), ("t2", 2), (None, 0), (None, 2)]
    mentions = {
        "task_id": pa.array([task for task, _ in mentioned], pa.string()),
        "entity_id": [f"zone/{names[number]}" for _, number in mentioned],
    }
    pq.write_table(pa.table(entities), folder / "entities.parquet")
    pq.write_table(pa.table(mentions), folder / "mentions.parquet")
    return tmp_path


def test_edges_count_tasks_that_name_both(release):
    edges = read_network(release).edges
    assert {frozenset((edge.source, edge.target)): edge.tasks for edge in edges} == {
        frozenset(("zone/甲县", "zone/乙<河>")): 2,
        frozenset(("zone/甲县", "zone/丙&园")): 1,
        frozenset(("zone/乙<河>", "zone/丙&园")): 1,
    }
    assert all(isinstance(edge, Edge) and edge.source < edge.target for edge in edges)


def test_graphml_can_be_read_back(release):
    (path,) = write_network(release, release / "net.graphml")
    graph = ElementTree.parse(path).getroot().find(f"{GRAPHML}graph")
    assert {node.get("id") for node in graph.findall(f"{GRAPHML}node")} == {
        "zone/甲县",
        "zone/乙<河>",
        "zone/丙&园",
    }
    assert len(graph.findall(f"{GRAPHML}edge")) == 3


def test_csv_gives_nodes_and_edges(release):
    nodes, edges = write_network(release, release / "net.csv")
    with nodes.open(encoding="utf-8", newline="") as handle:
        assert {row["name"]: row["mentions"] for row in csv.DictReader(handle)} == {
            "甲县": "3",
            "乙<河>": "2",
            "丙&园": "1",
        }
    with edges.open(encoding="utf-8", newline="") as handle:
        assert [row["tasks"] for row in csv.DictReader(handle)].count("2") == 1


def test_a_release_without_its_tables_is_told(tmp_path: Path):
    with pytest.raises(DataError, match=r"cannot be read: IO Error: .*; build the release again"):
        read_network(tmp_path)
