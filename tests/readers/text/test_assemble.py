"""Reference strings → fields, through the model. The strings are those of bib/sources or of style guides, as said."""

import pytest

from citekit.readers.text.entry_type import entry_type
from citekit.readers.text.reader import read_lines


def fields(text):
    reference = read_lines(text, "x").references[0]
    return {"type": reference.type, **{name: reference.get(name) for name in reference.fields}}


WHOLE = [
    (
        "Romero R, Gotsch F, Pineles B, Kusanovic JP. Inflammation in pregnancy: its roles in reproductive physiology, obstetrical"
        " complications, and fetal injury. Nutr Rev. 2007;65(12 Pt 2):S194–202.",
        {
            "type": "article", "author": "Romero, R and Gotsch, F and Pineles, B and Kusanovic, JP",
            "title": "Inflammation in pregnancy: its roles in reproductive physiology, obstetrical complications, and fetal injury",
            "container": "Nutr Rev", "year": "2007", "volume": "65", "number": "12 Pt 2", "pages": "S194--202",
        },
    ),
    (
        "Lee SH, Ihm CG, Sohn SD. Polymorphisms in interleukin-1 beta are associated with kidney failure in Korean patients."
        " American journal of nephrology. 2004 Jul-Aug; 24(4):410-4.",
        {
            "type": "article", "author": "Lee, SH and Ihm, CG and Sohn, SD",
            "title": "Polymorphisms in interleukin-1 beta are associated with kidney failure in Korean patients",
            "container": "American journal of nephrology", "year": "2004", "month": "jul-aug", "volume": "24", "number": "4",
            "pages": "410--4",
        },
    ),
    (
        "Ulusoy E, Karaca NE, El-Shanti H. Interleukin-1 receptor antagonist deficiency with a novel mutation; late onset and"
        " successful treatment with canakinumab: a case report. J Med Case Rep. 2015;9:145.",
        {
            "type": "article", "author": "Ulusoy, E and Karaca, NE and El-Shanti, H",
            "title": "Interleukin-1 receptor antagonist deficiency with a novel mutation; late onset and successful treatment with"
            " canakinumab: a case report",
            "container": "J Med Case Rep", "year": "2015", "volume": "9", "pages": "145",
        },
    ),
    # ICMJE sample reference 13, "Personal author(s)" of a book
    (
        "Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. St. Louis: Mosby; 2002.",
        {
            "type": "book", "author": "Murray, PR and Rosenthal, KS and Kobayashi, GS and Pfaller, MA",
            "title": "Medical microbiology", "address": "St. Louis", "publisher": "Mosby", "year": "2002",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WHOLE)
def test_whole_reference(text, said):
    assert fields(text) == said


SOME = [
    ("doi: 10.1016/ j.cell.2012.02.009", "doi", "10.1016/j.cell.2012.02.009"),
    ("PMID: 19762550.", "pmid", "19762550"),
    ("arXiv:1706.03762v5", "eprint", "1706.03762v5"),
    ("ISBN 978-90-04-13899-5.", "isbn", "978-90-04-13899-5"),
    ("https://www.nice.org.uk/guidance/cg180. Accessed 3 May 2016.", "url", "https://www.nice.org.uk/guidance/cg180"),
    ("https://www.nice.org.uk/guidance/cg180. Accessed 3 May 2016.", "urldate", "2016-05-03"),
]


@pytest.mark.parametrize(("tail", "field", "value"), SOME)
def test_identifier_at_the_end(tail, field, value):
    assert (
        fields(f"Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7. {tail}")[field]
        == value
    )


def test_what_is_not_understood_is_kept():
    assert fields("?!")["note"] == "?!"
    assert fields("?!")["type"] == "misc"


TYPES = [
    ("Cartigny J. Contributions à la diffusion dans les réseaux ad hoc. PhD thesis, LiFL, Lille, December 2003.", {}, "phdthesis"),
    ("Sluys R (1996) Species status. Proceedings of the Biological Society of Washington 109: 229–235.",
     {"container": "Proceedings of the Biological Society of Washington", "volume": "109"}, "article"),
    ("F. Dai and J. Wu. Dominant pruning. In ICC’03, Anchorage, May 2003.", {"container": "ICC’03"}, "inproceedings"),
    ("K. Alzoubi. New algorithm. In 35th Annual Hawaii International Conference on System Sciences, 2002.",
     {"container": "35th Annual Hawaii International Conference on System Sciences"}, "inproceedings"),
    ("E. Baccelli. Flooding techniques. Technical Report RR-5002, INRIA, 2003.", {"container": "INRIA"}, "techreport"),
    ("Clark R. Moriori. In: Sutton D, editor. The First New Zealanders. Auckland: AUP; 1994. p. 123–135.",
     {"container": "The First New Zealanders", "publisher": "AUP"}, "incollection"),
    ("Claims data. https://www.optum.com/, 2016.", {"url": "https://www.optum.com/"}, "online"),
    ("Romeis B (1989) Mikroskopische Technik. Urban und Schwarzenberg, München.", {"publisher": "Urban und Schwarzenberg"}, "book"),
    ("Leung VC. Infantile cortical hyperostosis.", {}, "misc"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "kind"), TYPES, ids=[kind for _, _, kind in TYPES])
def test_type(text, said, kind):
    assert entry_type(text, said) == kind
