"""pybtex's plain, and where ours goes further. `et al.` and its comma are those of plain.bst (function format.names)."""

import pytest

from citekit.render import render


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("article", {"container": "J", "volume": "3", "number": "2", "pages": "5--9", "year": "2001"}, "J, 3(2):5–9, 2001."),
        ("article", {"container": "J", "volume": "3", "year": "2001"}, "J, 3, 2001."),
        ("article", {"container": "J", "number": "2", "pages": "5-9"}, "J, (2):5–9."),
        ("article", {"container": "J", "pages": "5--9", "month": "jul-aug", "year": "2001"}, "J, pages 5–9, July–August 2001."),
        ("article", {"title": "Deficiency of IL-1 (DIRA)"}, "Deficiency of IL-1 (DIRA)."),  # capitals stay
        ("article", {"title": "Half of 100% {and} \\more $x$"}, "Half of 100% {and} \\more $x$."),  # text is not LaTeX
        ("incollection", {"title": "T", "publisher": "P", "year": "2001"}, "T. P, 2001."),  # no "In"
        ("incollection", {"title": "T", "container": "B", "pages": "5--9"}, "T. In B, pages 5–9."),
        ("book", {"title": "T", "volume": "2", "publisher": "P", "year": "2001"}, "T. Volume 2. P, 2001."),
        ("phdthesis", {"title": "T", "school": "S", "year": "2001"}, "T. PhD thesis, S, 2001."),
        ("mastersthesis", {"title": "T", "school": "S", "year": "2001"}, "T. Master's thesis, S, 2001."),
        ("techreport", {"title": "T", "number": "7", "institution": "I"}, "T. Technical Report 7, I."),
        ("manual", {"title": "T", "organization": "O", "edition": "3"}, "T. O, 3rd edition."),
        ("proceedings", {"title": "T", "organization": "O", "year": "2001"}, "O. T, 2001."),
        ("unpublished", {"title": "T", "note": "In press"}, "T. In press."),
        ("booklet", {"title": "T", "howpublished": "Leaflet"}, "T. Leaflet."),
        ("podcast", {"title": "T", "container": "Site", "year": "2001"}, "T. Site, 2001."),
        ("misc", {"title": "T", "pmid": "19129307"}, "T. PMID:19129307."),
        ("misc", {"title": "T", "doi": "10.1000/x", "url": "https://doi.org/10.1000/x"}, "T. doi:10.1000/x."),
    ],
)  # fmt: skip
def test_templates(make, kind, fields, expected):
    assert render([make(kind, "key", **fields)]).text == f"[1] {expected}\n"


@pytest.mark.parametrize(
    ("names", "others", "expected"),
    [
        (["Masters|Seth L."], False, "Seth L. Masters."),
        (["A|B", "C|D"], False, "B A and D C."),
        (["A|B", "C|D", "E|F"], False, "B A, D C, and F E."),
        (["A|B"], True, "B A et al."),
        (["A|B", "C|D"], True, "B A, D C, et al."),
        (["Royen-Kerkhoff|Annet|van"], False, "Annet van Royen-Kerkhoff."),
        (["King|Martin Luther||Jr."], False, "Martin Luther King, Jr."),
        (["Simon and Schuster"], False, "Simon and Schuster."),
    ],
)
def test_names(make, named, names, others, expected):
    assert render([make("misc", "key", author=named(*names, others=others))]).text == f"[1] {expected}\n"


def test_names_kept_verbatim_are_printed_whole(make):
    assert render([make("misc", "key", author="the {authors} of %")]).text == "[1] the {authors} of %.\n"


@pytest.mark.parametrize(("people", "word"), [(["A|B"], "editor"), (["A|B", "C|D"], "editors")])
def test_editors(make, named, people, word):
    assert render([make("book", "key", editor=named(*people), title="T")]).text.endswith(f", {word}. T.\n")


def test_one_editor_and_others_are_editors(make, named):
    book = make("book", "key", editor=named("A|B", others=True), title="T")
    assert render([book]).text == "[1] B A et al., editors. T.\n"
