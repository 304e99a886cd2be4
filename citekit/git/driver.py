"""The merge of three files' bytes."""

from __future__ import annotations

from citekit.encoding import Form, verbatim
from citekit.errors import InputError
from citekit.git.document import UnmergeableError
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
    form, texts = _texts(base, ours, theirs)
    outcome = merge3(*texts, markers, tell)
    try:
        return form.data(outcome.text), outcome
    except UnicodeEncodeError as error:
        letter = outcome.text[error.start]
        raise UnmergeableError(f"ours is written in {form.encoding}, which has no {letter!r}") from error


def _texts(base: bytes, ours: bytes, theirs: bytes) -> tuple[Form, tuple[str, str, str]]:
    """All three as texts in the form of ours."""
    try:
        form = verbatim(ours, "ours").form
        return form, (form.text(base, "base"), form.text(ours, "ours"), form.text(theirs, "theirs"))
    except InputError as error:
        raise UnmergeableError(error.reason) from error
