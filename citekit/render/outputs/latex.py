"""LaTeX: a `thebibliography` for pdfLaTeX, XeLaTeX and LuaLaTeX."""

from __future__ import annotations

from pybtex.backends import latex

from citekit.render.links import web_address
from citekit.render.outputs.tex_characters import encode, unknown

# hyperref's \href is kept when it is there.
_PROLOGUE = r"""%% For \usepackage[T1]{fontenc}; with \usepackage{hyperref} the links work.
\providecommand{\href}[2]{#2}
\begin{thebibliography}{%s}
"""


class Backend(latex.Backend):  # type: ignore[misc]
    """pybtex's, with ASCII output, an `\\href` that needs no package and labels that LaTeX makes itself."""

    def format_str(self, text: str) -> str:
        return encode(text)

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        address = web_address(url).replace("%", r"\%").replace("#", r"\#")
        return rf"\href{{{address}}}{{{text}}}" if address and text else text

    def write_prologue(self) -> None:
        entries = self.formatted_bibliography.entries
        self.output(_PROLOGUE % ("9" * len(str(len(entries)))) if entries else "")

    def write_entry(self, key: str, label: str, text: str) -> None:
        self.output(f"\n\\bibitem{{{key}}}\n{text}\n")

    def write_epilogue(self) -> None:
        if self.formatted_bibliography.entries:  # an empty thebibliography is an error in LaTeX
            self.output("\n\\end{thebibliography}\n")

    def unprintable(self, text: str) -> str:
        return unknown(text)
