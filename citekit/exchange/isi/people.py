"""The people of a Web of Science record: one name a line, full names beside short ones, bodies apart."""

from __future__ import annotations

from dataclasses import replace

from citekit.exchange.tags import handlers
from citekit.exchange.tags.collected import Collected, Said
from citekit.model import Field, Names, Person
from citekit.values.markup import plain


def authors(collected: Collected, name: str, said: Said) -> None:
    """`AF` has the full names of those in `AU`."""
    _people(collected, "author", said, full="AF")


def book_authors(collected: Collected, name: str, said: Said) -> None:
    _people(collected, "bookauthor" if "author" in collected.fields else "author", said, full="BF")


def _people(collected: Collected, name: str, said: Said, full: str) -> None:
    best = [each for each in said if each.name == full] or said
    handlers.people(collected, name, [replace(each, text=line) for each in best for line in each.text.split("\n")])


def editors(collected: Collected, name: str, said: Said) -> None:
    _people(collected, "editor", said, full="")


def group_author(collected: Collected, name: str, said: Said) -> None:
    _bodies(collected, "author", said)


def book_group(collected: Collected, name: str, said: Said) -> None:
    """The body that edits a book of conference papers (`IEEE`)."""
    _bodies(collected, "organization" if collected.type == "inproceedings" else "bookauthor", said)


def _bodies(collected: Collected, name: str, said: Said) -> None:
    bodies = [plain(body) for each in said for body in each.text.split(";") if body.strip()]
    if name == "organization":
        handlers.join(collected, name, bodies, said[0], "; ")
        return
    there = collected.fields.get(name)
    people = there.value.people if there and isinstance(there.value, Names) else ()
    others = there.value.others if there and isinstance(there.value, Names) else False
    named = Names((*people, *(Person(body, literal=True) for body in bodies)), others)
    collected.fields[name] = Field(named, there.origin if there else said[0])
