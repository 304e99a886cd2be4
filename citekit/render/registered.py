"""Our styles as `Style` values. Each is imported when it is needed, and pybtex with it."""

from __future__ import annotations

from typing import Any

from citekit.formats import Style


def _plain() -> Any:
    from citekit.render.styles import plain

    return plain.Style()


PLAIN = Style("plain", "numbered, sorted by author, year and title, as BibTeX's plain", _plain)

OURS = (PLAIN,)
