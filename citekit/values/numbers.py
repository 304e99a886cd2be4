"""Volumes and issues: `Bd. 3, H. 2`, `12(Suppl 1)`, `51/13`, `29 Pt 2`."""

from __future__ import annotations

import re

_VOLUME = re.compile(
    r"^(?:vol(?:ume|\b\.?)|bd\b\.?|band|tom(?:e|o)?\b|t\.|v\.|jg\.|jahrg(?:ang|\.)|ann(?:ée|o)|т\.|[第제])[\s\\]*(?=[^\W_])",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"^(?i:(?:nos?|n|nr|num(?:ber|éro|ero)?|núm(?:ero)?|número|issue|iss|hefte?|h|fasc(?:icule)?|вып)(?:\.|\b)|n[°º]\.?|№|[第제])\s*(?=[\dA-ZА-Я])"
)
# Special Issue, Suppl, Part A, XII, Winter, December
_WITHOUT_DIGITS = re.compile(
    r"(?i:issue|suppl|special|spécial|sonder|numéro|número|\bp(?:art|t)\b|spring|summer|autumn|fall|winter|frühjahr|sommer|herbst|printemps|été|automne|hiver"
    r"|primavera|verano|otoño|invierno|\b(?:jan|feb|fév|mar|apr|avr|abr|may|mai|jun|jul|aug|aoû|ago|sep|oct|okt|out|nov|dec|dez|déc|dic))|^(?:[IVXLC]+|[A-Z])\b"
)
_COUNTER = re.compile(r"(?<=\d)\s*[卷巻권期号號호]$")  # 第24卷, 제10호
# A volume with its issue in one: what stands behind the volume is the issue.
_BRACKETS = re.compile(r"(\d+[A-Za-z]?|[IVXLC]+)\s*\((.+)\)")  # 12(Suppl 1)
_SLASH = re.compile(r"(\d{1,30})\s?/\s?(\d{1,30}(?:-\d+)?)")  # 51/13
_EAST_ASIAN = re.compile(r"[第제]?\s?(\d+)\s?[卷巻권],?\s?[第제]?\s?(\d+)\s?[期号號호]")  # 제24권 제10호
_PART = re.compile(r"(\d+)[\s,]+((?:Pt|Part|Suppl|Supplement|Teil)\b.*)", re.IGNORECASE)  # 29 Pt 2
_NAMED = re.compile(
    r"(\S+?),?\s+((?:(?:nos?|nr|num|núm|heft|h|issue|iss|fasc)\b|n[°º])\.?\s*\S.*)", re.IGNORECASE
)  # 15, No. 3
_DIGITS = re.compile(r"\d+")
_TOGETHER = (_BRACKETS, _PART, _NAMED)


def volume(text: str) -> str:
    """`Vol. 15` → `15`, `tome XII` → `XII`; other text as it is."""
    if text.isalnum() and not text[-1:].isalpha():
        return text if text.isdecimal() else _COUNTER.sub("", _VOLUME.sub("", text))
    return _COUNTER.sub("", _VOLUME.sub("", text))


def issue(text: str) -> str:
    """`No. 3` → `3`, `n° 12` → `12`, `H. 2` → `2`; `Suppl 1`, `12 Pt 2` and `Winter` as they are. Words that count nothing
    (`Bibcode`) are no issue: `""`."""
    if text.isdecimal():
        return text
    number = _COUNTER.sub("", _ISSUE.sub("", text))
    return number if any(map(str.isdigit, number)) or _WITHOUT_DIGITS.search(number) else ""


def first_number(text: str) -> str:
    """The first number in a volume or issue, by which two are compared: `012 Suppl 1` → `12`; `""` for `Spring`."""
    found = _DIGITS.search(text)
    return found[0].lstrip("0") or "0" if found else ""


def volume_and_issue(text: str) -> tuple[str, str]:
    """`12(Suppl 1)` → `("12", "Suppl 1")`, `Bd. 3, H. 2` → `("3", "2")`; the issue is `""` where the text has none.

    `51/13` is taken for issue 13 of volume 51; `4/5` and `45-46` for two that came as one.
    """
    alone = volume(text)
    if alone.isdecimal():
        return alone, ""
    if found := _EAST_ASIAN.fullmatch(text):
        return found[1], found[2]
    if found := _SLASH.fullmatch(alone):
        return (alone, "") if found[2] == str(int(found[1]) + 1) else (found[1], found[2])
    for pattern in _TOGETHER:
        if found := pattern.fullmatch(alone):
            return found[1], issue(found[2])
    return alone, ""


def is_year(volume: str) -> bool:
    """Some databases give the year as the volume."""
    return len(volume) == 4 and volume.isdecimal() and volume[:2] in ("19", "20")
