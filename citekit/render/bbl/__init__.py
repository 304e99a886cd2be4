r"""A `.bbl`: the bibliography that LaTeX takes in at `\bibliography{…}`, as BibTeX would write it.

Each entry begins with natbib's `\bibitem[{Doe et~al.(2009)Doe, Roe, and Poe}]{key}`, which publishers' programs know, too. natbib makes of
it numbers or authors and years, as the paper asks. Where natbib is not loaded, a few lines at the beginning of the list lead
`\bibitem` back to what LaTeX itself understands, for this list only.
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.render.bbl.fallbacks import definitions
from citekit.render.bbl.labels import cited_as, item, number_form, own_label
from citekit.render.bbl.markup import text
from citekit.render.outputs import Entry

__all__ = ["bbl"]

_BEGIN = r"""\begin{thebibliography}{%s}
\providecommand{\href}[2]{#2}
\providecommand{\natexlab}[1]{#1}
"""
_END = "\n\\end{thebibliography}\n"

# Names with an `@` are put together by TeX, since no `@` is a letter here.
_WITHOUT_NATBIB = r"""\expandafter\ifx\csname ver@natbib.sty\endcsname\relax
  \let\citekitbibitem\bibitem
%s\fi
"""
_NUMBERED = r"""  \def\bibitem[#1]#2{\citekitbibitem{#2}}%
"""
_DATED = r"""  \def\bibitem[#1]#2{\citekitdated#1\citekitend{#2}}%
  \def\citekitdated#1(#2)#3\citekitend#4{\citekitbibitem[{#1, #2}]{#4}}%
  \expandafter\def\csname @biblabel\endcsname#1{}%
  \expandafter\ifx\csname ver@beamer.cls\endcsname\relax \setlength{\itemindent}{-\leftmargin}\fi
"""
_LABELLED = r"""  \def\bibitem[#1]#2\citekitlabel#3{\citekitbibitem[{#3}]{#2}}%
"""
_LABELS_PASSED_OVER = r"""\providecommand{\citekitlabel}[1]{}
"""
# A class or a paper that has labels of its own keeps them.
_NUMBER_LABELS = r"""\def\citekitbrackets#1{[#1]}%%
\expandafter\ifx\csname @biblabel\endcsname\citekitbrackets
  \expandafter\def\csname @biblabel\endcsname#1{%s}%%
\fi
\expandafter\ifx\csname bibnumfmt\endcsname\citekitbrackets
  \def\bibnumfmt#1{%s}%%
\fi
"""
_NUMBERS_WANTED = r"""\expandafter\ifx\csname ifNAT@numbers\endcsname\iffalse
  \PackageWarningNoLine{citekit}{The style numbers its entries, natbib cites by author and\MessageBreak
    year; for numbers: \string\usepackage[numbers]{natbib}}%
\fi
"""


def bbl(entries: Sequence[Entry], numeric: bool) -> str:
    """The `.bbl` of these entries, in this order, in ASCII but for characters that LaTeX has no command for.

    It is for LaTeX with natbib or without (also with cite, hyperref, babel, beamer, KOMA-Script), run by any engine. Without natbib a
    paper cites by number, `[1]`, where the style is `numeric`; else by names and year, `[Doe et al., 2009]`, or by the style's own labels.
    Characters that pdfLaTeX cannot print (`citekit.render.outputs.tex_characters.unknown`) it prints as `[U+4E2D]`, unless the
    paper tells it how. Without entries the file holds no list, since LaTeX takes an empty one for an error.
    """
    if not entries:
        return "% Nothing is cited.\n"
    labels = [] if numeric else [label for entry in entries if (label := own_label(entry))]
    items = [item(entry, labelled=bool(labels)) for entry in entries]
    texts = [text(entry.text) for entry in entries]
    head = _BEGIN % (max(labels, key=len) if labels else len(entries))
    own = _NUMBERED if numeric else _LABELLED if labels else _DATED
    needed = definitions([*map(cited_as, entries), *labels], texts)
    parts = [head, *(f"{line}\n" for line in needed), _WITHOUT_NATBIB % own]
    parts += [_LABELS_PASSED_OVER] if labels else []
    if numeric:
        form = number_form(entries)
        parts += [_NUMBERS_WANTED, _NUMBER_LABELS % (form, form) if form else ""]
    parts += (f"\n{begin}\n{text}\n" for begin, text in zip(items, texts, strict=True))
    return "".join([*parts, _END])
