"""Values that are not LaTeX but often look it: urls, DOIs, names of files."""

from __future__ import annotations

import re

from citekit.values.latex.braces import balanced, spaced

_WHOLE = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(.*)\}", re.DOTALL)
_ESCAPES = {"textasciitilde": "~", "textunderscore": "_", "textless": "<", "textgreater": ">"}
_ESCAPE = re.compile(
    r"""
    \{\\(?P<braced>[_%&#~])(?:\{\})?\}                                   # {\_} {\~{}}
    |\\(?P<bare>[_%&#])
    |\\(?P<tilde>~)\{\}
    |\{\\(?P<group>textasciitilde|textunderscore|textless|textgreater)(?:\{\})?\s*\}
    |\\(?P<macro>textasciitilde|textunderscore|textless|textgreater)(?:\{\}|(?![A-Za-z])[ ]?)
    |\$(?P<order>[<>])\$                                                 # SICI: 16$<$1661::AID-SIM968$>$3.0
    |\$\\sim(?:\{\})?\$                                                  # an old way to print the tilde of a home page
    """,
    re.VERBOSE,
)


def decode_verbatim(text: str) -> str:
    r"""A url, DOI or file name as it was meant: only `\_ \% \& \# {\_} \~{} $<$ $\sim$`, the like, and a `\url{…}` round it are undone."""
    text = spaced(text)
    if "\\" not in text and "$" not in text:
        return text
    whole = _WHOLE.fullmatch(text)
    return _ESCAPE.sub(_meant, whole[1] if whole else text)


def _meant(escape: re.Match[str]) -> str:
    sign = escape["braced"] or escape["bare"] or escape["tilde"] or escape["order"]
    return sign or _ESCAPES[escape["group"] or escape["macro"] or "textasciitilde"]


def encode_verbatim(text: str) -> str:
    r"""The inverse of `decode_verbatim`. Braces that do not balance are percent-encoded."""
    text = re.sub(r"\\(?=[_%&#])", r"\\\\", spaced(text))
    return text if balanced(text) else text.replace("{", "%7B").replace("}", "%7D")
