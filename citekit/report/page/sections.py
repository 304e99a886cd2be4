"""What the sections of the page share: a heading that can be led to, and the sentence on what is left out."""

from __future__ import annotations

from citekit.report.page.elements import Markup, element
from citekit.report.words import count


def section(name: str, title: str, number: int, *inside: str) -> Markup:
    """A section with its heading and how many things it tells of; nothing where there are none."""
    if not number:
        return Markup("")
    said = element("span", f" ({number:,})", class_="number")
    return element("section", element("h2", title, said, id=name), *inside, aria_labelledby=name)


def left_out(shown: int, total: int, noun: str, what: str = "") -> Markup:
    """The plain sentence under a list that was cut; nothing under one that is whole."""
    if shown >= total:
        return Markup("")
    rest = count(total - shown, f"more {noun}")
    words = f"{rest} {'is' if total - shown == 1 else 'are'} not shown here. The JSON report has all {total:,}{what}."
    return element("p", words, class_="left-out")
