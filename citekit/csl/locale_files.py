"""The locale files of the CSL project, as the package citeproc-py carries them (https://pypi.org/project/citeproc-py).

Only its data are used; the package itself is never imported.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from citekit.csl.element import Element, parse
from citekit.errors import CitekitError

DEFAULT = "en-US"

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}))?", re.IGNORECASE)  # de, pt_BR, sr-Latn-RS


def canonical(language: str) -> str:
    """`DE` → `de-DE`, `pt_br` → `pt-BR`: the tag as locale files write it, of a language alone its primary dialect. What is no
    such tag is taken for `en-US`."""
    tag = _TAG.fullmatch(language.strip())
    if not tag:
        return DEFAULT
    parts = [tag[1].lower(), (tag[2] or "").title(), (tag[3] or "").upper()]
    code = "-".join(part for part in parts if part)
    return code if tag[3] else _primary_dialects().get(code, code)


def chain(language: str) -> list[str]:
    """The locale files to look into for a canonical language, best first: the dialect, the primary dialect, `en-US`."""
    if language == DEFAULT:
        return [DEFAULT]
    candidates = dict.fromkeys([language, _primary_dialects().get(language.partition("-")[0], DEFAULT), DEFAULT])
    return [code for code in candidates if _path(code).is_file()]


def is_spoken(language: str) -> bool:
    """Is there a locale file for this language, in whatever dialect?"""
    code = canonical(language)
    same = code.partition("-")[0] == language.strip()[:3].rstrip("-_").lower()
    return same and any(each.partition("-")[0] == code.partition("-")[0] for each in chain(code))


@cache
def read(code: str) -> Element:
    """The root of one locale file."""
    path = _path(code)
    try:
        return parse(path.read_bytes(), str(path))
    except OSError as error:
        raise CitekitError(f"{path}: {error.strerror}; install citeproc-py again") from None


def _path(code: str) -> Path:
    return _folder() / f"locales-{code}.xml"


@cache
def _folder() -> Path:
    package = find_spec("citeproc")
    if package is None or not package.submodule_search_locations:
        raise CitekitError("the locale files of citation styles are not there: install citeproc-py")
    return Path(package.submodule_search_locations[0], "data", "locales")


@cache
def _primary_dialects() -> Mapping[str, str]:
    """`de` → `de-DE`"""
    dialects: Mapping[str, str] = json.loads((_folder() / "locales.json").read_bytes())["primary-dialects"]
    return dialects
