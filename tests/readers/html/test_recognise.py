"""What is HTML and what is not, and the encodings pages declare."""

import pytest
from html_pages import ALL, LEUNG

from citekit.encoding import decode
from citekit.readers import from_text
from citekit.readers.html.recognise import looks_like

HTML = [
    "<!DOCTYPE html>\n<title>x</title>",
    "\ufeff<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<p>x",
    "<html>x",
    "<HTML LANG=en><body>",
    "<!-- saved from url=(0014)about:internet -->\n<!-- another -->\n<html>",
    '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">',
    f"<li>{LEUNG}</li>",
    f"\n<ol class='x'>\n<li>{LEUNG}\n<li>{LEUNG}\n</ol>\n",
    f"<div><p>{LEUNG}</p></div>",
]
OTHER = [
    LEUNG,
    f"1. {LEUNG}\n<p>\n",
    f"<b>Title</b>\n{LEUNG}\n",
    '<?xml version="1.0"?>\n<!DOCTYPE article PUBLIC "-//NLM//DTD JATS" "x.dtd">\n<article><front/></article>',
    "<article><front><article-meta/></front></article>",
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><p>x</p></TEI>",
    '<p align="center"><img src=x></p>\n\n# A README\n\n'
    + "Some words that end here\nand go on in the next line.\n" * 10,
    "<div and more, she said",
    "",
    "<",
]


@pytest.mark.parametrize("text", HTML)
def test_html(text):
    assert looks_like(text)


@pytest.mark.parametrize("text", OTHER)
def test_not_html(text):
    assert not looks_like(text)


def test_bibtex_with_a_page_in_it_is_bibtex():
    text = "@article{a,\n  title = {One},\n  abstract = {<html><body><p>x</p></body></html>},\n  year = 2000\n}\n"
    assert from_text(text, "x").format == "bibtex"


def test_lines_of_html_are_lines():
    assert [r.origin.text for r in from_text("<li>a\n<li>b", "x", lines=True)] == ["<li>a", "<li>b"]


PAGE = '<html><head><meta charset="{}"></head><body><p>Løkke Žižek</p></body></html>'
DECLARED = {
    "iso-8859-2": ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">Žižek', "iso-8859-2"),
    "windows-1251": ("<meta charset=windows-1251>Менгеша", "cp1251"),
    "gb2312": ("<meta charset='gb2312'>中文標題", "gb18030"),
    "shift_jis": ("<meta charset=Shift_JIS>日本語", "cp932"),
    "iso-2022-jp": ("<meta charset=iso-2022-jp>日本語", "iso2022_jp"),
    "iso-8859-1, which is Windows-1252": ("<meta charset=iso-8859-1>“Løkke”", "cp1252"),
    "xml": ('<?xml version="1.0" encoding="iso-8859-2"?>\n<html>Žižek', "iso-8859-2"),
}


@pytest.mark.parametrize("name", DECLARED)
def test_declared_encodings(name):
    text, encoding = DECLARED[name]
    assert decode(text.encode(encoding), "x") == text


# Browsers save pages as UTF-8 and leave what the page says of its encoding.
UNTRUE = ["iso-8859-1", "windows-1251", "utf-16", "no-such-encoding", "hex", "rot13", ""]


@pytest.mark.parametrize("declared", UNTRUE)
def test_what_reads_as_utf_8_is_utf_8(declared):
    text = f"<html><meta charset={declared}>“Løkke Žižek”"
    assert decode(text.encode(), "x") == text
    assert decode(b"<meta charset=%s>abc" % declared.encode(), "x").endswith("abc")
    assert decode(b"<meta charset=%s>abc\xe9\xff" % declared.encode(), "x")[-5:-2] == "abc"


def test_a_mark_at_the_head_counts_more_than_a_declaration():
    text = "<html><meta charset=iso-8859-1>Žižek"
    assert decode(text.encode("utf-16"), "x") == text


@pytest.mark.parametrize("name", ["a.txt", "a.html", "-"])
def test_the_name_does_not_matter(name):
    assert from_text("<ol>" + "".join(f"<li>{text}" for text in ALL), name).format == "HTML page"
