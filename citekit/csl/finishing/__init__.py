"""The last touch on an entry: what its parts could not know of each other.

Parts are joined with their affixes and delimiters as they are. Here punctuation that met is merged, quotation marks and fonts are
settled by how they nest, and superfluous spaces go.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citekit.csl.finishing.joining import merged, spaced
from citekit.csl.finishing.nesting import settled

if TYPE_CHECKING:
    from citekit.csl.locales import Locale

__all__ = ["finisher"]


def finisher(locale: Locale) -> Callable[[str], str]:
    """What finishes the entries of one locale: joined marked text → balanced marked text without `QUOTE` and `NOCASE`."""
    quotes, inside = locale.quotes, locale.punctuation_in_quote

    def finished(text: str) -> str:
        return settled(spaced(merged(text)), quotes, inside)

    return finished
