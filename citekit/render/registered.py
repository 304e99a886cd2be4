"""Our styles as `Style` values. Each is imported when it is needed, and pybtex with it."""

from __future__ import annotations

from typing import Any

from citekit.formats import Style


def _plain() -> Any:
    from citekit.render.styles import plain

    return plain.Style()


def _vancouver() -> Any:
    from citekit.render.styles import vancouver

    return vancouver.Style()


PLAIN = Style("plain", "numbered, sorted by author, year and title, as BibTeX's plain", _plain)
VANCOUVER = Style("vancouver", "numbered in the order given, as the medical journals do (ICMJE, NLM)", _vancouver)

OURS = (PLAIN, VANCOUVER)
