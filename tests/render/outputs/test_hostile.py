"""Whatever a text says, it comes out as text: in each language, read back by a reader of that language."""

import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citekit.csl import marks
from citekit.render.bbl.markup import text as in_latex
from citekit.render.marking import Marking
from citekit.render.outputs import Entry, Layout, docx, html, latex, markdown, page, rtf, text
from citekit.render.outputs.markup import harmless
from citekit.render.rich import rich

HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title></style><script>x", "<!--", "]]>", "&lt;b&gt; &amp;",
    r"\input{/etc/passwd}", r"\write18{rm}", "}{", "{{{", "}", "\\", "50% $x$ #1 a_b ^~ \\\\", "\x00\x1b[31m\x85\n\n\t", "\u202ecod.exe\u2066",
    "\ud800", "👩‍🔬 中文", "דוד, א", "\u2028", "[x](javascript:x)", r"\u1 \bin4 {\object}", "|---|", "``` ", "https://e.org/", "\ufffe\uffff",
]  # fmt: skip
ADDRESSES = [
    "https://e.org/a?b=c&d#e", 'http://e.org/"><script>', "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x",
    "data:text/html,x", "mailto:a@e.org", "https://e.org/{}\\%", "\x01http://e.org", "ht\ntp://e.org", "//e.org", "vbscript:x", "file:///etc",
]  # fmt: skip
MARKS = sorted(marks.FONTS | marks.DISPLAYS)

words = st.text(st.characters(), max_size=8) | st.sampled_from(HOSTILE)
marked = st.recursive(
    words.map(marks.clean),
    lambda inner: (
        st.lists(inner, max_size=3).map("".join)
        | st.builds(marks.wrap, st.sampled_from(MARKS), inner)
        | st.builds(marks.link, st.sampled_from(ADDRESSES), inner)
    ),
    max_leaves=8,
)
entries = st.builds(Entry, words, marked, marked, marked)
lists = st.lists(entries, min_size=1, max_size=3)
layouts = st.builds(Layout, st.booleans(), st.sampled_from(["", "flush", "margin"]), language=words, title=words)


def said(each: Entry) -> str:
    return "".join(harmless(marks.plain(each.label + each.text)).split())


class Reader(HTMLParser):
    """The elements with their attributes, and the text of each list item."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.items: list[str] = []
        self.feed(document)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)
        if tag == "li":
            self.items.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "li" in self.open:
            self.items[-1] += data

    def handle_comment(self, data):
        raise AssertionError(data)


ELEMENTS = {
    "ol": {"class", "role", "style", "lang"}, "li": {"id", "class", "dir"}, "div": {"class", "dir"}, "span": {"style"}, "a": {"href"},
    "i": set(), "b": set(), "sup": set(), "sub": set(),
}  # fmt: skip
PAGE = {name: set() for name in ("head", "title", "style", "body", "main", "h1")} | {
    "html": {"lang"},
    "meta": {"charset", "name", "content", "http-equiv"},
}


def are_safe(elements, allowed) -> bool:
    return all(
        set(attributes) <= allowed[name] and re.match("https?://|mailto:", attributes.get("href") or "mailto:")
        for name, attributes in elements
    )


@settings(max_examples=150)
@given(lists, layouts)
def test_html(given, layout):
    read = Reader(html.written(given, layout))
    assert are_safe(read.elements, ELEMENTS)
    assert ["".join(item.split()) for item in read.items] == [said(each) for each in given]


@settings(max_examples=60)
@given(lists, layouts)
def test_page(given, layout):
    read = Reader(page.written(given, layout))
    assert are_safe(read.elements, ELEMENTS | PAGE)
    assert ["".join(item.split()) for item in read.items] == [said(each) for each in given]
    assert [name for name, _ in read.elements].count("style") == 1


@settings(max_examples=100)
@given(lists)
def test_text(given):
    out = text.written(given, Layout())
    assert "".join(out.split()) == "".join(said(each) for each in given)
    assert all(c == "\n" or ord(c) > 31 for c in out)
    assert not set(out) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x7f\x85\x9b")


_TEX = re.compile(r"\\([A-Za-z@]+|.)|([{}])|([%$&^])|(~|#1)", re.DOTALL)
# All that may run: what we write for fonts, links and the list. Letters and signs are commands that take text or nothing.
_RUNS = (
    "input",
    "include",
    "openin",
    "openout",
    "write",
    "immediate",
    "csname",
    "catcode",
    "special",
    "directlua",
    "read",
    "let",
    "edef",
    "usepackage",
)


@settings(max_examples=150)
@given(lists, layouts)
@example([Entry("a", "", "\\}"), Entry("b", "", r"\input{x}")], Layout())
def test_latex(given, layout):
    out = latex.written(given, layout)
    body = re.sub(
        r"(?m)\]\{[^{}]*\}(?=$|\\citekitlabel)", "", out.split("\n\\bibitem", 1)[1]
    )  # keys stay as papers have them
    body = re.sub(r"\$[\w^{} =-]*\$", "", body)  # formulas
    assert all(re.match("https?://|mailto:", address) for address in re.findall(r"\\href\{([^}]*)\}", body))
    body = re.sub(r"\\href\{[^}]*\}", "", body)
    depth = 0
    for found in _TEX.finditer(body):
        command, brace, special, _ = found.groups()
        depth += {"{": 1, "}": -1}.get(brace or "", 0)
        assert depth >= 0
        assert not special
        assert command not in _RUNS
    assert depth == 0
    assert out.count("\n\\bibitem") == len(given)
    assert not [
        each for each in out.split("\n\\bibitem")[1:] if "\n\n" in each.partition("\n\\end{thebib")[0].strip()
    ]  # a paragraph each
    assert "\v" not in out


def read_rtf(document: str) -> list[str]:
    """The paragraphs of a document, without what groups say that are no text. Words, symbols and braces as in RTF 1.9.1, "RTF Syntax"."""
    assert document.isascii()
    read: list[int] = []
    silent: list[bool] = [False]
    for found in re.finditer(r"\\([a-z]+)(-?\d+)? ?|\\('3f|[{}\\*])|([{}])|([^\\{}])", document):
        word, number, symbol, brace, character = found.groups()
        if brace == "{":
            silent.append(silent[-1])
        elif brace == "}":
            silent.pop()
        elif symbol == "*" or word in ("fonttbl", "info"):
            silent[-1] = True
        elif silent[-1]:
            continue
        elif word == "u":
            read.append(int(number) & 0xFFFF)
        elif word in ("par", "line", "tab"):
            read.append({"par": 0x2029, "line": 32, "tab": 9}[word])
        elif symbol == "'3f":
            continue  # for readers without Unicode
        elif symbol or (character and character != "\n"):
            read.append(ord(symbol or character))
    assert silent == [False]
    return b"".join(c.to_bytes(2, "little") for c in read).decode("utf-16-le").split("\u2029")[:-1]


@settings(max_examples=150)
@given(lists, layouts)
@example([Entry("a", "[1]", "é 中 🙂 \\ {x} \uffef ?")], Layout())
def test_rtf(given, layout):
    out = rtf.written(given, layout)
    assert re.match(r"\{\\rtf1\\ansi", out)
    assert "".join("".join(read_rtf(out)).split()) == "".join(said(each) for each in given)
    assert set(re.findall(r'HYPERLINK "([a-z]+):', out)) <= {"http", "https", "mailto"}


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@settings(max_examples=60)
@given(lists, layouts)
def test_docx(given, layout):
    with zipfile.ZipFile(BytesIO(docx.written(given, layout))) as archive:
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    paragraphs = list(parts["word/document.xml"].iter(f"{W}p"))
    assert ["".join("".join(t.text or "" for t in p.iter(f"{W}t")).split()) for p in paragraphs] == [
        said(each) for each in given
    ]
    targets = {r.get("Id"): r.get("Target", "") for r in parts["word/_rels/document.xml.rels"] if r.get("TargetMode")}
    assert all(re.match("https?://|mailto:", target) for target in targets.values())
    assert [link.get(f"{{{docx._RELATION}}}id") for link in parts["word/document.xml"].iter(f"{W}hyperlink")] == list(
        targets
    )


@settings(max_examples=100)
@given(lists)
def test_markdown_holds_no_html_but_ours(given):
    out = markdown.written(given, Layout())
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", out)  # without what is escaped
    assert set(re.findall(r"<[^>]*>?", bare)) <= {
        *("<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "</span>"),
        *(pair[0] for pair in html.MARKUP.pairs.values() if pair[0].startswith("<span")),
    }
    assert all(re.match("https?://|mailto:", address) for address in re.findall(r"\]\(([^)]*)\)", bare))


def test_fonts_within_fonts_have_an_end():
    """TeX: "capacity exceeded, grouping levels=255"."""
    deep = marks.ITALIC * 1000 + "x" + marks.CLOSE * 1000
    assert in_latex(deep).count("{") == in_latex(deep).count("}") == 50
    assert rich(deep).render(Marking("utf-8")).count("x") == 1


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("javascript:alert(1)", None),
        ("https://e.org/\"'<>", "https://e.org/%22%27%3C%3E"),
        ("mailto:a@e.org", "mailto:a@e.org"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
    ],
)
def test_links_lead_where_they_may(address, leads):
    read = Reader(html.written([Entry("a", "", marks.link(address, "x"))], Layout()))
    assert [attributes["href"] for name, attributes in read.elements if name == "a"] == ([leads] if leads else [])
