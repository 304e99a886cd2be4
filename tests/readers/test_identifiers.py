"""Lists of identifiers: what is one, what is not, and what is read from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.readers import from_text
from citekit.readers.identifiers import looks_like, read
from citekit.readers.identifiers.lines import identifiers_in

DATA = Path(__file__).parents[1] / "data"
BIB = Path(__file__).parents[2] / "bib"

LINES = [
    ("10.1000/182", ["10.1000/182"]),
    ("doi:10.1000/182", ["10.1000/182"]),
    ("DOI 10.1000/182.", ["10.1000/182"]),
    ("- https://doi.org/10.1000/182", ["10.1000/182"]),
    ("• 10.1000/182", ["10.1000/182"]),
    ("1. 10.1000/182", ["10.1000/182"]),
    ("[12] 10.1000/182", ["10.1000/182"]),
    ('"10.1000/182",', ["10.1000/182"]),
    ("10.1000/182  # the good one", ["10.1000/182"]),
    ("10.1000/182#5", ["10.1000/182#5"]),
    ("10.1000/182, 10.1000/183", ["10.1000/182", "10.1000/183"]),
    ("10.1000/182,10.1000/183;PMID:123", ["10.1000/182", "10.1000/183", "123"]),
    ("10.1000/182\tPMC12 | arXiv:1706.03762", ["10.1000/182", "PMC12", "1706.03762"]),
    ("10.1890/0012-9658(2006)87[1465:ATTPOP]2.0.CO;2; 10.1000/183", ["10.1890/0012-9658(2006)87[1465:ATTPOP]2.0.CO;2", "10.1000/183"]),
    ("PMID: 19494219; PMCID: PMC3341616; doi: 10.1056/NEJMoa0807865", ["19494219", "PMC3341616", "10.1056/NEJMoa0807865"]),
    ("10.1000/182.PMID:20847271", ["10.1000/182", "20847271"]),
    ("arXiv:1706.03762v5 [cs.CL], hep-th/9901001", ["1706.03762v5", "hep-th/9901001"]),
    ("10.1016/ j.cell.2009.01.001", ["10.1016/j.cell.2009.01.001"]),
    ("10.1016/j.cell. 2009.01.001", ["10.1016/j.cell.2009.01.001"]),
    ("10.1000\u200b/182", ["10.1000/182"]),
    ("10.1000/182 &", []),
    ("10.1000/182, foo", []),
    ("10.1000/182,Smith,2009", []),
    ("Smith J. A title. J X 2009. doi:10.1000/182", []),
    ("19494219", []),
    ("2009", []),
    ("see 10.1000/182", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "meant"), LINES)
def test_lines(line, meant):
    assert [found.value for found in identifiers_in(line)] == meant


MIXED = """\
# for the review

DOI
10.1056/NEJMoa0807865
https://doi.org/10.1093%2Fnar%2Fgks1195, PMID: 19494219
pmc3341616
arXiv:1706.03762v5 [cs.CL]
23193287
10.1056/NEJMoa0807865
"""


def test_a_mixed_list():
    library = from_text(MIXED, "list.txt")
    assert (library.format, library.file) == ("identifiers", "list.txt")
    assert [{name: field.value for name, field in reference.fields.items()} for reference in library] == [
        {"doi": "10.1056/NEJMoa0807865"},
        {"doi": "10.1093/nar/gks1195"},
        {"pmid": "19494219"},
        {"pmcid": "PMC3341616"},
        {"eprint": "1706.03762v5", "eprinttype": "arxiv", "eprintclass": "cs.CL"},
        {"pmid": "23193287"},
        {"doi": "10.1056/NEJMoa0807865"},
    ]
    assert {(reference.type, reference.key) for reference in library} == {("misc", "")}
    assert [(reference.origin.line, reference.origin.number) for reference in library] == [
        (4, 1), (5, 2), (5, 3), (6, 4), (7, 5), (8, 6), (9, 7),
    ]  # fmt: skip
    assert library.references[3].origin.text == "pmc3341616"
    assert (library.references[0].fields["doi"].origin.name, library.references[0].fields["doi"].origin.line) == (
        "doi",
        4,
    )
    assert [(block.kind, block.text) for block in library.blocks] == [
        ("comment", "# for the review"),
        ("comment", "DOI"),
    ]
    assert not library.problems


def test_what_is_not_understood_is_kept_and_said():
    text = "10.1000/1\n10.1000/2\n10.1000\n19494219\n10.1000/3\nsee the other list of mine\n" + "10.1000/4\n" * 30
    library = from_text(text, "list.txt")
    assert len(library) == 33
    assert [(block.kind, block.text, block.line) for block in library.blocks] == [
        ("failed", "10.1000", 3),
        ("failed", "19494219", 4),
        ("failed", "see the other list of mine", 6),
    ]
    assert [(problem.line, problem.kind) for problem in library.problems] == [
        (3, "syntax"),
        (4, "syntax"),
        (6, "syntax"),
    ]
    said = [problem.message for problem in library.problems]
    assert "no whole DOI" in said[0]
    assert "PMID:" in said[1]
    assert "see the other list of mine" in said[2]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("pmid\n19494219\n1234567", {"pmid"}),
        ('"PMID"\n"19494219"\n', {"pmid"}),
        ("# mine\npubmed_id\n19494219", {"pmid"}),
        ("PMCID\n3341616\n", {"pmcid"}),
        ("PMID: 19494219\n23193287\n", {"pmid"}),
        ("https://pubmed.ncbi.nlm.nih.gov/19494219/\n23193287", {"pmid"}),
        ("arxiv\n1706.03762\n", {"eprint", "eprinttype"}),
    ],
)
def test_numbers_are_what_the_list_says(text, fields):
    assert looks_like(text)
    library = read(text, "x")
    assert {name for reference in library for name in reference.fields} == fields
    assert not library.problems


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("https://doi.org/10.1016/\nj.cell.2009.01.001\n10.1000/182", ["10.1016/j.cell.2009.01.001", "10.1000/182"]),
        ("10.1000/182\n10.1016/j.cell.\n2009.01.001", ["10.1000/182", "10.1016/j.cell.2009.01.001"]),
        ("10.1000/182\n10.1000/183", ["10.1000/182", "10.1000/183"]),
        ("10.1000/182.\n10.1000/183.", ["10.1000/182", "10.1000/183"]),
    ],
)
def test_a_doi_over_two_lines(text, meant):
    library = from_text(text, "x")
    assert [reference.doi for reference in library] == meant
    assert not library.problems


NOT = {
    "nothing": "",
    "blank lines": "\n \n",
    "comments": "# 10.1000/182\n# 10.1000/183\n",
    "years": "2009\n2010\n2011\n",
    "numbers": "19494219\n23193287\n",
    "a reference": "Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7. doi:10.1097/01241398-198505000-00021",
    "references with their DOIs below": "Leung VC. Infantile cortical hyperostosis. 1985.\n10.1000/1\nGarg M. Rilonacept. 2017.\n10.1000/2\n" * 9,
    "names with DOIs": "Leung 1985\n10.1000/1\nGarg 2017\n10.1000/2\n",
    "BibTeX": "@article{a,\n  doi = {10.1000/182},\n}\n",
    "JSON lines": '{"doi": "10.1000/182"}\n{"doi": "10.1000/183"}\n',
    "an array of objects": '[\n{"doi": "10.1000/182"}\n]',
    "an array of texts": '["10.1000/1",\n"10.1000/2",\n"10.1000/3",\n"10.1000/4"\n]',
    "CSV": "doi,author,year\n10.1000/182,Smith,2009\n10.1000/183,Roe,2010\n",
    "HTML": "<html><body><a href='https://doi.org/10.1000/182'>10.1000/182</a></body></html>",
    "RIS": "TY  - JOUR\nDO  - 10.1000/182\nER  - \n",
    "prose": "We have read 10.1000/182, and it was good.\nSo was PMID: 19494219.\n",
    "addresses": "https://example.org/1\nhttps://www.nature.com/articles/nature14539\n",
}  # fmt: skip


@pytest.mark.parametrize("what", NOT)
def test_what_is_no_list_of_identifiers(what):
    assert not looks_like(NOT[what])
    assert from_text(NOT[what], "x").format != "identifiers"


@pytest.mark.parametrize(
    "path",
    sorted(path for folder in (DATA, BIB) for path in folder.rglob("*.*") if path.suffix in (".bib", ".txt", ".jsonl")),
    ids=lambda path: path.name,
)
def test_none_of_our_files_is_one(path):
    assert not looks_like(path.read_text(encoding="utf-8", errors="replace"))


# ---------------------------------------------------------------- any list

DOIS = st.from_regex(r"10\.[0-9]{4,5}/[a-z0-9]{1,6}([._-][a-z0-9]{1,6}){0,3}", fullmatch=True).filter(
    lambda doi: not doi.startswith("10.48550")
)
PMIDS = st.integers(1, 99_999_999).map(str)
PMCIDS = st.integers(1, 99_999_999).map(lambda number: f"PMC{number}")
ARXIV = st.from_regex(
    r"(1[5-9]|2[0-5])(0[1-9]|1[0-2])\.[0-9]{5}(v[1-9])?|(hep-th|math|solv-int)/[0-9]{7}", fullmatch=True
)
SPELLINGS = {
    "doi": ("{}", "doi:{}", "DOI: {}", "https://doi.org/{}", "http://dx.doi.org/{}.", "<https://doi.org/{}>", '"{}"', "{}\u200b"),
    "pmid": ("PMID: {}", "pmid:{}", "PMID {}", "https://pubmed.ncbi.nlm.nih.gov/{}/", "http://www.ncbi.nlm.nih.gov/pubmed/{}"),
    "pmcid": ("{}", "PMCID: {}", "https://pmc.ncbi.nlm.nih.gov/articles/{}/", "https://www.ncbi.nlm.nih.gov/pmc/articles/{}", "{}.1"),
    "eprint": ("arXiv:{}", "arXiv: {}", "https://arxiv.org/abs/{}", "https://arxiv.org/pdf/{}.pdf", "{}"),
}  # fmt: skip
ONE = st.one_of(
    *(
        st.tuples(st.just(field), values, st.sampled_from(SPELLINGS[field]))
        for field, values in (("doi", DOIS), ("pmid", PMIDS), ("pmcid", PMCIDS), ("eprint", ARXIV))
    )
)
BETWEEN = st.sampled_from(["\n", "\n\n", ", ", "; ", " ", "\t", ",\n", "\n# a comment\n"])


@given(st.lists(st.tuples(ONE, BETWEEN), min_size=1, max_size=12))
def test_any_list_in_any_spelling_comes_back_in_order(listed):
    text = "".join(spelling.format(value) + between for (_, value, spelling), between in listed)
    library = from_text(text, "x")
    assert library.format == "identifiers"
    assert [(field, ref.get(field)) for ref in library for field in ref.fields if field in SPELLINGS] == [
        (field, value) for (field, value, _), _ in listed
    ]
    assert not library.problems


@given(st.text(alphabet=st.sampled_from("10.2/PMIDarXiv:# \n,;\"'<>()[]\u200b-"), max_size=80))
def test_any_text_is_kept_line_by_line(text):
    library = read(text, "x")
    kept = sum(item.text.count("\n") + 1 for item in library.blocks) + len({ref.origin.line for ref in library})
    assert kept <= text.count("\n") + 1
    assert len(library.problems) == sum(block.kind == "failed" for block in library.blocks)


@pytest.mark.parametrize(
    "bad",
    [
        "10.1000/182 " * 50_000,
        "x\n" * 100_000,
        "10.1016/\n" * 50_000,
        "DOI:" * 100_000 + "10.",
        "[cs.CL]" * 50_000,
        "a" + " " * 500_000 + "[b",
    ],
)
def test_nasty_text_comes_to_an_end(bad):
    looks_like(bad)
    read(bad, "x")
