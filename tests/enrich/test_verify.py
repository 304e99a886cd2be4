"""Is the DOI that stands there the right one?"""

from __future__ import annotations

import pytest
from shelf import DIRA_2009, GASTRIC, WORKS, Shelf

from citekit.enrich import Match, enrich
from citekit.enrich.verify import is_misspelt, mend, verify
from citekit.model import Names, Person, Reference
from citekit.validate import told

DIRA = "10.1056/nejmoa0807865"
IL1RN = "10.1056/nejmoa0809568"


def checked(reference: Reference, *works: object):
    done = enrich([reference], Shelf(*(works or WORKS)))
    return done.references[0], done.matches[0]


@pytest.mark.parametrize(
    "given", [DIRA, "10.1056/NEJMoa0807865", "https://doi.org/10.1056/NEJMoa0807865", "10.1056/ nejmoa0807865."]
)
def test_right_in_whatever_form(given):
    reference, match = checked(DIRA_2009.with_field("doi", given))
    assert (match.status, match.doi.lower()) == ("confirmed", DIRA)
    assert reference.doi.lower() == DIRA


def test_what_is_right_stays_the_very_same():
    mine = DIRA_2009.with_field("doi", "10.1056/NEJMoa0807865")
    assert checked(mine)[0] is mine


def test_confirmed_though_a_value_differs():
    """The year of the reference is a slip; the DOI is right all the same."""
    _, match = checked(DIRA_2009.with_fields({"doi": DIRA, "year": "1990"}))
    assert match.status == "confirmed"
    assert "year “1990” is not “2009”" in match.reason


def test_the_doi_of_the_article_on_the_next_pages():
    mine = DIRA_2009.with_field("doi", IL1RN)
    reference, match = checked(mine)
    assert (match.status, match.given, reference) == ("wrong", IL1RN, mine)
    assert "Homozygous Deletion of the IL1RN Locus" in match.reason
    assert [found.work.doi for found in match.candidates] == [DIRA]


def test_a_wrong_doi_gives_way_where_that_is_asked_for():
    done = enrich([DIRA_2009.with_field("doi", IL1RN)], Shelf(*WORKS), correct=True)
    assert (done.matches[0].status, done.references[0].doi, done.matches[0].given) == ("mended", DIRA, IL1RN)
    assert "Homozygous Deletion of the IL1RN Locus" in done.matches[0].reason


def test_nor_without_a_certain_one():
    others = [work for work in WORKS if work.doi != DIRA]
    mine = DIRA_2009.with_field("doi", IL1RN)
    assert enrich([mine], Shelf(*others), correct=True).references == (mine,)


def test_a_typo_is_mended_and_said():
    reference, match = checked(DIRA_2009.with_field("doi", "10.1056/nejmoa0807856"))
    assert (match.status, match.doi, reference.doi) == ("mended", DIRA, DIRA)
    assert match.given == "10.1056/nejmoa0807856"
    assert [(change.field, change.before, change.after) for change in match.changes] == [
        ("doi", "10.1056/nejmoa0807856", DIRA)
    ]


def test_what_nobody_registered_is_left_and_said():
    mine = DIRA_2009.with_field("doi", "10.9999/another.thing")
    reference, match = checked(mine)
    assert (match.status, reference) == ("unregistered", mine)
    assert [found.work.doi for found in match.candidates] == [DIRA]


def test_no_doi_at_all():
    reference, match = checked(DIRA_2009.with_field("doi", "none"))
    assert (match.status, reference.doi) == ("mended", DIRA)
    assert "none is no DOI" in match.reason


def test_the_erratum_is_not_the_article():
    erratum = next(work for work in WORKS if "erratum" in work.title.lower() or "correction" in work.title.lower())
    _, match = checked(GASTRIC.with_field("doi", erratum.doi))
    assert match.status == "wrong"


STRANGER = Names((Person("Zed", "Quentin"),))


@pytest.mark.parametrize(
    ("slips", "status"),
    [
        ({"year": "1990"}, "confirmed"),
        ({"year": "1990", "volume": "1"}, "unclear"),
        ({"author": STRANGER}, "unclear"),
        ({"author": STRANGER, "year": "1990", "volume": "1"}, "wrong"),
        ({"title": "Another work altogether, on rivers and lakes"}, "unclear"),
        ({"title": "Another work altogether, on rivers and lakes", "year": "1990"}, "wrong"),
    ],
)
def test_how_many_values_may_differ(slips, status):
    """Without pages: where they agree, all else may outweigh a slip."""
    work = next(work for work in WORKS if work.doi == DIRA)
    mine = DIRA_2009.without("pages").with_fields({"doi": DIRA, **slips})
    assert verify(told(mine), work).status == status


def test_what_the_search_finds_as_well_is_confirmed():
    work = next(work for work in WORKS if work.doi == DIRA)
    found = Match("found", DIRA, reason="title agrees", work=work)
    assert mend(Match("wrong", DIRA.upper(), given=DIRA.upper()), found).status == "confirmed"


def test_nothing_to_compare_it_with():
    reference, match = checked(Reference("misc").with_field("doi", IL1RN))
    assert match.status == "confirmed"
    assert (reference.type, reference.title) == ("article", next(work.title for work in WORKS if work.doi == IL1RN))


@pytest.mark.parametrize(
    ("given", "meant", "misspelt"),
    [
        ("10.1056/nejmoa0807856", DIRA, True),  # two figures exchanged
        ("10.1056/nejmoa080786", DIRA, True),  # cut off
        ("10.1056/nejmoa0B07865", DIRA, True),
        ("10.1016/S0140-6736(05)67183", "10.1016/s0140-6736(05)67183-8", True),
        ("10.1056/nej", DIRA, True),
        (
            r"10.1002/(SICI)1097-0185(19990301)254:3\408:AID-AR12[3.0.CO;2-G",
            "10.1002/(sici)1097-0185(19990301)254:3<408::aid-ar12>3.0.co;2-g",
            True,
        ),
        ("10.1056/nejmoa0B07B65", DIRA, True),  # two slips
        ("10.1056/nejmoa0B07BB5", DIRA, False),  # three
        (IL1RN, DIRA, False),
        ("10.1056", DIRA, False),
    ],
)
def test_misspelt_dois(given, meant, misspelt):
    assert is_misspelt(given, meant) == misspelt


def test_a_reference_that_says_little_is_not_called_wrong():
    _, match = checked(Reference("article").with_fields({"doi": IL1RN, "year": "2009"}))
    assert (match.status, match.reason) == ("confirmed", "nothing else to compare")


def test_the_preprint_of_an_article_is_unclear_not_wrong():
    work = next(work for work in WORKS if work.type == "posted-content")
    mine = Reference("article").with_fields(
        {
            "title": work.title,
            "author": work.people,
            "year": work.years[0],
            "container": "J Med Case Rep",
            "doi": work.doi,
        }
    )
    assert checked(mine)[1].status == "unclear"
