"""Writing results so that a failure leaves what was there before."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from citekit.errors import OutputError

STDOUT = "-"


def write_text(path: str, text: str) -> None:
    """Writes UTF-8 text to a file, or to standard output for `-`, as `write_bytes` does."""
    write_bytes(path, text.encode())


def write_bytes(path: str, content: bytes) -> None:
    """Writes to a file, or to standard output for `-`.

    The content goes into a new file beside the old one, which it then replaces: whoever looks sees the old or the new, never a
    part. A symbolic link is followed and the file's mode is kept. Raises `OutputError`.
    """
    target = Path(os.path.realpath(path))
    if path != STDOUT and target.is_dir():
        raise OutputError(path, "is a directory")
    try:
        if path == STDOUT:
            sys.stdout.buffer.write(content)
            sys.stdout.flush()
        elif target.exists() and not target.is_file():
            target.write_bytes(content)  # a device or a pipe: nothing to replace
        else:
            _replace(target, content)
    except BrokenPipeError:
        raise  # who reads us has seen enough
    except OSError as error:
        name = "standard output" if path == STDOUT else path
        raise OutputError(name, f"cannot be written ({error.strerror or error})") from error


def check_writable(path: str) -> None:
    """Raises `OutputError` now rather than after the work is done, where we can tell beforehand."""
    target = Path(os.path.realpath(path))
    if path == STDOUT:
        return
    if target.is_dir():
        raise OutputError(path, "is a directory")
    if not target.parent.is_dir():
        raise OutputError(path, f"cannot be written (no folder {target.parent})")
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(path, "cannot be written (permission denied)")
    if not os.access(target.parent, os.W_OK):
        raise OutputError(path, f"cannot be written (no permission to write in {target.parent})")


def _replace(target: Path, content: bytes) -> None:
    import tempfile  # loads half the library of random numbers and archives

    mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
