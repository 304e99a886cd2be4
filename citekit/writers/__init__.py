"""`Library` → files. The format is told by its name, or by the name of the file."""

from __future__ import annotations

from functools import cache

from citekit import plugins
from citekit.errors import InputError
from citekit.formats import Writer, suffix_of

DEFAULT = "bibtex"


@cache
def all_writers() -> tuple[Writer, ...]:
    """All writers there are, ours first."""
    return tuple(plugins.writers())


def named(form: str) -> Writer:
    """The writer of this name. Raises `InputError` that names those there are."""
    for writer in all_writers():
        if writer.name == form:
            return writer
    raise InputError(form, f"not a format citekit writes; it writes {', '.join(each.name for each in all_writers())}")


def for_file(path: str) -> Writer:
    """The writer whose files are called so (`refs.ris`); BibTeX for standard output and for names that tell nothing.

    `.json` is CSL-JSON, `.yaml` CSL-YAML, `.xml` EndNote's: of two writers that claim a suffix the first."""
    if path.lower().endswith(".csl.json"):
        return named("csl-json")
    suffix = suffix_of(path)
    return next((writer for writer in all_writers() if suffix in writer.suffixes), None) or named(DEFAULT)
