"""The stages in a row: read → normalise → dedupe → merge → (DOI) → keys → one library to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, Unpack

from citekit import files
from citekit.arranging import by_key, content, with_blocks
from citekit.dedupe import Grouping, group
from citekit.encoding import Verbatim
from citekit.inheritance import resolved
from citekit.keys import assign_keys, key_map
from citekit.linking import linked
from citekit.merging import Merged, keys_of
from citekit.model import Kept, Library, Problem, Progress, Reference, unheard
from citekit.normalise import normalise
from citekit.pointers import repointed
from citekit.settling import settled
from citekit.values.identifiers import fold_doi

if TYPE_CHECKING:
    from citekit.decisions import Decisions
    from citekit.enrich import Match, Wishes
    from citekit.sources.work import WorkSource


@dataclass(frozen=True, slots=True)
class Result:
    """What a merge came to.

    `library` is what to write. `references` are all references that went in, in an order of their own that does not
    depend on the order of the inputs; the indexes in `grouping` refer to it. `merged[i]` tells what
    `library.references` was made from, in the same order. `key_map` leads from every citation key of the inputs to the
    key the work has now; `ambiguous_keys` are those that stood for several works. `matches[i]` is what the DOI step found
    for `merged[i]`, empty without that step. `versions` are the keys of preprints and of their published forms.
    """

    library: Library
    inputs: tuple[Library, ...]
    references: tuple[Reference, ...]
    grouping: Grouping
    merged: tuple[Merged, ...]
    key_map: dict[str, str]
    matches: tuple[Match, ...]
    problems: tuple[Problem, ...]
    ambiguous_keys: frozenset[str] = frozenset()
    versions: tuple[tuple[str, str], ...] = ()

    @property
    def made_keys(self) -> frozenset[str]:
        """The citation keys that were made here, for works of which no record came with one."""
        return frozenset(work.reference.key for work in self.merged if not any(map(keys_of, work.members)))


def merge(
    inputs: Iterable[str | Library],
    *,
    form: str = "",
    source: WorkSource | None = None,
    versions: Literal["apart", "together"] = "apart",
    decisions: Decisions | None = None,
    progress: Progress | None = None,
    **wishes: Unpack[Wishes],
) -> Result:
    """Reads the inputs (paths, `-`, `zotero:…`, or libraries already read) and makes one bibliography of them; `form` is as in `read`.

    With a `source` (see `citekit.sources.crossref.Crossref`) references without a DOI get one where a record validates, and
    DOIs that are there are verified (`citekit.enrich.enrich` tells of the `wishes`); trouble with the source
    is told in `matches` and never an exception. A preprint and the published article stay
    two works, of which the first names the second in `related`, or become one, as `versions` says. `decisions` are what a
    person said of pairs of references; they count more than what is found. Raises `InputError` when an input cannot be
    read or decisions contradict each other. The order of the inputs does not matter.
    """
    tell = progress or unheard
    libraries = tuple(_each_read(list(inputs), form, tell))
    references, whole = _in_order(libraries)
    decided = decisions.among(references) if decisions else None
    tell("comparing", 0, len(references))
    grouping = group(whole, decided=decided, versions=versions, tell=tell)
    works = settled(references, grouping, decided, versions)
    looked = _looked_up([work.reference for work in works.merged], source, tell, **wishes)
    matches = looked.matches
    keyed, collisions = assign_keys(looked.references)
    keyed = _repointed(keyed, works.merged)
    shared = tuple(_shared_dois(keyed, matches))
    keyed, pairs, links = linked(keyed, sorted({*works.version_pairs(), *looked.versions}))
    order = by_key(keyed)
    written = tuple(replace(works.merged[number], reference=keyed[number]) for number in order)
    keys = key_map((key, work.reference.key) for work in written for member in work.members for key in keys_of(member))
    return Result(
        library=Library(with_blocks(written, libraries), format="bibtex", kept=_form_of(libraries)),
        inputs=libraries,
        references=tuple(references),
        grouping=grouping,
        merged=written,
        key_map=dict(keys.keys),
        matches=tuple(matches[number] for number in order) if matches else (),
        problems=(
            *(problem for library in libraries for problem in library.problems),
            *(problem for work in written for problem in work.problems),
            *looked.problems,
            *collisions,
            *shared,
            *links,
        ),
        ambiguous_keys=frozenset(keys.ambiguous),
        versions=pairs,
    )


def _in_order(libraries: Iterable[Library]) -> tuple[list[Reference], list[Reference]]:
    """All references, sorted by what they say; and the same with what they inherit by `crossref`, which is how they are compared."""
    found: list[tuple[Reference, Reference]] = []
    for library in libraries:
        for each, whole in zip(library, resolved(library), strict=True):
            reference = normalise(each)
            found.append((reference, reference if whole is each else normalise(whole)))
    found.sort(key=lambda pair: content(pair[0]))
    return [reference for reference, _ in found], [whole for _, whole in found]


def _form_of(libraries: Sequence[Library]) -> Kept | None:
    """How the merged file is written: as the `.bib` files among its inputs (encoding, line ends), where all are written alike."""
    forms = {library.kept.source.form for library in libraries if library.kept}
    form = forms.pop() if len(forms) == 1 else None
    if form is None or form.line_end is None or form.strays:
        return None
    return Kept(Verbatim("", "", form), (), ())


class _Looked(NamedTuple):
    """References after the DOI step; without one `matches` is empty."""

    references: Sequence[Reference]
    matches: Sequence[Match] = ()
    problems: Sequence[Problem] = ()
    versions: Sequence[tuple[int, int]] = ()


def _looked_up(
    references: Sequence[Reference], source: WorkSource | None, tell: Progress, **wishes: Unpack[Wishes]
) -> _Looked:
    if source is None:
        return _Looked(references)
    from citekit.enrich import enrich, links_among

    done = enrich(references, source, tell=tell, **wishes)
    pairs = links_among(done.references, [match.work for match in done.matches])
    return _Looked(done.references, done.matches, done.problems, [(min(pair), max(pair)) for pair in pairs])


def _each_read(inputs: Sequence[str | Library], form: str, tell: Progress) -> Iterable[Library]:
    for number, each in enumerate(inputs):
        tell("reading", number, len(inputs))
        yield each if isinstance(each, Library) else files.read(each, form=form, progress=tell)
    tell("reading", len(inputs), len(inputs))


def _shared_dois(keyed: Sequence[Reference], matches: Sequence[Match]) -> Iterator[Problem]:
    """A DOI that was found for one work and that another has, too: perhaps they are one, perhaps the record is shared."""
    homes: dict[str, list[int]] = {}
    if matches:
        for index, reference in enumerate(keyed):
            if reference.doi:
                homes.setdefault(fold_doi(reference.doi), []).append(index)
    for doi, places in homes.items():
        if len(places) > 1 and any(matches[i].status == "found" for i in places):
            keys = " and ".join(sorted(keyed[i].key for i in places))
            yield Problem("shared-doi", f"{keys} have the same DOI {doi}; they may be one work", key=keys.split(" ")[0])


def _repointed(keyed: Sequence[Reference], merged: Sequence[Merged]) -> list[Reference]:
    key_of = {
        (member.origin.file, member.key.lower()): reference.key
        for reference, work in zip(keyed, merged, strict=True)
        for member in work.members
        if member.key and member.origin
    }
    return [repointed(reference, key_of) for reference in keyed]
