"""LaTeX: a `thebibliography` for pdfLaTeX, XeLaTeX and LuaLaTeX, alone or with natbib."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.csl import marks
from citekit.render.outputs import Entry, Layout
from citekit.render.outputs.blocks import DISPLAYS, line, lines
from citekit.render.outputs.markup import Markup, Pair, harmless
from citekit.render.outputs.tex_characters import encode


def _command(name: str) -> Pair:
    return rf"\{name}{{", "}"


def _link(address: str) -> Pair:
    return rf"\href{{{_address(address)}}}{{", "}"


def _address(address: str) -> str:
    return address.replace("%", r"\%").replace("#", r"\#")


MARKUP = Markup(
    encode,
    DISPLAYS
    | {
        marks.ITALIC: _command("textit"), marks.OBLIQUE: _command("textsl"), marks.UPRIGHT: _command("textup"),
        marks.BOLD: _command("textbf"), marks.LIGHT: _command("textmd"), marks.REGULAR: _command("textmd"),
        marks.SMALL_CAPS: _command("textsc"), marks.FULL_CAPS: (r"{\fontshape{n}\selectfont ", "}"),
        marks.UNDERLINE: _command("underline"),
        marks.SUPERSCRIPT: _command("textsuperscript"), marks.SUBSCRIPT: _command("textsubscript"),
    },
    _link,
)  # fmt: skip

# hyperref's \href is kept when it is there.
_PROLOGUE = r"""%% For \usepackage[T1]{fontenc}; with \usepackage{hyperref} the links work.
\providecommand{\href}[2]{#2}
\begin{thebibliography}{%s}
"""
# Inside a group, so that \cite keeps the brackets of the paper's class or of natbib.
_LABELS = r"""\begingroup
\makeatletter\def\@biblabel#1{%s}\makeatother
"""
_HANGING = r"""\setlength{\itemindent}{-\leftmargin}
"""
_NUMBER = re.compile(r"(\D*)(\d+)(\D*)")


def written(entries: Sequence[Entry], layout: Layout) -> str:
    """The list with the style's labels, which stand in it and not in `\\cite`: that prints LaTeX's own number, or the label.

    An entry without a label is cited by what `cited` says, and the list has no labels then; where there is neither, LaTeX
    numbers. Nothing for no entries: an empty thebibliography is an error in LaTeX.
    """
    if not entries:
        return ""
    label, cites = _labels(entries)
    own = label != "[#1]"
    items = "".join(
        f"\n\\bibitem{cite}{{{_key(entry.key)}}}\n{text(entry.text)}\n"
        for cite, entry in zip(cites, entries, strict=True)
    )
    return "".join(
        (
            _LABELS % label if own else "",
            _PROLOGUE % _widest(cites),
            _HANGING if label == _NO_LABEL else "",
            items,
            "\n\\end{thebibliography}\n",
            "\\endgroup\n" if own else "",
        )
    )


def text(marked: str) -> str:
    """What stands behind a `\\bibitem`."""
    first, *others = lines(MARKUP(marked))
    if not others and not first[0]:
        return first[1]
    made = [_line(*first), *(rf"\endgraf{_line(*other)}" for other in others)]
    return f"{{{''.join(made)}\\endgraf}}"


def _line(indented: bool, words: str) -> str:
    return rf"\leftskip={1.5 if indented else 0}em {words}"


_NO_LABEL = r"\hspace{1em}"


def _labels(entries: Sequence[Entry]) -> tuple[str, list[str]]:
    """What `\\@biblabel` makes of a label, and the optional argument of each `\\bibitem`."""
    labels = [line(MARKUP(entry.label)) for entry in entries]
    if not all(labels):
        cited = [line(MARKUP(entry.cited)) for entry in entries]
        return (_NO_LABEL, [f"[{{{each}}}]" for each in cited]) if all(cited) else ("[#1]", [""] * len(labels))
    found = [_NUMBER.fullmatch(label) for label in labels]
    before, _, after = found[0].groups() if found[0] else ("", "", "")
    if any(each is None or (each[1], each[3]) != (before, after) for each in found):
        bracketed = all(label[0] == "[" and label[-1] == "]" for label in labels)
        return (
            ("[#1]", [f"[{{{label[1:-1]}}}]" for label in labels])
            if bracketed
            else ("#1", [f"[{{{label}}}]" for label in labels])
        )
    numbers = [each[2] for each in found if each]
    counted = numbers == [str(number) for number in range(1, len(numbers) + 1)]
    return f"{before}#1{after}", [""] * len(numbers) if counted else [f"[{number}]" for number in numbers]


def _widest(cites: Sequence[str]) -> str:
    longest = max(cites, key=len)
    return longest[1:-1] or "9" * len(str(len(cites)))


def _key(key: str) -> str:
    """A key that `\\cite` takes."""
    return re.sub(r"[\s\\{}%#~,\"^$&]", "-", harmless(key)) or "-"
