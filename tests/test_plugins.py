"""Plugins of other packages: really installed, really found, and harmless where they are broken."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from other_packages import citekit, install, python

from citekit import formats, plugins
from citekit.index.registered import INDEX
from citekit.normalise import DEFAULT_STEPS
from citekit.render.registered import OURS as STYLES
from citekit.sources import registered as sources
from citekit.sources.opening import OPTIONS, takes

PYPROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXAMPLE = formats.__doc__.partition("\n\n")[2]
LINES = {"citekit.readers": {"lines": "READER"}}
AN_ENTRY = "@article{a, author = {Berg, A.}, title = {One}, journal = {J}, year = 2001, pages = {1--2}}\n"


# ---------------------------------------------------------------- ours


def test_ours_are_installed_as_pyproject_says():
    """Where this fails: `pip install -e .` again."""
    for group, points in PYPROJECT["entry-points"].items():
        installed = {each.name: each.value for each in entry_points(group=group) if each.dist.name == "citekit"}
        assert installed == points, group


@pytest.mark.parametrize("group", plugins.GROUPS)
def test_every_group_has_ours_and_all_of_them_work(group):
    ours = [each for each in plugins.plugins(group) if each.own]
    assert ours
    assert [str(trouble) for each in ours if (trouble := plugins.trouble(each))] == []


def test_what_stands_in_code_is_registered():
    def registered(group):
        return [found for plugin, found in plugins.usable(group) if plugin.own]

    assert {id(each) for each in registered("steps")} == {id(each) for each in DEFAULT_STEPS}
    assert {each.name for each in registered("styles")} == {each.name for each in STYLES}
    ours = [sources.CROSSREF, sources.DATACITE, sources.PUBMED, sources.ARXIV, INDEX]
    assert {each.name for each in registered("sources")} == {each.name for each in ours}


def test_our_sources_ask_for_nothing_that_is_not_given():
    assert takes(sources.CROSSREF) == {"url", "mailto", "cache", "offline", "refresh"}
    assert takes(sources.ARXIV) == {"url", "cache", "offline", "refresh"}
    assert takes(INDEX) == {"folder"}
    assert set(OPTIONS) == takes(sources.CROSSREF) | takes(INDEX)


# ---------------------------------------------------------------- theirs


def test_the_example_of_the_documentation_works(tmp_path):
    assert EXAMPLE.count("\n") <= 10
    install(tmp_path, "mine", EXAMPLE, LINES)
    (tmp_path / "shelf.lines").write_text("#lines\nOn Growth and Form\nMicrographia\n")
    code = "import citekit; found = citekit.read('shelf.lines'); print(found.format, [each.title for each in found])"
    assert python(tmp_path, "-c", code).stdout == "lines ['On Growth and Form', 'Micrographia']\n"
    merged = citekit(tmp_path, "merge", "shelf.lines", "-o", "refs.bib")
    assert merged.returncode == 0, merged.stderr
    assert "Micrographia" in (tmp_path / "refs.bib").read_text()
    listed = citekit(tmp_path, "plugins", "readers").stdout
    assert "lines        one title a line (.lines)  [mine 1.2]" in listed


BROKEN = {
    "not there": ("", "READER", "cannot be loaded: AttributeError"),
    "raises": ("raise RuntimeError('no licence')", "READER", "cannot be loaded: RuntimeError: no licence"),
    "leaves": ("raise SystemExit(3)", "READER", "cannot be loaded: SystemExit: 3"),
    "something else": ("READER = 'lines'", "READER", "is not a citekit.formats.Reader"),
    "under another name": (EXAMPLE.replace('"lines", "one', '"bibtex", "one'), "READER", "calls itself bibtex"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_plugin_breaks_nothing_and_is_named_once(tmp_path, case):
    code, value, said = BROKEN[case]
    install(tmp_path, "mine", code, {"citekit.readers": {"lines": value}})
    (tmp_path / "a.jsonl").write_text('{"id": 1, "title": "One"}\n')  # of which all strict readers are asked
    ran = citekit(tmp_path, "parse", "a.jsonl", "a.jsonl", "-o", "refs.jsonl", "-q")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert len(ran.stderr.splitlines()) == 1
    assert "citekit: the reader lines of mine" in ran.stderr
    assert said in ran.stderr
    listed = citekit(tmp_path, "plugins", "--to", "json")
    found = next(each for each in json.loads(listed.stdout) if each["package"] == "mine")
    assert said in found["trouble"]
    assert (listed.returncode, listed.stderr) == (0, "")


def test_a_name_of_ours_cannot_be_taken(tmp_path):
    """Nor can one that another package has: the first in the alphabet keeps it."""
    install(tmp_path, "aaa", EXAMPLE.replace('"lines", "one', '"ris", "one'), {"citekit.readers": {"ris": "READER"}})
    install(tmp_path, "mine", EXAMPLE, LINES)
    install(tmp_path, "theirs", EXAMPLE, LINES)
    listed = citekit(tmp_path, "plugins", "readers").stdout
    assert "the reader ris of aaa is not used: citekit has that name already" in listed
    assert "the reader lines of theirs is not used: mine has that name already" in listed
    assert "one title a line (.lines)  [mine 1.2]" in listed


def test_a_reader_that_fails_is_blamed(tmp_path):
    code = EXAMPLE.replace("given.text.startswith", "given.nonsense.startswith")
    install(tmp_path, "mine", code, LINES)
    worse = """
        from citekit.errors import InputError
        from citekit.formats import Reader
        def refuse(given):
            raise InputError(given.file, "none of mine")
        PICKY = Reader("picky", "only its own", (), refuse, refuse)
        WORSE = Reader("w", "worse", (), lambda given: given.text.startswith("#w"), lambda given: None)
    """
    install(tmp_path, "worse", worse, {"citekit.readers": {"w": "WORSE", "picky": "PICKY"}})
    (tmp_path / "a.w").write_text("#w\nx\n")
    (tmp_path / "list.txt").write_text("Berg A, Olsen B. On the growth of crystals. J Gels. 2001;4:11-19.\n")
    ran = citekit(tmp_path, "parse", "list.txt", "list.txt", "--to", "bibtex")
    assert ran.stdout.count("crystals") == 2
    assert ran.stderr.splitlines() == [
        "citekit: the reader lines of mine failed: AttributeError: 'Input' object has no attribute 'nonsense'"
    ]
    ran = citekit(tmp_path, "parse", "a.w")
    assert ran.returncode == 1
    assert "the reader w of worse gave NoneType where Library is asked for" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_writer_of_another_package(tmp_path):
    code = """
        from citekit.formats import Writer, Written
        def write(library):
            return Written.of_text("".join(f"{each.title}\\n" for each in library))
        WRITER = Writer("titles", "titles only", (".titles",), write)
        BAD = Writer("bad", "never", (".bad",), lambda library: library.nonsense)
    """
    install(tmp_path, "mine", code, {"citekit.writers": {"titles": "WRITER", "bad": "BAD"}})
    (tmp_path / "a.bib").write_text(AN_ENTRY)
    assert citekit(tmp_path, "convert", "a.bib", "-o", "a.titles").returncode == 0
    assert (tmp_path / "a.titles").read_text() == "One\n"
    ran = citekit(tmp_path, "convert", "a.bib", "--to", "bad", "-o", "out")
    assert (ran.returncode, (tmp_path / "out").exists()) == (1, False)
    assert ran.stderr.startswith("citekit: the writer bad of mine failed: AttributeError")


STEPS = """
    def shout(reference):
        "Titles in capitals."
        return reference.rewritten("title", reference.title.upper())
    def stumble(reference):
        return reference.nonsense
    def forget(reference):
        pass
"""


def test_steps_of_other_packages_follow_ours(tmp_path):
    points = {"citekit.steps": {"shout": "shout", "stumble": "stumble", "forget": "forget"}}
    install(tmp_path, "mine", STEPS, points)
    code = """
import importlib.metadata as metadata
scans = []
real = metadata.entry_points
metadata.entry_points = lambda **which: scans.append(1) or real(**which)
from citekit.model import Reference
from citekit.normalise import DEFAULT_STEPS, all_steps, normalise
for title in ("a--b", "c"):
    print(normalise(Reference().with_fields({"title": title, "pages": "2438--44"})).fields.values())
from citekit import readers, writers
readers.in_order(), writers.all_writers()
print(all_steps()[:len(DEFAULT_STEPS)] == DEFAULT_STEPS, len(scans))
"""
    ran = python(tmp_path, "-c", code)
    assert re.findall("value='(.*?)'", ran.stdout) == ["A–B", "2438--2444", "C", "2438--2444"]
    assert ran.stdout.endswith("True 1\n")
    said = [line for line in ran.stderr.splitlines() if "PluginWarning" in line]
    assert len(said) == 2  # once each, not for every reference
    assert "the step forget of mine gave NoneType where Reference is asked for" in said[0]
    assert "the step stumble of mine failed: AttributeError" in said[1]
    assert "shout     Titles in capitals.  [mine 1.2]" in citekit(tmp_path, "plugins", "steps").stdout


def test_a_style_of_another_package(tmp_path):
    code = """
        from citekit.formats import Style
        def make():
            from citekit.render.template import LenientStyle, field
            from pybtex.style.formatting import toplevel
            class Titles(LenientStyle):
                default_label_style = "number"
                def get_article_template(self, entry):
                    return toplevel[field("title")]
            return Titles()
        STYLE = Style("titles", "titles only", make)
    """
    install(tmp_path, "mine", code, {"citekit.styles": {"titles": "STYLE"}})
    (tmp_path / "a.bib").write_text(AN_ENTRY)
    (tmp_path / "b.bib").write_text("@book{b, title = {Two}}\n")
    assert citekit(tmp_path, "render", "a.bib", "--style", "titles").stdout == "1 One\n"
    ran = citekit(tmp_path, "render", "b.bib", "--style", "titles")
    assert ran.returncode == 1
    assert ran.stderr.startswith("citekit: the style titles of mine failed: AttributeError")
    ran = citekit(tmp_path, "render", "b.bib", "--style", "title")
    assert "no style 'title'" in ran.stderr


SOURCE = """
    from citekit.formats import Source
    from citekit.sources.work import Work
    from citekit.values.names import Names, Person

    class Desk:
        name, at_once = "Desk", 1
        def __init__(self, mailto):
            self.work = Work("10.5555/1", "journal-article", "On the growth of crystals in gels", authors=Names((Person("Berg", mailto),)),
                             containers=("J",), years=("2001",), volume="4", pages="11-19", source="Desk")
        def search(self, text, rows=10):
            return [self.work]
        def works(self, dois):
            return {}
        def close(self):
            open("closed", "w").close()

    class Bad(Desk):
        def search(self, text, rows=10):
            return text.nonsense

    def opened(mailto):
        return Desk(mailto)

    SOURCE = Source("desk", "the desk upstairs", opened)
    BAD = Source("bad", "a bad one", lambda mailto: Bad(mailto))
    NONE = Source("none", "no source at all", lambda: 3)
"""
CRYSTALS = (
    "@article{a, author = {Berg, A.}, title = {On the growth of crystals in gels}, journal = {J}, year = 2001, volume = 4,\n"
    "  pages = {11--19}}\n"
)


@pytest.fixture
def desk(tmp_path):
    points = {"citekit.sources": {"desk": "SOURCE", "bad": "BAD", "none": "NONE"}}
    install(tmp_path, "mine", SOURCE, points)
    (tmp_path / "a.bib").write_text(CRYSTALS)
    return tmp_path


def test_a_source_of_another_package(desk):
    ran = citekit(desk, "doi", "a.bib", "-o", "b.bib", "--source", "desk", "--mailto", "a@x.org")
    assert ran.returncode == 0, ran.stderr
    assert "10.5555/1" in (desk / "b.bib").read_text()
    assert (desk / "closed").exists()


@pytest.mark.parametrize("option", [("--refresh",), ("--index", "folder"), ("--crossref-url", "http://x.org")])
def test_what_a_source_does_not_take_is_refused(desk, option):
    ran = citekit(desk, "doi", "a.bib", "-o", "b.bib", "--source", "desk", *option)
    assert ran.returncode == 2
    assert f"{option[0]} is nothing that --source desk takes" in ran.stderr


def test_a_source_in_trouble_is_a_silent_service(desk):
    ran = citekit(desk, "doi", "a.bib", "-o", "b.jsonl", "--source", "bad")
    assert ran.returncode == 0, ran.stderr
    assert json.loads((desk / "b.jsonl").read_text())["status"] == "unreachable"
    assert "the source bad of mine failed: AttributeError" in ran.stdout + ran.stderr
    ran = citekit(desk, "doi", "a.bib", "-o", "c.bib", "--source", "none")
    assert (ran.returncode, (desk / "c.bib").exists()) == (1, False)
    assert "the source none of mine opened something that is no source: it has no name, no at_once" in ran.stderr


def test_the_version_asks_no_package(tmp_path):
    code = "import sys; sys.argv = ['citekit', '--version']\nfrom citekit.cli.main import main\ntry: main()\nexcept SystemExit: pass\n"
    ran = python(tmp_path, "-c", code + "print('importlib.metadata' in sys.modules, 'tomllib' in sys.modules)")
    assert ran.stdout.splitlines()[-1] == "False False"
