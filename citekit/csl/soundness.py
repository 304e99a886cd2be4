"""Is a style safe to compile? A style from outside may call macros without end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from citekit.csl.element import Element
from citekit.errors import CitekitError

# What one entry may cost. Of the 2,850 independent styles of the CSL project the largest reaches 3,050 elements, the deepest 72.
_MOST = 50_000
_DEEPEST = 150


def checked(root: Element, name: str) -> None:
    """Raises `CitekitError` where macros of a style are missing, call themselves, or reach too many elements or too deep.

    `name` is what messages call the file. Every macro is looked at, whether something calls it or not, and one of several of the same
    name counts for all of them.
    """
    macros: dict[str, list[Element]] = {}
    for macro in root.all("macro"):
        macros.setdefault(macro.get("name"), []).append(macro)
    calls = {each: [call for macro in found for call in _calls(macro)] for each, found in macros.items()}
    layouts = [*root.all("citation"), *root.all("bibliography")]
    for call in (*(call for found in calls.values() for call in found), *(c for each in layouts for c in _calls(each))):
        if call.get("macro") not in macros:
            raise CitekitError(f"{name}:{call.line}: there is no macro {_quoted(call.get('macro'))}")
    costs: dict[str, tuple[int, int]] = {}
    for each in _in_order(macros, calls, name):
        for macro in macros[each]:
            costs[each] = max(costs.get(each, (0, 0)), _bounded(macro, costs, name))
    for layout in layouts:
        _bounded(layout, costs, name)


def _calls(element: Element) -> Iterator[Element]:
    """The elements in this one that call a macro: cs:text and cs:key."""
    return (each for each in element if each.name != "macro" and each.get("macro"))


def _in_order(
    macros: Mapping[str, Sequence[Element]], calls: Mapping[str, Sequence[Element]], name: str
) -> Iterator[str]:
    """The macros, each after those that it calls."""
    sorter = TopologicalSorter({each: [call.get("macro") for call in found] for each, found in calls.items()})
    try:
        yield from sorter.static_order()
    except CycleError as error:
        circle = list(reversed(error.args[1]))  # from caller to called
        way = " → ".join(map(_quoted, circle if len(circle) < 8 else [*circle[:6], "…", circle[-1]]))
        raise CitekitError(f"{name}:{macros[circle[0]][0].line}: a macro calls itself: {way}") from None


def _bounded(element: Element, costs: Mapping[str, tuple[int, int]], name: str) -> tuple[int, int]:
    """The cost of an element (see `_cost`). Raises `CitekitError` where it is too high."""
    number, depth = _cost(element, costs)
    where = f"{name}:{element.line}: {_quoted(element.get('name')) if element.name == 'macro' else element.name}"
    if number > _MOST:
        raise CitekitError(
            f"{where} calls macros that call macros, until there are more than {_MOST:,} elements to an entry"
        )
    if depth > _DEEPEST:
        raise CitekitError(f"{where} calls macros that call macros, more than {_DEEPEST} elements deep")
    return number, depth


def _cost(element: Element, costs: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """How many elements are rendered at most for this one, and how deep they stand in one another. `costs` are those of macros.

    Of the branches of a cs:choose only one is taken; the conditions of all may be asked.
    """
    number, depth = costs.get(element.get("macro"), (0, 0)) if element.name != "macro" else (0, 0)
    inner = [_cost(child, costs) for child in element.children]
    numbers = [each for each, _ in inner]
    number += 1 + (len(inner) + max(numbers, default=0) if element.name == "choose" else sum(numbers))
    return number, 1 + max((depth, *(each for _, each in inner)))


def _quoted(name: str) -> str:
    """A name as a message shows it, on one line and not too long."""
    return repr(name if len(name) <= 60 else f"{name[:59]}…")
