"""Lists of every shape → one string a reference."""

from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    "on one line": f"1. {LEUNG} 2. {MENGESHA} 3. {GARG}",
    "on one line behind a heading": f"References 1. {LEUNG} 2. {MENGESHA} 3. {GARG}",
    "on one line with brackets": f"[1] {LEUNG} [2] {MENGESHA} [3] {GARG}",
    "on one line with parentheses": f"(1) {LEUNG} (2) {MENGESHA} (3) {GARG}",
    "on one line without points": f"1 {LEUNG} 2 {MENGESHA} 3 {GARG}",
    "on one line from 12": f"12. {LEUNG} 13. {MENGESHA} 14. {GARG}",
    "on one line with glued doubles": f"1. 1.{LEUNG} 2. 2.{MENGESHA} 3. 3.{GARG}",
    "numbers at the ends of lines": f"1. {LEUNG} 2.\n{MENGESHA} 3.\n{GARG}",
    "run together": f"{LEUNG} {MENGESHA} {GARG}",
    "wrapped without numbers": "\n".join("\n".join(wrap(text, 70, break_on_hyphens=False)) for text in ALL),
    "hanging indent": "\n".join(
        "\n".join(wrap(text, 70, subsequent_indent="    ", break_on_hyphens=False)) for text in ALL
    ),
    "first lines indented": "\n".join(
        "\n".join(wrap(text, 70, initial_indent="    ", break_on_hyphens=False)) for text in ALL
    ),
    "superscripts": f"1{LEUNG}\n2{MENGESHA}\n3{GARG}",
    "letters": f"(a) {LEUNG}\n(b) {MENGESHA}\n(c) {GARG}",
    "roman numbers": f"i. {LEUNG}\nii. {MENGESHA}\niii. {GARG}",
    "numbers above": f"1\n{LEUNG}\n2\n{MENGESHA}\n3\n{GARG}",
    "an entry missing": f"1. {LEUNG}\n2. {MENGESHA}\n5. {GARG}",
    "the point lost at the tenth": f"8. {LEUNG}\n9. {MENGESHA}\n10 {GARG}",
    "numbers that start again": f"Chapter 1\n1. {LEUNG}\n2. {MENGESHA}\nChapter 2\n1. {GARG}",
    "number doubled in two ways": f"1. [1] {LEUNG}\n2. [2] {MENGESHA}\n3. [3] {GARG}",
    "number doubled and glued": f"1.1. {LEUNG}\n2.2. {MENGESHA}\n3.3. {GARG}",
    "number over a numbered line": f"1.\n1. {LEUNG}\n2.\n2. {MENGESHA}\n3.\n3. {GARG}",
    "codes": f"[LL85] {LEUNG}\n[MB02] {MENGESHA}\n[Garg+17] {GARG}",
    "codes above": f"[RFC2119]\n{LEUNG}\n[RFC2120]\n{MENGESHA}\n[RFC2121]\n{GARG}",
    "bullets above": f"•\n{LEUNG}\n•\n{MENGESHA}\n•\n{GARG}",
    "carets": f"^ {LEUNG}\n^ a b {MENGESHA}\n^ Jump up to: a b c {GARG}",
    "labels behind": f"{LEUNG}CrossRefGoogle Scholar\n{MENGESHA} [PubMed]\n{GARG} View Article Google Scholar",
    "labels below": f"{LEUNG}\nCrossRef\nPubMed\nWeb of Science®\nGoogle Scholar\n{MENGESHA}\nShow Context CrossRef\n{GARG}",
    "a database's record below each": "\n".join(
        f"{n}. {t}\n[Crossref], [CAS], Google Scholar\n{n}\nA title once more\nJ Bones (2010), 12 (3), 3-9 CODEN: JBONES"
        for n, t in enumerate(ALL, 1)
    ),
    "numbered sections before a list": f"1. Introduction\nIt was so.\n2. Methods\nWe saw it.\n3. Results\n{LEUNG}\n{MENGESHA}\n{GARG}",
    "a menu behind": f"1. {LEUNG}\n2. {MENGESHA}\n3. {GARG}\nHome | About | Contact\n",
    "a copyright behind": f"{LEUNG}\n{MENGESHA}\n{GARG}\n© 2010 Bone Press. All rights reserved.",
    "a Russian heading": f"Список литературы\n{LEUNG}\n{MENGESHA}\n{GARG}",
    "a heading with its count": f"References (3)\n\n{LEUNG}\n\n{MENGESHA}\n\n{GARG}",
    "on one line with labels": f"References {LEUNG} Google Scholar {MENGESHA} Google Scholar {GARG}",
    "broken lines": "\n".join(f"[{n}] {t[:40]}\n{t[40:]}" for n, t in enumerate(ALL, 1)).replace(" \n", "\n"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(shape):
    found = [item.text.replace(" ", "") for item in take_apart(SHAPES[shape]).items]
    assert found[:3] == [text.replace(" ", "") for text in ALL]
    assert (
        shape == "a database's record below each" or len(found) == 3
    )  # behind the last, nothing tells it from a reference


CUT = LEUNG.index(" with")
HEADS = {
    "a page number": ["131"],
    "a page number between blank lines": ["", "131", ""],
    "a page number between dashes": ["- 131 -"],
    "a form feed": ["\f"],
    "a page number and a running head": ["131", "132 BIBLIOGRAPHY"],
    "a running head behind a form feed": ["\fMENGESHA AND GARG 131"],
    "a stamp": ["Downloaded from https://bones.example by guest on May 1, 2020"],
}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("number", ["{}. ", "[{}] ", ""])
def test_a_page_break_inside_a_reference(head, number):
    """Between the title's words, where neither side could end or start a reference."""
    texts = [number.format(n) + text for n, text in enumerate(ALL, 1)]
    at = texts[1].index(" diagnosis")
    broken = "\n".join([texts[0], texts[1][:at], *HEADS[head], texts[1][at + 1 :], texts[2]])
    assert [item.text for item in take_apart(f"Bibliography\n{broken}").items] == ALL


def test_running_heads_are_found_by_their_return():
    lines = []
    for n in range(1, 37):
        lines += [f"{n}. {LEUNG[:CUT]}", LEUNG[CUT + 1 :]]
        lines += [f"Bones et al. {200 + n // 12}"] if n % 12 == 0 else []
    page = take_apart("\n".join(lines))
    assert [item.text for item in page.items] == [LEUNG] * 36
    assert [block.text for block in page.unused] == ["Bones et al. 201", "Bones et al. 202", "Bones et al. 203"]


def test_a_running_head_inside_a_reference_is_handed_back():
    lines = [f"[1] {LEUNG[:CUT]}", "131", "Bones et al. | Journal of Bones 12 (2010)", LEUNG[CUT + 1 :], f"[2] {GARG}"]
    page = take_apart("\n".join(lines))
    assert [item.text for item in page.items] == [LEUNG, GARG]
    assert [(block.text, block.line) for block in page.unused] == [(lines[2], 3)]


def test_the_last_number_of_a_reference_is_no_page_number():
    text = "Groves B. A., Dopita M. A., 2004, ApJS, 153,\n9\nKempner J. C., David L. P., 2004, MNRAS, 349,\n385"
    assert [item.text[-6:] for item in take_apart(f"References\n{text}").items] == ["153, 9", "9, 385"]


AUTHOR_YEAR = [
    "Baron-Cohen, S. (1995). Mindblindness: An essay on autism and theory of mind. Cambridge, MA: MIT Press.",
    "Müller, H., & Schäfer, K. (2004). Die Krankheit der Knochen im Kindesalter. Stuttgart: Thieme.",
    "Muñoz García, J. (2010). La inflamación sin causa: historia de un concepto. Madrid, España: Alianza.",
    "World Health Organization (2003). Global burden of disease in children. Geneva: Author.",
    "Le Goff, J. (1985). L’imaginaire médiéval. Essais. Paris: Gallimard.",
    "———. (1991). La vieille Europe et la nôtre. Paris: Seuil.",
    "van Dijk, T. A. (1998). Ideology: A multidisciplinary approach. London, England: Sage.",
]


@pytest.mark.parametrize("width", [70, 85, 100])
@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize("heading", ["", "Literatur\n"])
def test_authors_and_years_wrapped(width, indent, heading):
    written = "\n".join(
        "\n".join(wrap(text, width, subsequent_indent=indent, break_on_hyphens=False)) for text in AUTHOR_YEAR
    )
    assert [item.text for item in take_apart(heading + written).items] == AUTHOR_YEAR


NOTES = [
    (
        "1 See Smith, Growth of Bones (Oxford 1999) 12; Jones, Skin and Bones (Cambridge 2001).",
        ["Smith, Growth of Bones (Oxford 1999) 12", "Jones, Skin and Bones (Cambridge 2001)."],
    ),
    (
        "1 Smith, Growth of Bones (Oxford 1999) 12; see also Jones, Skin and Bones (Cambridge 2001).",
        ["Smith, Growth of Bones (Oxford 1999) 12", "Jones, Skin and Bones (Cambridge 2001)."],
    ),
    ("1 Hunt, T. L.; Lipo, C. P. (2010). Dating of bones. Bones 8(5): 15–20.", None),
    ("1 Smith J. Growth of bones; London and Paris 1990. Bones 1999; 8(5): 15–20.", None),
]


@pytest.mark.parametrize(("note", "found"), NOTES)
def test_several_works_in_a_note(note, found):
    items = [item.text for item in take_apart(f"{note}\n2 {LEUNG}").items]
    assert items == [*(found or [note[2:]]), LEUNG]


def test_short_cites_are_items():
    notes = ["Brown, The Marrow of Bones (London 1987) 3", "Ibid., 12.", "King 2003, p. 41.", LEUNG]
    page = take_apart("\n".join(f"{n}. {note}" for n, note in enumerate(notes, 1)))
    assert [item.text for item in page.items] == notes


def test_what_stands_before_a_list_on_its_line_is_not_lost():
    page = take_apart(f"So far our results. 1. {LEUNG} 2. {MENGESHA}")
    assert [item.text for item in page.items] == [LEUNG, MENGESHA]
    assert [block.text for block in page.unused] == ["So far our results."]


def test_what_stands_before_references_that_run_together_is_not_lost():
    page = take_apart(f"We saw that it was so. References {LEUNG} {MENGESHA} {GARG}")
    assert [item.text for item in page.items] == ALL
    assert [block.text for block in page.unused] == ["We saw that it was so. References"]


def test_numbers_of_volumes_are_no_list_numbers():
    text = "1. Smith J. Bones, vol. 2. Springer, Berlin, 1999. 2. Aufl. Bd. 2. Thieme, 2001. doi:10.1000/x\n2. " + LEUNG
    assert [item.text for item in take_apart(text).items][1] == LEUNG


def test_hyphen_at_a_line_end_is_taken_back():
    text = "[1] I. Abraham. LAND: A Distri-\nbuted Hash Table. In SODA, pages 1--\n9, 2004."
    assert take_apart(text).items[0].text == "I. Abraham. LAND: A Distributed Hash Table. In SODA, pages 1--9, 2004."


def test_a_numbered_list_that_is_no_reference_list_is_left_alone():
    text = "Variants cause:\n  1. A loss of function disease of skin and bone.\n  2. Microvascular complications (OMIM:612628)\n"
    assert take_apart(text).items == ()


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
