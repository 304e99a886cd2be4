"""Editions in six languages: `2nd ed.`, `3., überarb. Aufl.`, `2e éd. revue`, `Rev. ed.`"""

from __future__ import annotations

import re

_ORDINAL = (
    r"(?:\d{1,3}\s?(?:st|nd|rd|th|ème|er|re|e|ª|º|a|\.)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|erste|zweite"
    r"|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|première|deuxième|troisième|primera|segunda|tercera|primeira|terceira|prima|seconda|terza)"
)
_HOW = (
    r"(?:rev(?:ised|ue|\.)?|enl(?:arged|\.)?|exp(?:anded|\.)|updated|american|international|student|critical|überarb(?:eitete|\.)"
    r"|erw(?:eiterte|\.)|verb(?:esserte|\.)|aktual(?:isierte|\.)|durchges(?:ehene|\.)|erg(?:änzte|\.)|neubearb(?:eitete|\.)|unveränderte"
    r"|vollst(?:ändig|\.)|neue|nouvelle|corr(?:igée|\.)|augm(?:entée|\.)|revisada|ampliada|rivista)"
)
_MORE = rf"(?:\s?(?:,|and|&|und|u\.|et|y|e)?\s?{_HOW}){{0,4}}"
_WORD = r"(?:edition|edn\b|ed\b\.?|aufl(?:age\b|\b\.?)|édition|éd\b\.?|edición|edição|edizione)"
_EDITION = re.compile(
    rf"(?<![\w.-])(?P<said>(?:(?P<ordinal>{_ORDINAL})[\s,]{{0,3}}{_MORE}|{_HOW}{_MORE}))[\s,]{{0,3}}{_WORD}(?:\s(?P<behind>{_HOW}))?",
    re.IGNORECASE,
)
_ENDS = (
    "ed",
    "ed.",
    "edn",
    "edn.",
    "edition",
    "aufl",
    "aufl.",
    "auflage",
    "éd",
    "éd.",
    "édition",
    "edición",
    "edição",
    "edizione",
    "revue",
)


def edition(text: str) -> str:
    """The edition a text names, without the word: `2nd ed.` → `2`, `Rev. ed.` → `Rev.`, `3., erw. Aufl.` → `3., erw.`; else `""`."""
    found = _EDITION.search(text) if "ed" in text or "Ed" in text or "ufl" in text or "éd" in text else None
    return _value(found) if found else ""


def edition_cut(text: str) -> tuple[str, str]:
    """The text without the edition at its end, and the edition: `Grundzüge (3. Aufl.)` → `("Grundzüge", "3")`."""
    if not text.lower().rstrip(")] ").endswith(_ENDS):
        return text, ""
    for found in _EDITION.finditer(text):
        if not text[found.end() :].strip(" .)]") and found.start():
            return text[: found.start()].rstrip(" ,;:([."), _value(found)
    return text, ""


def _value(found: re.Match[str]) -> str:
    said = " ".join(part for part in (found["said"].strip(" ,"), found["behind"]) if part)
    number = re.match(r"\d+", found["ordinal"] or "")
    return (
        number[0] if number and found["said"].strip(" ,") == found["ordinal"].strip() and not found["behind"] else said
    )
