"""Which references describe the same work, and why."""

from citekit.dedupe.decide import Decision, Verdict
from citekit.dedupe.grouping import Decided, Grouping, Pair, explain, group, why
from citekit.dedupe.known import Known

__all__ = ["Decided", "Decision", "Grouping", "Known", "Pair", "Verdict", "explain", "group", "why"]
