"""Preprints and published forms. The DOIs are those of real pairs."""

from __future__ import annotations

import pytest

from citekit.enrich.outcome import Change
from citekit.enrich.relations import dois_of, link, name_versions, sentence, versions_of
from citekit.linking import linked
from citekit.model import Reference
from citekit.sources.work import Relation, Work

DISCUSSION, ARTICLE = "10.5194/acp-2021-781", "10.5194/acp-22-2365-2022"
PREPRINT, PUBLISHED = "10.1101/2024.11.15.623819", "10.1016/j.ymben.2025.03.017"


@pytest.mark.parametrize(
    ("kind", "doi", "relation", "other", "expected"),
    [
        ("posted-content", DISCUSSION, "is-preprint-of", ARTICLE, "is-preprint-of"),
        ("journal-article", PUBLISHED, "has-preprint", PREPRINT, "has-preprint"),
        ("journal-article", "10.7717/peerj.1110", "has-preprint", "10.7287/peerj.preprints.867", "has-preprint"),
        # a version counts where one of the two is a preprint and the other is not
        ("posted-content", "10.48550/arXiv.1207.7214", "is-version-of", "10.1016/j.physletb.2012.08.020", "is-preprint-of"),
        ("journal-article", "10.1016/j.physletb.2012.08.020", "has-version", "10.48550/arXiv.1207.7214", "has-preprint"),
        ("posted-content", "10.59350/895qm-mnq80", "is-version-of", "10.59350/7mtwq-q3661", ""),
        ("posted-content", "10.1101/055319", "has-version", "10.48550/arXiv.1605.00001", ""),
        ("book", "10.1093/oso/9780199567027.001.0001", "has-version", "10.1093/acprof:oso/1", ""),
        # other relations
        ("journal-article", PUBLISHED, "has-review", "10.3410/f.732837943.793543804", ""),
        ("book-chapter", "10.3366/edinburgh/9781474450751.003.0001", "is-identical-to", "10.1515/9781474450782-004", ""),
        ("journal-article", "10.5555/a", "is-translation-of", "10.5555/b", ""),
        # noise
        ("posted-content", DISCUSSION, "is-preprint-of", DISCUSSION.upper(), ""),
        ("posted-content", DISCUSSION, "is-preprint-of", "no doi", ""),
        ("posted-content", DISCUSSION, "Is-Preprint-Of", ARTICLE, "is-preprint-of"),
    ],
)  # fmt: skip
def test_relations(kind, doi, relation, other, expected):
    found = versions_of(Work(doi, type=kind, relations=(Relation(relation, other),)))
    assert found == ((Relation(expected, other),) if expected else ())


def test_each_other_form_once():
    named = (
        Relation("is-preprint-of", ARTICLE),
        Relation("is-preprint-of", ARTICLE.upper()),
        Relation("has-review", "10.5555/r"),
    )
    assert versions_of(Work(DISCUSSION, relations=named)) == (Relation("is-preprint-of", ARTICLE),)


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (Relation("is-preprint-of", ARTICLE), "has been published: 10.5194/acp-22-2365-2022"),
        (Relation("has-preprint", PREPRINT), "has a preprint: 10.1101/2024.11.15.623819"),
        (Relation("is-version-of", "10.5555/b"), "has another version: 10.5555/b"),
    ],
)
def test_sentences(relation, expected):
    assert sentence(relation) == expected


# ---------------------------------------------------------------- within a library


def entry(key, **fields):
    return Reference("article" if "container" in fields else "misc", key).with_fields(fields)


PRE = entry("pre", doi=DISCUSSION, title="Processes producing high ice water contents")
ART = entry(
    "art", doi=ARTICLE.upper(), title="Processes producing high ice water contents", container="Atmos Chem Phys"
)
WORK_OF_PRE = Work(DISCUSSION, type="posted-content", relations=(Relation("is-preprint-of", ARTICLE),))
WORK_OF_ART = Work(ARTICLE, type="journal-article", relations=(Relation("has-preprint", DISCUSSION),))


@pytest.mark.parametrize(
    ("references", "works", "expected"),
    [
        ([PRE, ART], [WORK_OF_PRE, WORK_OF_ART], ((0, 1),)),
        ([ART, PRE], [WORK_OF_ART, WORK_OF_PRE], ((1, 0),)),
        ([ART, PRE], [None, WORK_OF_PRE], ((1, 0),)),
        ([ART, PRE], [WORK_OF_ART, None], ((1, 0),)),
        ([ART, PRE], [None, None], ()),
        ([PRE, ART, ART], [WORK_OF_PRE, None, None], ((0, 1), (0, 2))),
        ([PRE], [WORK_OF_PRE], ()),
        # the DOI is told by the record alone
        ([PRE, entry("late", title="Processes")], [WORK_OF_PRE, WORK_OF_ART], ((0, 1),)),
    ],
)
def test_links(references, works, expected):
    assert link(references, works) == expected


def test_a_preprint_of_arxivs_is_known_by_its_number():
    preprint = entry("pre", eprint="1207.7214v2", eprinttype="arxiv", title="Observation of a new particle")
    article = entry("art", doi="10.1016/j.physletb.2012.08.020", container="Phys Lett B")
    work = Work("10.1016/j.physletb.2012.08.020", relations=(Relation("has-preprint", "10.48550/arXiv.1207.7214"),))
    assert link([article, preprint], [work, None]) == ((1, 0),)
    merged = article.with_fields({"eprint": "1207.7214", "eprinttype": "arxiv"})
    assert dois_of(merged) == {"10.1016/j.physletb.2012.08.020"}


def test_the_pairs_are_what_linking_wants():
    references, keys, _ = linked([ART, PRE], link([ART, PRE], [WORK_OF_ART, WORK_OF_PRE]))
    assert keys == (("pre", "art"),)
    assert references[1].get("related") == "art"


def test_records_that_contradict_each_other_make_one_pair():
    turned = Work(ARTICLE, relations=(Relation("is-preprint-of", DISCUSSION),))
    assert len(link([PRE, ART], [WORK_OF_PRE, turned])) == 1


# ---------------------------------------------------------------- outside the library


@pytest.mark.parametrize(
    ("reference", "work", "known", "field", "value"),
    [
        (PRE, WORK_OF_PRE, (), "publisheddoi", ARTICLE),
        (ART, WORK_OF_ART, (), "preprintdoi", DISCUSSION),
        (PRE, WORK_OF_PRE, (ARTICLE,), "", ""),
        (PRE.with_field("publisheddoi", "10.5555/mine"), WORK_OF_PRE, (), "", ""),
        (ART.with_field("eprint", DISCUSSION), WORK_OF_ART, (), "", ""),
        (ART, Work(ARTICLE), (), "", ""),
        (
            ART.with_fields({"eprint": "2110.01234v2", "eprinttype": "arxiv"}),
            Work(ARTICLE, relations=(Relation("has-preprint", "10.48550/arXiv.2110.01234"),)),
            (),
            "",
            "",
        ),
        (
            ART,
            Work(ARTICLE, relations=tuple(Relation("has-preprint", f"10.21203/rs.3.rs-1/v{n}") for n in (1, 2))),
            (),
            "preprintdoi",
            "10.21203/rs.3.rs-1/v1, 10.21203/rs.3.rs-1/v2",
        ),
    ],
)
def test_a_form_outside_the_library_is_named(reference, work, known, field, value):
    named, changes = name_versions(reference, work, known)
    assert changes == ((Change(field, "", value),) if field else ())
    assert named.get(field) == value
    assert named.without(field) == reference
    assert name_versions(named, work, known) == (named, ())


def test_the_record_is_the_origin():
    work = Work(DISCUSSION, source="Crossref", relations=WORK_OF_PRE.relations)
    origin = name_versions(PRE, work)[0].fields["publisheddoi"].origin
    assert origin is not None
    assert (origin.file, origin.format, origin.text, origin.name) == ("Crossref", "crossref", ARTICLE, "relation")
