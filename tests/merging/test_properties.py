"""What holds for every group, whatever its members say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from merging.references import ref, said

from citekit.merging import merge_group
from citekit.merging.place import contradict, place_of
from citekit.merging.versions import is_preprint, is_published
from citekit.model import Names, Origin, Reference

SAID = {
    "title": ["Deletion of a locus", "DELETION OF A LOCUS", "Deletion of a locus: a case", "Deletion of a Locus"],
    "subtitle": ["a case"],
    "author": [
        "Reddy, S; others", "Reddy, Sivakumar; Jia, Shuang", "Jia, S", "Løkke, E", "Reddy, SK; Jia, S", "Reddy, S; Jia, X",
        "van Hagen, PM; Jia, S", "Hagen, P. Van Martin; Jia, Shuang; Lee, K", "Hagen, P; others", "Reddy, S; Lee, K; Jia, S",
    ],
    "container": ["N Engl J Med", "The New England Journal of Medicine", "The New England journal of medicine", "Lancet", "bioRxiv"],
    "container_short": ["NEJM"],
    "year": ["2009", "2010", "2012", "in press"],
    "date": ["2009", "2009-06-04", "2009/2010"],
    "month": ["jun", "jul"],
    "day": ["4", "5"],
    "volume": ["360", "361", "360 Suppl"],
    "number": ["1", "2"],
    "pages": ["2438--2444", "2438-44", "2438", "1", "2500--2510"],
    "publisher": ["Springer", "Elsevier"],
    "doi": ["10.1056/NEJMoa0809568", "doi:10.1056/nejmoa0809568", "none", "10.1101/2020.01.02.123456", "10.48550/arXiv.1706.03762"],
    "eprint": ["1706.03762"],
    "eprinttype": ["arxiv", "pubmed"],
    "isbn": ["3-540-13258-9", "978-3-540-13258-5", "0-19-852663-6"],
    "url": ["http://a.org/x", "https://www.a.org/x/", "https://b.org"],
    "urldate": ["2020-01-01", "2021-01-01"],
    "note": ["one", "two; one", "three"],
    "keywords": ["skin, bone", "bone"],
    "ids": ["k", "other,k"],
    "related": ["other", "k,x"],
    "relatedstring": ["Published as"],
    "unheard-of": ["x", "y"],
}  # fmt: skip


@st.composite
def members(draw):
    """A reference; its fields are read without doubt in BibTeX, and sometimes with some on pages."""
    told = {name: draw(st.sampled_from(values)) for name, values in SAID.items() if draw(st.integers(0, 2))}
    file = draw(st.sampled_from(["a.bib", "b.bib", "page.txt", "wiki.txt"]))
    key = draw(st.sampled_from(["", "k", "reddy2009", "other"])) if file.endswith(".bib") else ""
    reference = ref(file, key, draw(st.sampled_from(["article", "misc", "incollection"])), **told)
    if key or draw(st.booleans()):
        return reference
    fields = {n: replace(f, confidence=draw(st.sampled_from([0.2, 0.9]))) for n, f in reference.fields.items()}
    return replace(reference, fields=fields)


groups = st.lists(members(), min_size=1, max_size=5)


@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_the_members_does_not_matter(group, random):
    there, back = merge_group(group), merge_group(random.sample(group, len(group)))
    assert there == back


@given(groups)
def test_merging_what_was_merged_with_its_members_changes_nothing(group):
    once = merge_group(group).reference
    written = Reference(once.type, once.key, once.fields, Origin("out.bib", "bibtex"))
    assert said(merge_group([written, *group]).reference) == said(written)


@given(groups)
def test_a_reference_merged_with_its_equal_stays_as_it_is(group):
    first = group[0]
    twin = Reference(first.type, first.key, dict(first.fields), first.origin)
    assert said(merge_group([first, twin]).reference) == said(first)


@given(groups)
def test_every_key_leads_to_the_result(group):
    reference = merge_group(group).reference
    kept = {reference.key, *reference.get("ids").split(",")}
    assert kept >= {member.key for member in group if member.key}
    assert kept >= {key for member in group for key in member.get("ids").split(",") if key}


@given(groups)
def test_no_member_is_lost(group):
    assert sorted(map(repr, merge_group(group).members)) == sorted(map(repr, group))


FOLLOWING = {
    "date",
    "year",
    "month",
    "day",
    "ids",
    "related",
    "relatedstring",
}  # told in another field, or pointing here


@given(groups)
def test_every_field_is_in_the_result_or_in_a_conflict(group):
    merged = merge_group(group)
    names = {name for member in group for name in member.fields}
    told = merged.reference.fields.keys() | {conflict.field for conflict in merged.conflicts}
    if "eprint" in merged.reference.fields:
        told |= {"doi", "container"}  # of the preprint
    if "container_short" in told:
        told.add("container")  # the same in other words
    assert names - FOLLOWING - {"subtitle"} <= told
    if "subtitle" in names - told:
        assert "case" in merged.reference.title
    if any(member.year for member in group):
        assert merged.reference.year or {"year", "date"} & told


@given(groups)
def test_a_conflict_tells_what_members_say_and_the_result_does_not(group):
    merged = merge_group(group)
    for conflict in merged.conflicts:
        kept = None if conflict.kept is None else conflict.kept.value
        said_by = [m.type if conflict.field == "type" else m.fields.get(conflict.field) for m in group]
        values = [each if isinstance(each, str) else each and each.value for each in said_by]
        assert conflict.dropped
        for field in conflict.dropped:
            assert field.value in values
            assert field.value != kept
            assert field.origin is not None
    assert len(merged.problems) == len(merged.conflicts)


MADE_OF_SEVERAL = {"note", "keywords", "ids", "related", "author"}


@given(groups)
def test_every_value_is_that_of_the_member_it_is_said_to_come_from(group):
    """Save dates told otherwise and what becomes an eprint; a list of people has the origin of one that has most of them."""
    reference = merge_group(group).reference
    for name, field in reference.fields.items():
        if name in MADE_OF_SEVERAL or (name in ("eprint", "eprinttype", "year", "month", "day", "container_short")):
            continue
        assert any(field == member.fields.get(name) for member in group), name
    if "author" in reference.fields:
        assert reference.fields["author"].origin in [m.fields["author"].origin for m in group if "author" in m.fields]


@given(groups)
def test_no_place_is_put_together_from_places_that_contradict_each_other(group):
    """Whoever gave the volume, the issue, the pages or the year does not contradict the place that came of them, unless in
    what was a doubtful reading."""
    reference = merge_group(group).reference
    place = place_of(reference)
    given_by = {
        name: [place_of(m) for m in group if m.fields.get(name) == reference.fields[name]]
        for name in ("volume", "number", "pages")
        if name in reference.fields
    }
    for name, places in given_by.items():
        assert any(not _clash(one, place) for one in places), name


def _clash(one, place):
    """Contradiction in the figures; the container may be another name of what stands on the same page."""
    return contradict(one._replace(container="", year=0), place._replace(container="", year=0))


@given(groups)
def test_versions_never_mix(group):
    """Where there are preprints and the published form, what tells the place comes from members that are no preprints."""
    if not any(map(is_preprint, group)) or not any(map(is_published, group)):
        return
    reference = merge_group(group).reference
    others = [member for member in group if not is_preprint(member)]
    for name in ("container", "volume", "number", "pages", "publisher", "doi"):
        if name in reference.fields:
            assert any(reference.fields[name] == member.fields.get(name) for member in others), name
    assert reference.year in {"", *(member.year for member in others)}


@given(groups)
def test_people_keep_their_order_and_their_families(group):
    """The list that comes out is one of those that went in, but for the form of its names."""
    author = merge_group(group).reference.fields.get("author")
    if author is None or not isinstance(author.value, Names):
        return
    lists = [member.author for member in group if member.author]
    assert (len(author.value), author.value.others) in {(len(each), each.others) for each in lists}
    families = {person.family for each in lists for person in each}
    assert {person.family for person in author.value} <= families
