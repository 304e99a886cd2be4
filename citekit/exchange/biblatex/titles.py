"""Titles in several fields, as biblatex has them, and in one, as BibTeX has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from citekit.exchange.biblatex.addresses import text
from citekit.model import Field, Origin
from citekit.values.latex import balanced

# biblatex manual §2.2.2: what stands before, and what follows it behind a colon.
_PAIRS = (
    ("title", "subtitle"),
    ("container", "booksubtitle"),
    ("container", "journalsubtitle"),
    ("maintitle", "mainsubtitle"),
)


def whole(fields: Mapping[str, Field]) -> dict[str, Field]:
    """Titles and subtitles as one, `Family: A Story`; the title of a work in several volumes is BibTeX's `series`."""
    found = dict(fields)
    for title, subtitle in _PAIRS:
        if text(found, title) and text(found, subtitle):
            found[title] = _joined(found[title], found.pop(subtitle))
    if "maintitle" in found and "series" not in found:
        found["series"] = found.pop("maintitle")
    return found


def _joined(title: Field, subtitle: Field) -> Field:
    between = " " if str(title.value)[-1] in ":?!." else ": "
    value = f"{title.value}{between}{subtitle.value}"
    return replace(title, value=value, origin=_joined_source(title.origin, subtitle.origin, between))


def _joined_source(title: Origin | None, subtitle: Origin | None, between: str) -> Origin | None:
    """Where both stand in a BibTeX file, their LaTeX as one value, so that its braces are kept."""
    if title is None or subtitle is None or (title.format, subtitle.format) != ("bibtex", "bibtex"):
        return title
    inner = [_inner(origin.text.strip()) for origin in (title, subtitle)]
    if all(inner):
        return replace(title, text=f"{{{between.join(inner)}}}")
    return replace(title, text=f"{title.text} # {{{between}}} # {subtitle.text}")


def _inner(source: str) -> str:
    """What stands between the delimiters of a value that is one piece; `""` for others."""
    inner = source[1:-1]
    one = (source[:1], source[-1:]) in (("{", "}"), ('"', '"')) and balanced(inner)
    return inner if one and not (source[0] == '"' and '"' in inner) else ""
