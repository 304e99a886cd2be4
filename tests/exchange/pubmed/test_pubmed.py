"""What PubMed's values mean. Examples are those of NLM's descriptions of the elements (medlineelements.html, elements_descriptions.html)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.exchange.pubmed import dates as pubmed_dates
from citekit.exchange.pubmed import entry
from citekit.exchange.pubmed.kept import keyword
from citekit.exchange.pubmed.people import full_name, short_name, written_full, written_short
from citekit.exchange.pubmed.reading import title
from citekit.exchange.pubmed.said import Said
from citekit.exchange.pubmed.source import source
from citekit.exchange.pubmed.types import entry_type
from citekit.values.names import Person


def fields(*lines):
    said = [Said(*line.split("=", 1)) for line in lines]
    return {name: value for name, (value, _) in entry(said)[1].items()}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2001 Apr 15", {"year": "2001", "month": "apr", "day": "15"}),
        ("2001 Apr", {"year": "2001", "month": "apr"}),
        ("2001", {"year": "2001"}),
        ("2000 Spring", {"year": "2000", "date": "2000-21"}),
        ("2000 Jan-Feb", {"year": "2000", "month": "jan-feb"}),
        ("2000 Nov-Dec", {"year": "2000", "month": "nov-dec"}),
        ("1998 Dec-1999 Jan", {"year": "1998", "month": "dec", "date": "1998-12/1999-01"}),
        ("2000 Nov 4-10", {"year": "2000", "month": "nov", "date": "2000-11-04/2000-11-10"}),
        ("2000 Mar 30-Apr 5", {"year": "2000", "month": "mar", "date": "2000-03-30/2000-04-05"}),
        ("1999 Dec 31-2000 Jan 6", {"year": "1999", "month": "dec", "date": "1999-12-31/2000-01-06"}),
        ("2000 Fall-Winter", {"year": "2000", "date": "2000-23/2000-24"}),
        ("1978 Winter-1979 Spring", {"year": "1978", "date": "1978-24/1979-21"}),
        ("1998-1999", {"year": "1998", "date": "1998/1999"}),
        ("20170728", {"year": "2017", "month": "jul", "day": "28"}),
        ("2017/07/28", {"year": "2017", "month": "jul", "day": "28"}),
        ("2000 1st Quart", {"year": "2000"}),
        ("no date", {}),
        ("", {}),
    ],
)
def test_dates(text, read):
    assert pubmed_dates.read(text) == read


@pytest.mark.parametrize(
    "text",
    ["2001 Apr 15", "2001", "2000 Spring", "2000 Jan-Feb", "1998 Dec-1999 Jan", "2000 Nov 4-10", "2000 Mar 30-Apr 5",
     "1999 Dec 31-2000 Jan 6", "2000 Fall-Winter", "1978 Winter-1979 Spring", "1998-1999"],
)  # fmt: skip
def test_dates_are_written_as_they_were_read(text):
    assert pubmed_dates.written(pubmed_dates.read(text)) == text


@given(st.text(alphabet="0129-/ JanFebSpringXx.", max_size=40))
def test_no_date_raises(text):
    pubmed_dates.written(pubmed_dates.read(text))


@pytest.mark.parametrize("date", ["2000-33", "2000-00", "1998/..", "2000-11-04T10:00", "/", "x"])
def test_a_date_that_pubmed_cannot_say_is_not_said(date):
    assert pubmed_dates.written({"date": date}) in ("", "2000")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Brinjikji, Waleed", Person("Brinjikji", "Waleed")),
        ("van Es, Adriaan C G M", Person("Es", "Adriaan C G M", "van")),
        ("Watson, Wayne R 3rd", Person("Watson", "Wayne R", "", "3rd")),
        ("Gibb, F W Jr", Person("Gibb", "F W", "", "Jr")),
        ("Selvamani", Person("Selvamani")),
        ("Ivanov, IV", Person("Ivanov", "IV")),
        ("The MAX Group", Person("The MAX Group", literal=True)),
    ],
)
def test_full_names(text, person):
    assert full_name(text) == person
    assert written_full(person) == text


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Brinjikji W", Person("Brinjikji", "W")),
        ("van Es ACGM", Person("Es", "ACGM", "van")),
        ("Watson WR 3rd", Person("Watson", "WR", "", "3rd")),
        ("Selvamani", Person("Selvamani")),
    ],
)
def test_short_names(text, person):
    assert short_name(text) == person
    assert written_short(person) == text


def test_given_names_are_shortened_to_their_letters():
    assert written_short(Person("Es", "Adriaan C G M", "van")) == "van Es ACGM"
    assert written_short(Person("Dupont", "Jean-Luc", suffix="Jr")) == "Dupont JL Jr"


@pytest.mark.parametrize(
    ("text", "translated", "read"),
    [
        ("Proteomics: A new perspective.", False, "Proteomics: A new perspective"),
        ("Is it so?", False, "Is it so?"),
        ("And so on...", False, "And so on..."),
        ("[The biliodigestive anastomosis].", True, "The biliodigestive anastomosis"),
        ("[Is it so?]", True, "Is it so?"),
        ("[3H]thymidine.", False, "[3H]thymidine"),
        ("[Retracted] On things.", True, "[Retracted] On things"),
    ],
)
def test_titles(text, translated, read):
    assert title(text, translated=translated) == read


def test_the_original_title_stands_in_for_one_that_was_not_translated():
    assert fields("TI=[Not Available].", "TT=Der Titel.", "LA=ger") == {"title": "Der Titel", "language": "ger"}
    assert fields("TI=[The title].", "TT=Der Titel.", "LA=ger") == {
        "title": "The title",
        "origtitle": "Der Titel",
        "language": "ger",
    }


@pytest.mark.parametrize(
    ("pages", "read"),
    [
        ("335-9", "335--339"),
        ("1759-1764.e6", "1759--1764.e6"),
        ("S12-4", "S12--S14"),
        ("e67", "e67"),
        ("xi-xii", "xi--xii"),
        ("354-7; discussion 358-60", "354--357; discussion 358--360"),
        ("12-4, 17", "12--14, 17"),
        ("Suppl:1-10", "Suppl:1--10"),
    ],
)
def test_pages_are_written_out(pages, read):
    assert fields(f"PG={pages}")["pages"] == read


def test_an_article_without_pages_stands_at_its_number():
    assert fields("TI=X", "JT=Y", "LID=e12 [pii]", "LID=10.1000/x [doi]") == {
        "title": "X", "container": "Y", "pages": "e12", "doi": "10.1000/x",
    }  # fmt: skip
    assert fields("LID=S0732-8893(15)00432-0 [pii]") == {"nbib-aid": "S0732-8893(15)00432-0 [pii]"}
    assert "pages" not in fields("BTI=B", "LID=12 [pii]")


def test_the_doi_is_bare_and_other_numbers_are_kept_with_their_labels():
    found = fields(
        "LID=10.1000/x [doi]",
        "AID=NBK7050 [bookaccession]",
        "AID=10.1000/X [doi]",
        "AID=10.1000/x [pii]",
        "AID=10.2000/y [doi]",
    )
    assert found == {"doi": "10.1000/x", "nbib-aid": "NBK7050 [bookaccession]; 10.2000/y [doi]"}


def test_the_printed_journal_comes_first_and_all_numbers_are_kept():
    said = ("IS=1759-8478 (Linking)", "IS=1759-8486 (Electronic)", "IS=1234-5678 (Print)")
    assert fields(*said) == {
        "issn": "1234-5678",
        "nbib-is": "1759-8478 (Linking); 1759-8486 (Electronic); 1234-5678 (Print)",
    }
    assert fields("IS=1234-5678") == {"issn": "1234-5678"}


def test_keywords_are_the_authors_and_the_librarys_without_stars():
    assert keyword("Brain Ischemia/diagnostic imaging/*surgery") == "Brain Ischemia/diagnostic imaging/surgery"
    assert fields("MH=*Stents", "OT=*stroke", "OT=stroke") == {"keywords": "stroke, Stents", "nbib-mh": "*Stents"}


def test_dois_of_notices_are_fields_and_the_notices_are_kept():
    said = "Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4. PMID: 20137807"
    assert fields(f"RIN={said}") == {"retraction": "10.1016/S0140-6736(10)60175-4", "nbib-rin": said}
    assert fields("EIN=X. doi: 10.1000/a.", "CRI=Y. doi: 10.1000/b.")["correction"] == "10.1000/a, 10.1000/b"
    assert fields("ECI=X. doi: 10.1000/c.")["concern"] == "10.1000/c"
    assert fields("ROF=X. doi: 10.1000/d.") == {"nbib-rof": "X. doi: 10.1000/d."}  # what this notice retracts
    assert "retraction" not in fields("RIN=X. PMID: 1")


def people(*lines):
    said = [Said(*line.split("=", 1)) for line in lines]
    found = entry(said)[1]["author"][0]
    return [person.inverted for person in found], found.others


@pytest.mark.parametrize(
    ("lines", "names", "others"),
    [
        (["FAU=Smith, John", "AU=Smith J"], ["Smith, John"], False),
        (["AU=Smith J", "AU=Roe R"], ["Smith, J", "Roe, R"], False),
        (["FAU=Smith, John", "AU=Smith J", "CN=The Group", "FAU=Roe, R", "AU=Roe R"], ["Smith, John", "The Group", "Roe, R"], False),
        (["FAU=Smith, John", "FAU=Roe, Rita", "AU=Smith J", "AU=Roe R"], ["Smith, John", "Roe, Rita"], False),
        (["FAU=Smith, John", "AU=Smith J", "AU=Roe R"], ["Smith, John", "Roe, R"], False),
        (["AU=Smith J", "AU=et al"], ["Smith, J"], True),
    ],
)  # fmt: skip
def test_the_full_name_wins_and_bodies_stay_in_their_place(lines, names, others):
    assert people(*lines) == (names, others)


def test_what_stands_behind_a_name_keeps_its_number():
    said = (
        "FED=Ed, E",
        "AD=Ulm",
        "FAU=Smith, J",
        "AU=Smith J",
        "AUID=ORCID: 1",
        "FAU=Roe, R",
        "AU=Roe R",
        "AD=Here; there",
        "AD=Bonn",
    )
    found = fields("TI=X", *said)
    assert found["nbib-ad"] == "[e1] Ulm; [2] Here; there; [2] Bonn"
    assert found["nbib-auid"] == "[1] ORCID: 1"
    assert fields("TI=X", "AD=Alone")["nbib-ad"] == "Alone"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "J Neurointerv Surg. 2018 Apr;10(4):335-339. doi: 10.1136/neurintsurg-2017-013179. Epub 2017 Jul 28.",
            {"TA": "J Neurointerv Surg", "DP": "2018 Apr", "VI": "10", "IP": "4", "PG": "335-339"},
        ),
        ("Adv Biomed Res. 2016 Apr 19;5:67. doi: x", {"TA": "Adv Biomed Res", "DP": "2016 Apr 19", "VI": "5", "PG": "67"}),
        ("J Vasc Interv Radiol. 2019 Nov;30(11):1759-1764.e6.", {"TA": "J Vasc Interv Radiol", "DP": "2019 Nov", "VI": "30", "IP": "11", "PG": "1759-1764.e6"}),
        ("Lancet. 30(11):1759-1764, 2019 Nov.", {"TA": "Lancet", "VI": "30", "IP": "11", "PG": "1759-1764", "DP": "2019 Nov"}),
        ("In preparation", {}),
    ],
)  # fmt: skip
def test_the_source_line(line, read):
    assert source(line) == read


def test_the_source_line_counts_where_no_tag_tells_the_place():
    assert fields("TI=X", "SO=Lancet. 2010 Feb 6;375(9713):445-8.")["pages"] == "445--448"
    assert "pages" not in fields("TI=X", "JT=Lancet", "SO=Lancet. 2010 Feb 6;375(9713):445-8.")


@pytest.mark.parametrize(
    ("types", "where", "kind"),
    [
        (["Journal Article", "Review"], "journal", "article"),
        (["Letter"], "journal", "article"),
        (["Review", "Book Chapter"], "book title", "incollection"),
        (["Congress"], "book title", "inproceedings"),
        (["Book"], "book", "book"),
        (["Review"], "book", "book"),
        (["Technical Report"], "book", "techreport"),
        (["DATASET"], "title", "dataset"),
        (["Academic Dissertation"], "title", "thesis"),
        ([], "title", "misc"),
    ],
)
def test_types(types, where, kind):
    assert entry_type(types, journal="journal" in where, book="book" in where, title="title" in where) == kind


@given(
    st.lists(
        st.tuples(st.sampled_from("PMID TI BTI AU FAU AD DP PG LID AID IS MH SO RIN ZZ".split()), st.text(max_size=30))
    )
)
def test_nothing_that_is_said_raises(said):
    entry([Said(tag, text) for tag, text in said])
