"""What holds for every page: nothing is lost, order and line numbers are the page's, and a list read once reads the same again."""

from __future__ import annotations

import re
from textwrap import wrap

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from citekit.readers.text.furniture import is_furniture
from citekit.readers.text.page import Page, take_apart
from citekit.readers.text.running import is_page_number

REFERENCES = [
    "Leung VC, Lee KE. Infantile cortical hyperostosis with intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7.",
    "Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol. 2002;3(6):389–400.",
    "Baron-Cohen, S. (1995). Mindblindness: An essay on autism and theory of mind. Cambridge, MA: MIT Press.",
    "Müller, H., & Schäfer, K. (2004). Die Krankheit der Knochen im Kindesalter. Stuttgart: Thieme.",
    "E. C. R. Hehner. A Practical Theory of Programming. Springer-Verlag, New York, 1993.",
    "World Health Organization (2003). Global burden of disease in children. Geneva: Author.",
    "T. Matsuura and W. L. van Neerven, Nucl. Phys. B 319, 570 (1989).",
    "Willets K A and van Duyne R P 2007 Annu. Rev. Phys. Chem. 58 267–97",
]
PROSE = [
    "We measured bones and found (Smith, 2003) that they were longer than had been thought [3, 4].",
    "2. Methods",
    "Figure 1. A bone of a child of seven years.",
    "Skip to main content",
]
BEHIND = ["Acknowledgements", "We thank the children.", "© 2010 Bone Press", "Cookies help us to make this better."]
FORMS = [
    "{n}. {t}",
    "[{n}] {t}",
    "({n}) {t}",
    "{n} {t}",
    "{n}.\n{t}",
    "{n}. {n}. {t}",
    "• {t}",
    "{t}",
    "{n}{t}",
    "^ {t}",
]
LABELS = ["", " CrossRef Google Scholar", "\nView Article PubMed/NCBI Google Scholar", "[PubMed]"]
HEADS = [
    "",
    "\f",
    "\n131\n",
    "\f132 SMITH AND JONES\n",
    "\nDownloaded from https://bones.example by guest on May 1, 2020\n",
]
_WORD = re.compile(r"[^\W\d_]{3,}")


@st.composite
def pages(draw: st.DrawFn, run_together: bool = True) -> str:
    """With `run_together`, references without numbers may stand on one line with nothing between them."""
    form, label = draw(st.sampled_from(FORMS)), draw(st.sampled_from(LABELS))
    on_one_line = "\n" not in label and (run_together or "{n}" in form)
    between = draw(st.sampled_from(["\n", "\n\n", " "] if on_one_line else ["\n", "\n\n"]))
    width = draw(st.sampled_from([0, 60, 90]))
    parts = []
    for n, text in enumerate(draw(st.lists(st.sampled_from(REFERENCES), min_size=1, unique=True)), 1):
        written = form.format(n=n, t=text)
        if width:
            written = "\n".join("\n".join(wrap(line, width, break_on_hyphens=False)) for line in written.split("\n"))
        written += label
        parts.append(written + (draw(st.sampled_from(HEADS)) if between == "\n" else ""))
    before = "\n".join(draw(st.lists(st.sampled_from(PROSE), max_size=3)))
    behind = "\n".join(draw(st.lists(st.sampled_from(BEHIND), max_size=3)))
    heading = draw(st.sampled_from(["", "References", "Literaturverzeichnis"]))
    return "\n".join(part for part in (before, heading, between.join(parts), behind) if part)


def words(text: str) -> set[str]:
    return set(_WORD.findall(text))


def kept(page: Page) -> set[str]:
    """The words of everything that was handed over or understood."""
    own = [page.lines[number - 1] for number in page.own.lines] if page.own else []
    understood = [line for line in page.lines if is_furniture(line) or is_page_number(line)]
    texts = [*own, *understood, *(item.text for item in page.items), *(block.text for block in page.unused)]
    labels = "CrossRef Google Scholar View Article PubMed NCBI References Literaturverzeichnis"
    return words(" ".join([*texts, labels]))


@settings(max_examples=150)
@given(pages())
def test_no_word_is_lost(text: str):
    assert words(" ".join(text.split())) <= kept(take_apart(text))


@settings(max_examples=100)
@given(pages())
def test_items_stand_where_they_say(text: str):
    """In order, no place twice, and the first word of each on one of its lines."""
    page = take_apart(text)
    assert [item.line for item in page.items] == sorted(item.line for item in page.items)
    places = [place for item in {item.places: item for item in page.items}.values() for place in item.places]
    assert len(places) == len(set(places))
    for item in page.items:
        lines = " ".join(page.lines[number - 1] for number in sorted(item.lines))
        assert _WORD.search(item.text)[0] in lines


@settings(max_examples=150, derandomize=True)  # what we find is a guess: a layout that defeats it is no news
@given(pages(run_together=False))
def test_what_was_found_is_found_again(text: str):
    """The items, one a line under a heading, give the same items."""
    found = [item.text for item in take_apart(text).items]
    assume(len(found) > 1)
    again = [item.text for item in take_apart("References\n" + "\n".join(found)).items]
    assert again == found


@pytest.mark.parametrize(
    "text",
    ["", "\n" * 5, "\ufeff", "(" * 3000, "[" * 3000, "a" * 3000, ". " * 2000, "," * 10_000, "1" * 10_000, '"“„«' * 2000,
     "[1]" * 2000, "1. " * 2000, "x\n" * 3000, "7\n" * 3000, "1.\n" * 3000, "References\n" * 500, "\x00\x01\x1b[31m\x7f\u202e" * 500,
     "A. B. C. " * 1000, "(2001) " * 1000, "https://doi.org/10.1000/x" * 500, "—" * 5000, "↵ ^ a b " * 500, "a | b | " * 1000],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_rough_text_has_no_references(text: str):
    assert take_apart(text).items == ()


def test_a_thousand_references_on_one_line():
    text = " ".join(f"{n}. {REFERENCES[n % 4]}" for n in range(1, 1001))
    assert [item.text for item in take_apart(text).items] == [REFERENCES[n % 4] for n in range(1, 1001)]


def test_a_megabyte_of_prose_on_one_line():
    page = take_apart(f"{PROSE[0]} " * 11_000)
    assert page.items == ()
    assert [len(block.text) for block in page.unused] == [len(f"{PROSE[0]} ") * 11_000]


def test_references_from_right_to_left_are_not_lost():
    line = "[1] שמואל י. מחקר על עצמות של ילדים. כתב עת לעצמות. 2001;12(3):45-6."
    page = take_apart(line)
    assert words(line) <= kept(page)
