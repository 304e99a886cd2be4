"""A report read back: which works a merge made, of what, and where each old key leads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from citekit.acyclic import acyclic
from citekit.errors import InputError
from citekit.model import Reference
from citekit.report.machine.references import read, read_field
from citekit.values.suggestions import did_you_mean

SCHEMA = 2
"""Grows when a key of a report changes its meaning or goes. 1 is what had no number; its members were not whole."""


@dataclass(frozen=True, slots=True)
class Told:
    """One work as a report tells it: the merged entry, its members and the record id of each.

    Of the fields of `reference` only those that no member gave (a DOI that was looked up) have an origin.
    """

    reference: Reference
    members: tuple[Reference, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A report. `works` has the works as they stand there, by their keys in lower case; `keys` leads from old keys to new."""

    file: str
    works: Mapping[str, Mapping[str, Any]]
    keys: Mapping[str, str]

    def work(self, key: str) -> Told:
        """The work that has this key now or had it before. Raises `InputError`, which names keys that look alike."""
        values = self.works.get(key.lower()) or self.works.get(self._led(key).lower())
        if values is None:
            raise InputError(self.file, f"tells of no entry {key}{self._hint(key)}")
        try:
            return _told(values)
        except (AttributeError, KeyError, TypeError):
            raise _no_report(self.file) from None

    def homes(self) -> dict[tuple[str, str], str]:
        """File and key an entry had there, in lower case → the key of its work."""
        try:
            return {
                (member["file"], member["key"].lower()): work["key"]
                for work in self.works.values()
                for member in work["members"]
                if member["key"]
            }
        except (AttributeError, KeyError, TypeError):
            raise _no_report(self.file) from None

    def _led(self, key: str) -> str:
        folded = {old.lower(): new for old, new in self.keys.items()}
        return self.keys.get(key) or folded.get(key.lower(), "")

    def _hint(self, key: str) -> str:
        return did_you_mean(key, (*self.keys, *(str(work["key"]) for work in self.works.values())))


def story(text: str, file: str) -> Story:
    """Reads a report; `file` is the name to report it by. Raises `InputError` for anything else, and for older reports,
    whose members were not whole."""
    try:
        with acyclic():
            values = json.loads(text)
        schema = values.get("schema", 1)
        if "works" in values and schema != SCHEMA:
            age = "an older" if schema == 1 else "a newer"
            raise InputError(file, f"was written by {age} citekit; run the merge again with --report")
        works = {work["key"].lower(): work for work in values["works"]}
        return Story(file, works, dict(values["keys"]))
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError):
        raise _no_report(file) from None


def _no_report(file: str) -> InputError:
    return InputError(file, "is not a report of `citekit merge --report FILE.json`")


def _told(values: Mapping[str, Any]) -> Told:
    members = tuple(read(member) for member in values["members"])
    told = values.get("fields")
    fields = members[0].fields if told is None else {name: read_field(field) for name, field in told.items()}
    reference = Reference(values["type"], values["key"], fields)
    return Told(reference, members, tuple(str(member["id"]) for member in values["members"]))
