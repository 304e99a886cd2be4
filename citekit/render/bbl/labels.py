r"""What LaTeX is told of an entry to cite it by: the key, the names and the year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from citekit.csl import marks
from citekit.render.bbl.markup import MARKUP
from citekit.render.outputs import Entry
from citekit.render.outputs.tex_characters import encode

_NOT_IN_KEY = re.compile(r"[\\{}%\x00-\x1f\x7f]")
_YEAR = re.compile(r"(\d{4})([a-z]{1,2})")
_BEFORE_CHRIST = re.compile(r"-0*(\d+)([a-z]{0,2})")
_NUMBER = re.compile(r"[^\w#]*\d+[^\w#]*")
_NOT_IN_YEAR = re.compile(r"[^A-Za-z0-9 .,:;/?+-]")

# The `.aux` is told that another key means the same; with hyperref links to it have somewhere to go.
_ALSO = (
    r"\immediate\write\csname @auxout\endcsname{\detokenize{\global\expandafter\let\csname b@%s\expandafter\endcsname\csname b@%s\endcsname}}%%"
    "\n"
    r"\expandafter\ifx\csname hypertarget\endcsname\relax\else\hypertarget{cite.%s}{}\fi%%"
)


def cited_as(entry: Entry) -> str:
    """What natbib makes a citation of: `Doe et~al.(2009)Doe, Roe, and Poe`."""
    return f"{_names(entry.names or entry.key)}({_year(entry.year)}){_names(entry.everyone)}"


def item(entry: Entry, *, labelled: bool = False) -> str:
    r"""`\bibitem[{Doe et~al.(2009)Doe, Roe, and Poe}]{key}`; `labelled`: the style's own label behind it."""
    key = _key(entry.key)
    said = rf"\bibitem[{{{cited_as(entry)}}}]{{{key}}}"
    if labelled:
        said += rf"\citekitlabel{{{own_label(entry)}}}"
    return "\n".join([said, *(_ALSO % (other, key, other) for other in map(_key, entry.other_keys))])


def is_number(label: str) -> bool:
    """`[1]`, `1.`, a raised 1."""
    return bool(_NUMBER.fullmatch(marks.plain(label).strip()))


def is_numeric(entries: Sequence[Entry]) -> bool:
    """Do the labels say that works are cited by numbers?"""
    return all(is_number(entry.label) for entry in entries)


def number_form(entries: Sequence[Entry]) -> str:
    """How the style prints its numbers, `#1.`; `""` where that is LaTeX's own way, `[1]`, or no number."""
    label = entries[0].label
    form = re.sub(r"\d+", "#1", MARKUP(label).strip()) if is_number(label) else ""
    return "" if form in ("[#1]", "#1") else form


def own_label(entry: Entry) -> str:
    """The style's label without the brackets that LaTeX adds."""
    return _line(entry.label).strip("[] ")


def _line(marked: str) -> str:
    """Marked text as LaTeX on one line, without its fonts and links."""
    return encode(" ".join(marks.plain(marked).split()))


def _names(names: str) -> str:
    """Round brackets would end the names for natbib: `{NASA (Ames)}`."""
    said = _line(names).replace("et al.", "et~al.")
    return f"{{{said}}}" if re.search(r"[()\[\]]", said) else said


def _year(year: str) -> str:
    r"""`2009a` → `2009{\natexlab{a}}`, which natbib shortens to `Doe (2009a,b)`; `-44` → `44 BC`.

    natbib looks at the first four characters one by one and stops at a command, so that there is none: what is not ASCII loses its
    accents or is left out.
    """
    if found := _YEAR.fullmatch(year):
        return rf"{found[1]}{{\natexlab{{{found[2]}}}}}"
    year = _BEFORE_CHRIST.sub(r"\1 BC\2", year) if year.startswith("-") else year
    folded = unicodedata.normalize("NFKD", marks.plain(year).replace("–", "-"))
    return _NOT_IN_YEAR.sub("", folded).strip()


def _key(key: str) -> str:
    """Keys stay as the `.aux` has them, but for characters that no paper can cite."""
    return _NOT_IN_KEY.sub("-", key)
