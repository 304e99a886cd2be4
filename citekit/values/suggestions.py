"""Names that a person may have meant."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """What an error says behind a name that is not known: `; did you mean reddy2009?`, or `""` where none is alike."""
    from difflib import get_close_matches

    folded = {each.lower(): each for each in known}
    found = get_close_matches(name.lower(), folded, cutoff=0.75)
    return f"; did you mean {' or '.join(folded[each] for each in found)}?" if found else ""
