"""Steps that bring a reference read from text into one form. Their order is written here and nowhere else; steps of other packages
follow ours, by package and name.

BibTeX entries do not pass through: what a person has written in a `.bib` file is theirs.
"""

from __future__ import annotations

from functools import cache

from citekit.formats import Step
from citekit.model import Reference
from citekit.normalise.dashes import shape_dashes
from citekit.normalise.initials import space_initials
from citekit.normalise.pages import write_out_pages
from citekit.plugins import usable

__all__ = ["DEFAULT_STEPS", "Step", "all_steps", "normalise"]

DEFAULT_STEPS: tuple[Step, ...] = (write_out_pages, space_initials, shape_dashes)


def normalise(reference: Reference, steps: tuple[Step, ...] | None = None) -> Reference:
    """The reference after these steps, without any after `all_steps`. Doing it twice changes nothing more."""
    if reference.origin is not None and reference.origin.format == "bibtex":
        return reference
    for step in all_steps() if steps is None else steps:
        reference = step(reference)
    return reference


@cache
def all_steps() -> tuple[Step, ...]:
    """Our steps, then those that other packages bring as `citekit.steps`."""
    return (*DEFAULT_STEPS, *(step for plugin, step in usable("steps") if not plugin.own))
