"""What the line-tagged formats (RIS, EndNote's %-tags, Web of Science) have in common: from tags to fields.

A tag as it stood is an `Origin`: `name` the tag, `text` its value with the line breaks inside it, `line`. A format says what
each tag means, which is the name of a field or of a group of tags that are read together, such as `(date)`. All tags of one
meaning then go to one `Handler`, which puts fields into a `Collected`. Nothing is dropped: what finds no place stays under
`<format>-<tag>`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from citekit.model import Field, Names, Origin, Value
from citekit.values.text import squash
from citekit.vocabulary import NAME_FIELDS

Said = Sequence[Origin]

_TAG = re.compile(
    r"</?(?:[a-z]{1,8}:)?(?:[bipu]|su[bp]|em|strong|italic|bold|span|sc|scp|tt|br|div|li|ul|ol)(?:\s[^<>]{0,200})?/?>",
    re.I,
)  # <i>, </sub>, <jats:italic>; not `<300 μm`
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});", re.IGNORECASE)


@dataclass(slots=True)
class Collected:
    """The fields of one record while they are put together.

    `kind` is the format's own word for its type, `type` ours, `verbatim` how a tag is called in the name of the field that keeps
    it where that is not the tag itself.
    """

    form: str
    kind: str
    type: str
    verbatim: Mapping[str, str] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    kept: dict[str, dict[str, Origin]] = field(default_factory=dict)

    def put(self, name: str, value: Value, said: Origin) -> None:
        """Sets a field. What is there already stays: the same said again is nothing new, something else is kept verbatim."""
        if not value:
            return
        there = self.fields.get(name)
        if there is None:
            self.fields[name] = Field(value, said)
        elif not _same(there.value, value):
            self.keep(said)

    def keep(self, said: Origin) -> None:
        """Keeps a tag under its own name, with others of that name."""
        if text := one_line(said.text):
            name = f"{self.form}-{self.verbatim.get(said.name, said.name.lower())}"
            self.kept.setdefault(name, {}).setdefault(text, said)

    def all(self) -> dict[str, Field]:
        """The fields, and what is kept."""
        kept = {name: Field("; ".join(texts), next(iter(texts.values()))) for name, texts in self.kept.items()}
        return {**self.fields, **kept}

    def get(self, name: str) -> str:
        there = self.fields.get(name)
        return there.value if there and isinstance(there.value, str) else ""


Handler = Callable[[Collected, str, Said], None]
"""Reads all tags of one meaning; the second argument is the meaning."""


def collect(
    collected: Collected,
    said: Iterable[Origin],
    meaning: Callable[[str], str],
    handlers: Mapping[str, Handler],
    silent: frozenset[str] = frozenset(),
) -> None:
    """Reads the tags of a record. `meaning` gives the meaning of each tag, `""` for one that has none and is kept verbatim.

    Meanings are read in the order of `handlers`; those not named there are names of people or one text. Tags in `silent` are
    the database's own bookkeeping and give no field.
    """
    groups: dict[str, list[Origin]] = {}
    for each in said:
        if each.text and each.name not in silent:
            groups.setdefault(meaning(each.name), []).append(each)
    unknown = groups.pop("", [])
    for name in (*(name for name in handlers if name in groups), *(name for name in groups if name not in handlers)):
        handler = handlers.get(name) or (people if name in NAME_FIELDS else text)
        handler(collected, name, groups[name])
    for each in unknown:
        collected.keep(each)


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Names) or isinstance(other, Names):
        return one == other
    return one == other or (bool(squash(one)) and squash(one) == squash(other))


# ---------------------------------------------------------------- handlers that formats share


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
    """One name a tag; see `citekit.exchange.tags_people`."""
    from citekit.exchange.tags_people import names

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


# ---------------------------------------------------------------- values


def one_line(text: str) -> str:
    return " ".join(text.split())


def plain(text: str) -> str:
    """A text on one line; HTML's entities and tags are taken for what they mean: `Il1rn<sup>-/-</sup> &amp; more`."""
    if "&" in text and ";" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if "<" in text and ">" in text:
        text = _TAG.sub("", text)
    return one_line(text)


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
