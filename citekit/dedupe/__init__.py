"""Which references describe the same work, and why."""

from citekit.dedupe.decide import Decision, Verdict
from citekit.dedupe.grouping import Grouping, Pair, explain, group

__all__ = ["Decision", "Grouping", "Pair", "Verdict", "explain", "group"]
