"""`gangyao` and `python -m gangyao`: the command line.

Nothing is imported for it before it is called: each worker process imports what the first one was started by.
"""

from typing import NoReturn


def program() -> NoReturn:
    """Run the command line as a program of its own, which ends with it."""
    from gangyao.cli import program as run  # noqa: PLC0415

    run()


if __name__ == "__main__":
    program()
