"""The works that were made from several records, each beside its copies."""

from __future__ import annotations

from citekit.merging import Conflict, Merged
from citekit.report.account import Account
from citekit.report.page.differences import beginning
from citekit.report.page.elements import Markup, element, join
from citekit.report.page.sections import left_out, section
from citekit.report.page.sides import MOST_COPIES, copies
from citekit.report.words import count, place

MOST_WORKS = 500
_INTRODUCTION = (
    "The merged entry stands first. Words of a copy that differ from it are marked; “kept” is where a value was taken from;"
    " grey is the same in both."
)


def merged_works(told: Account) -> Markup:
    """The section of merged works, in order of their keys; those with conflicts come first."""
    several = [number for number, work in enumerate(told.result.merged) if len(work.members) > 1]
    several.sort(key=lambda number: not told.result.merged[number].conflicts)
    shown = several[:MOST_WORKS]
    alone = len(told.result.merged) - len(several)
    rest = f"The other {count(alone, 'work')} came from one record each and are not listed." if alone else ""
    return section(
        "merged",
        "Merged works",
        len(several),
        element("p", _INTRODUCTION, class_="soft"),
        element("p", _undo()),
        *(_article(told, number) for number in shown),
        left_out(len(shown), len(several), "merged work"),
        element("p", rest, class_="soft") if rest else "",
    )


def _undo() -> Markup:
    whole = element("code", "citekit split KEY refs.bib --report report.json -o refs.bib")
    one = element("code", "--member 2")
    return join("To undo one: ", whole, ", with the JSON report of this merge; ", one, " takes only copy 2 out.")


def _article(told: Account, number: int) -> Markup:
    work = told.result.merged[number]
    title = beginning(work.reference.title) if work.reference.title else "no title"
    return element(
        "article",
        element("h3", element("code", work.reference.key), " ", title),
        element("p", "One work because: ", "; ".join(told.reasons(number)), ".", class_="because"),
        _conflicts(work.conflicts),
        copies(work, {conflict.field for conflict in work.conflicts}),
        left_out(MOST_COPIES, len(work.members), "record", " of this work") if len(work.members) > MOST_COPIES else "",
        _as_they_stood(work),
        class_="findable",
        id=f"work-{number + 1}",
    )


def _conflicts(found: tuple[Conflict, ...]) -> Markup:
    if not found:
        return Markup("")
    lines = [element("li", str(conflict)) for conflict in found]
    return element("div", element("p", "The copies contradict each other"), element("ul", *lines), class_="clashes")


def _as_they_stood(work: Merged) -> Markup:
    inside = [
        join(element("p", f"Copy {number}, {place(member)}"), element("pre", beginning(member.origin.text), dir="auto"))
        for number, member in enumerate(work.members[:MOST_COPIES], 1)
        if member.origin and member.origin.text
    ]
    return element("details", element("summary", "The copies as they stood"), *inside) if inside else Markup("")
