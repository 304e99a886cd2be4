"""Handlers that the line-tagged formats share; see `citekit.exchange.tags.collecting.collect`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from citekit.exchange.tags.collected import Collected, Handler, Said
from citekit.exchange.tags.people import names
from citekit.model import Field, Names, Origin
from citekit.values.blanks import one_line
from citekit.values.markup import plain


def text(collected: Collected, name: str, said: Said) -> None:
    """The first value; others are kept."""
    for each in said:
        collected.put(name, plain(each.text), each)


def as_it_is(collected: Collected, name: str, said: Said) -> None:
    """The first value, of which nothing is taken for markup."""
    for each in said:
        collected.put(name, one_line(each.text), each)


def listed(between: str) -> Handler:
    """All values, joined; what is said twice stands once."""

    def handler(collected: Collected, name: str, said: Said) -> None:
        join(collected, name, [plain(each.text) for each in said], said[0], between)

    return handler


def keywords(collected: Collected, name: str, said: Said) -> None:
    """One keyword a line, or several with semicolons between them."""
    words = [word.strip() for each in said for line in each.text.split("\n") for word in plain(line).split(";")]
    join(collected, name, words, said[0], ", ")


def place(collected: Collected, name: str, said: Said) -> None:
    """Where a conference was held, if another tag said where its papers were published; else either."""
    for each in said:
        collected.put("venue" if "address" in collected.fields else "address", plain(each.text), each)


def join(collected: Collected, name: str, values: Iterable[str], said: Origin, between: str) -> None:
    """Adds values to a field that may have several."""
    before = [there] if (there := collected.get(name)) else []
    whole = between.join(dict.fromkeys([*before, *(value for value in values if value)]))
    if whole:
        collected.fields[name] = Field(whole, collected.fields[name].origin if before else said)


def people(collected: Collected, name: str, said: Said) -> None:
    """One name a tag; see `citekit.exchange.tags.people`."""
    found = names([one_line(each.text) for each in said])
    if found:
        origin = replace(said[0], text="; ".join(one_line(each.text) for each in said))
        there = collected.fields.get(name)
        if there and isinstance(there.value, Names):
            more = tuple(person for person in found if person not in there.value.people)
            whole = Names((*there.value.people, *more), there.value.others or found.others)
            collected.fields[name] = replace(there, value=whole)
        else:
            collected.fields[name] = Field(found, origin)
    else:
        for each in said:
            collected.keep(each)


# ---------------------------------------------------------------- what a text is

_KEY = re.compile(r"(?=[^\s]*[^\W\d_])[^\s,{}\"#%~\\()=]{2,80}")


def is_key(text: str) -> bool:
    """Can this be a citation key: one word with a letter in it, and no sign that BibTeX takes for its own?"""
    return _KEY.fullmatch(text) is not None


_MASTER = re.compile(r"\bmaster|\bm\.? ?(?:sc|a|s|phil|eng|res)\b|\bmagist|\bdiplom|\blicen[cst]", re.IGNORECASE)
_DOCTOR = re.compile(
    r"\bph\.? ?d|\bd\.? ?phil|\bdoct|\bdissert|\bdr\b|\bed\.? ?d\b|\bm\.? ?d\b|\bth[èe]se", re.IGNORECASE
)


def thesis_type(said: str) -> str:
    """The entry type of a thesis by what it is called: `M.Sc.` → `mastersthesis`; `thesis` where that does not tell."""
    if _MASTER.search(said):
        return "mastersthesis"
    return "phdthesis" if _DOCTOR.search(said) else "thesis"
