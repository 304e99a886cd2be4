"""Lists of every shape → one string a reference."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.readers.text.furniture import is_furniture, without_furniture
from citekit.readers.text.page import take_apart
from citekit.readers.text.segment import looks_like_reference

LEUNG = (
    "Leung VC, Lee KE. Infantile cortical hyperostosis with intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7."
)
MENGESHA = (
    "Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol. 2002;3(6):389–400."
)
GARG = "Garg M, de Jesus AA, Chapelle D, et al. Rilonacept maintains long-term remission. JCI Insight. 2017;2(16)."
ALL = [LEUNG, MENGESHA, GARG]

SHAPES = {
    "numbered": f"1. {LEUNG}\n2. {MENGESHA}\n3. {GARG}",
    "numbered with brackets": f"[1] {LEUNG}\n[2] {MENGESHA}\n[3] {GARG}",
    "numbered with a parenthesis": f"1) {LEUNG}\n2) {MENGESHA}\n3) {GARG}",
    "numbers without a point": f"1 {LEUNG}\n2 {MENGESHA}\n3 {GARG}",
    "number doubled over the reference": f"  1. 1.\n    {LEUNG}CrossRefGoogle Scholar\n  2. 2.\n    {MENGESHA}\n  3. 3.\n    {GARG}",
    "number doubled before the reference": f"1. 1. {LEUNG}\n2. 2. {MENGESHA}\n3. 3. {GARG}",
    "bulleted numbers over the reference": f"• [1]\n{LEUNG}\n\nCrossRef\n\n• [2]\n{MENGESHA}\n\n• [3]\n{GARG}",
    "arrows": f"1. ↵\n\n{LEUNG}\n\nOpenUrlCrossRefMedline\n\n2. ↵\n\n{MENGESHA}\n\n3. ↵\n\n{GARG}",
    "back references": f"1. ^ {LEUNG}\n2. ^ a b {MENGESHA}\n3. ^ {GARG}",
    "bullets": f"- {LEUNG}\n- {MENGESHA}\n- {GARG}",
    "a line each": "\n".join(ALL),
    "a paragraph each": "\n\n".join(ALL),
    "under a heading": "Some prose before it.\n\nReferences\n\n" + "\n\n".join(ALL),
    "under a German heading": "Literaturverzeichnis\n" + "\n".join(ALL),
    "between prose": f"We were glad to see that this is so.\n\n{LEUNG}\n{MENGESHA}\n{GARG}\n\nIt was not to be.",
    "broken lines": "\n".join(f"[{n}] {t[:40]}\n{t[40:]}" for n, t in enumerate(ALL, 1)).replace(" \n", "\n"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(shape):
    found = [item.text.replace(" ", "") for item in take_apart(SHAPES[shape]).items]
    assert found == [text.replace(" ", "") for text in ALL]


def test_hyphen_at_a_line_end_is_taken_back():
    text = "[1] I. Abraham. LAND: A Distri-\nbuted Hash Table. In SODA, pages 1--\n9, 2004."
    assert take_apart(text).items[0].text == "I. Abraham. LAND: A Distributed Hash Table. In SODA, pages 1--9, 2004."


def test_a_numbered_list_that_is_no_reference_list_is_left_alone():
    text = "Variants cause:\n  1. A loss of function disease of skin and bone.\n  2. Microvascular complications (OMIM:612628)\n"
    assert take_apart(text).items == ()


FURNITURE = [
    ("2011;365(7):620–8.CrossRefGoogle Scholar", "2011;365(7):620–8."),
    ("2009 Jun 4; 360(23):2426-37.(Link to article – subscription may be required.)", "2009 Jun 4; 360(23):2426-37."),
    ("2017;2(16).Google Scholar", "2017;2(16)."),
    ("Proceedings of the Medline Users. 2001.", "Proceedings of the Medline Users. 2001."),
]


@pytest.mark.parametrize(("seen", "meant"), FURNITURE)
def test_link_labels_come_off_the_end(seen, meant):
    assert without_furniture(seen) == meant


def test_lines_of_link_labels():
    assert is_furniture("Pubmed Abstract | Pubmed Full Text | CrossRef Full Text | Google Scholar")
    assert not is_furniture("CrossRef is a witness")


@pytest.mark.parametrize(
    "prose",
    [
        "In 2009 we were the first who showed that this is so, and that it has not been otherwise in 12 of 30 children.",
        "© 2013 Lippincott Williams & Wilkins, Inc.",
        "To the Editors:",
        "649 Scopus citations",
    ],
)
def test_prose_is_no_reference(prose):
    assert not looks_like_reference(prose)


@settings(max_examples=50)
@given(st.text(alphabet=st.sampled_from("12.[]() \n\tAB.ab,;:-–•^↵é\u200f\x0b\x0c\u2028"), max_size=300))
def test_any_text_is_taken_apart(text):
    take_apart(text)


@given(st.permutations(ALL))
def test_order_of_the_page_is_kept(texts):
    page = take_apart("References\n" + "\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1)))
    assert [item.text for item in page.items] == list(texts)
