"""What PDFs and style marks do to a list of names, undone before it is read."""

from __future__ import annotations

import re
import unicodedata

_MARKS = str.maketrans(
    "", "", "*†‡§¶\xad¬\x00\x01\x02\x03\x04\x05\x06\x07"
)  # footnotes of an author list, hyphens nobody sees
_BULLET = re.compile(r"^\s*[•·–-]\s+(?=[\w—])")
_TAG = re.compile(r"</?[a-z]{1,8}>?|^/?[a-z]{1,8}>")  # <i>et al.</i>
_ACCENT_FIRST = re.compile(r"\s([\u0300-\u036f])([^\W\d_])")  # Guill ́en
_BEFORE_A_MARK = re.compile(r"\s+(?=[.,;](?:\W|$)|\.[^\W\d_])")  # Moss , D . → Moss, D.
_LETTER = r"[^\W\d_a-zß-öø-ÿ]"
_GLUED = re.compile(
    rf"(?<=\b{_LETTER}\.)(?={_LETTER}[^\W\d_][^\W\d_.])|(?<=\.)(?=(?:and|et|und|de|van|von)\b)"
)  # M.Wolf, J.and, P.de
_GLUED_AND = re.compile(rf"(?<=[\s,])and(?={_LETTER}(?:[.\s]|$))")  # andC. Joshi
_SPACED_HYPHEN = re.compile(r"(?<=\.) -(?=\w)")  # J. -L.
_BROKEN = re.compile(r"(?<=[a-zß-öø-ÿ])- (?=[a-zß-öø-ÿ])")  # Vrijen- hoek, over two lines
_BROKEN_DOUBLE = re.compile(r"(?<=\w)- (?=\w)")  # Roux- Lombard
_EAST_ASIAN = "\u3040-\u30fa\u30fc-\u9fff\uac00-\ud7a3"
_BETWEEN_EAST_ASIAN = re.compile(rf"(?<=[{_EAST_ASIAN}])\s*[.․、，・·/]\s*(?=[{_EAST_ASIAN}])")


def cleaned(text: str) -> str:
    """One line, one space between words, no footnote marks; spaces and hyphens as a typist would have set them."""
    text = " ".join(text.translate(_MARKS).split())
    if "<" in text or ">" in text:
        text = _TAG.sub("", text)
    if text[:1] in "•·–-":
        text = _BULLET.sub("", text)
    if " ." in text or " ," in text or " ;" in text:
        text = _BEFORE_A_MARK.sub("", text)
    text = _GLUED.sub(" ", text)
    if "and" in text:
        text = _GLUED_AND.sub("and ", text)
    if "- " in text or " -" in text:
        text = _SPACED_HYPHEN.sub("-", _BROKEN_DOUBLE.sub("-", _BROKEN.sub("", text)))
    if text.isascii():
        return text
    if _ACCENT_FIRST.search(text):
        text = unicodedata.normalize("NFC", _ACCENT_FIRST.sub(r"\2\1", text))
    return _BETWEEN_EAST_ASIAN.sub(", ", text)
