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
    """Whether a branch is taken. `match` joins all that the attributes ask: all (the default), any or none of it. An item is of one
    type only, so that one of several types will do in any case, as in the reference processor."""
    tests = [
        _TESTS[name](word) for name, words in element.attributes.items() if name in _TESTS for word in words.split()
    ]
    if "type" in element.attributes:
        tests.append(_types(element.get("type")))
    match = element.get("match", "all")
    if len(tests) == 1 and match != "none":
        return tests[0]
    wanted, found = match == "all", match == "any"  # a test that says otherwise settles it, and how

    def test(rendering: Rendering) -> bool:
        for each in tests:
            if each(rendering) is not wanted:
                return found
        return not found

    return test


def _types(names: str) -> Test:
    wanted = names.split()
    return lambda rendering: rendering.item.get("type") in wanted


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
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "disambiguate": _disambiguate,
    "position": _in_a_note,
    "locator": _in_a_note,
}
