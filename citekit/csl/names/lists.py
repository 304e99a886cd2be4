"""Lists of names: how many are shown, and what stands between them (CSL 1.0.2, "Name" and "Et-al")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from citekit.csl.element import Element
from citekit.csl.names.options import NameOptions
from citekit.csl.names.people import People
from citekit.csl.names.scripts import is_east_asian
from citekit.csl.rendering import Rendering
from citekit.csl.workshop import Workshop

NAME_BREAK = "\x1e"
"""Between names in a sort key: less than what stands between the parts of a name."""


class Cut(NamedTuple):
    """So many names are shown, and the last one behind an ellipsis where `with_last` says so, or "et al." where others are left out."""

    shown: int
    with_last: bool = False
    et_al: bool = False


class Written(NamedTuple):
    """A name as it is printed."""

    text: str
    is_inverted: bool
    is_institution: bool = False


def cutting(options: NameOptions) -> Callable[[People, Rendering], Cut]:
    """How a list of names is cut. One that the source has cut stays so: it has at least one more, which is not known."""
    least, first, last = options.et_al_least, options.et_al_first, options.et_al_last

    def cut(people: People, rendering: Rendering) -> Cut:
        count = len(people.names)
        if not rendering.sorting:
            made = _cut(count + people.and_others, least, first, last, rendering.shown)
            return Cut(min(made.shown, count), et_al=True) if people.and_others else made
        asked = rendering.et_al
        return _cut(
            count,
            least if asked.least is None else asked.least,
            first if asked.first is None else asked.first,
            last if asked.last is None else asked.last,
            0,
        )

    return cut


def _cut(count: int, least: int | None, first: int | None, with_last: bool, more: int) -> Cut:
    if least is None or first is None or count < least or first + more >= count:
        return Cut(count)
    last_too = with_last and count >= first + more + 2
    return Cut(first + more, last_too, not last_too)


@dataclass(frozen=True, slots=True)
class Joints:
    """What stands between names."""

    delimiter: str
    conjunction: str
    """Between the last two names; `""`: the delimiter does"""
    conjunction_after_delimiter: str
    precedes_last: str
    et_al: str
    space_before_et_al: str
    precedes_et_al: str

    def joined(self, names: Sequence[Written], cut: Cut) -> str:
        """The names, those that a `Cut` leaves (the last one, too, where it is shown)."""
        if cut.with_last:
            *shown, last = [name.text for name in names]
            return self.delimiter.join([*shown, f"… {last}"])
        if cut.et_al:
            return self._cut_short(names)
        if len(names) < 2 or not self.conjunction:
            return self.delimiter.join([name.text for name in names])
        after_delimiter = _precedes(self.precedes_last, len(names) > 2, names[-2]) and not _are_two_institutions(names)
        joint = self.conjunction_after_delimiter if after_delimiter else self.conjunction
        return self.delimiter.join([name.text for name in names[:-1]]) + joint + names[-1].text

    def _cut_short(self, names: Sequence[Written]) -> str:
        shown = self.delimiter.join([name.text for name in names])
        if not self.et_al or not names:
            return shown
        after_delimiter = _precedes(self.precedes_et_al, len(names) > 1, names[-1])
        return shown + (self.delimiter if after_delimiter else self.space_before_et_al) + self.et_al


def _are_two_institutions(names: Sequence[Written]) -> bool:
    """`NASA and ESA` have no comma in any style, as the reference processor has it."""
    return len(names) == 2 and names[0].is_institution and names[1].is_institution


def _precedes(rule: str, several: bool, before: Written) -> bool:
    """Does the delimiter stand before the last name, or before "et al."?"""
    if rule == "contextual":
        return several
    if rule == "after-inverted-name":
        return before.is_inverted
    return rule == "always"


def joints(options: NameOptions, et_al: Element | None, workshop: Workshop) -> Joints:
    """The joints of a list. Chinese and Japanese words, and those that bring a space of their own, are set without spaces
    (CSL test suite: name_EtAlWithCombined, name_HebrewAnd)."""
    et_al = et_al or Element("et-al")
    others = workshop.locale.term(et_al.get("term", "et-al")) or ""
    word = {"text": workshop.locale.term("and") or "", "symbol": "&"}.get(options.conjunction, "")
    close = is_east_asian(word) or word != word.rstrip()
    return Joints(
        options.delimiter,
        word if close or not word else f" {word} ",
        options.delimiter + (word if close or not word else f"{word} "),
        options.delimiter_precedes_last,
        workshop.dressing(et_al)(others),
        "" if is_east_asian(others) else " ",
        options.delimiter_precedes_et_al,
    )
