"""Three-way merge of `.bib` files for git: `merge3` is the merge, pure; the other rooms are its parts and its set-up."""

from citekit.git.document import UnmergeableError
from citekit.git.markers import Markers
from citekit.git.merge import Outcome, merge3
from citekit.git.settled import Decision

__all__ = ["Decision", "Markers", "Outcome", "UnmergeableError", "merge3"]
