"""What happens where two parts of an entry meet: punctuation and spaces."""

from __future__ import annotations

import re

from citekit.csl import marks

_CLASHES = {
    "::": ":", ":.": ":", ":!": "!", ":?": "?",
    "..": ".",
    ";;": ";", ";:": ";", ";.": ";", ";!": "!", ";?": "?",
    "!!": "!", "!:": "!", "!.": "!",
    "??": "?", "?:": "?", "?.": "?",
    ",,": ",",
}  # fmt: skip
"""What is left of two that met; other pairs stay (`.,`). CSL test suite, punctuation_FullMontyPlain."""

_THROUGH = "[\ufdd0-\ufddc\ufdef]*"  # beginnings of fonts and any ends
_LINK = f"{marks.LINK}[^{marks.SEPARATOR}]*{marks.SEPARATOR}(?:[^\ufdd0-\ufdef]*{marks.CLOSE})?"
_MEETING = re.compile(f"(?:{_LINK})(?:{_THROUGH}[.,:;!?])*|[.,:;!?](?:{_THROUGH}[.,:;!?])+")
_PUNCTUATION = re.compile("[.,:;!?]")
_AFTER_LINK = re.compile(f"[.,:;!?]?{marks.CLOSE}(?={_THROUGH}[.,:;!?])")
_SPACES = re.compile(" (?:[\ufdd0-\ufdde\ufde0-\ufde3\ufdef]* )+")
_BEGINNINGS = "".join(marks.FONTS | marks.DISPLAYS) + marks.QUOTE + marks.NOCASE


def merged(text: str) -> str:
    """Marked text without punctuation twice, as where `etc.` meets the delimiter `. `. Fonts and quotation marks may stand between.
    What is in a link stays, and so does what a field itself has together (`...`; see `field_quotes.JOINT`)."""
    return _MEETING.sub(_merge, text)


def _merge(match: re.Match[str]) -> str:
    run = match[0]
    begin = 0
    if run[0] == marks.LINK:
        begin = run.find(marks.CLOSE) - 1
        if begin < 0 or begin == len(run) - 2:
            return run
    kept: list[str] = [run[:begin]]
    last, place = "", 0
    position = begin
    for mark in _PUNCTUATION.finditer(run, begin):
        kept.append(run[position : mark.start()])
        position = mark.end()
        left = _CLASHES.get(last + mark[0])
        if left is None:
            kept.append(mark[0])
        elif left != last:
            kept[place] = ""
            kept.append(mark[0])
        else:
            continue
        last, place = mark[0], len(kept) - 1
    return "".join(kept) + run[position:]


def spaced(text: str) -> str:
    """Marked text with one space where several met, and none at its edges."""
    text = _SPACES.sub(_one_space, text)
    if text[-1:] == " " or text[-1:] == marks.CLOSE:
        body = text.rstrip(marks.CLOSE)
        if body[-1:] == " ":
            text = body.rstrip(" ") + text[len(body) :]
    body = text.lstrip(_BEGINNINGS)
    return text[: len(text) - len(body)] + body.lstrip(" ") if body[:1] == " " else text


def _one_space(match: re.Match[str]) -> str:
    return " " + match[0].replace(" ", "")
