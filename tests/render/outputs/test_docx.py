"""Office Open XML (ECMA-376, Part 1, 17.3.2 run properties)."""

import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest

from citekit.csl.marks import BLOCK, BOLD, ITALIC, SMALL_CAPS, SUBSCRIPT, UPRIGHT, link, wrap
from citekit.render.outputs import Entry, Layout, docx


def part(name: str, text: str, label: str = "", layout: Layout = Layout()) -> str:  # noqa: B008
    with zipfile.ZipFile(BytesIO(docx.written([Entry("key", label, text)], layout))) as archive:
        return archive.read(name).decode("utf-8")


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("a & <b>", [("", "a &amp; &lt;b&gt;")]),
        (wrap(ITALIC, "J" + wrap(BOLD, "5")), [('<w:i w:val="true"/>', "J"), ('<w:b w:val="true"/><w:i w:val="true"/>', "5")]),
        (wrap(ITALIC, wrap(UPRIGHT, "r")), [('<w:i w:val="false"/>', "r")]),
        (wrap(SMALL_CAPS, "D") + wrap(SUBSCRIPT, "2"), [('<w:smallCaps w:val="true"/>', "D"), ('<w:vertAlign w:val="subscript"/>', "2")]),
    ],
)  # fmt: skip
def test_runs(text, runs):
    written = "".join(
        f'<w:r>{font and f"<w:rPr>{font}</w:rPr>"}<w:t xml:space="preserve">{words}</w:t></w:r>' for font, words in runs
    )
    assert f"</w:pPr>{written}</w:p>" in part("word/document.xml", text)


def test_labels_blocks_and_measures():
    body = part("word/document.xml", "J" + wrap(BLOCK, "x"), "[1]")
    assert body.index("[1]") < body.index("<w:tab/>") < body.index("J") < body.index("<w:br/>") < body.index(">x<")
    assert '<w:ind w:left="600" w:hanging="600"/>' in part("word/styles.xml", "J", "[1]")
    assert '<w:ind w:left="720" w:hanging="720"/>' in part("word/styles.xml", "J", layout=Layout(hanging_indent=True))
    assert '<w:lang w:val="de-DE"/>' in part("word/styles.xml", "J", layout=Layout(language="de-DE"))


def test_links():
    text = link("https://e.org/?a&b", "x") + link("javascript:x", "y")
    relations = part("word/_rels/document.xml.rels", text)
    assert 'Target="https://e.org/?a&amp;b" TargetMode="External"' in relations
    assert relations.count("TargetMode") == 1


def test_the_same_entries_give_the_same_bytes():
    assert docx.written([Entry("k", "", "x")], Layout()) == docx.written([Entry("k", "", "x")], Layout())


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc")
def test_a_reader_of_docx_reads_it(tmp_path):
    path = tmp_path / "refs.docx"
    path.write_bytes(docx.written([Entry("k", "", wrap(ITALIC, "Müller") + link("https://e.org/", "x"))], Layout()))
    read = subprocess.run(["pandoc", "-t", "html", str(path)], capture_output=True, text=True, timeout=60, check=True)
    assert read.stdout.strip() == '<p><em>Müller</em><a href="https://e.org/">x</a></p>'
