"""Slips of the model that can be told for sure: seen → meant."""

import pytest

from citekit.readers.text import second_look as looks

ROWS = [
    (
        looks.authors_before_the_title,
        "Hashemi SM, Damalas CA: Farmers' perceptions of pesticide efficacy.",
        {"author": "Hashemi SM", "title": "Damalas CA: Farmers' perceptions of pesticide efficacy"},
        {"author": "Hashemi SM, Damalas CA", "title": "Farmers' perceptions of pesticide efficacy"},
    ),
    (  # a title that begins with a name and a colon, but not behind a comma
        looks.authors_before_the_title,
        "Smith J. Vitamin AB: a review.",
        {"author": "Smith J", "title": "Vitamin AB: a review"},
        {"author": "Smith J", "title": "Vitamin AB: a review"},
    ),
    (
        looks.others_before_the_title,
        "Roe A, Poe B, +2 more. Peat and men.",
        {"author": "Roe A, Poe B", "title": "+2 more. Peat and men"},
        {"author": "Roe A, Poe B, +2 more", "title": "Peat and men"},
    ),
    (  # a title of its own
        looks.others_before_the_title,
        "Roe A. And 3 more bogs.",
        {"author": "Roe A", "title": "and 3 more bogs"},
        {"author": "Roe A", "title": "and 3 more bogs"},
    ),
    (
        looks.editors_in_place_of_authors,
        "Roe A, Poe B (eds.). Peat and men.",
        {"author": "Roe A, Poe B", "title": "Peat and men"},
        {"editor": "Roe A, Poe B", "title": "Peat and men"},
    ),
    (  # the words speak of others
        looks.editors_in_place_of_authors,
        "Roe A, ed. by Poe B. Peat and men.",
        {"author": "Roe A", "title": "Peat and men"},
        {"author": "Roe A", "title": "Peat and men"},
    ),
    (
        looks.series_behind_the_container,
        "Bogs (= Reihe Torf, Bd. 4).",
        {"container": "Bogs (= Reihe Torf, Bd. 4)"},
        {"container": "Bogs", "volume": "4", "series": "Reihe Torf"},
    ),
    (
        looks.year_without_a_label,
        "Peat. Accessed May 29, 2013. http://example.org/",
        {"title": "Peat"},
        {"title": "Peat"},
    ),
    (
        looks.medium_behind_a_title,
        "“Moss and men” (PDF). BMJ [Internet]. 2012.",
        {"title": "“Moss and men” (PDF)", "container": "BMJ [Internet]"},
        {"title": "“Moss and men”", "container": "BMJ"},
    ),
    (  # a name in brackets
        looks.medium_behind_a_title,
        "Moss [Sphagnum]. J Bogs (Lond).",
        {"title": "Moss [Sphagnum]", "container": "J Bogs (Lond)"},
        {"title": "Moss [Sphagnum]", "container": "J Bogs (Lond)"},
    ),
    (
        looks.number_of_the_report,
        "Roe A. Routing bogs. RFC 3626. 2003.",
        {"title": "Routing bogs", "container": "RFC 3626"},
        {"title": "Routing bogs", "issue": "3626"},
    ),
    (  # the site that a page is part of, in text whose links are lost
        looks.site_of_a_web_page,
        "Maps of peat (2009). Bog Museum Online. Retrieved 4 May 2012.",
        {"title": "Maps of peat", "date": "2009", "container": "Bog Museum Online"},
        {"title": "Maps of peat", "date": "2009", "howpublished": "Bog Museum Online"},
    ),
    (  # a newspaper
        looks.site_of_a_web_page,
        "Peat fire. Bogtown Herald. Retrieved 4 May 2012.",
        {"title": "Peat fire", "container": "Bogtown Herald"},
        {"title": "Peat fire", "container": "Bogtown Herald"},
    ),
    (  # what has a day is news
        looks.site_of_a_web_page,
        "Peat fire. Bog Planet. 3 May 2012. Retrieved 4 May 2012.",
        {"title": "Peat fire", "container": "Bog Planet", "date": "3 May 2012"},
        {"title": "Peat fire", "container": "Bog Planet", "date": "3 May 2012"},
    ),
    (
        looks.group_beside_the_authors,
        "Connolly SJ, et al. RE-LY Steering Committee and Investigators. Dabigatran versus warfarin.",
        {"author": "Connolly SJ, et al. RE-LY Steering Committee and Investigators", "title": "Dabigatran versus warfarin"},
        {"author": "Connolly SJ, et al", "title": "Dabigatran versus warfarin", "collaboration": "RE-LY Steering Committee and Investigators"},
    ),
    (
        looks.group_beside_the_authors,
        "Connolly SJ, et al. RE-LY Steering Committee and Investigators. Dabigatran versus warfarin.",
        {"author": "Connolly SJ, et al", "title": "RE-LY Steering Committee and Investigators. Dabigatran versus warfarin"},
        {
            "author": "Connolly SJ, et al", "title": "Dabigatran versus warfarin",
            "collaboration": "RE-LY Steering Committee and Investigators",
        },
    ),
    (
        looks.group_beside_the_authors,
        "Schulz KF, Altman DG, Moher D. CONSORT Group. CONSORT 2010 statement.",
        {"author": "Schulz KF, Altman DG, Moher D. CONSORT Group", "title": "CONSORT 2010 statement"},
        {"author": "Schulz KF, Altman DG, Moher D", "title": "CONSORT 2010 statement", "collaboration": "CONSORT Group"},
    ),
    (
        looks.series_behind_the_container,
        "In Mathematics of program construction, number 669 in Lecture Notes in Computer Science, 1992.",
        {"container": "Mathematics of program construction, number 669 in Lecture Notes in Computer Science"},
        {"container": "Mathematics of program construction", "issue": "669", "series": "Lecture Notes in Computer Science"},
    ),
    (
        looks.words_behind_the_container,
        "",
        {"container": "Conference Papers. Archived from the original (PDF) on 11 May 2011"},
        {"container": "Conference Papers"},
    ),
    (looks.year_without_a_label, "Journal, 2013:3.", {"volume": "2013", "pages": "3"}, {"date": "2013", "pages": "3"}),
    (looks.year_without_a_label, "Dept. of Computer Science, Finland, 1990.", {"title": "On"}, {"title": "On", "date": "1990"}),
    (looks.year_without_a_label, "Vortices. arXiv:1609.04406.", {"title": "Vortices"}, {"title": "Vortices"}),
    (looks.year_without_a_label, "Trends in 1990. Oslo.", {"title": "Trends in 1990"}, {"title": "Trends in 1990"}),
    (looks.suffix_of_the_last_page, "123:638-645.e4. doi", {"pages": "638-645"}, {"pages": "638-645.e4"}),
    (looks.suffix_of_the_last_page, "123:638-645. Epub", {"pages": "638-645"}, {"pages": "638-645"}),
    (looks.number_of_the_report, "Technical Report RR-5002, INRIA, 2003.", {}, {"issue": "RR-5002"}),
    (looks.number_of_the_report, "MIT LCS technical report 837, MIT.", {"volume": "837"}, {"issue": "837"}),
    (looks.number_of_the_report, "J Med. 2003;5(2):1-9.", {"issue": "2"}, {"issue": "2"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("look", "text", "seen", "meant"), ROWS, ids=[f"{row[0].__name__}: {row[1][:30]}" for row in ROWS]
)
def test_look(look, text, seen, meant):
    assert look(seen, text) == meant


def test_looking_twice_changes_nothing_more():
    for _, text, seen, _ in ROWS:
        once = looks.second_look(seen, text)
        assert looks.second_look(once, text) == once
