"""The network of a release: entities are nodes, and two that one task names are joined by an edge."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from gangyao.release.sql import damage_told, free_connection


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of the release and the number of its mentions."""

    entity_id: str
    type: str
    name: str
    admin_code: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class Edge:
    """`tasks` tasks name both entities; `source` < `target`."""

    source: str
    target: str
    tasks: int


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by entity_id and edges by (source, target), both sorted."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def read_network(release: Path) -> Network:
    """Read nodes and edges from the Parquet tables of a release (`parquet/entities`, `parquet/mentions`).

    Raises DataError where a table is missing or damaged.
    """
    with damage_told(release), free_connection() as connection:
        tables = {name: str(release / "parquet" / f"{name}.parquet") for name in ("entities", "mentions")}
        nodes = connection.execute(
            """select entity_id, type, name, admin_code, mention_count
               from read_parquet($entities) order by entity_id""",
            {"entities": tables["entities"]},
        ).fetchall()
        edges = connection.execute(
            """with named as (
                   select distinct task_id, entity_id from read_parquet($mentions) where task_id is not null
               )
               select one.entity_id, other.entity_id, count(*)
               from named one join named other
                 on one.task_id = other.task_id and one.entity_id < other.entity_id
               group by 1, 2 order by 1, 2""",
            {"mentions": tables["mentions"]},
        ).fetchall()
    return Network(tuple(Node(*row) for row in nodes), tuple(Edge(*row) for row in edges))


def write_network(release: Path, output: Path) -> tuple[Path, ...]:
    """Write the network of `release` to `output`; returns the files written.

    `….graphml` is one GraphML file; any other suffix gives `<stem>-nodes.csv` and `<stem>-edges.csv`.
    """
    network = read_network(release)
    if output.suffix == ".graphml":
        output.write_text(as_graphml(network), encoding="utf-8")
        return (output,)
    nodes = output.with_name(f"{output.stem}-nodes.csv")
    edges = output.with_name(f"{output.stem}-edges.csv")
    with nodes.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("entity_id", "type", "name", "admin_code", "mentions"))
        writer.writerows((n.entity_id, n.type, n.name, n.admin_code, n.mentions) for n in network.nodes)
    with edges.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("source", "target", "tasks"))
        writer.writerows((edge.source, edge.target, edge.tasks) for edge in network.edges)
    return (nodes, edges)


def as_graphml(network: Network) -> str:
    """GraphML 1.0 (http://graphml.graphdrawing.org/specification.html), undirected, with typed attributes."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        '<key id="type" for="node" attr.name="type" attr.type="string"/>',
        '<key id="name" for="node" attr.name="name" attr.type="string"/>',
        '<key id="admin_code" for="node" attr.name="admin_code" attr.type="string"/>',
        '<key id="mentions" for="node" attr.name="mentions" attr.type="long"/>',
        '<key id="tasks" for="edge" attr.name="tasks" attr.type="long"/>',
        '<graph edgedefault="undirected">',
    ]
    for node in network.nodes:
        code = "" if node.admin_code is None else f'<data key="admin_code">{escape(node.admin_code)}</data>'
        lines.append(
            f'<node id={quoteattr(node.entity_id)}><data key="type">{escape(node.type)}</data>'
            f'<data key="name">{escape(node.name)}</data>{code}'
            f'<data key="mentions">{node.mentions}</data></node>'
        )
    lines += [
        f"<edge source={quoteattr(edge.source)} target={quoteattr(edge.target)}>"
        f'<data key="tasks">{edge.tasks}</data></edge>'
        for edge in network.edges
    ]
    return "\n".join((*lines, "</graph>", "</graphml>", ""))
