"""Pairs of references and what a careful librarian says of them. The pairs that must not merge matter most.

Facts come from the works themselves (journal sites, PubMed); the unnamed ones are made up to show one idea.
"""

import pytest

from citekit.dedupe import explain
from citekit.dedupe.decide import FINDINGS

AKSENTIJEVICH = {
    "author": "Aksentijevich, Ivona; Masters, Seth L.; Ferguson, Polly J.; Dancey, Paul",
    "title": "An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist",
    "container": "The New England Journal of Medicine",
    "year": "2009",
    "volume": "360",
    "number": "23",
    "pages": "2426--2437",
}
REDDY = {
    "author": "Reddy, S; Jia, S; Geoffrey, R; others",
    "title": "An autoinflammatory disease due to homozygous deletion of the IL1RN locus",
    "container": "N Engl J Med",
    "year": "2009",
    "volume": "360",
    "number": "23",
    "pages": "2438--2444",
}
WORK = {
    "author": "Berg, A; Olsen, B; Quist, C",
    "title": "Robust cohort analysis in chronic renal infection: a longitudinal study",
    "container": "Archives of Renal Medicine",
    "year": "2001",
    "volume": "14",
    "number": "3",
    "pages": "101--117",
    "doi": "10.1234/arm.2001.00014",
}
TITLE_ONLY = {"title": WORK["title"]}
EDITORIAL = {"title": "Editorial", "container": "MIS Quarterly", "year": "2001", "volume": "25"}


def but(work, **changes):
    """The work with some fields changed, and those set to None left out."""
    return {name: text for name, text in (work | changes).items() if text is not None}


SAME = {
    "a page's own record and a reference list's short form": (
        but(AKSENTIJEVICH, volume=None),
        but(AKSENTIJEVICH, author="Aksentijevich, I; Masters, SL; others", container="N Engl J Med", pages="2426--37", number=None),
    ),
    "nothing but another kind of dash": (WORK, but(WORK, title=WORK["title"].replace(": ", " – "), doi=None)),
    "in capitals": (WORK, but(WORK, title=WORK["title"].upper(), doi=None)),
    "a slip in the title": (WORK, but(WORK, title=WORK["title"].replace("chronic", "chornic"), doi=None)),
    "British spelling": (
        but(WORK, title="Oedema in paediatric ischaemia of the heart", doi=None),
        but(WORK, title="Edema in pediatric ischemia of the heart", doi=None),
    ),
    "the subtitle left out": (WORK, but(WORK, title="Robust cohort analysis in chronic renal infection", doi=None)),
    "a year apart, online first": (WORK, but(WORK, year="2000", volume=None, number=None, pages=None)),
    "only DOI and title": (WORK, {"title": WORK["title"], "doi": "https://doi.org/10.1234/ARM.2001.00014"}),
    "no pages, no volume, no journal": (WORK, but(WORK, volume=None, number=None, pages=None, container=None, doi=None)),
    "no title, as chemists and physicists cite": (but(WORK, doi=None), but(WORK, title=None, doi=None)),
    "given and family name exchanged": (WORK, but(WORK, author="A, Berg", pages=None, doi=None)),
    "an author list in another order": (WORK, but(WORK, author="Quist, C; Berg, A; Olsen, B", doi=None)),
    "Greek letters lost by one database": (
        but(WORK, title="NF-κB and δPKC in late preconditioning of the heart", doi=None),
        but(WORK, title="NF-B and PKC in late preconditioning of the heart", doi=None),
    ),
    "a title translated, in the same place": (WORK, but(WORK, title="Kohortenanalyse bei Nierenentzündung", doi=None)),
    "another DOI for the same pages of the same volume": (WORK, but(WORK, doi="10.9999/reprint.77")),
    "an article number for pages": (WORK, but(WORK, pages="106482", doi=None)),
    "a list without places, of which one has the wrong year": (
        but(WORK, volume=None, number=None, pages=None, doi=None),
        but(WORK, year="2003", volume=None, number=None, pages=None, doi=None),
    ),
    "a title that breaks off": (
        but(WORK, volume=None, number=None, pages=None, doi=None),
        but(WORK, title="Robust cohort analysis in chronic renal inf…", volume=None, number=None, pages=None, doi=None),
    ),
    "two names of one conference, by its acronym": (
        but(WORK, author="Berg, A", container="ACM SIGMOD Record", volume=None, pages=None, doi=None),
        but(WORK, author="Berg, A", container="SIGMOD Conference", volume=None, pages=None, doi=None),
    ),
    "two words run together by a slip": (
        WORK,
        but(WORK, title=WORK["title"].replace("in chronic", "inxchronic"), pages=None, doi=None),
    ),
    "a word badly misspelt, in the same place": (WORK, but(WORK, title=WORK["title"].replace("chronic", "chrnioc"), doi=None)),
    "a digit lost in the title, in the same place": (
        but(WORK, title="Expression of p16INK4a does not predict the outcome of neoplasia", doi=None),
        but(WORK, title="Expression of p6INK4a does not predict the outcome of neoplasia", doi=None),
    ),
    "a guest editorial by several, where neither volume nor page is said": (
        but(EDITORIAL, title="Guest editorial", author="Lee, A; Roe, R", volume=None),
        but(EDITORIAL, title="Guest Editorial", author="Roe, R; Lee, A", volume=None),
    ),
}  # fmt: skip

DIFFERENT = {
    "hyperthermia and hypothermia, which are no slip for each other": (
        but(WORK, title="Mild hyperthermia after cardiac arrest", pages="101--117", doi=None),
        but(WORK, title="Mild hypothermia after cardiac arrest", pages="205--211", doi=None),
    ),
    "a comment by one reader and by another, one after the other": (
        but(WORK, title="Comment on: " + WORK["title"], author="Roe, R", number=None, pages="251--252", doi="10.1234/x.1"),
        but(WORK, title="Re: " + WORK["title"], author="Poe, E", number=None, pages="253--254", doi="10.1234/x.2"),
    ),
    "two papers back to back in one issue, with nearly the same title": (AKSENTIJEVICH, REDDY),
    "part I and part II": (
        but(WORK, title="Theory of robust cohorts: part I"),
        but(WORK, title="Theory of robust cohorts: part II", pages="118--130", doi="10.1234/arm.2001.00015"),
    ),
    "interleukin 1 and interleukin 36": (
        but(WORK, title="An infant with interleukin-1-receptor antagonist deficiency treated with anakinra", doi=None),
        but(WORK, title="An infant with interleukin-36-receptor antagonist deficiency treated with anakinra", pages="7", doi=None),
    ),
    "in rats and in mice": (
        but(WORK, title="Robust cohort analysis in rats with infection"),
        but(WORK, title="Robust cohort analysis in mice with infection", pages="201--210", doi="10.1234/arm.2001.00099"),
    ),
    "an erratum": (WORK, but(WORK, title="Erratum to: " + WORK["title"], pages="415", doi="10.1234/arm.2001.00044")),
    "a comment": (WORK, but(WORK, author="Roe, R", title="Comment on: " + WORK["title"], pages="251--252", doi=None)),
    "editorials of two years": (EDITORIAL, but(EDITORIAL, year="2005", volume="29")),
    "editor's comments in two issues": (
        but(EDITORIAL, author="Lee, Allen S.", title="Editor's Comments", number="3"),
        but(EDITORIAL, author="Lee, Allen S.", title="Editor's Comments", number="4"),
    ),
    "the paper at the conference and the article, years later": (
        but(WORK, doi=None),
        but(WORK, container="Proceedings of the 9th Workshop on Cohorts", year="1999", volume=None, number=None, pages="9--16", doi=None),
    ),
    "the same authors and year, another title": (WORK, but(WORK, title="Membrane dynamics under thermal stress", pages="300--309", doi=None)),
    "two abstracts on one page of a supplement": (
        but(WORK, title="Gemigliptin and neurogenesis in rats", pages="A549", doi=None),
        but(WORK, title="Exendin stimulates the beta cell in adults", pages="A549", doi=None),
    ),
    "a chapter and an article with the same words in their titles": (
        {"title": "Deficiency of the Interleukin-1 Receptor Antagonist (DIRA)", "author": "Diaz, Arturo", "year": "2019"},
        {"title": "Deficiency of interleukin-1 receptor antagonist responsive to anakinra", "author": "Schnellbacher, C", "year": "2013"},
    ),
    "a page of a wiki and a chapter with a like title": (
        {"title": "Interleukin 1 receptor antagonist deficiency"},
        {"title": "Deficiency of the Interleukin-1 Receptor Antagonist (DIRA)", "author": "Diaz, Arturo", "year": "2019"},
    ),
}  # fmt: skip

UNSURE = {
    "two parts of one issue under one title, the second behind the first": (
        but(WORK, doi=None),
        but(WORK, pages="118--130", doi=None),
    ),
    "an article and the reply under its title": (but(WORK, doi=None), but(WORK, pages="415--416", doi=None)),
    "the title goes on, and one does not say on which page": (
        but(WORK, doi=None),
        but(WORK, title=WORK["title"] + " in rats", number=None, pages=None, doi=None),
    ),
    "half the title and one author, in two journals": (
        but(WORK, author="Berg, A", doi=None, pages=None),
        but(WORK, author="Berg, A", title="Robust cohort analysis in chronic renal infection", container="Lancet", doi=None, pages=None),
    ),
    "one DOI, but other titles in other journals": (
        WORK,
        but(WORK, title=WORK["title"] + " and its outcome in children", container="Circulation", volume="123"),
    ),
    "book reviews, of which one does not say where": (
        but(EDITORIAL, author="Lee, A; Roe, R", title="Book reviews", pages="347--349"),
        but(EDITORIAL, author="Lee, A; Roe, R", title="Book reviews"),
    ),
    "a title and nothing else": (WORK, TITLE_ONLY),
    "a title without its subtitle and nothing else": (WORK, {"title": "Robust cohort analysis in chronic renal infection"}),
    "editorials, one of which does not say where": (EDITORIAL, {"title": "Editorial"}),
    "the same again two years later, where one does not say on which page": (
        but(WORK, doi=None, volume=None),
        but(WORK, year="2003", doi=None, volume=None, pages=None),
    ),
    "an abstract in one journal and the article in another": (
        but(WORK, doi=None),
        but(WORK, container="Circulation", volume="104", pages=None, doi=None),
    ),
    "a shared DOI under two titles": (WORK, but(WORK, title="Membrane dynamics under thermal stress", pages="300--309")),
    "no title on one side, and no pages": (WORK, {"author": "Berg, A", "year": "2001"}),
}  # fmt: skip

VERSION = {
    "the preprint": (
        but(WORK, doi=None),
        but(WORK, container="medRxiv", volume=None, number=None, pages=None, doi="10.1101/2000.12.01.123"),
    ),
    "the preprint, a year before, of a title since respelt": (
        WORK,
        but(WORK, title=WORK["title"].upper(), container="arXiv preprint", year="2000", volume=None, number=None, pages=None, doi="10.48550/arXiv.0011.00001"),
    ),
}  # fmt: skip

CASES = [
    pytest.param(*pair, word, id=f"{word}: {story}")
    for word, stories in (("same", SAME), ("different", DIFFERENT), ("unsure", UNSURE), ("version", VERSION))
    for story, pair in stories.items()
]


@pytest.mark.parametrize(("one", "other", "word"), CASES)
def test_verdict(ref, one, other, word):
    there, back = explain(ref(**one), ref(**other)), explain(ref(**other), ref(**one))
    assert there.verdict == word, there.reasons
    assert back.verdict == word, back.reasons


def test_reasons_are_sentences_with_what_was_compared(ref):
    decision = explain(ref(**AKSENTIJEVICH), ref(**but(AKSENTIJEVICH, pages="2448--2454", volume="361", year="2012")))
    assert "first pages differ: 2426 and 2448" in decision.reasons
    assert "volumes differ: 360 and 361" in decision.reasons
    assert "years differ: 2009 and 2012" in decision.reasons
    same = explain(ref(**WORK), ref(title=WORK["title"].replace("chronic", "chornic"), doi=WORK["doi"]))
    # two of 122 letters are out of place
    assert same.reasons == ("same DOI 10.1234/arm.2001.00014", "titles 98 % alike")


def test_an_unsure_pair_says_what_there_was_to_compare(ref):
    assert explain(ref(**WORK), ref(**TITLE_ONLY)).reasons == (
        "same title",
        "nothing to compare in author, year, volume, pages",
    )


def test_references_equal_in_every_field_are_the_same_however_little_they_say(ref):
    assert explain(ref(title="Editorial"), ref(title="Editorial")).verdict == "same"
    assert explain(ref(), ref()).verdict == "unsure"


def test_every_finding_speaks_as_its_weight_does():
    """Agreement is worth something, contradiction speaks against, and *missing* is worth nothing."""
    for worth in FINDINGS.values():
        assert "missing" not in worth
        assert worth.get("agree", (1, ""))[0] > 0
        assert worth.get("contradict", (-1, ""))[0] < 0


def test_what_keeps_two_records_apart_that_agree_in_much_is_said_first(ref):
    article = but(WORK, doi=None)
    following, reply = but(article, pages="118--130"), but(article, pages="415--416")
    assert explain(ref(**article), ref(**following)).reasons[0] == "an article does not begin where its own copy ends"
    assert explain(ref(**article), ref(**reply)).reasons[0] == "an abstract or a reply is not the article of its title"
    reviews = but(EDITORIAL, author="Lee, A; Roe, R", title="Book reviews")
    assert (
        explain(ref(**but(reviews, pages="347--349")), ref(**reviews))
        .reasons[0]
        .startswith("many works bear this title")
    )
