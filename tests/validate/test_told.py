"""The text a reference was read from as a second witness. The strings are as printed in lists of references; what a program
reads in them is given as it was once read, wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.model import Field, Names, Origin, Person, Reference
from citekit.sources.work import Work
from citekit.validate import judge, told

TROMP = (
    "Tromp Meesters RC, Van Der Graft T, Vos A, Eikelboom BC (1994) Ruptured aortic aneurysm: early postoperative prediction of"
    " mortality using an organ system failure score. Br J Surg 81:512-516"
)
RECORD = Work(
    "10.1002/bjs.1800810408",
    "journal-article",
    "Ruptured aortic aneurysm: early postoperative prediction of mortality using an organ system failure score",
    authors=Names((Person("Meesters", "R. C. Tromp"),)),
    containers=("British Journal of Surgery",),
    short_containers=("Br J Surg",),
    years=("1994",),
    volume="81",
    pages="512-516",
)


def read(text: str, **fields: str) -> Reference:
    """A reference as a program read it out of a text."""
    origin = Origin("list.txt", "lines", 1, 1, text)
    found = {name: Field(value, origin, 0.9) for name, value in fields.items()}
    return Reference("article", "", found, origin, 0.5)


def test_the_text_is_known_where_something_had_to_be_guessed():
    assert told(read(TROMP, title="Ruptured")).text == TROMP
    assert (
        told(
            Reference("article", fields={"title": Field("Ruptured", Origin("a.bib", "bibtex", text="@article{…}"))})
        ).text
        == ""
    )


WRONGLY_READ = {
    "nothing but the title": {"title": RECORD.title},
    "the title cut": {"title": "Ruptured aortic aneurysm: early postoperative prediction", "year": "1994"},
    "an author for the title": {"title": "Eikelboom BC", "container": "Br J Surg", "year": "1994", "volume": "81"},
    "the volume for the year": {"title": RECORD.title, "year": "1881", "pages": "512--516"},
    "another volume": {"title": RECORD.title, "year": "1994", "volume": "516", "pages": "81"},
    "the journal cut": {
        "title": RECORD.title,
        "container": "J Surg",
        "year": "1994",
        "volume": "81",
        "pages": "512--516",
    },
}


@pytest.mark.parametrize("fields", WRONGLY_READ.values(), ids=WRONGLY_READ)
def test_what_was_read_wrongly_is_found_in_the_text(fields):
    assert judge(read(TROMP, **fields), RECORD).verdict == "accept"


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Ruptured aortic aneurysm: late prediction of mortality using an organ system failure score", "pages": "612-616"},
        {"title": f"Erratum: {RECORD.title}", "pages": "902"},
        {"volume": "82", "pages": "1-4", "authors": Names((Person("Szmant", "A. M."),)), "years": ("1999",)},
    ],
)  # fmt: skip
def test_the_text_bears_out_no_other_work(other):
    assert judge(read(TROMP, title=RECORD.title, year="1994"), replace(RECORD, **other)).verdict != "accept"


LACK = (
    "Kohler, H. P. (2001). Fertility and social interaction. Oxford: Oxford University Press. \n"
    "Lack, D. (1947). The significance of clutch-size. Ibis, 89, 302-352."
)


def test_the_second_of_two_references_in_one_string():
    clutch = Work(
        "10.1111/j.1474-919x.1947.tb04155.x", "journal-article", "The Significance of Clutch-size",
        authors=Names((Person("Lack", "David"),)), containers=("Ibis",), years=("1947",), volume="89", pages="302-352",
    )  # fmt: skip
    reference = read(LACK, title="Fertility and social interaction", year="2001")
    assert judge(reference, clutch).verdict == "accept"
    assert judge(reference, replace(clutch, pages="1-12", volume="", authors=Names())).verdict != "accept"


def test_a_hyphen_before_a_megabyte_of_empty_lines_takes_no_time():
    """It took minutes once."""
    assert "endoscopic" in told(read(f"endo-\n\nscopic a-{chr(10) * 1_000_000}1", title="x")).words


def test_words_broken_at_a_line_end():
    broken = "Boardman N (2009) Basal metabolism and excitation-\ncontraction cou-\npling in hearts. Am J Physiol 296:H1373-H1379"
    found = told(read(broken, title="x"))
    assert "coupling" in found.words
    assert found.numbers >= {"h1373", "1373", "296", "2009"}
    assert found.years == {"2009"}


def test_numbers_that_belong_to_no_field_are_a_place_elsewhere():
    """Nobody read the volume and the page, but there they stand, and they are not the record's."""
    text = "Tromp Meesters RC (1994) Ruptured aortic aneurysm: early postoperative prediction of mortality using an organ system"
    text += " failure score. {} Abstracts of the 12th meeting"
    fields = {"title": RECORD.title, "year": "1994"}
    assert judge(read(text.format("vol77, abstr. no. 301"), **fields), RECORD).verdict == "unsure"
    assert judge(read(text.format(""), **fields), RECORD).verdict == "accept"


BARE = Work("10.5555/x", "journal-article", RECORD.title, containers=("Br J Surg",), volume="81", pages="512-516")


def test_a_long_title_in_the_text_weighs_as_much_as_one_that_was_read():
    assert judge(read(TROMP, title="Eikelboom BC"), BARE).evidence[0].weight == 3


def test_a_group_of_authors_before_the_title_is_no_other_title():
    text = f"Study Group on Aneurysms: {RECORD.title}. Br J Surg 81:512-516"
    reference = read(text, title=f"Study Group on Aneurysms: {RECORD.title}")
    assert judge(reference, BARE).evidence[0].weight == 2
    typed = Reference("article").with_field("title", f"Study Group on Aneurysms: {RECORD.title}")
    assert judge(typed, BARE).evidence[0].weight == 1  # nobody misread what was typed


def test_a_short_title_in_the_text_may_be_part_of_another():
    text = "UNDP (2008) Human development report. van Ommeren M (2005) Aid after disasters. BMJ 330:1160-1161"
    reference = read(text, title="Human development report", year="2008")
    evidence = judge(reference, Work("10.1136/bmj.330.7501.1160", title="Aid after disasters"), whole=True).evidence
    assert evidence[0].weight == 1
    assert judge(reference, Work("10.5555/x", title="Disasters"), whole=True).evidence[0].weight == 0


@pytest.mark.parametrize(
    ("field", "there", "weight"),
    [
        ("year", {"years": ("1994",)}, 1),
        ("year", {"years": ("1984",)}, 0),
        ("volume", {"volume": "81"}, 1),
        ("volume", {"volume": "82"}, 0),
        ("pages", {"pages": "512-516"}, 2),
        ("pages", {"pages": "5-9"}, 0),
        ("container", {"containers": ("Br J Surg",)}, 1),
        ("container", {"containers": ("Surgery",)}, 0),
        ("author", {"authors": Names((Person("Tromp Meesters", "R. C."),))}, 2),
        ("author", {"authors": Names((Person("Vos", "B."),))}, 0),  # Vos A
    ],
)
def test_each_value_for_itself_is_borne_out_or_not(field, there, weight):
    work = Work("10.5555/x", "journal-article", RECORD.title, **there)
    found = judge(read(TROMP, title=RECORD.title), work, whole=True).evidence
    assert next(item.weight for item in found if item.field == field) == weight


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Vettor R (2002) Changes in FAT/CD36, UCP2 and GLUT4 gene expression in rat skeletal and heart muscle", "missing"),
        ("Vettor R (2002) Changes in FAT/CD36, UCP2 and GLUT4 gene expression in rat skeletal and heart muscle, 99", "missing"),
        ("Vettor R (2002) Changes in FAT/CD36, UCP2 and GLUT4 gene expression in rat skeletal and heart muscle, 99: 1", "contradict"),
        ("Vettor R (2002) Changes in FAT/CD36, UCP2 and GLUT4 gene expression in rat skeletal and heart muscle, 26: 1", "missing"),
    ],
)  # fmt: skip
def test_numbers_of_the_title_are_no_place(text, verdict):
    title = "Changes in FAT/CD36, UCP2 and GLUT4 gene expression in rat skeletal and heart muscle"
    work = Work("10.1038/sj.ijo.0802005", title=title, volume="26", pages="838")
    assert judge(read(text, title=title, year="2002"), work, whole=True).evidence[1].verdict == verdict
