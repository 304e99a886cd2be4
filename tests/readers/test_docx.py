"""Word documents, made here of the XML that Word writes → their references."""

import io
import zipfile

import pytest

from citekit.errors import InputError
from citekit.readers import read

LEUNG = (
    "Leung VC, Lee KE. Infantile cortical hyperostosis with intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7."
)
MENGESHA = (
    "Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol. 2002;3(6):389–400."
)
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def document(*paragraphs, notes=""):
    body = "".join(f"<w:p><w:pPr/>{paragraph}</w:p>" for paragraph in paragraphs)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        if notes:
            archive.writestr(
                "word/footnotes.xml", f"<w:footnotes {NAMESPACES}><w:footnote>{notes}</w:footnote></w:footnotes>"
            )
    return file.getvalue()


@pytest.fixture
def strings(tmp_path):
    def read_bytes(data):
        path = tmp_path / "paper"
        path.write_bytes(data)
        library = read(str(path))
        assert library.format == "Word document"
        return [(reference.origin.line, reference.origin.text) for reference in library]

    return read_bytes


def test_paragraphs_are_references(strings):
    half = len(LEUNG) // 2
    in_runs = run(LEUNG[:half]) + "<w:r><w:rPr><w:i/></w:rPr><w:t>" + LEUNG[half:] + "</w:t></w:r>"
    assert strings(document(run("References"), in_runs, run(MENGESHA))) == [(2, LEUNG), (3, MENGESHA)]


def test_numbers_behind_tabs(strings):
    data = document(run("1.") + "<w:r><w:tab/></w:r>" + run(LEUNG), run("2.") + "<w:r><w:tab/></w:r>" + run(MENGESHA))
    assert [text for _, text in strings(data)] == [LEUNG, MENGESHA]


NOT_READ = {
    "deleted": "<w:del><w:r><w:delText>Not this. </w:delText></w:r></w:del>",
    "deleted with plain text": f"<w:del>{run('Not this. ')}</w:del>",
    "moved away": f"<w:moveFrom>{run('Not this. ')}</w:moveFrom>",
    "given again for old programs": f"<mc:AlternateContent><mc:Fallback>{run('Not this. ')}</mc:Fallback></mc:AlternateContent>",
    "a tab stop": "<w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>",
    "code of a field": "<w:r><w:instrText>ADDIN ZOTERO_BIBL {}</w:instrText></w:r>",
}


@pytest.mark.parametrize("what", NOT_READ)
def test_what_is_no_text_of_the_document(strings, what):
    assert strings(document(NOT_READ[what] + run(LEUNG)))[0][1] == LEUNG


def test_inserted_text_is_read(strings):
    assert strings(document(f"<w:ins>{run(LEUNG)}</w:ins>"))[0][1] == LEUNG


def test_footnotes_are_read(strings):
    assert [text for _, text in strings(document(run("Some words."), notes=f"<w:p>{run(LEUNG)}</w:p>"))] == [LEUNG]


def test_a_broken_document_is_named(tmp_path):
    path = tmp_path / "paper.docx"
    data = document(run(LEUNG)).replace(b"</w:body>", b"</w:bod_>")
    path.write_bytes(data)
    with pytest.raises(InputError, match="broken Word document"):
        read(str(path))


def test_another_archive_is_no_word_document(tmp_path):
    path = tmp_path / "book.epub"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    path.write_bytes(file.getvalue())
    with pytest.raises(InputError, match="zip archive"):
        read(str(path))
