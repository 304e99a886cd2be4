"""First authors as reference lists and records spell them."""

from __future__ import annotations

import pytest

from citekit.model import Names, Person, Reference
from citekit.sources.work import Work
from citekit.validate import told
from citekit.validate.author import check_author
from citekit.values.names import parse_person


def people(*names: str) -> Names:
    return Names(tuple(parse_person(name) for name in names))


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict", "weight"),
    [
        (["Mengesha, YM"], ["Mengesha, Yebabe M."], "agree", 2),
        (["van Royen-Kerkhoff, A"], ["Royen-Kerkhoff, Annet van"], "agree", 2),
        (["Jesus, AA"], ["de Jesus, Adriana A."], "agree", 2),
        (["García González, MA"], ["González, María"], "agree", 2),
        (["Grin, CM"], ["Grin-Jorgensen, C."], "agree", 2),
        (["Wei, Zhang"], ["Zhang, Wei"], "agree", 2),
        (["Løkke, E"], ["Lokke, E."], "agree", 2),
        (["Müller, F"], ["Mueller, F."], "agree", 1),
        (["Kutukculer, N"], ["Kütükçüler, N."], "agree", 2),
        (["Smith, J"], ["Smith, K."], "contradict", 0),
        (["Nakae, S"], ["Nakajima, A."], "contradict", 0),
        (["Diaz, Arturo"], ["Garg, Megha", "de Jesus, Adriana A."], "contradict", 0),
        # an order that was lost on the way
        (["Reddy, S", "Jia, S"], ["Jia, S.", "Reddy, S."], "missing", 0),
        ([], ["Reddy, S."], "missing", 0),
        (["Reddy, S"], [], "missing", 0),
    ],
)
def test_first_authors(ours, theirs, verdict, weight):
    reference = Reference("article").with_field("author", people(*ours))
    found = check_author(told(reference), Work("10.5555/x", authors=people(*theirs)))
    assert (found.verdict, found.weight) == (verdict, weight)


def test_bodies_agree_when_they_are_called_the_same_and_else_say_nothing():
    who = Reference("report").with_field("author", Names((Person("World Health Organization", literal=True),)))
    same = Names((Person("World Health Organization", literal=True),))
    assert check_author(told(who), Work("10.5555/x", authors=same)).verdict == "agree"
    assert check_author(told(who), Work("10.5555/x", authors=people("Reddy, S."))).verdict == "missing"


def test_editors_stand_in_for_authors():
    book = Reference("book").with_field("editor", people("Efthimiou, P"))
    assert check_author(told(book), Work("10.5555/x", authors=people("Efthimiou, Petros"))).verdict == "agree"
