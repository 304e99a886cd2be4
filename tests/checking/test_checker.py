"""Places, order, choice and silence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.checking import RULES, Finding, Question, check, chosen, defined


def places(text, *rules):
    return [
        (each.line, each.column, each.rule, each.key)
        for each in check(text, "a.bib", Question(2026, rules=chosen(rules, [])))
    ]


def test_places_are_those_of_the_letters():
    text = '@misc{a,\n  title = {Repair\n    of DNA},\n  note = "50%",\n}\n@misc{a}\n'
    rules = ("duplicate-key", "title-capitals", "unescaped-character")
    assert places(text, *rules) == [
        (3, 8, "title-capitals", "a"),
        (4, 13, "unescaped-character", "a"),
        (6, 1, "duplicate-key", "a"),
    ]


def test_a_value_put_together_is_found_at_its_field():
    assert places('@misc{a,\n  title = "of " # {DNA},\n}', "title-capitals") == [(2, 3, "title-capitals", "a")]


def test_a_finding_is_whole():
    (finding,) = check("@misc{a, year = {98}}", "a.bib", Question(2026))
    assert finding == Finding("a.bib", 1, 10, "year", "warning", "“98” is no year; write all four digits", "a")


def test_a_comment_above_an_entry_takes_rules_out():
    wrong = "@misc{a,\n  year = {98},\n  title = {DNA or not},\n}\n"
    assert {rule for *_, rule, _ in places(wrong, "year", "title-capitals")} == {"year", "title-capitals"}
    assert [rule for *_, rule, _ in places(f"% citekit: ignore year\n{wrong}", "year", "title-capitals")] == [
        "title-capitals"
    ]
    assert places(f"% why not\n% citekit: ignore title-capitals, year\n{wrong}", "year", "title-capitals") == []
    assert places(f"% citekit: ignore\n{wrong}", "year", "title-capitals") == []
    assert len(places(f"% citekit: ignore\n\n{wrong}", "year", "title-capitals")) == 2
    assert len(places(f"% citekit: ignore\n@misc{{b}}\n{wrong}", "year", "title-capitals")) == 2


def test_choice():
    assert chosen([], []) == tuple(rule for rule in RULES if rule.usual)
    assert chosen(["all"], []) == RULES
    assert [rule.name for rule in chosen(["year", "month", "isbn"], ["month"])] == ["year", "isbn"]
    assert "year" not in [rule.name for rule in chosen([], ["year"])]
    with pytest.raises(ValueError, match="there is no rule yaer; did you mean year"):
        chosen(["yaer"], [])


def test_what_a_file_defines():
    said = defined("@string{JJ = {x}}\n@misc{Key}\n@misc{, title={x}}")
    assert (said.keys, said.strings) == ({"key"}, {"jj"})


def test_a_byte_order_mark_is_no_letter():
    assert places("\ufeff@misc{a b}", "bad-key") == [(1, 1, "bad-key", "a b")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@article{a, date={2000}}", "biblatex"),
        ("@online{a}", "biblatex"),
        ("@article{a, year=2000, url={x}}", "bibtex"),
    ],
)
def test_the_file_tells_its_model(text, name):
    from citekit.checking.bibliography import bibliography

    assert bibliography(text, "auto", 2026).model.name == name


TEXTS = st.text(alphabet='@{}()=,"#%\n $&\\Aand1é;.-/:') | st.lists(
    st.sampled_from(["@misc{k,", "author", "title", "doi", "url", "pages", "crossref", "={", "}", ",", "k", "A and", "10.1/", "$", "\\", "1-", "\n"])
).map("".join)  # fmt: skip


@given(TEXTS, st.sampled_from(["bibtex", "biblatex", "auto"]))
@settings(deadline=None, max_examples=300)
def test_no_text_makes_it_raise_and_all_places_lie_in_it(text, model):
    lines = text.split("\n")
    for finding in check(text, "a.bib", Question(2026, model, RULES)):
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
        assert finding.message
        assert "\n" not in finding.message
