"""The story as one HTML page: nothing is fetched, no script is needed to read it, and nothing of the inputs is markup."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from importlib.resources import files

from citekit import __version__
from citekit.pipeline import Result
from citekit.report.account import account
from citekit.report.counts import Counts, counts
from citekit.report.page.elements import Markup, element, join
from citekit.report.page.flow import diagram
from citekit.report.page.lists import dois, inputs, keys, problems
from citekit.report.page.merges import merged_works
from citekit.report.page.pairs import unsure, versions

__all__ = ["as_html"]

_LEAD = "What was read, what was found to be one work and why, and what is left for a person to look at."


def as_html(result: Result) -> str:
    """The page. It stays readable for very large merges: long lists are cut, and say by how much."""
    told = account(result)
    numbers = counts(told)
    body = element(
        "body",
        element("header", element("h1", "Merge report"), element("p", _LEAD, class_="lead")),
        element("nav", element("ul", *_contents(result, numbers)), aria_label="Contents"),
        element(
            "main",
            diagram(told),
            _filter(),
            unsure(told),
            problems(told),
            merged_works(told),
            versions(told),
            dois(result),
            keys(result),
            inputs(result),
        ),
        element("footer", f"Made by citekit {__version__}. The JSON report holds every record whole."),
        element("script", _own("filter.js")),
    )
    return f"<!DOCTYPE html>\n{element('html', _head(), body, lang='en')}\n"


def _head() -> Markup:
    """Whatever slipped into the page could not run: the policy lets nothing in but our own style and script."""
    style, script = _own("style.css"), _own("filter.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", "Merge report"),
        element("style", style),
    )


def _own(name: str) -> Markup:
    return Markup("\n" + files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _digest(text: str) -> str:
    """A hash of Content Security Policy, level 2."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _contents(result: Result, numbers: Counts) -> Iterator[Markup]:
    changed = sum(old != new for old, new in result.key_map.items())
    places = (
        ("unsure", "Unsure pairs", numbers.unsure),
        ("problems", "Please look at", numbers.problems),
        ("merged", "Merged works", numbers.merged),
        ("versions", "Preprint and published form", numbers.versions),
        ("dois", "DOIs", len(result.matches)),
        ("keys", "Citation keys that changed", changed),
        ("inputs", "Inputs", len(result.inputs)),
    )
    for name, title, number in places:
        if number:
            yield element("li", element("a", title, href=f"#{name}"), f" {number:,}")


def _filter() -> Markup:
    """Shown by the script; without one there is nothing to type into."""
    field = join(element("label", "Show only what says ", for_="words"), element("input", type="search", id="words"))
    return element("div", field, element("output", for_="words"), class_="filter", id="filter", hidden=True)
