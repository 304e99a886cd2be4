"""The importer for papis. Without papis these tests are left out: it is no dependency."""

from __future__ import annotations

import pytest

pytest.importorskip("papis.importer", exc_type=ImportError)

from papis.importer import Importer, get_importer_by_name

from citekit.papis_plugin import CitekitImporter

RIS = """TY  - JOUR
AU  - Aksentijevich, Ivona
AU  - van Royen-Kerkhoff, Annet
TI  - An autoinflammatory disease
JO  - N Engl J Med
PY  - 2009/06/04
VL  - 360
KW  - Infant
KW  - Interleukin 1
ER  -
"""


@pytest.fixture
def ris(tmp_path):
    (tmp_path / "a.ris").write_text(RIS)
    return str(tmp_path / "a.ris")


def test_papis_finds_it():
    assert get_importer_by_name("citekit") is CitekitImporter
    assert issubclass(CitekitImporter, Importer)


def test_a_file_becomes_a_document(ris):
    importer = CitekitImporter.match(ris)
    importer.fetch()
    data = importer.ctx.data
    assert data["author_list"] == [
        {"family": "Aksentijevich", "given": "Ivona"},
        {"family": "van Royen-Kerkhoff", "given": "Annet"},
    ]
    assert data["author"] == "Aksentijevich, Ivona and van Royen-Kerkhoff, Annet"
    assert (data["type"], data["title"], data["journal"]) == ("article", "An autoinflammatory disease", "N Engl J Med")
    assert (data["year"], data["month"], data["volume"]) == (2009, 6, "360")
    assert data["tags"] == ["Infant", "Interleukin 1"]
    assert "ref" not in data  # papis makes it


def test_without_a_match_it_reads_by_itself(ris):
    importer = CitekitImporter(ris)
    importer.fetch_data()
    assert importer.ctx.data["year"] == 2009


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("none.ris", None),
        ("https://example.org", None),
        ("noise.bin", "\x00\x01\x02"),
        ("list.txt", "1. Berg A. One thing. J. 2001;4:1-9.\n2. Olsen B. Another thing. J. 2002;5:1-9.\n"),
    ],
)
def test_what_is_no_document_is_not_taken_for_one(tmp_path, name, text):
    """A list of references is not what they are about."""
    if text is not None:
        (tmp_path / name).write_text(text)
    assert CitekitImporter.match(str(tmp_path / name)) is None


def test_a_page_is_its_own_record(tmp_path):
    (tmp_path / "a.html").write_text(
        '<html><head><meta name="citation_title" content="Lines in the sand">'
        '<meta name="citation_author" content="Ada Berg"><meta name="citation_publication_date" content="2001">'
        '<meta name="citation_journal_title" content="Journal of Sand"><meta name="citation_doi" content="10.5555/12345">'
        '<meta name="citation_reference" content="citation_title=Other; citation_author=B. Olsen; citation_publication_date=1999">'
        "</head><body><p>Text</p></body></html>"
    )
    importer = CitekitImporter.match(str(tmp_path / "a.html"))
    importer.fetch_data()
    assert importer.ctx.data["title"] == "Lines in the sand"
