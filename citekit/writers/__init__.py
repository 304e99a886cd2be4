"""`Library` → files. The format is told by its name, or by the name of the file."""

from __future__ import annotations

from citekit import plugins
from citekit.errors import InputError, OutputError
from citekit.formats import Reader, Writer, suffix_of

DEFAULT = "bibtex"
_ONLY_READ = ("pdf", "docx", "html", "isi")


def names() -> list[str]:
    """What `--to` takes."""
    return plugins.names("writers")


def all_writers() -> tuple[Writer, ...]:
    """All writers there are, ours first."""
    return tuple(plugins.writers())


def named(form: str) -> Writer:
    """The writer of this name. Raises `InputError` that names those there are."""
    found = plugins.named("writers", form)
    if isinstance(found, Writer):
        return found
    raise InputError(form, f"not a format citekit writes; it writes {', '.join(names())}")


def _only_read() -> set[str]:
    """The ends of names of files that are read and not written."""
    found = (plugins.named("readers", name) for name in _ONLY_READ)
    return {suffix for reader in found if isinstance(reader, Reader) for suffix in reader.suffixes}


def for_file(path: str) -> Writer:
    """The writer whose files are called so (`refs.ris`); BibTeX for standard output and for names that tell nothing.

    `.json` is CSL-JSON, `.yaml` CSL-YAML, `.xml` EndNote's: of two writers that claim a suffix the first. Raises `OutputError` for a
    name that says PDF or another format that is only read.
    """
    if path.lower().endswith(".csl.json"):
        return named("csl-json")
    suffix = suffix_of(path)
    if suffix in ("", ".bib"):
        return named(DEFAULT)
    found = next((writer for writer in all_writers() if suffix in writer.suffixes), None)
    if found is None and suffix in _only_read():
        raise OutputError(path, f"{suffix} is a format that citekit only reads; it writes {', '.join(names())}")
    return found or named(DEFAULT)
