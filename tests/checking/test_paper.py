"""Each rule for papers, on what it is for and on what it must not touch."""

import pytest

from citekit.checking import RULES, Question
from citekit.checking.paper import PAPER_RULES, check_papers, chosen
from citekit.model import Problem
from citekit.readers.paper import Paper

AB = "@misc{a}\n\n@misc{b}\n"


def paper(*keys, files=("a.bib",), **more):
    places = {key: ("p.tex", number) for number, key in enumerate(keys, 1)}
    return Paper("p.tex", keys, bibliographies=tuple(files), places=places, **more)


def found(rule, papers, given=False, partly=False, **texts):
    """What one rule finds: `file:line key: message`."""
    _, rules = chosen([rule], [])
    files = {f"{name}.bib": text for name, text in texts.items()}
    papers = [papers] if isinstance(papers, Paper) else papers
    told = check_papers(papers, files, Question(2026, rules=()), rules, given=given, partly=partly)
    assert {each.rule for each in told} <= {rule}
    return [f"{each.file}:{each.line} {each.key}: {each.message}" for each in told]


def test_undefined_key():
    assert found("undefined-key", paper("a", "bb", "x"), a=AB) == [
        "p.tex:2 bb: is cited, but no entry has this key; did you mean b?",
        "p.tex:3 x: is cited, but no entry has this key",
    ]
    assert found("undefined-key", paper("A", "b"), a=AB) == []
    assert found("undefined-key", paper("A", biblatex=True), a=AB) == [
        "p.tex:1 A: is cited, but the entry is a, and biber tells upper and lower case apart"
    ]
    assert found("undefined-key", paper("old", biblatex=True), a="@misc{a, ids={older, old}}") == []


def test_a_key_that_stands_in_ids():
    """The lookup of citekit latex and citekit cited; bibtex itself knows no ids."""
    text = "@misc{a, ids={older, old}}"
    said = "stands in the ids of a, which citekit latex reads and BibTeX does not; cite a"
    assert found("undefined-key", paper("old"), a=text) == []
    assert found("cited-other-name", paper("a", "old"), a=text) == [f"p.tex:2 old: {said}"]
    assert found("cited-other-name", paper("old", biblatex=True), a=text) == []
    assert found("unused-entry", paper("old"), a=text) == []


def test_keys_are_not_called_undefined_where_a_file_could_not_be_read():
    assert found("undefined-key", paper("x"), given=True, partly=True, a=AB) == []


def test_the_paper_tells_whether_a_file_is_of_biblatex():
    """biber tells Smith from smith, BibTeX stops; by itself the file may be for both."""
    texts = {"a.bib": "@online{Smith}\n@online{smith}\n"}
    rules, _ = chosen(["key-case"], [])

    def told(papers, model="auto"):
        return len(check_papers(papers, texts, Question(2026, model, rules), ()))

    assert told([paper("Smith")]) == told([]) == told([paper("Smith"), paper("Smith", biblatex=True)]) == 1
    assert told([paper("Smith", biblatex=True)]) == told([], "biblatex") == 0


def test_undefined_key_goes_by_the_files_of_the_paper():
    assert found("undefined-key", paper("b"), a="@misc{a}", b="@misc{b}") != []
    assert found("undefined-key", paper("b", files=("a.bib", "b.bib")), a="@misc{a}", b="@misc{b}") == []
    assert found("undefined-key", paper("b"), given=True, b="@misc{b}") == []
    assert found("undefined-key", paper("b", files=("gone.bib",))) == []


def test_cited_case():
    said = ["p.tex:3 A: is also cited as a, and BibTeX stops at keys that differ only in upper and lower case"]
    assert found("cited-case", paper("a", "b", "A"), a=AB) == said
    assert found("cited-case", paper("a", "A", biblatex=True), a=AB) == []


def test_duplicate_across_files():
    both = paper("a", files=("a.bib", "b.bib"))
    assert found("duplicate-across-files", both, a=AB, b="@misc{c}\n@misc{A}") == [
        "b.bib:2 A: a.bib:1 has this key, too, and comes first; this entry is not used"
    ]
    assert found("duplicate-across-files", paper("a", files=("b.bib", "a.bib")), a="@misc{a}", b="@misc{a}") == [
        "a.bib:1 a: b.bib:1 has this key, too, and comes first; this entry is not used"
    ]
    assert (
        found("duplicate-across-files", paper("a", files=("a.bib", "b.bib"), biblatex=True), a=AB, b="@misc{A}") == []
    )
    assert found("duplicate-across-files", [paper("a"), paper("a", files=("b.bib",))], a=AB, b=AB) == []
    assert len(found("duplicate-across-files", paper("a"), given=True, a=AB, b=AB)) == 2


def test_unused_entry():
    assert found("unused-entry", paper("A"), a=AB) == ["a.bib:3 b: is not cited"]
    assert found("unused-entry", [paper("a"), paper("b")], a=AB) == []
    assert found("unused-entry", paper("a", everything=True), a=AB) == []
    assert found("unused-entry", paper("a"), a=AB.replace("@misc{b}", "% citekit: ignore unused-entry\n@misc{b}")) == []
    assert found("unused-entry", [], a=AB) == []


@pytest.mark.parametrize("field", ["crossref={B}", "xref={b}", "xdata={b}", "related={c,b}", "entryset={b}", "publisher={xdata=b-publisher}", "author={xdata=b-author-2}"])  # fmt: skip
def test_what_a_cited_entry_leads_to_is_used(field):
    assert found("unused-entry", paper("a"), a=f"@misc{{a, {field}}}\n@misc{{b, crossref={{c}}}}\n@misc{{c}}") == []


def test_many_unused_entries_are_told_as_one():
    text = "@misc{a}\n" + "".join(f"@misc{{k{number}}}\n" for number in range(21))
    assert found("unused-entry", paper("a"), a=text) == [
        "a.bib:2 : 21 of 22 entries are not cited: k0, k1, k2, k3 and 17 more"
    ]
    assert len(found("unused-entry", paper("a", "k0"), a=text)) == 20


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("missing-bibliography", "missing-bibliography"),
        ("missing-part", "missing-file"),
        ("unfinished-run", "unfinished"),
    ],
)
def test_what_the_reader_says(rule, kind):
    problem = Problem(kind, "is not there", "chapter.tex", 4)
    assert found(rule, paper("a", problems=(problem,)), a=AB) == ["chapter.tex:4 : is not there"]
    assert found(rule, paper("a"), a=AB) == []


def test_missing_bibliography():
    assert found("missing-bibliography", paper("a", files=())) == [
        "p.tex:1 : the paper cites and names no .bib file; give one behind it"
    ]
    assert found("missing-bibliography", paper(files=())) == []
    problem = Problem("missing-bibliography", "is not there", "p.tex", 4)
    assert found("missing-bibliography", paper("a", files=(), problems=(problem,)), given=True, a=AB) == []


def test_findings_come_by_file_the_papers_first():
    one = Paper("z.tex", ("x",), bibliographies=("b.bib", "a.bib"), places={"x": ("part.tex", 9)}, problems=(Problem("missing-file", "no", "z.tex", 1),))  # fmt: skip
    told = check_papers([one], {"b.bib": "@misc{b b}", "a.bib": "@misc{a}"}, Question(2026))
    files = list(dict.fromkeys(each.file for each in told))
    assert files == ["z.tex", "part.tex", "b.bib", "a.bib"]
    assert {each.rule for each in told if each.file == "b.bib"} >= {"bad-key", "unused-entry"}


def test_a_file_has_strings_and_parents_from_another():
    texts = {"a.bib": "@string{jj = {J}}\n@book{p, title={x}}", "b.bib": "@misc{b, journal=jj, crossref={p}}"}
    rules, _ = chosen(["undefined-string", "dangling-crossref"], [])
    assert check_papers([], texts, Question(2026, rules=rules)) == []
    assert len(check_papers([], {"b.bib": texts["b.bib"]}, Question(2026, rules=rules))) == 2


def test_choice():
    assert chosen([], []) == (tuple(rule for rule in RULES if rule.usual), PAPER_RULES)
    assert chosen(["all"], ["unused-entry"])[0] == RULES
    assert "unused-entry" not in [rule.name for rule in chosen(["all"], ["unused-entry"])[1]]
    of_files, of_papers = chosen(["year", "cited-case"], ["month"])
    assert ([rule.name for rule in of_files], [rule.name for rule in of_papers]) == (["year"], ["cited-case"])
    assert chosen(["cited-case"], [])[0] == ()
    assert chosen(["year"], [])[1] == ()
    with pytest.raises(ValueError, match="there is no rule unused-entri; did you mean unused-entry"):
        chosen([], ["unused-entri"])


@pytest.mark.parametrize("rule", PAPER_RULES, ids=lambda rule: rule.name)
def test_a_rule_is_named_after_its_file_and_tells_one_sentence(rule):
    look = rule.look or rule.look_in
    assert look.__module__.rpartition(".")[2].replace("_", "-") == rule.name
    assert rule.sentence.endswith(".")
    assert rule.name not in {other.name for other in RULES}
