"""What came of look-ups, told: in lines for people, as JSON values for machines. No other room puts a `Match` into words."""

from citekit.report.matches.decision import described, explained
from citekit.report.matches.document import as_json_lines, as_report, objects
from citekit.report.matches.groups import Entry, Group, counts, silence, summary, to_look_at
from citekit.report.matches.plain import plain
from citekit.report.matches.values import as_values

__all__ = [
    "Entry", "Group", "as_json_lines", "as_report", "as_values", "counts", "described", "explained", "objects", "plain",
    "silence", "summary", "to_look_at",
]  # fmt: skip
