"""What many records teach that no pair shows."""

from citekit.dedupe import explain, group

TITLES = [
    "Automatic segmentation of text into structured records",
    "Efficient and tunable similar set retrieval for mining",
    "Workflow automation: applications, technology and research",
    "Metadata standards for data warehousing and their uses",
    "Database issues in telecommunications network management",
    "Query optimization at the crossroads of two decades",
]
HERE, THERE = "SIGMOD Conference", "International Conference on Management of Data"


def test_two_names_under_which_the_same_works_stand_are_one_series(ref):
    known = [
        ref(author="Berg, A; Olsen, B", title=title, year="2001", container=name)
        for title in TITLES
        for name in (HERE, THERE)
    ]
    short = [
        ref(author="Cotton, P", title="Implementing XQuery", year="2002", container=name) for name in (HERE, THERE)
    ]
    assert explain(*short).verdict == "unsure"
    alone = group(short)
    assert len(alone.groups) == 2
    together = group(known + short)
    assert (12, 13) in together.groups
    assert "same journal or book" in explain(*short, known=together.known).reasons


def test_a_few_works_in_two_journals_teach_nothing(ref):
    known = [
        ref(author="Berg, A; Olsen, B", title=title, year="2001", container=name)
        for title in TITLES[:4]
        for name in ("Blood", "Leukemia")
    ]
    assert group(known).known.same_container == {}


def test_a_title_that_comes_back_every_year_is_no_one_work(ref):
    column = [
        ref(author="Ross, K", title="Reminiscences on influential papers", year=str(year)) for year in range(1998, 2003)
    ]
    twice = ref(author="Ross, K", title="Reminiscences on influential papers", year="2001", volume="30")
    assert len(group([*column, twice]).groups) == 6
    assert len(group([column[3], twice]).groups) == 1
