"""Notices about another work, told by their titles. Titles are as journals and PubMed print them, but for X."""

import pytest

from citekit.values.notices import may_be_notice, notice, without_stamp

X = "Ischemic preconditioning increases adenosine release"

NOTICES = [
    (f"Erratum to: {X}", "correction", X),
    (f"Addenda: {X}", "correction", X),
    (f"{X}: Corrigendum", "correction", X),
    (f"Expression of concern: {X}", "retraction", X),
    (f"Re : {X}", "comment", X),
    (f"{X}. Discussion.", "comment", X),
    (f"{X}: a commentary", "comment", X),
    (f"{X}: rejoinder", "reply", X),
    (f"{X} (reply)", "reply", X),
    (f"{X} (response to letter)", "reply", X),
    (f"{X} AUTHORS REPLY", "reply", X),
    (f"{X}: authos' reply", "reply", X),
    (f"RETRACTED: {X}", "", X),
]


@pytest.mark.parametrize(("title", "kind", "work"), NOTICES)
def test_the_kind_and_the_work(title, kind, work):
    assert notice(title) == (kind, work)
    assert may_be_notice(title) == bool(kind)


WORKS = [
    "Erratum",
    "Mercury alters the expression of genes of the inflammatory response",
    "Phorbol esters shift the dose-response",
    "Discourse on method",
    "Responders and non-responders to anakinra",
    "A plea for comment",
]


@pytest.mark.parametrize("title", WORKS)
def test_works_of_their_own(title):
    assert notice(title) == ("", title)


EITHER = [f"Response to {X}", f"Letter: {X}", f"Discussion of {X}", f"Comment. {X}", "Erratum"]


@pytest.mark.parametrize("title", EITHER)
def test_titles_that_could_be_of_either_sort(title):
    assert may_be_notice(title)
    assert notice(title) == ("", title)


@pytest.mark.parametrize("stamp", ["RETRACTED ARTICLE: ", "[Retracted] ", "Withdrawn: "])
def test_a_stamp_is_no_part_of_the_title(stamp):
    assert without_stamp(stamp + X) == X
    assert without_stamp(X) == X


def test_nasty_titles_take_no_time():
    for piece in ("-", "(", " - ", "re", "[", "comment "):
        notice(piece * 300_000), may_be_notice(piece * 300_000)
