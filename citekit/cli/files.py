"""Files that git and its driver hand over: read as they are, byte for byte."""

from __future__ import annotations

from pathlib import Path

from citekit.errors import InputError


def read_bytes(path: str) -> bytes:
    """Raises `InputError`; `-` is a file's name like any other."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror or error})") from error
