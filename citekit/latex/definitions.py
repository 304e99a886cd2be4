"""Commands that a source defines for itself and that cite with their parameters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citekit.latex.arguments import Closings, after_gap
from citekit.latex.commands import Form

DEFINERS = frozenset(
    """
    newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd renewrobustcmd providerobustcmd
    NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand
    NewExpandableDocumentCommand RenewExpandableDocumentCommand def gdef edef xdef let
    DeclareCiteCommand DeclareMultiCiteCommand DeclareAutoCiteCommand
    """.split()
)

# \newcommand*{\seealso}[2][]{…}   \def\seealso#1#2{…}   \NewDocumentCommand{\seealso}{o m}{…}
_DEFINITION = re.compile(
    rf"\\(?P<definer>{'|'.join(sorted(DEFINERS))})\*?[\s%]*(?:\{{[\s%]*)?\\(?P<name>[A-Za-z@]+)(?:[\s%]*\}})?"
)
_PARAMETERS = re.compile(r"(?:#\d)*")
# xparse: m, +m, o, s, O{default}, d(), D(){default}, t+, e{^_}, >{\\TrimSpaces} m
_ARGUMENT = re.compile(r">\s*\{[^{}]*\}|([a-zA-Z])(?:(?<=[tdDrR])\S)?(?:(?<=[dDrR]\S)\S)?(?:[ \t]*\{[^{}]*\})?")
_PARAMETER = re.compile(r"[\s%]*#(\d)[\s%]*")

_BRACED = "mvb"


@dataclass(frozen=True, slots=True)
class _Definition:
    """`arguments` has one letter for each parameter: `m` for those in braces, anything else for the others."""

    name: str
    arguments: str
    start: int
    end: int


def own_forms(text: str, closing: Closings, uses: Iterable[tuple[str, int, tuple[int, int]]]) -> dict[str, Form]:
    """The forms of the commands whose definition cites a parameter in braces, such as `\\seealso` in
    `\\newcommand{\\seealso}[2]{#1, see also \\cite{#2}}`. `uses` are all citations: command, place, inside of the braces.

    A key in an optional argument is not seen, nor are commands that only call such a command.
    """
    definitions = sorted(_definitions(text, closing), key=lambda each: each.start)
    starts = [each.start for each in definitions]
    cited: dict[_Definition, set[int]] = {}
    for _, place, (start, end) in uses:
        around = bisect_right(starts, place) - 1
        parameter = _PARAMETER.fullmatch(text, start, end)
        if parameter and around >= 0 and place < definitions[around].end:
            cited.setdefault(definitions[around], set()).add(int(parameter[1]))
    return {each.name: form for each, parameters in cited.items() if (form := _form(each.arguments, parameters))}


def _form(arguments: str, parameters: set[int]) -> Form | None:
    braces = [number in parameters for number, letter in enumerate(arguments, 1) if letter in _BRACED]
    return Form("".join("k" if cites else "-" for cites in braces)) if any(braces) else None


def _definitions(text: str, closing: Closings) -> Iterator[_Definition]:
    for match in _DEFINITION.finditer(text):
        place = after_gap(text, match.end())
        if "DocumentCommand" in match["definer"]:
            arguments, place = _described(text, place, closing)
        elif match["definer"].endswith("def"):
            parameters = _PARAMETERS.match(text, place)
            assert parameters is not None
            arguments, place = "m" * (len(parameters[0]) // 2), parameters.end()
        else:
            arguments, place = _counted(text, place, closing)
        if text.startswith("{", place) and place in closing.first:
            yield _Definition(match["name"], arguments, place, closing.first[place])


def _counted(text: str, place: int, closing: Closings) -> tuple[str, int]:
    """`[2][default]` of \\newcommand: with a default the first parameter is optional."""
    found: list[str] = []
    while text.startswith("[", place) and place in closing.first and len(found) < 2:
        end = closing.first[place]
        found.append(text[place + 1 : end].strip())
        place = after_gap(text, end + 1)
    count = int(found[0]) if found and re.fullmatch("[1-9]", found[0]) else 0
    return ("o" * (len(found) - 1) + "m" * count)[:count], place


def _described(text: str, place: int, closing: Closings) -> tuple[str, int]:
    """`{s o m}` of \\NewDocumentCommand."""
    if not text.startswith("{", place) or place not in closing.first:
        return "", place
    end = closing.first[place]
    return "".join(match[1] or "" for match in _ARGUMENT.finditer(text, place + 1, end)), after_gap(text, end + 1)
