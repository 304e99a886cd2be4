"""Names that the entry before has, too (CSL 1.0.2, "Reference Grouping": subsequent-author-substitute)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citekit.csl.names.lists import Written
from citekit.csl.rendering import Node, Rendering
from citekit.csl.workshop import Options

Repeats = Callable[[Sequence[Written], bool, Rendering], "str | list[Written]"]
"""The first names of an entry, are some left out, the entry → what stands for the whole list, or the names with what stands for
those that are repeated"""

_OTHERS = "\x1e"
"""Stands for names that are left out: `Doe` is not `Doe et al.`"""


def repeats(options: Options) -> Repeats | None:
    """Keeps the names that an entry prints first and replaces those that the entry before has, too. None: the style does not."""
    substitute, rule = options.subsequent_author_substitute, options.subsequent_author_substitute_rule
    if substitute is None:
        return None

    def replaced(names: Sequence[Written], are_cut: bool, rendering: Rendering) -> str | list[Written]:
        printed = [name.text for name in names] + [_OTHERS] * are_cut
        previous, rendering.first_names = rendering.previous or (), printed
        if rule.startswith("complete"):
            alike = len(names) if list(previous) == printed else 0
        else:
            alike = _alike(previous, printed, len(names))
        if alike and rule == "complete-all":
            return substitute
        if rule == "partial-first":
            alike = min(alike, 1)
        return [*(Written(substitute, name.is_inverted) for name in names[:alike]), *names[alike:]]

    return replaced


def stand_in_repeats(stand_in: Node, options: Options) -> Node:
    """What stands in for names is replaced like them, where it is no names itself."""
    again = repeats(options)
    if again is None:
        return stand_in

    def node(rendering: Rendering) -> str:
        made = stand_in(rendering)
        if not made or rendering.sorting or rendering.first_names is not None:
            return made
        replaced = again([Written(made, False)], False, rendering)
        return replaced if isinstance(replaced, str) else replaced[0].text

    return node


def _alike(previous: Sequence[str], printed: Sequence[str], most: int) -> int:
    """So many names are the same, from the first one on."""
    for place, (before, now) in enumerate(zip(previous, printed, strict=False)):
        if before != now:
            return place
    return min(len(previous), len(printed), most)
