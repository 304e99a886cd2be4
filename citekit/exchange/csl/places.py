"""Variables of CSL whose field depends on the type: who publishes, and what a number counts.

BibTeX's `number` is an issue in a journal, a place in a series of books, and a number of its own in a report (biblatex manual
§2.3.11). The publisher of a thesis is its `school`, that of a report its `institution` (*BibTeXing*, §3).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

_ISSUES = frozenset({"article", "periodical", "suppperiodical", "review"})
_SERIES = frozenset(
    """
    book mvbook inbook bookinbook suppbook booklet collection mvcollection incollection suppcollection proceedings mvproceedings
    inproceedings conference reference mvreference inreference
    """.split()
)
_LAW = frozenset({"jurisdiction", "legal", "legislation", "patent", "standard", "commentary"})
_SCHOOLS = frozenset({"phdthesis", "mastersthesis", "thesis"})
_REPORTS = frozenset({"techreport", "report"})


def publishers(kind: str) -> tuple[str, ...]:
    """The fields that may hold the publisher, the one to write first at the head."""
    if kind in _SCHOOLS:
        return ("school", "institution", "publisher", "organization")
    if kind in _REPORTS:
        return ("institution", "publisher", "organization")
    if kind in _LAW:
        return ("publisher", "institution", "school")
    return ("publisher", "organization", "institution", "school")


def fields_for(kind: str, variables: Collection[str]) -> Mapping[str, str]:
    """The field for each variable that depends on the type, in an item that has these variables. What is missing here has none."""
    fields = {
        "issue": "issue",
        "publisher": publishers(kind)[0],
        _counted(kind, "collection-title" in variables, "container-title" in variables): "number",
    }
    if kind in _LAW:
        fields["authority"] = "organization"
    if kind in _ISSUES:
        fields |= {"volume-title": "issuetitle", "number": "eid"}
    return fields


def _counted(kind: str, in_a_series: bool, in_a_container: bool) -> str:
    """The variable that `number` is."""
    if kind in _ISSUES:
        return "issue"
    if kind in _SERIES and in_a_series:
        return "collection-number"
    return "issue" if kind in _SERIES and in_a_container else "number"
