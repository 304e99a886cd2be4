"""A paper as far as its bibliography goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.model import Problem


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper cites.

    `keys` come in the order in which they are first cited, each once, as written (LaTeX tells case apart); `everything` is
    `\\nocite{*}`. `bibliographies` are paths of `.bib` files; one that is not found stays as the paper names it and is a
    problem. `style` is what `\\bibliographystyle` says, `""` for biblatex. `places` tells file and line of the first
    citation. Problem kinds: `missing-bibliography`, `missing-file` (included by the paper), `unfinished` (LaTeX stopped before the
    end).
    """

    file: str
    keys: tuple[str, ...] = ()
    everything: bool = False
    bibliographies: tuple[str, ...] = ()
    style: str = ""
    biblatex: bool = False
    places: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
