r"""LaTeX ↔ Unicode, as far as BibTeX values need it. Nothing here raises, whatever the text, and all of it takes linear time.

What is lost on the way to Unicode: fonts (`\emph`), the braces that protect case (`protected_like` puts them back), the address
of `\href`, what `\noopsort` sorts by, `~` (a space), and the height of letters that Unicode cannot raise (`10\textsuperscript{th}`
is `10th`). Shorthands that need babel (`M"uller`) stay as they are, since nothing tells the language. What is lost on the way to
LaTeX: nothing that `decode` would miss. Letters of all scripts stay Unicode, so pdfLaTeX may lack one that LuaLaTeX and XeLaTeX have.
"""

from __future__ import annotations

from citekit.values.latex.addresses import decode_verbatim, encode_verbatim
from citekit.values.latex.braces import balanced
from citekit.values.latex.protection import protected_like
from citekit.values.latex.reading import decode
from citekit.values.latex.writing import encode

__all__ = ["balanced", "decode", "decode_verbatim", "encode", "encode_verbatim", "protected_like"]
