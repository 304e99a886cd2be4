r"""What LaTeX is told of an entry to cite it by: the key, the names and the year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.csl import marks
from citekit.render.outputs.latex import MARKUP
from citekit.render.outputs.tex_characters import encode

_NOT_IN_KEY = re.compile(r"[\\{}%\x00-\x1f\x7f]")
_YEAR = re.compile(r"(\d{4})([a-z]{1,2})")
_NUMBER = re.compile(r"[^\w#]*\d+[^\w#]*")
_NOT_IN_YEAR = re.compile(r"[^A-Za-z0-9 .,:;/?+-]")

# The `.aux` is told that another key means the same; with hyperref links to it have somewhere to go.
_ALSO = (
    r"\immediate\write\csname @auxout\endcsname{\detokenize{\global\expandafter\let\csname b@%s\expandafter\endcsname\csname b@%s\endcsname}}%%"
    "\n"
    r"\expandafter\ifx\csname hypertarget\endcsname\relax\else\hypertarget{cite.%s}{}\fi%%"
)


@dataclass(frozen=True, slots=True)
class Work:
    """An entry for a `.bbl`.

    `key` is the one that the paper cites, `other_keys` are those that it cites the same entry by. `label` and `text` are marked text
    (`citekit.csl.marks`); `label` is what the style itself puts before the entry. `names` and `year` are what the paper prints where it
    cites by author and year, `Doe et al.` and `2009a`; `everyone` has all the names for natbib's `\\citet*`, `Doe, Roe, and Poe`.
    """

    key: str
    label: str
    text: str
    names: str
    year: str
    everyone: str = ""
    other_keys: tuple[str, ...] = ()


def cited_as(work: Work) -> str:
    """What natbib makes a citation of: `Doe et~al.(2009)Doe, Roe, and Poe`."""
    return f"{_names(work.names or work.key)}({_year(work.year)}){_names(work.everyone)}"


def item(work: Work, *, labelled: bool = False) -> str:
    r"""`\bibitem[{Doe et~al.(2009)Doe, Roe, and Poe}]{key}`; `labelled`: the style's own label behind it."""
    key = _key(work.key)
    said = rf"\bibitem[{{{cited_as(work)}}}]{{{key}}}"
    if labelled:
        said += rf"\citekitlabel{{{own_label(work)}}}"
    return "\n".join([said, *(_ALSO % (other, key, other) for other in map(_key, work.other_keys))])


def is_number(label: str) -> bool:
    """`[1]`, `1.`, a raised 1."""
    return bool(_NUMBER.fullmatch(marks.plain(label).strip()))


def number_form(works: Sequence[Work]) -> str:
    """How the style prints its numbers, `#1.`; `""` where that is LaTeX's own way, `[1]`, or no number."""
    label = works[0].label
    form = re.sub(r"\d+", "#1", MARKUP(label).strip()) if is_number(label) else ""
    return "" if form in ("[#1]", "#1") else form


def own_label(work: Work) -> str:
    """The style's label without the brackets that LaTeX adds."""
    return _line(work.label).strip("[] ")


def _line(marked: str) -> str:
    """Marked text as LaTeX on one line, without its fonts and links."""
    return encode(" ".join(marks.plain(marked).split()))


def _names(names: str) -> str:
    """Round brackets would end the names for natbib: `{NASA (Ames)}`."""
    said = _line(names).replace("et al.", "et~al.")
    return f"{{{said}}}" if re.search(r"[()\[\]]", said) else said


def _year(year: str) -> str:
    r"""`2009a` → `2009{\natexlab{a}}`, which natbib shortens to `Doe (2009a,b)`.

    natbib looks at the first four characters one by one and stops at a command, so that there is none: what is not ASCII loses its
    accents or is left out.
    """
    if found := _YEAR.fullmatch(year):
        return rf"{found[1]}{{\natexlab{{{found[2]}}}}}"
    folded = unicodedata.normalize("NFKD", marks.plain(year).replace("–", "-"))
    return _NOT_IN_YEAR.sub("", folded).strip()


def _key(key: str) -> str:
    """Keys stay as the `.aux` has them, but for characters that no paper can cite."""
    return _NOT_IN_KEY.sub("-", key)
