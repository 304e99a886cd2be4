"""Where an index lies."""

from __future__ import annotations

import os
from pathlib import Path


def default_folder() -> Path:
    """`$CITEKIT_INDEX_DIR`, else `citekit/index` where this user's data belongs."""
    import platformdirs

    chosen = os.environ.get("CITEKIT_INDEX_DIR", "")
    return Path(chosen).expanduser() if chosen else platformdirs.user_data_path("citekit", appauthor=False) / "index"
