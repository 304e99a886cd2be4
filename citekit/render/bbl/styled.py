"""References through a style → the `.bbl` of a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from citekit.csl import marks
from citekit.csl.citing import short_names, year_of
from citekit.csl.locales import load
from citekit.exchange.csl import to_item
from citekit.model import Names, Problem, Reference
from citekit.plugins import blaming
from citekit.render import of_pybtex
from citekit.render.bbl import Work, bbl
from citekit.render.bbl.labels import is_number
from citekit.render.outputs.tex_characters import unknown
from citekit.render.required import missing

OtherKeys = Mapping[str, tuple[str, ...]]
"""Citation key → the other keys by which a paper cites the same entry."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """`text` is the `.bbl`; `problems` are what a person should know of the entries."""

    text: str
    problems: tuple[Problem, ...] = ()


def typeset(
    references: Sequence[Reference], style: str, language: str = "", other_keys: OtherKeys | None = None
) -> Typeset:
    """The `.bbl` of references that have a key each, in a style of `citekit.render.render` and in its order.

    Raises `CitekitError` where there is no such style, and where a style of another package fails.
    """
    through = _through_pybtex if of_pybtex(style) else _through_csl
    works, numeric = through(references, style, language, other_keys or {})
    texts = {work.key: marks.plain(work.text) for work in works}
    problems = [problem for each in references for problem in _problems(each, texts[each.key])]
    return Typeset(bbl(works, numeric), tuple(problems))


def _through_csl(
    references: Sequence[Reference], name: str, language: str, other_keys: OtherKeys
) -> tuple[list[Work], bool]:
    from citekit.render.through_csl import entry, opened

    style = opened(name, language)
    works = []
    for one in style.bibliography([to_item(reference) for reference in references]):
        reference = references[one.place]
        shown = entry(reference.key, one)
        cited = (one.names, one.year, _everyone(reference), other_keys.get(reference.key, ()))
        works.append(Work(reference.key, shown.label, shown.text, *cited))
    return works, style.numeric


def _through_pybtex(
    references: Sequence[Reference], name: str, language: str, other_keys: OtherKeys
) -> tuple[list[Work], bool]:
    from citekit.render.entries import entry
    from citekit.render.marking import Marking

    found = of_pybtex(name)
    assert found is not None
    plugin, style = found
    with blaming(plugin) if plugin else nullcontext():
        formatted = list(style.make().format_entries([entry(each, each.key) for each in references]))
    by_key, locale, backend = {each.key: each for each in references}, load(language or "en-US", []), Marking("utf-8")
    works = []
    for one in formatted:
        reference = by_key[one.key]
        item = to_item(reference)
        cited = (short_names(item, locale), year_of(item, locale), _everyone(reference), other_keys.get(one.key, ()))
        works.append(Work(one.key, str(one.label), one.text.render(backend) if one.text else one.key, *cited))
    return works, all(is_number(work.label) for work in works)


def _everyone(reference: Reference) -> str:
    """The family names of all authors, else editors: `Doe, van Roe, and Poe`."""
    people: Names = reference.names("author") or reference.names("editor")
    names = [f"{person.particle} {person.family}".strip() or person.given for person in people]
    if people.others:
        return ", ".join([*names, "et al."])
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _problems(reference: Reference, text: str) -> list[Problem]:
    found = []
    if lacks := missing(reference):
        said = f"incomplete {reference.type}: no {', no '.join(lacks)}"
        found.append(Problem.about("incomplete", said, reference))
    if characters := unknown(text):
        said = f"pdfLaTeX prints {' '.join(characters)} as numbers; XeLaTeX and LuaLaTeX print them, with a font that has them"
        found.append(Problem.about("unprintable", said, reference))
    return found
