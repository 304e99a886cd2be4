"""Labelled spans of reference strings. The strings are printed here by hand in the styles they stand for; none was trained on."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.readers.text.label import Labelled, Span, label

LABELS = {
    "author", "editor", "title", "container", "date", "volume", "issue", "pages", "publisher", "location", "doi", "url",
}  # fmt: skip


def said(text: str) -> dict[str, str]:
    """The text of the first span of each label."""
    first: dict[str, str] = {}
    for span in label([text])[0].spans:
        first.setdefault(span.label, text[span.start : span.end])
    return first


# (what the row is about, the string, what the labels must say)
REFERENCES = [
    (
        "NLM with issue",
        "Leung VC, Lee KE. Infantile cortical hyperostosis with intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7.",
        {"author": "Leung VC, Lee KE", "title": "Infantile cortical hyperostosis with intramedullary lesions",
         "container": "J Pediatr Orthop", "date": "1985", "volume": "5", "issue": "3", "pages": "354–7"},
    ),
    (
        "NLM with month and day",
        "Kastner DL, van den Berg-Smit A, et al. A fever: what next? Ann Intern Med. 2011 Mar 17; 154(6):412-9.",
        {"author": "Kastner DL, van den Berg-Smit A, et al", "date": "2011 Mar 17", "volume": "154", "issue": "6", "pages": "412-9"},
    ),
    (
        "part and supplement in the issue, S before the pages",
        "Garg M, de Jesus AA. Bone and skin: a case series. Arthritis Rheum. 2013;65(12 Pt 2):S194–202.",
        {"date": "2013", "volume": "65", "issue": "12 Pt 2", "pages": "S194–202", "container": "Arthritis Rheum"},
    ),
    (
        "article number instead of pages",
        "Kim PW, Ulu A. Rare disease registries in Turkey. Orphanet J Rare Dis. 2015;9:145.",
        {"date": "2015", "volume": "9", "pages": "145"},
    ),
    (
        "a journal with a subtitle",
        "Okada T, Mori H. Fracture healing in mice. Journal of bone and mineral research : the official journal of the American "
        "Society for Bone and Mineral Research. 2004;19(8):1280-8.",
        {"title": "Fracture healing in mice",
         "container": "Journal of bone and mineral research : the official journal of the American Society for Bone and Mineral Research",
         "volume": "19", "issue": "8"},
    ),
    (
        "APA article",
        "Hill, A. B., & Doll, R. (1956). Lung cancer and other causes of death. British Medical Journal, 2(5001), 1071–1081.",
        {"author": "Hill, A. B., & Doll, R", "date": "1956", "title": "Lung cancer and other causes of death",
         "container": "British Medical Journal", "volume": "2", "issue": "5001", "pages": "1071–1081"},
    ),
    (
        "APA chapter",
        "Baddeley, A. D., & Hitch, G. (1974). Working memory. In G. H. Bower (Ed.), The psychology of learning and motivation "
        "(pp. 47-89). New York: Academic Press.",
        {"title": "Working memory", "container": "The psychology of learning and motivation", "pages": "47-89",
         "location": "New York", "publisher": "Academic Press"},
    ),
    (
        "a book in Chicago style",
        "Kuhn, Thomas S. The Structure of Scientific Revolutions. Chicago: University of Chicago Press, 1962.",
        {"author": "Kuhn, Thomas S", "title": "The Structure of Scientific Revolutions", "location": "Chicago",
         "publisher": "University of Chicago Press", "date": "1962"},
    ),
    (
        "physics without a title",
        "A. Einstein, B. Podolsky and N. Rosen, Phys. Rev. 47, 777 (1935).",
        {"author": "A. Einstein, B. Podolsky and N. Rosen", "container": "Phys. Rev", "volume": "47", "pages": "777", "date": "1935"},
    ),
    (
        "IEEE",
        "[7] C. E. Shannon, “A mathematical theory of communication,” Bell Syst. Tech. J., vol. 27, no. 3, pp. 379–423, Jul. 1948.",
        {"author": "C. E. Shannon", "title": "A mathematical theory of communication", "volume": "27", "issue": "3", "pages": "379–423"},
    ),
    (
        "a conference paper",
        "L. Lamport and P. Melliar-Smith. Byzantine clock synchronization. In Proceedings of the Third Annual ACM Symposium on "
        "Principles of Distributed Computing, pages 68-74, 1984.",
        {"title": "Byzantine clock synchronization", "pages": "68-74", "date": "1984",
         "container": "Proceedings of the Third Annual ACM Symposium on Principles of Distributed Computing"},
    ),
    (
        "a book with town and year alone",
        "A. Rossi, Storia della pittura veneta, Bologna 1988.",
        {"author": "A. Rossi", "title": "Storia della pittura veneta", "location": "Bologna", "date": "1988"},
    ),
    (
        "a German chapter",
        "Weber, Karl: Die Stadt im Wandel. In: Müller, Hans (Hrsg.): Geschichte der Moderne. Frankfurt a. M.: Suhrkamp 1987, S. 12–34.",
        {"author": "Weber, Karl", "title": "Die Stadt im Wandel", "container": "Geschichte der Moderne", "publisher": "Suhrkamp",
         "pages": "12–34"},
    ),
    (
        "a French chapter",
        "DURAND P., « Les villes neuves », dans M. Petit (dir.), Histoire des lieux, Paris, Seuil, 1999, p. 3-28.",
        {"author": "DURAND P", "title": "Les villes neuves", "container": "Histoire des lieux", "location": "Paris", "publisher": "Seuil",
         "pages": "3-28"},
    ),
    (
        "a meeting with its town and publisher",
        "R. Roe and B. Poe. Caching in mobile networks. In Proc. of the 21st ACM SIGMOD Conference on Management of Data, pages 12–23, New "
        "York, NY, USA, June 2010. ACM.",
        {"title": "Caching in mobile networks", "container": "Proc. of the 21st ACM SIGMOD Conference on Management of Data",
         "pages": "12–23", "location": "New York, NY, USA", "publisher": "ACM"},
    ),
    (
        "a body as author",
        "City of Melbourne. (2012). Places for people. Melbourne: City of Melbourne.",
        {"author": "City of Melbourne", "date": "2012", "title": "Places for people", "location": "Melbourne"},
    ),
    (
        "a Portuguese article",
        "Costa, M. (2010). A memória da cidade. Revista Brasileira de História, 30(59), 11-29.",
        {"author": "Costa, M", "title": "A memória da cidade", "container": "Revista Brasileira de História", "volume": "30", "issue": "59"},
    ),
    (
        "chemistry without a title",
        "D. Moe, Neural Comput. Appl. 12 (2003) 34.",
        {"author": "D. Moe", "container": "Neural Comput. Appl", "volume": "12", "date": "2003", "pages": "34"},
    ),
    (
        "DOI as an address",
        "Watson JD, Crick FH. Molecular structure of nucleic acids. Nature. 1953;171:737-8. https://doi.org/10.1038/171737a0",
        {"doi": "10.1038/171737a0", "volume": "171", "pages": "737-8"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), [row[1:] for row in REFERENCES], ids=[row[0] for row in REFERENCES])
def test_labels_say_what_a_reader_sees(text: str, meant: dict[str, str]) -> None:
    found = said(text)
    assert {name: found.get(name, "").strip(" .,:;“”") for name in meant} == meant


def test_each_string_gets_its_own_answer_in_order() -> None:
    texts = [row[1] for row in REFERENCES[:3]]
    together = label(texts)
    for text, found in zip(texts, together, strict=True):
        (alone,) = label([text])
        assert [(s.label, s.start, s.end) for s in alone.spans] == [(s.label, s.start, s.end) for s in found.spans]
        assert alone.confidence == pytest.approx(found.confidence, abs=1e-3)  # sums run in another order


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_to_label(text: str) -> None:
    assert label([text]) == [Labelled()]


def test_no_texts() -> None:
    assert label([]) == []


def check_spans(text: str, spans: tuple[Span, ...]) -> None:
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert span.label in LABELS
        assert 0.0 <= span.confidence <= 1.0
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_any_text_gives_spans_in_order(text: str) -> None:
    (found,) = label([text])
    check_spans(text, found.spans)
    assert 0.0 <= found.confidence <= 1.0
    assert label([text]) == [found]


def test_a_plain_reference_is_surer_than_half_of_one() -> None:
    plain, cut = label([REFERENCES[0][1], "354–7. Infantile cortical; Pediatr (3"])
    assert plain.confidence > 0.8 > cut.confidence


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "9" * 300_000, "." * 60_000, "10.1234/" * 40_000, "a'" * 100_000, "http://" + "(" * 100_000],
    ids=["letters", "digits", "points", "DOIs", "apostrophes", "brackets"],
)
def test_monstrous_strings_come_to_an_end(text: str) -> None:
    check_spans(text, label([text])[0].spans)


def test_the_model_is_not_loaded_by_an_import() -> None:
    seen = "import sys, citekit.readers.text.label; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", seen], check=False).returncode == 0
