"""Which references describe the same work, and why."""

from citekit.dedupe.decide import Decision, Verdict
from citekit.dedupe.grouping import Decided, Grouping, Pair, explain, group, why

__all__ = ["Decided", "Decision", "Grouping", "Pair", "Verdict", "explain", "group", "why"]
