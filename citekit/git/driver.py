"""The merge of three files' bytes."""

from __future__ import annotations

from citekit.git.form import form_of
from citekit.git.markers import Markers
from citekit.git.merge import Outcome, merge3
from citekit.model import Progress, unheard


def merge_files(
    base: bytes, ours: bytes, theirs: bytes, markers: Markers, tell: Progress = unheard
) -> tuple[bytes, Outcome]:
    """Merges files as `merge3` does texts; the result has our encoding, byte order mark and line ends.

    Where only one side changed anything its bytes are the result. Raises `UnmergeableError`, also for binary files and for
    letters our encoding lacks.
    """
    if theirs in (base, ours):
        return ours, Outcome("")
    if ours == base:
        return theirs, Outcome("")
    form = form_of(ours)
    outcome = merge3(form.read(base), form.read(ours), form.read(theirs), markers, tell)
    return form.write(outcome.text), outcome
