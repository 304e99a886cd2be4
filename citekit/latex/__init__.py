"""Citation keys in LaTeX sources: where they stand, and the same source with other keys.

Sources are read as text and never run, so what only TeX could know is not seen: keys made by macros at run time, and
commands that take keys, were defined in another file, and do not have `cite` in their name. Nothing here touches files.
"""

from citekit.latex.diff import unified_diff
from citekit.latex.rewrite import Change, Edit, Rewrite, finder, with_keys
from citekit.latex.scan import Cited, cited

__all__ = ["Change", "Cited", "Edit", "Rewrite", "cited", "finder", "unified_diff", "with_keys"]
