"""Logs: a line for each stage and batch, as text or as JSON, on stderr."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from enum import StrEnum

from gangyao.one_line import escaped_lines

# All of Gangyao's loggers are below it.
ROOT = "gangyao"
# Where it is asked for without an option: `text` or `json`.
VARIABLE = "GANGYAO_LOG"


class LogFormat(StrEnum):
    """How a line is written."""

    text = "text"
    json = "json"


class JsonLines(logging.Formatter):
    """A record as one line of JSON; what was logged as `extra={"figures": …}` goes with it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "figures", {}),
        }
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=True)


class TextLines(logging.Formatter):
    """A record as a line for people."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with nothing in it that a terminal would obey."""
        return escaped_lines(super().format(record))


def log_to_stderr(form: LogFormat) -> None:
    """Write Gangyao's log to stderr from now on, in this form and no other."""
    handler = logging.StreamHandler()
    handler.setFormatter(
        JsonLines() if form is LogFormat.json else TextLines("%(asctime)s %(levelname)s %(message)s")
    )
    logger = logging.getLogger(ROOT)
    logger.handlers[:] = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
