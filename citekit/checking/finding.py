"""What `citekit check` reports, and the shape of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from citekit.checking.bibliography import Bibliography

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong, or looks so, at a place in a file. `line` and `column` count from 1. `message` is one plain sentence
    without a full stop; what to do stands behind a semicolon."""

    file: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding as a rule gives it: the place in the text, counted from 0, and the key of the entry."""

    at: int
    message: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """`error`: BibTeX, biber or LaTeX stops there or loses something, or the value cannot be right. `warning`: it is probably wrong,
    or a style will print something else than is meant. `sentence` says what the rule finds. One that is not `usual` is
    a matter of taste and looks only when it is selected."""

    name: str
    severity: Severity
    sentence: str
    look: Callable[[Bibliography], Iterator[Spot]]
    usual: bool = True
