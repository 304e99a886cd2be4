r"""What a paper may lack to print an entry, defined where it is not.

Two things stop pdfLaTeX: letters that its first font encoding (OT1, without `\usepackage[T1]{fontenc}`) has no command for, and characters
that no package told it how to print. The former are taken from T1, which LaTeX always knows; the latter are printed as `[U+4E2D]`. XeLaTeX,
LuaLaTeX and papers that know better never come to what is defined here. Labels are printed where the paper cites, before the list is
read: what they need is written to the `.aux`, too.

Any LaTeX stops at commands of formulas that need amssymb or another package. Without the package something near is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citekit.render.outputs.tex_maths import FALLBACKS

# Commands that `tex_characters` writes and that LaTeX defines for T1 but not for OT1 (t1enc.def, ot1enc.def, of LaTeX 2022-11).
_SYMBOLS = (
    "dj DJ dh DH th TH ng NG guillemotleft guillemotright guilsinglleft guilsinglright quotesinglbase quotedblbase"
).split()
_ACCENTS = ("k",)
_COMMAND = re.compile(rf"\\({'|'.join((*_SYMBOLS, *_ACCENTS))})(?![A-Za-z])")
_OF_PACKAGES = re.compile(rf"\\({'|'.join(FALLBACKS)})(?![A-Za-z])")
_UNKNOWN = re.compile(r"[^\x00-\x7f]")

# LaTeX looks for \?\dj where an encoding has no \dj, and for \u8:中 where it reads 中.
_DEFAULT = r"\expandafter\gdef\csname ?\string\%s\endcsname{\UseText%s{T1}\%s}"
_CHARACTER = (
    r"\expandafter\ifx\csname u8:\detokenize{%s}\endcsname\relax"
    r"\expandafter\gdef\csname u8:\detokenize{%s}\endcsname{[U+%04X]}\fi"
)
_KEEP = r"\immediate\write\csname @auxout\endcsname{\detokenize{%s}}%%"


def definitions(labels: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    """Lines of TeX that let pdfLaTeX print these LaTeX texts; those that labels need go to the `.aux`, too."""
    cited, printed = "".join(labels), "".join(texts)
    # The .aux needs none of these: in labels LaTeX puts what is defined here in their place as it writes them.
    for name in sorted(set(_OF_PACKAGES.findall(cited + printed))):
        yield rf"\providecommand{{\{name}}}{FALLBACKS[name]}%"
    early = _needed(cited)
    for line in early | _needed(printed):
        yield line + "%"
        if line in early:
            yield _KEEP % line


def _needed(latex: str) -> dict[str, None]:
    """The definitions, each once, in the same order for the same text."""
    commands = sorted(set(_COMMAND.findall(latex)))
    characters = sorted(set(_UNKNOWN.findall(latex)))
    defaults = [_DEFAULT % (name, "Accent" if name in _ACCENTS else "Symbol", name) for name in commands]
    return dict.fromkeys([*defaults, *(_CHARACTER % (c, c, ord(c)) for c in characters)])
