"""A paper's file → `Paper`, in whichever of its three forms it comes."""

from __future__ import annotations

import os
import re

from citekit.errors import InputError
from citekit.readers.paper import aux, bcf, tex
from citekit.readers.paper.paper import Paper
from citekit.readers.paper.text import bytes_of, text_of

_SUFFIXES = {".tex": "tex", ".ltx": "tex", ".latex": "tex", ".aux": "aux", ".bcf": "bcf"}
_DOCUMENT = re.compile(r"\\(?:documentclass|begin[ \t]*\{document\})")
_AUX = re.compile(r"^\\(?:relax[ ]?$|(?:citation|bibdata|abx@aux@[a-z]+)\{)", re.MULTILINE)
_LATEX = re.compile(r"\\(?:begin|(?:sub)?section|chapter|input|include|[a-zA-Z]*cite[a-zA-Z]*)\b")


def is_paper(path: str) -> bool:
    """Is a file of this name a paper, rather than a bibliography?"""
    return os.path.splitext(path)[1].lower() in _SUFFIXES


def read_paper(path: str) -> Paper:
    """What a paper cites: from its `.tex`, or from the `.aux` or `.bcf` that LaTeX wrote.

    The suffix tells which, else the content; `-` is standard input. Raises `InputError` where there is no such file, and for what is
    none of them.
    """
    try:
        data = bytes_of(path)
    except InputError as error:
        raise InputError(path, error.reason + _how_to_get(path)) from None
    kind = _SUFFIXES.get(os.path.splitext(path)[1].lower())
    if kind == "bcf" or (not kind and data.lstrip()[:5] == b"<?xml"):
        return bcf.read(data, path)
    text = text_of(data, path)
    kind = kind or _kind_of(text)
    if not kind:
        raise InputError(path, "is no paper; give its .tex, or the .aux or .bcf that LaTeX writes for it")
    return aux.read(text, path) if kind == "aux" else tex.read(text, path)


def _kind_of(text: str) -> str:
    kinds = (("tex", _DOCUMENT), ("aux", _AUX), ("tex", _LATEX))
    return next((kind for kind, sign in kinds if sign.search(text)), "")


def _how_to_get(path: str) -> str:
    """What to do about a file that LaTeX has not written yet."""
    stem, suffix = os.path.splitext(path)
    if suffix.lower() in (".aux", ".bcf") and os.path.isfile(stem + ".tex"):
        return f"; LaTeX writes it: run it on {stem}.tex, or give that"
    return ""
