"""The scripts that a document can be printed in."""

from __future__ import annotations

from typing import Literal

Script = Literal["hans", "hant"]
