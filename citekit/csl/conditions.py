"""The conditions of `cs:if` and `cs:else-if` (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Callable

from citekit.csl import dates
from citekit.csl.element import Element
from citekit.csl.numbers import is_numeric
from citekit.csl.rendering import Rendering
from citekit.csl.variables import is_there, names_of, text_of

Test = Callable[[Rendering], bool]


def compiled(element: Element) -> Test:
    """Whether a branch is taken. `match` joins all that the attributes ask: all (the default), any or none of it."""
    tests = [
        _TESTS[name](word) for name, words in element.attributes.items() if name in _TESTS for word in words.split()
    ]
    match = element.get("match", "all")
    if len(tests) == 1 and match != "none":
        return tests[0]
    if match == "any":
        types = frozenset(element.get("type").split())
        if len(types) == len(tests):
            return lambda rendering: rendering.item.get("type") in types
        return lambda rendering: any(test(rendering) for test in tests)
    if match == "none":
        return lambda rendering: not any(test(rendering) for test in tests)
    return lambda rendering: all(test(rendering) for test in tests)


def _type(name: str) -> Test:
    return lambda rendering: rendering.item.get("type") == name


def _variable(name: str) -> Test:
    if name == "citation-number":
        return lambda rendering: True
    if name == "year-suffix":
        return lambda rendering: bool(rendering.year_suffix)
    names = names_of(name, short=False)
    if len(names) > 1:
        return lambda rendering: any(is_there(rendering.item, each) for each in names)
    return lambda rendering: is_there(rendering.item, name)


def _numeric(name: str) -> Test:
    return lambda rendering: is_numeric(text_of(rendering.item, name))


def _uncertain(name: str) -> Test:
    return lambda rendering: dates.is_uncertain(rendering.item.get(name))


def _disambiguate(value: str) -> Test:
    return lambda rendering: rendering.disambiguate is (value == "true")


def _in_a_note(_: str) -> Test:
    """Where and how often a work is cited: a bibliography knows nothing of that."""
    return lambda rendering: False


_TESTS: dict[str, Callable[[str], Test]] = {
    "type": _type,
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "disambiguate": _disambiguate,
    "position": _in_a_note,
    "locator": _in_a_note,
}
