"""How a preprint names its published form."""

from __future__ import annotations

from citekit.linking import linked
from citekit.readers import from_text

TWO = """
@article{pre, title = {On pigs}, journal = {bioRxiv}, year = 2020}
@article{art, title = {On pigs}, journal = {Blood}, volume = 3, year = 2021}
@article{reprint, title = {On pigs}, journal = {Lancet}, volume = 9, year = 2021}
"""
PRE, ART, REPRINT = from_text(TWO, "x.bib").references


def test_the_preprint_names_the_article_whichever_comes_first():
    for pair in ([PRE, ART], [ART, PRE]):
        references, versions, problems = linked(pair, [(0, 1)])
        by_key = {reference.key: reference for reference in references}
        assert (by_key["pre"].get("related"), by_key["pre"].get("relatedstring")) == ("art", "Published as")
        assert by_key["art"] is ART
        assert versions == (("pre", "art"),)
        assert [(p.kind, p.message, p.file, p.line, p.key) for p in problems] == [
            ("version", "pre is a preprint of art", "x.bib", 2, "pre")
        ]


def test_of_several_published_forms_all_are_named():
    references, versions, _ = linked([REPRINT, ART, PRE], [(0, 2), (1, 2)])
    assert references[2].get("related") == "art,reprint"
    assert versions == (("pre", "art"), ("pre", "reprint"))


def test_what_is_named_already_stays():
    named = PRE.with_field("related", "talk")
    references, versions, problems = linked([named, ART], [(0, 1)])
    assert references == [named, ART]
    assert versions == (("pre", "art"),)
    assert len(problems) == 1
