"""What an index holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from citekit.index import store


@dataclass(frozen=True, slots=True)
class About:
    """`newest` is when Crossref last touched the newest record (`2024-01-31`, `""` when no record says), `files` how many files were
    read to the end, members of archives among them, and `begun` how many not."""

    folder: Path
    works: int
    size: int
    newest: str
    files: int
    begun: int


def about(folder: Path) -> About:
    """Raises `CitekitError` where there is no index in `folder`."""
    connection = store.open_to_read(folder)
    try:
        works, newest = store.fact(connection, "works"), store.fact(connection, "newest")
        files, finished = connection.execute("SELECT count(*), coalesce(sum(finished), 0) FROM files").fetchone()
    finally:
        connection.close()
    day = f"{newest // 10**6:08}"
    size = sum(file.stat().st_size for file in folder.glob(f"{store.FILE}*"))
    return About(folder, works, size, f"{day[:4]}-{day[4:6]}-{day[6:]}" if newest else "", finished, files - finished)
