"""The report on a screen, and what all reports know of works and pairs."""

from citekit.pipeline import merge
from citekit.readers import from_text
from citekit.report import as_json, as_text
from citekit.report.words import format_name

ENTRY = "@article{%s, author = {Lee, S. H. and Kim, J.}, title = {On DNA repair in mice}, year = %d, volume = 1, pages = {1--9}}\n"


LONG = ENTRY.replace("in mice", "in the cells of mice").replace("1--9", "11--19")


def report(*texts):
    return as_text(merge([from_text(text, f"{n}.bib") for n, text in enumerate(texts)]), "refs.bib")


def test_the_story_of_two_copies():
    assert report(LONG % ("a", 1999), LONG % ("b", 2000)).splitlines() == [
        "read",
        "  0.bib  BibTeX: 1 reference",
        "  1.bib  BibTeX: 1 reference",
        "merged",
        "  a  0.bib a, 1.bib b",
        "      same title; the same pages of the same volume; same authors; same first page 11",
        "      year: kept 2000 (from 1.bib), dropped 1999 (from 0.bib)",
        "2 records read, 1 work written to refs.bib",
    ]


def test_reasons_are_those_of_the_decision_which_knows_what_all_records_teach():
    """Two databases call one conference by two names; five works in both show that it is one."""
    titles = [
        f"{what} of distributed transactions in practice" for what in ("Tuning", "Recovery", "Costs", "Limits", "Uses")
    ]
    entry = "@inproceedings{{{}{}, author = {{Gray, Jim}}, title = {{{}}}, booktitle = {{{}}}, year = 1999}}"
    names = ("SIGMOD Conference", "International Conference on Management of Data")
    text = report(
        *(
            "\n".join(entry.format("ab"[n], at, title, name) for at, title in enumerate(titles))
            for n, name in enumerate(names)
        )
    )
    assert text.count("same journal or book") == len(titles)
    assert "journals or books differ" not in text


def test_a_preprint_and_its_published_form_are_told_once():
    preprint = "@article{arxiv, author = {Vaswani, Ashish and Shazeer, Noam}, title = {Attention Is All You Need}, journal = {arXiv preprint arXiv:1706.03762}, year = 2017}"
    published = "@inproceedings{nips, author = {Vaswani, A. and Shazeer, N.}, title = {Attention is All you Need}, booktitle = {Advances in Neural Information Processing Systems}, year = 2017, volume = 30, pages = {5998--6008}}"
    text = report(preprint, published)
    assert "preprint and published form, kept apart\n  arxiv is a preprint of nips\n" in text
    assert text.count("is a preprint of") == 1


def test_works_that_became_one_by_merging_are_one_in_the_report_too():
    """1999 and 2001 are apart, 2000 is near to both: no pair joins all three, and none of them is unsure any more."""
    result = merge([from_text("".join(ENTRY % (f"k{year}", year) for year in (1999, 2000, 2001)), "a.bib")])
    told = as_json(result)
    (work,) = told["works"]
    assert len(work["members"]) == 3
    assert work["same_because"]
    assert told["unsure"] == []
    assert "unsure" not in as_text(result, "refs.bib")


def test_formats_go_by_the_names_people_have_for_them():
    ris = from_text("TY  - BOOK\nTI  - One\nER  - \n", "export.ris")
    text = as_text(merge([ris, from_text("@misc{a, title = {Two}}", "a.bib")]), "refs.bib")
    assert "  export.ris  RIS: 1 reference\n  a.bib       BibTeX: 1 reference\n" in text


def test_every_format_of_ours_has_such_a_name():
    """But text, and lists of identifiers, which are called so."""
    from citekit.readers import in_order

    names = {reader.name: format_name(reader.name) for reader in in_order()}
    assert {name for name, said in names.items() if said == name} <= {"text", "identifiers"} | _of_others()


def _of_others():
    from citekit.plugins import plugins

    return {plugin.name for plugin in plugins("readers") if not plugin.own}
