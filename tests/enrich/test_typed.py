"""What an entry made from a record says. The records are Crossref's, cut to what is read from them."""

from __future__ import annotations

import pytest

from citekit.enrich.typed import TYPES, entry_type, fields_as
from citekit.model import Names, Person
from citekit.sources.crossref_work import parse_work
from citekit.sources.work import Notice, Work


def fields_of(work):
    """The entry that a record makes: its type and its fields."""
    kind = entry_type(work)
    return kind, {name: said.value for name, said in fields_as(work, kind).items()}


# https://api.crossref.org/types
@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("journal-article", "article"),
        ("proceedings-article", "inproceedings"),
        ("book-chapter", "incollection"),
        ("book-section", "incollection"),
        ("book-part", "incollection"),
        ("book-track", "incollection"),
        ("reference-entry", "incollection"),
        ("book", "book"),
        ("monograph", "book"),
        ("edited-book", "book"),
        ("reference-book", "book"),
        ("book-set", "book"),
        ("book-series", "book"),
        ("proceedings", "proceedings"),
        ("proceedings-series", "proceedings"),
        ("dissertation", "phdthesis"),
        ("report", "techreport"),
        ("report-component", "techreport"),
        ("report-series", "techreport"),
        ("standard", "manual"),
        ("standard-series", "manual"),
        ("posted-content", "misc"),
        ("dataset", "misc"),
        ("database", "misc"),
        ("peer-review", "misc"),
        ("component", "misc"),
        ("grant", "misc"),
        ("journal", "misc"),
        ("journal-volume", "misc"),
        ("journal-issue", "misc"),
        ("other", "misc"),
    ],
)
def test_every_type_of_crossrefs_has_one_of_ours(theirs, ours):
    assert theirs in TYPES
    assert entry_type(Work("10.5555/x", type=theirs)) == ours


@pytest.mark.parametrize(
    ("theirs", "containers", "ours"),
    [
        ("other", ("Literature as Cultural Ecology",), "incollection"),
        ("hologram", ("A Book of Holograms",), "incollection"),
        ("hologram", (), "misc"),
        ("", ("Blood",), "article"),
        ("", (), "misc"),
    ],
)
def test_a_type_that_says_nothing_goes_by_what_the_work_stands_in(theirs, containers, ours):
    assert entry_type(Work("10.5555/x", type=theirs, containers=containers)) == ours


def of(**record):
    work = parse_work(record)
    assert work is not None
    found, fields = fields_of(work)
    return {
        "": found,
        **{n: v if isinstance(v, str) else " and ".join(p.inverted for p in v) for n, v in fields.items()},
    }


def test_an_article_of_a_journal_with_article_numbers():
    assert of(
        DOI="10.1371/journal.pbio.0050002",
        type="journal-article",
        title=["Impaired Genome Maintenance Suppresses the Growth Hormone–Insulin-Like Growth Factor 1 Axis in Mice"],
        author=[{"given": "Ingrid", "family": "van der Pluijm"}, {"given": "George A", "family": "Garinis"}],
        editor=[{"given": "Priscilla", "family": "Cooper"}],
        issued={"date-parts": [[2006, 12, 12]]},
        publisher="Public Library of Science (PLoS)",
        ISSN=["1545-7885"],
        volume="5",
        issue="1",
        page="e2",
        **{"container-title": ["PLoS Biology"], "short-container-title": ["PLoS Biol"]},
    ) == {
        "": "article",
        "author": "van der Pluijm, Ingrid and Garinis, George A.",  # nor the editor, who is the journal's
        "title": "Impaired Genome Maintenance Suppresses the Growth Hormone–Insulin-Like Growth Factor 1 Axis in Mice",
        "container": "PLoS Biology",
        "container_short": "PLoS Biol",
        "year": "2006",
        "month": "dec",
        "day": "12",
        "volume": "5",
        "number": "1",
        "eid": "e2",
        "issn": "1545-7885",
        "doi": "10.1371/journal.pbio.0050002",
    }


def test_a_chapter_of_a_volume_in_a_series():
    assert of(
        DOI="10.1007/978-3-319-10602-1_48",
        type="book-chapter",
        title=["Microsoft COCO: Common Objects in Context"],
        author=[{"given": "Tsung-Yi", "family": "Lin"}],
        issued={"date-parts": [[2014]]},
        publisher="Springer International Publishing",
        page="740-755",
        ISBN=["9783319106014", "9783319106021"],
        ISSN=["0302-9743", "1611-3349"],
        **{"container-title": ["Lecture Notes in Computer Science", "Computer Vision – ECCV 2014"]},
    ) == {
        "": "incollection",
        "author": "Lin, Tsung-Yi",
        "title": "Microsoft COCO: Common Objects in Context",
        "container": "Computer Vision – ECCV 2014",
        "series": "Lecture Notes in Computer Science",
        "year": "2014",
        "pages": "740--755",
        "publisher": "Springer International Publishing",
        "isbn": "9783319106014",
        "doi": "10.1007/978-3-319-10602-1_48",
    }


def test_books_have_authors_or_editors_and_their_series():
    assert of(
        DOI="10.17875/gup2015-813",
        type="book",
        title=["Brauchen wir eine Reform der freiheitsentziehenden Sanktionen?"],
        editor=[{"given": "Katrin", "family": "Höffler"}],
        issued={"date-parts": [[2015]]},
        publisher="Göttingen University Press",
        ISBN=["http://id.crossref.org/isbn/9783863952075"],
        **{"container-title": ["Göttinger Studien zu den Kriminalwissenschaften"]},
    ) == {
        "": "book",
        "editor": "Höffler, Katrin",
        "title": "Brauchen wir eine Reform der freiheitsentziehenden Sanktionen?",
        "series": "Göttinger Studien zu den Kriminalwissenschaften",
        "year": "2015",
        "publisher": "Göttingen University Press",
        "isbn": "9783863952075",
        "doi": "10.17875/gup2015-813",
    }
    both = Work("10.5555/x", authors=Names((Person("Berg", "A."),)), editors=Names((Person("Olsen", "B."),)))
    for kind, people in (("monograph", {"author"}), ("edited-book", {"editor"})):
        _, fields = fields_of(Work("10.5555/x", type=kind, authors=both.authors, editors=both.editors))
        assert fields.keys() & {"author", "editor"} == people


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (
            Work("10.17077/etd.89e52p7n", "dissertation", "Normandy's role", "decoration, meaning", publisher="The University of Iowa"),
            {"title": "Normandy's role", "subtitle": "decoration, meaning", "school": "The University of Iowa"},
        ),
        (
            Work("10.2172/10115553", "report", "Motif, the basics", publisher="Office of Scientific and Technical Information (OSTI)"),
            {"title": "Motif, the basics", "institution": "Office of Scientific and Technical Information (OSTI)"},
        ),
        (Work("10.3403/30127310", "standard", "Widgets", publisher="BSI"), {"title": "Widgets", "organization": "BSI"}),
        (Work("10.1101/055319", "posted-content", publisher="openRxiv"), {"howpublished": "bioRxiv"}),
        (Work("10.59350/895qm-mnq80", "posted-content", publisher="Front Matter"), {"howpublished": "Front Matter"}),
        (Work("10.48550/arXiv.1706.03762", "posted-content", publisher="arXiv"), {"eprint": "1706.03762", "eprinttype": "arxiv"}),
        (
            Work("10.32614/cran.package.shinytime", "dataset", containers=("CRAN: Contributed Packages",), publisher="The R Foundation"),
            {"howpublished": "CRAN: Contributed Packages"},
        ),
        (Work("10.5962/bhl.title.94827", "monograph", publisher="Sunset Seed and Plant Co.,"), {"publisher": "Sunset Seed and Plant Co."}),
        (Work("10.5555/x", "journal-article", pmid="19494218", url="https://example.org"), {"pmid": "19494218"}),
        (Work("", "journal-article", url="https://example.org"), {"url": "https://example.org"}),
    ],
)  # fmt: skip
def test_each_type_has_its_fields(work, expected):
    _, fields = fields_of(work)
    assert fields == expected | ({"doi": work.doi} if work.doi else {})


@pytest.mark.parametrize(
    ("page", "number", "expected"),
    [
        ("483-486", "", {"pages": "483--486"}),
        ("2438-44", "", {"pages": "2438--2444"}),
        ("185", "", {"pages": "185"}),
        ("E1003-1006", "", {"pages": "E1003--E1006"}),
        ("S25", "", {"pages": "S25"}),
        ("AB615", "", {"pages": "AB615"}),
        ("1-3, 10-11", "", {"pages": "1--3, 10--11"}),
        ("e0225889", "", {"eid": "e0225889"}),
        ("e3449", "e3449", {"eid": "e3449"}),
        ("e155-e155", "", {"eid": "e155"}),
        ("100463", "100463", {"eid": "100463"}),
        ("1-12", "94838", {"pages": "1--12", "eid": "94838"}),
        ("145", "145", {"eid": "145"}),
    ],
)
def test_pages_and_numbers_of_articles(page, number, expected):
    _, fields = fields_of(Work("", "journal-article", pages=page, article_number=number))
    assert fields == expected


@pytest.mark.parametrize(
    ("issued", "years", "volume", "expected"),
    [
        ("2009-06-04", ("2009",), "360", ("2009", "jun", "4")),
        ("2009-09", ("2009",), "", ("2009", "sep", "")),
        ("2016-11-20", ("2016", "2017"), "8", ("2017", "", "")),  # first online, then in an issue
        ("1998-03-01", ("1998", "2010"), "8", ("1998", "mar", "1")),  # an old volume put online
        ("2015-09-17", ("2015", "2016"), "", ("2015", "sep", "17")),  # a book
        ("2020-01-01", ("2020",), "7", ("2020", "", "")),  # only the year was known
        ("", ("1992",), "", ("1992", "", "")),
        ("", (), "", ("", "", "")),
    ],
)
def test_dates(issued, years, volume, expected):
    _, fields = fields_of(Work("", "journal-article", issued=issued, years=years, volume=volume))
    assert tuple(fields.get(name, "") for name in ("year", "month", "day")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("BO VAHLQUIST", "ARVID WALLGREN"), "Vahlquist, Bo and Wallgren, Arvid"),
        (("KISHOR M. WASAN", "GABRIEL LOPEZ-BERESTEIN"), "Wasan, Kishor M. and Lopez-Berestein, Gabriel"),
        (("J. BADZIAK", "S. GŁOWACZ"), "Badziak, J. and Głowacz, S."),
        (("FangNan YANG", "Feng LIU"), "Yang, FangNan and Liu, Feng"),
        (("L WU",), "WU, L."),
        (("JB O'BRIEN", "Ann Berg"), "O'BRIEN, J. B. and Berg, Ann"),
    ],
)  # fmt: skip
def test_names_in_capitals(said, expected):
    names = [dict(zip(("given", "family"), name.rsplit(" ", 1), strict=True)) for name in said]
    assert of(DOI="10.5555/x", type="journal-article", author=names)["author"] == expected


def test_a_stamp_is_no_part_of_the_title_save_in_a_notice():
    stamped = "RETRACTED: Ileal-lymphoid-nodular hyperplasia, non-specific colitis"
    article = Work("10.1016/s0140-6736(97)11096-0", "journal-article", title=stamped)
    notice = Work("10.5555/n", "journal-article", title=stamped, updates=(Notice("retraction", article.doi),))
    assert fields_of(article)[1]["title"] == "Ileal-lymphoid-nodular hyperplasia, non-specific colitis"
    assert fields_of(notice)[1]["title"] == stamped


@pytest.mark.parametrize(
    ("whole", "short", "expected"),
    [
        ("PLOS Genetics", "PLoS Genet", "PLoS Genet"),
        ("Metabolic Engineering", "Metabolic Engineering", ""),
        ("Frontiers in Genetics", "Front. Genet.", "Front. Genet."),
    ],
)
def test_a_name_that_is_repeated_is_no_abbreviation(whole, short, expected):
    _, fields = fields_of(Work("", "journal-article", containers=(whole,), short_containers=(short,)))
    assert fields.get("container_short", "") == expected


def test_a_subtitle_that_the_title_holds_is_not_told_again():
    _, fields = fields_of(Work("", "book", title="Moulagen: Bilder in Wachs", subtitle="Bilder in Wachs"))
    assert fields == {"title": "Moulagen: Bilder in Wachs"}
