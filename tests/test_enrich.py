"""The right DOI or none. The cases are works of one small literature and the records that look like them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from crossref_server import CrossrefServer, every, read_records

from citekit.enrich import Match, choose, fill_dois, find_doi, judge, outage, query
from citekit.errors import RefusedError, SourceError, UnreachableError
from citekit.model import Names, Reference
from citekit.sources.crossref import Crossref
from citekit.sources.crossref_work import parse_work
from citekit.sources.work import Work
from citekit.values.name_lists import parse_names

RECORDS = read_records(Path(__file__).parent / "data" / "dira_works.jsonl")
WORKS = tuple(work for record in RECORDS if (work := parse_work(record)))


def reference(kind: str, author: str, title: str, **fields: str) -> Reference:
    out = Reference(kind).with_field("author", parse_names(author)).with_field("title", title)
    for name, value in fields.items():
        out = out.with_field(name, value)
    return out


class Shelf:
    """A source that offers the same works whatever is asked, or is in trouble."""

    name = "Shelf"

    def __init__(self, *works: Work, trouble: SourceError | None = None) -> None:
        self.works, self.trouble = works, trouble
        self.asked: list[str] = []

    def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
        self.asked.append(text)
        if self.trouble:
            raise self.trouble
        return self.works


DIRA_2009 = reference(
    "article", "Aksentijevich I, Masters SL, et al.",
    "An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist",
    container="N Engl J Med", year="2009", volume="360", pages="2426--2437",
)  # fmt: skip
IL1RN_2009 = reference(
    "article", "Reddy S, Jia S, Geoffrey R, et al.",
    "An autoinflammatory disease due to homozygous deletion of the IL1RN locus",
    container="N Engl J Med", year="2009", volume="360", number="23", pages="2438--2444",
)  # fmt: skip
PUSTULAR = reference(
    "article", "Mengesha YM, Bennett ML", "Pustular skin disorders: diagnosis and treatment",
    container="Am J Clin Dermatol", year="2002", volume="3", number="6", pages="389--400",
)  # fmt: skip
PREGNANCY = reference(
    "article", "Romero R, Gotsch F, Pineles B, Kusanovic JP",
    "Inflammation in pregnancy: its roles in reproductive physiology, obstetrical complications, and fetal injury",
    container="Nutr Rev", year="2007", volume="65", number="12 Pt 2", pages="S194--S202",
)  # fmt: skip
DITRA = Reference("article").with_field("title", (
    "First clinical description of an infant with interleukin-36-receptor antagonist deficiency successfully"
    " treated with anakinra"
)).with_field("container", "Pediatrics").with_field("year", "2013").with_field("volume", "132").with_field(
    "pages", "e1043--e1047")  # fmt: skip
RILONACEPT = reference(
    "article", "Garg M, de Jesus AA, Chapelle D, et al.",
    "Rilonacept maintains long-term inflammatory remission in patients with deficiency of the IL-1 receptor"
    " antagonist", container="JCI Insight", year="2017", volume="2", number="16",
)  # fmt: skip
CHAPTER = reference(
    "incollection", "Diaz, Arturo", "Deficiency of the Interleukin-1 Receptor Antagonist (DIRA)", year="2019"
)
GASTRIC = reference(
    "article", "El-Omar EM, Carrington M, Chow WH",
    "Interleukin-1 polymorphisms associated with increased risk of gastric cancer",
    container="Nature", year="2000", volume="404", number="6776", pages="398--402",
)  # fmt: skip
FOUND = {
    "journal abbreviated": (DIRA_2009, "10.1056/nejmoa0807865"),
    "nearly the same title, next pages": (IL1RN_2009, "10.1056/nejmoa0809568"),
    "record lacks the subtitle": (PUSTULAR, "10.2165/00128071-200203060-00003"),
    "record says a year later": (PREGNANCY, "10.1111/j.1753-4887.2007.tb00362.x"),
    "nobody named as author": (DITRA, "10.1542/peds.2012-3935"),
    "no page, an article number": (RILONACEPT, "10.1172/jci.insight.94838"),
    "a chapter, by title, author, year": (CHAPTER, "10.1007/978-3-319-96929-9_6"),
    "an erratum beside it": (GASTRIC, "10.1038/35006081"),
}

INDIAN = reference(
    "article", "Mendonca LO, Malle L, Donovan FX, et al.",
    "Deficiency of Interleukin-1 receptor antagonist (DIRA): report of the first Indian patient and a novel"
    " deletion affecting IL1RN",
    container="J Clin Immunol", year="2017", volume="37", number="5", pages="445--451",
)  # fmt: skip
INTRAUTERINE = reference(
    "article", "Altiok E, Aksoy F, Perk Y, et al.",
    "A novel mutation in the interleukin-1 receptor antagonist associated with intrauterine disease onset",
    container="Clin Immunol", year="2012", volume="145", number="1", pages="77--81",
)  # fmt: skip
CANAKINUMAB = reference(
    "article", "Ulusoy E, Karaca NE, et al.",
    "Interleukin-1 receptor antagonist deficiency with a novel mutation; late onset and successful treatment with"
    " canakinumab: a case report", container="J Med Case Rep", year="2015", volume="9", pages="145",
)  # fmt: skip
MS = reference(
    "article", "Schrijver HM, Crusius JB, Uitdehaag BM, et al.",
    "Association of interleukin-1beta and interleukin-1 receptor antagonist genes with disease severity in MS",
    container="Neurology", year="1999", volume="52", number="3", pages="595--599",
)  # fmt: skip
HYPEROSTOSIS = reference(
    "article", "Leung VC, Lee KE", "Infantile cortical hyperostosis with intramedullary lesions",
    container="J Pediatr Orthop", year="1985", volume="5", number="3", pages="354--357",
)  # fmt: skip
KERATINOCYTES = reference(
    "article", "Bando M, Hiroshima Y, Kataoka M, et al.",
    "Interleukin-1alpha regulates antimicrobial peptide expression in human keratinocytes",
    container="Immunol Cell Biol", year="2007", volume="85", number="7",
)  # fmt: skip
WIKI_PAGE = Reference("misc").with_field("title", "Interleukin 1 receptor antagonist deficiency")
EMPTY = {
    "a poster with the very same title": INDIAN,
    "the authors' reply": INTRAUTERINE,
    "the preprint": CANAKINUMAB,
    "a referee's report": MS,
    "the same paper told elsewhere, a year before": HYPEROSTOSIS,
    "an abstract in a supplement": KERATINOCYTES,
    "a wiki page that is like an article's title": WIKI_PAGE,
}
ALL = [case for case, _ in FOUND.values()] + list(EMPTY.values())
MEANT = [doi for _, doi in FOUND.values()] + [""] * len(EMPTY)


@pytest.mark.parametrize("name", FOUND)
def test_the_right_doi(name):
    wanted, doi = FOUND[name]
    match = find_doi(wanted, Shelf(*WORKS))
    assert (match.status, match.doi) == ("found", doi)
    assert any(item.verdict == "agree" for item in match.evidence)
    assert not any(item.verdict == "contradict" for item in match.evidence)


@pytest.mark.parametrize("name", FOUND)
def test_no_doi_when_the_right_record_is_not_there(name):
    wanted, doi = FOUND[name]
    others = [work for work in WORKS if work.doi != doi]
    assert find_doi(wanted, Shelf(*others)).doi == ""


@pytest.mark.parametrize("name", EMPTY)
def test_rather_none_than_a_wrong_one(name):
    match = find_doi(EMPTY[name], Shelf(*WORKS))
    assert (match.status in ("none", "unsure"), match.doi) == (True, "")


def test_a_title_alone_is_not_even_asked_about():
    shelf = Shelf(*WORKS)
    assert find_doi(WIKI_PAGE, shelf).status == "none"
    assert shelf.asked == []


def test_a_doi_that_is_there_stays():
    shelf = Shelf(*WORKS)
    kept = PUSTULAR.with_field("doi", "10.5555/mine")
    filled, matches = fill_dois([kept], shelf)
    assert (filled, matches[0].status, matches[0].doi) == ([kept], "had-doi", "10.5555/mine")
    assert shelf.asked == []


def test_a_doi_remembers_where_it_came_from():
    filled, _ = fill_dois([PUSTULAR], Shelf(*WORKS))
    field = filled[0].fields["doi"]
    assert field.origin is not None
    assert (field.value, field.origin.file, field.origin.format) == (
        FOUND["record lacks the subtitle"][1],
        "Shelf",
        "shelf",
    )
    assert filled[0].without("doi") == PUSTULAR


def test_one_contradiction_is_left_to_a_person():
    other_volume = PUSTULAR.with_field("volume", "33")
    match = find_doi(other_volume, Shelf(*WORKS))
    assert (match.status, match.doi) == ("unsure", "")
    assert match.candidates[0].work.doi == "10.2165/00128071-200203060-00003"
    assert "volume '33' is not '3'" in match.reason


@pytest.mark.parametrize(
    ("taken_off", "status"),
    [
        (["container", "volume", "number", "pages"], "found"),  # title, author, year
        (["container", "volume", "number", "pages", "year"], "none"),  # too little to ask
        (["author", "volume", "number", "pages"], "none"),
        (["author", "volume", "number"], "found"),  # title, page, container, year
        (["title", "number"], "found"),  # author, volume, page, container, year
        (["title", "number", "volume"], "none"),
    ],
)
def test_how_much_is_enough(taken_off, status):
    assert find_doi(GASTRIC.without(*taken_off), Shelf(*WORKS)).status == status


@pytest.mark.parametrize(
    ("missing_there", "verdict"),
    [
        ({"volume": "", "pages": "", "containers": (), "short_containers": (), "issue": ""}, "accept"),  # title, author, year
        ({"volume": "", "pages": "", "containers": (), "short_containers": (), "issue": "", "years": ()}, "unsure"),  # title, author
        ({"volume": "", "pages": "", "issue": "", "authors": Names(), "editors": Names()}, "unsure"),  # title, container, year
        ({"title": "", "issue": ""}, "accept"),  # author, volume, page, container, year
        ({"title": "", "issue": "", "volume": ""}, "reject"),  # not even a title to look at
    ],
)
def test_how_much_is_enough_in_a_record(missing_there, verdict):
    work = next(work for work in WORKS if work.doi == "10.1038/35006081")
    assert judge(GASTRIC, replace(work, **missing_there)).verdict == verdict


# ---------------------------------------------------------------- more than one that fits


def test_two_that_fit_equally_well_are_left_to_a_person():
    thin = reference("incollection", "Diaz, Arturo", CHAPTER.title, year="2019")
    work = next(work for work in WORKS if work.doi == "10.1007/978-3-319-96929-9_6")
    twin = Work("10.5555/twin", "book-chapter", work.title, authors=work.people, years=("2019",))
    match = find_doi(thin, Shelf(work, twin))
    assert (match.status, match.doi) == ("unsure", "")
    assert {found.work.doi for found in match.candidates} == {work.doi, twin.doi}


def test_container_year_and_page_settle_it():
    told = CHAPTER.with_field("container", "Auto-Inflammatory Syndromes")
    work = next(work for work in WORKS if work.doi == "10.1007/978-3-319-96929-9_6")
    twin = Work("10.5555/twin", "book-chapter", work.title, authors=work.people, years=("2019",))
    assert find_doi(told, Shelf(twin, work)).doi == work.doi


def test_one_record_twice_is_one():
    work = next(work for work in WORKS if work.doi == "10.1056/nejmoa0807865")
    again = replace(work, doi=work.doi.upper())
    assert choose([judge(DIRA_2009, work), judge(DIRA_2009, again)]).status == "found"


def test_the_order_of_candidates_does_not_matter():
    forth = [find_doi(case, Shelf(*WORKS)) for case in ALL]
    back = [find_doi(case, Shelf(*reversed(WORKS))) for case in ALL]
    assert forth == back


# ---------------------------------------------------------------- what is asked


def test_what_leaves_us():
    assert query(DIRA_2009) == (
        "Aksentijevich Masters An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist"
        " N Engl J Med 2009 360 2426"
    )
    many = reference("article", "Saito M, Nishikomori R, Kambe N, Fujisawa A, Tanizaki H", "Title", year="2008")
    assert query(many) == "Saito Nishikomori Kambe Title 2008"
    assert len(query(DIRA_2009.with_field("title", "word " * 1000))) <= 500


# ---------------------------------------------------------------- sources in trouble


@pytest.mark.parametrize(
    ("trouble", "status"),
    [(UnreachableError("Shelf: no answer"), "unreachable"), (RefusedError("Shelf refused: HTTP 403"), "refused")],
)
def test_after_three_silences_the_source_is_left_alone(trouble, status):
    shelf = Shelf(trouble=trouble)
    filled, matches = fill_dois(ALL, shelf)
    assert filled == ALL
    assert len(shelf.asked) == 3
    asked = [match for case, match in zip(ALL, matches, strict=True) if case is not WIKI_PAGE]
    assert {match.status for match in asked} == {status}
    assert outage(matches) == f"{trouble}; 14 of 15 references were not looked up"


def test_a_source_that_answers_now_and_then_is_asked_on():
    shelf = Shelf(*WORKS)
    faults = every(2, "no answer")

    class Moody(Shelf):
        def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
            self.asked.append(text)
            if faults(len(self.asked)):
                raise UnreachableError("Moody: no answer")
            return shelf.works

    moody = Moody()
    _, matches = fill_dois([PUSTULAR] * 12, moody)
    assert len(moody.asked) == 12
    assert [match.status for match in matches] == ["found", "unreachable"] * 6


def test_no_outage_to_speak_of():
    _, matches = fill_dois(ALL, Shelf(*WORKS))
    assert outage(matches) == ""
    assert outage([]) == ""
    assert outage([Match("had-doi")]) == ""


def test_progress_counts_what_lacks_a_doi():
    told: list[tuple[int, int]] = []
    cases = [PUSTULAR, DITRA.with_field("doi", "10.5555/mine"), CHAPTER]
    fill_dois(cases, Shelf(*WORKS), lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


# ---------------------------------------------------------------- over the wire


@pytest.mark.parametrize(
    "faults",
    [
        every(3, "503", "timeout", "truncated"),
        every(3, "429", "reset", "not json", "wrong content type", "500", "cut", "empty", "other shape"),
    ],
    ids=["503, timeout, truncated", "all the others"],
)
def test_a_third_of_the_requests_faulty_and_the_same_answers(monkeypatch, faults):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with CrossrefServer(RECORDS, faults) as server:
        source = Crossref(server.url, timeout=0.5, sleep=lambda _: None)
        filled, matches = fill_dois(ALL, source)
    assert [filled_one.doi for filled_one in filled] == MEANT
    assert outage(matches) == ""
