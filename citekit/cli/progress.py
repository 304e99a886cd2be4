"""A line on the terminal for work that takes more than a second."""

from __future__ import annotations

import sys
import time

from citekit.model import Progress

_PATIENCE = 1.0  # seconds before the first word


def on_terminal(quiet: bool = False) -> Progress | None:
    """Something to tell progress to, or `None` when nobody watches (stderr is no terminal, or `quiet`)."""
    if quiet or not sys.stderr.isatty():
        return None
    started = time.monotonic()
    width = 0

    def show(stage: str, done: int, total: int) -> None:
        nonlocal width
        if time.monotonic() - started < _PATIENCE:
            return
        line = f"{stage}: {done} of {total}" if done < total else ""
        sys.stderr.write(f"\r{line:{width}}" + ("" if line else "\r"))
        sys.stderr.flush()
        width = len(line)

    return show
