"""Steps that bring a reference read from text into one form. Their order is written here and nowhere else.

BibTeX entries do not pass through: what a person has written in a `.bib` file is theirs.
"""

from __future__ import annotations

from collections.abc import Callable

from citekit.model import Reference
from citekit.normalise.dashes import shape_dashes
from citekit.normalise.initials import space_initials
from citekit.normalise.pages import write_out_pages

Step = Callable[[Reference], Reference]

DEFAULT_STEPS: tuple[Step, ...] = (write_out_pages, space_initials, shape_dashes)


def normalise(reference: Reference, steps: tuple[Step, ...] = DEFAULT_STEPS) -> Reference:
    """The reference after all steps. Doing it twice changes nothing more."""
    if reference.origin is not None and reference.origin.format == "bibtex":
        return reference
    for step in steps:
        reference = step(reference)
    return reference
