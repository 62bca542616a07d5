"""What befalls files that Gangyao keeps for itself: tests spoil one and see that it is made anew."""

from __future__ import annotations

from pathlib import Path

#: Cut off, overwritten, without content, and a folder where the file was.
DAMAGES = ("cut", "flipped", "empty", "folder")


def do_damage(file: Path, damage: str) -> None:
    """Spoil a file in one of the `DAMAGES`."""
    data = file.read_bytes()
    if damage == "folder":
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes({"cut": data[:-1], "flipped": data[:-1] + b"!", "empty": b""}[damage])
