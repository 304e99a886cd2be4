"""What a title says beside its words. Rows are titles as databases and publishers print them."""

import pytest

from citekit.dedupe.description import described
from citekit.dedupe.folded import Folded
from citekit.dedupe.folded import folded as folded_description
from citekit.model import Reference


def folded(reference: Reference) -> Folded:
    return folded_description(described(reference))


NOTICES = [
    # PubMed and publishers mark notices about a work in its title; NLM fact sheet “Errata, Retractions, and Other Linked Citations”
    ("Erratum: Ischemic preconditioning increases adenosine release", "correction", "ischemic preconditioning"),
    ("Corrigendum to “Ischemic preconditioning increases adenosine release”", "correction", "ischemic preconditioning"),
    ("Author Correction: Ischemic preconditioning increases adenosine release", "correction", "ischemic"),
    ("Retraction notice to “Ischemic preconditioning increases adenosine release”", "retraction", "ischemic"),
    ("Comment on: Ischemic preconditioning increases adenosine release", "comment", "ischemic"),
    ("Re: Ischemic preconditioning increases adenosine release", "comment", "ischemic"),
    ("Ischemic preconditioning increases adenosine release - Reply", "reply", "ischemic"),
    ("Ischemic preconditioning increases adenosine release: authors' reply", "reply", "ischemic"),
    # a stamp on the work itself, and titles that only sound alike
    ("RETRACTED ARTICLE: Ischemic preconditioning increases adenosine release", "", "ischemic"),
    ("Correction of anaemia with epoetin alfa in chronic kidney disease", "correction", "of anaemia"),
    ("Response to anakinra in infants with pustular skin lesions", "", "response to anakinra"),
    ("Reply", "", "reply"),
    ("Recurrent osteomyelitis in childhood", "", "recurrent osteomyelitis"),
]


@pytest.mark.parametrize(("title", "notice", "begins"), NOTICES)
def test_notices_about_a_work(ref, title, notice, begins):
    found = folded(ref(title=title))
    assert found.notice == notice
    assert found.title.startswith(begins)


NUMBERS = [
    ("Sequences and series: part II", ("2",)),
    ("Sequences and series, part I", ("1",)),
    ("I am not a number", ()),
    ("Factor V and factor VIII", ("8",)),
    ("Interleukin-36-receptor antagonist deficiency", ("36",)),
    ("CO 2 laser", ("2",)),
    ("CO2 laser", ("2",)),
    ("IL-1β and IL-01", ("1", "1")),
]


@pytest.mark.parametrize(("title", "numbers"), NUMBERS)
def test_numbers_in_a_title(ref, title, numbers):
    assert folded(ref(title=title)).numbers == numbers


HEADS = [
    ("Deficiency of X in infants: a case report", "deficiencyofxininfants"),
    ("Deficiency of X in infants - a case report", "deficiencyofxininfants"),
    ("Deficiency of X in infants? A case report", "deficiencyofxininfants"),
    ("Working in the crowd [Arbeiten in der Crowd]: a view", "workinginthecrowd"),
    ("Upsizing to client servers (panel session)", "upsizingtoclientservers"),
]


@pytest.mark.parametrize(("title", "head"), HEADS)
def test_where_a_subtitle_begins(ref, title, head):
    assert head in folded(ref(title=title)).heads


def test_a_note_that_a_database_appends_is_no_part_of_the_title(ref):
    plain = folded(ref(title="Reduced dose in renal transplant")).title
    assert folded(ref(title="[Reduced dose in renal transplant]. [Japanese]")).title == plain
    assert folded(ref(title="Reduced dose in renal transplant.[Erratum appears in N Engl J Med. 2009]")).title == plain


SAME_FOLD = [
    ("pages", "2438-44", "2438--2444"),
    ("pages", "S103-8", "s103--S108"),
    ("doi", "10.1016/S0008-6363(02)00408-X", "https://doi.org/10.1016/s0008-6363%2802%2900408-x"),
    ("volume", "012", "12"),
    ("volume", "Unknown", ""),
    ("title", "Løkke’s <i>CO<sub>2</sub></i> – laser", "LOKKES CO2 LASER"),
    ("year", "2009", "2009-06-04"),
]


@pytest.mark.parametrize(("field", "one", "other"), SAME_FOLD)
def test_two_ways_to_write_one_thing(ref, field, one, other):
    a, b = folded(ref(**{field: one})), folded(ref(**({field: other} if other else {})))
    assert a._replace(plain="") == b._replace(plain="")


KINDS = [
    ({"type": "misc", "eprint": "1706.03762"}, "preprint"),
    ({"type": "misc", "doi": "10.48550/arXiv.1706.03762"}, "preprint"),
    ({"type": "article", "eprint": "19494218", "eprinttype": "pubmed"}, "article"),
    ({"type": "article", "eprint": "1207.7235", "container": "Physics Letters B"}, "article"),
]


@pytest.mark.parametrize(("says", "kind"), KINDS)
def test_an_eprint_elsewhere_than_in_an_archive_makes_no_preprint(ref, says, kind):
    fields = {name: value for name, value in says.items() if name != "type"}
    assert folded(ref(says["type"], **fields)).kind == kind


def test_anonymous_is_nobody(ref):
    assert folded(ref(author="Anonymous", title="A")) == folded(ref(title="A"))


def test_fields_of_a_megabyte_and_absurd_numbers_are_cut(ref):
    huge = folded(ref(title="word " * 300_000, pages="9" * 50_000, volume="7" * 50_000, year="2" * 50_000))
    assert len(huge.title) < 5000
    assert len(huge.first_page) < 50
