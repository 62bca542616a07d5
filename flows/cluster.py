"""Batches read on a cluster: Dask sends them, keeps count of workers, and sends again what a dead one had.

Dask itself, not Prefect's runner for it: that would have each worker talk to Prefect's server, which for one
run is there on loopback only. Prefect's tasks run here and wait, one for each batch. Whatever runs a function
of a value on another machine can take Dask's place (Ray: `ray.remote(read_shipment)`; Spark: a `map` over
shipments): it has to give what `Sender` is, and nothing else here knows of Dask.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gangyao.document.problems import fault
from gangyao.errors import DataError
from gangyao.ingest.inventory import ListedDocument
from gangyao.parts import Report, WrittenPart, write_part
from gangyao.reading import Reading
from gangyao.shipping import (
    Run,
    Shipment,
    ShippedPart,
    can_travel,
    close_run,
    open_run,
    read_shipment,
    receive,
    ship,
)
from gangyao.storage import Storage

# Seconds within which a scheduler answers that is there at all.
_ANSWERS_WITHIN = 20
# Seconds that a cluster may take to have its first worker.
_FIRST_WORKER_WITHIN = 120
# Batches on their way for each worker: one that is read, one that waits there.
_AHEAD = 2


class WorkersDied(Exception):
    """A batch ended the workers that read it, one after the other."""


Sender = Callable[[Shipment], ShippedPart]


@dataclass(frozen=True, slots=True)
class Cluster:
    """What sends a batch and waits for its part, and how many batches it can have on their way."""

    send: Sender
    at_once: int


@contextmanager
def dask_cluster(address: str | None, workers: int) -> Iterator[Cluster]:
    """Connect to the scheduler at `address`, or start one here with `workers` processes."""
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra
    except ImportError:
        raise DataError("--runner dask needs Dask: install gangyao[dask]") from None
    if address is None:
        with (
            LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
            ) as cluster,
            Client(cluster) as client,  # type: ignore[no-untyped-call]
        ):
            yield Cluster(_sender(client), _AHEAD * workers)
        return
    try:
        client = Client(address, timeout=_ANSWERS_WITHIN)  # type: ignore[no-untyped-call]
    except OSError as error:
        raise DataError(f"{address}: no Dask scheduler answers there: {error}") from None
    with client:
        client.wait_for_workers(1, timeout=_FIRST_WORKER_WITHIN)
        yield Cluster(_sender(client), _AHEAD * len(client.scheduler_info(n_workers=-1)["workers"]))


def _sender(client: Any) -> Sender:
    from distributed import KilledWorker  # noqa: PLC0415 - an extra

    def send(shipment: Shipment) -> ShippedPart:
        try:
            part: ShippedPart = client.submit(read_shipment, shipment, pure=False).result()
        except KilledWorker as error:
            raise WorkersDied(str(error)) from None
        return part

    return send


@contextmanager
def cluster_reader(
    cluster: Cluster, storage: Storage
) -> Iterator[Callable[[Sequence[ListedDocument], Path, Path, Reading], list[WrittenPart]]]:
    """Give what reads a batch on the cluster and brings its parts into a folder here.

    Documents that cannot travel (see `can_travel`) are read here. A batch that ends its workers is sent again
    document by document; the one that does it is left out.
    """
    name = f"runs/{uuid.uuid4().hex}"
    runs: dict[tuple[Path, Reading], Run] = {}

    def read(
        batch: Sequence[ListedDocument], lexicon: Path, folder: Path, reading: Reading
    ) -> list[WrittenPart]:
        key = (lexicon, reading)
        run = runs[key] = runs.get(key) or open_run(storage, name, lexicon, reading)
        plain = [one for one in batch if can_travel(one)]
        parts = _read_there(cluster.send, run, plain, folder / "there") if plain else []
        others = [one for one in batch if one not in plain]
        if others:
            parts.append(write_part(others, lexicon, folder / "here", reading))
        return parts

    try:
        yield read
    finally:
        for run in runs.values():
            close_run(run)


def _read_there(send: Sender, run: Run, batch: Sequence[ListedDocument], folder: Path) -> list[WrittenPart]:
    try:
        return [receive(run, send(ship(run, batch)), folder)]
    except WorkersDied as error:
        if len(batch) == 1:
            what = "the processes that read it were ended: they did not end by themselves, or memory ran out"
            problem = fault(batch[0].document_id, "", what, str(error))
            return [WrittenPart(folder, (Report(batch[0].document_id, None, (), False, (problem,)),))]
    return [
        part
        for rank, one in enumerate(batch)
        for part in _read_there(send, run, [one], folder.with_name(f"{folder.name}-{rank}"))
    ]
