"""What kind of work a string describes, in the words of six languages."""

import pytest

from citekit.readers.text.entry_type import entry_type

THESES = [
    ("Roe A. Peat. PhD thesis, University of Leeds, 2003.", "phdthesis"),
    ("Roe, A. (2003). Peat (Doctoral dissertation). Leeds.", "phdthesis"),
    ("Roe, A.: Moore. Diss. Bern 1998.", "phdthesis"),
    ("Roe, A.: Moore. Habilitationsschrift, Bern 1998.", "phdthesis"),
    ("ROE A., Tourbe, thèse de doctorat, Lille, 1998.", "phdthesis"),
    ("Roe A. Turba. Tesis doctoral. Universidad de León, 1998.", "phdthesis"),
    ("ROE, A. Turfa. Tese de doutorado. São Paulo, 1998.", "phdthesis"),
    ("Roe A., Torba, tesi di dottorato, Pisa, 1998.", "phdthesis"),
    ("Roe A. Peat. M.Sc. thesis, Leeds, 2003.", "mastersthesis"),
    ("Roe A. Peat. Master’s thesis, Leeds, 2003.", "mastersthesis"),
    ("Roe A. Moore. Diplomarbeit, Bern, 2003.", "mastersthesis"),
    ("ROE, A. Turfa. Dissertação de mestrado, São Paulo, 1998.", "mastersthesis"),
]


@pytest.mark.parametrize(("text", "kind"), THESES)
def test_thesis(text, kind):
    assert entry_type(text, {"author": "Roe"}) == kind


def test_a_title_makes_no_thesis_unless_it_ends_with_the_word():
    pig = {"title": "A dissertation upon roast pig"}
    assert entry_type("Lamb C. A dissertation upon roast pig. London, 1822.", pig | {"publisher": "Moxon"}) == "book"
    peat = {"title": "On peat (PhD thesis)"}
    assert entry_type("Roe A. On peat (PhD thesis). Leeds, 2003.", peat) == "phdthesis"


OTHERS = [
    ("Roe A. Peat press. US Patent 3,712,959, 1973.", {"title": "Peat press"}, "patent"),
    ("Roe A. Torfpresse. Patentschrift DE 123456, 1973.", {"title": "Torfpresse"}, "patent"),
    ("Roe A. Patent law in Europe. Bern: Torf, 1999.", {"title": "Patent law in Europe", "publisher": "Torf"}, "book"),
    ("Roe A. Peat. Unpublished manuscript, 2003.", {"title": "Peat"}, "unpublished"),
    ("Roe A. Moore. Unveröffentlichtes Manuskript, 2003.", {"title": "Moore"}, "unpublished"),
    ("Roe A. Peat. Leeds discussion paper 12, 2003.", {"title": "Peat"}, "techreport"),
    ("Roe A. Tourbe. Rapport technique 12, 2003.", {"title": "Tourbe"}, "techreport"),
    (
        "Roe A. Peat. In: Proceedings of the Peat Society, 2003.",
        {"container": "Proceedings of the Peat Society"},
        "inproceedings",
    ),
    (
        "Roe A. Torba. Atti del Convegno sulla torba, 2003.",
        {"container": "Atti del Convegno sulla torba"},
        "inproceedings",
    ),
    ("Roe A. Tourbe. Actes du colloque de Lille, 2003.", {"container": "Actes du colloque de Lille"}, "inproceedings"),
    ("Roe A. Peat. AIP Conf. Proc. 475, 405 (1999).", {"container": "AIP Conf. Proc.", "volume": "475"}, "article"),
    ("Roe A. Tourbe, dans Les marais, Paris, 2003.", {"container": "Les marais"}, "incollection"),
    ("Roe A., Moore. In: Poe B. (Hg.): Sümpfe. Bern 2003.", {"container": "Sümpfe"}, "incollection"),
    ("Roe A., Peat. J Peat 12, 2003.", {"container": "J Peat", "volume": "12"}, "article"),
]


@pytest.mark.parametrize(("text", "said", "kind"), OTHERS, ids=[text[:45] for text, _, _ in OTHERS])
def test_other_types(text, said, kind):
    assert entry_type(text, said) == kind
