"""Lists of people: which list, and which form of each person. The authors are those of real papers on DIRA (PubMed)."""

import itertools

import pytest
from merging.references import ref

from citekit.merging import merge_group

LISTS = [
    # what it shows, the copies, what comes of them
    (
        "a whole list over a cut one",
        ["Reddy, S; Jia, S; others", "Reddy, Sivakumar; Jia, Shuang; Geoffrey, Rhonda"],
        "Reddy, Sivakumar; Jia, Shuang; Geoffrey, Rhonda",
    ),
    (
        "a whole list of the same length, too",
        ["Reddy, Sivakumar; Jia, Shuang", "Reddy, S; Jia, S; others"],
        "Reddy, Sivakumar; Jia, Shuang",
    ),
    (
        "but et al. behind more names shows that the shorter list was cut in silence",
        ["Reddy, S; Jia, S; Geoffrey, R; Lorier, R; others", "Reddy, Sivakumar"],
        "Reddy, Sivakumar; Jia, S; Geoffrey, R; Lorier, R; others",
    ),
    ("accents are kept", ["Tedgård, U", "Tedgard, U", "Tedgard, U"], "Tedgård, U"),
    ("given names in full", ["van Royen-Kerkhoff, Annet", "van Royen-Kerkhoff, A"], "van Royen-Kerkhoff, Annet"),
    ("all initials over fewer", ["Ferguson, P; Masters, S", "Ferguson, PJ"], "Ferguson, PJ; Masters, S"),
    (
        "the best form of each person",
        ["Aksentijevich, Ivona; Masters, SL; Ferguson, PJ", "Aksentijevich, I; Masters, Seth L.; Ferguson, PJ"],
        "Aksentijevich, Ivona; Masters, Seth L.; Ferguson, PJ",
    ),
    (
        "the form that most have over a portal's error, whose full name is saved",
        ["Hagen, P. Van Martin; Hak, A. Elisabeth", "van Hagen, P. M.; Hak, A. E.", "van Hagen, P. M.; Hak, A. E."],
        "van Hagen, P. Martin; Hak, A. Elisabeth",
    ),
    (
        "initials that most have over one full name that differs",
        ["Hill, S; Butman, JA", "Hill, S; Butman, JA", "Hill, Robert; Butman, John A."],
        "Hill, S; Butman, John A.",
    ),
    ("no full name of another family", ["Pham, TH; Booty, M", "Phan, Tuyet; Booty, Matthew"], None),
    (
        "a list that most bear out over one with a name too many in its middle",
        ["Pham, TH; Booty, M; Estes, J", "Pham, TH; Booty, M; Estes, J", "Pham, TH; NIH; Booty, M; Estes, J"],
        "Pham, TH; Booty, M; Estes, J",
    ),
    ("a family name not in capitals", ["POPE, E; Barron, K", "Pope, E; Barron, Karyl"], "Pope, E; Barron, Karyl"),
    ("the whole family name", ["Garcia Gonzalez, M; Lee, CC", "Gonzalez, MG; Lee, Chyi"], "Garcia Gonzalez, M; Lee, Chyi"),
]  # fmt: skip


@pytest.mark.parametrize(("shows", "lists", "best"), LISTS, ids=[shows for shows, _, _ in LISTS])
def test_people(shows, lists, best):
    references = [ref(f"{number}.txt", author=people) for number, people in enumerate(lists)]
    found = {merge_group(order).reference.author for order in itertools.permutations(references)}
    assert len(found) == 1
    expected = ref(author=best).author if best else None
    assert found.pop() in ([expected] if best else [reference.author for reference in references])


def test_a_list_made_of_several_has_the_origin_of_the_one_that_gave_most():
    portal = ref("portal.txt", author="Aksentijevich, Ivona; Masters, Seth L.; Hagen, P. Van Martin")
    wiki = ref("wiki.txt", author="Aksentijevich, I; Masters, SL; van Hagen, PM", note="longer")
    field = merge_group([portal, wiki]).reference.fields["author"]
    assert field.value == ref(author="Aksentijevich, Ivona; Masters, Seth L.; van Hagen, P. Martin").author
    assert field.origin.file == "portal.txt"


def test_a_list_that_was_not_read_comes_last():
    from citekit.model import Field, Origin

    read = ref("a.txt", author="Reddy, S")
    verbatim = ref("b.bib", "k", title="A", year="2009").with_field(
        "author", "Reddy S and friends", Origin("b.bib", "")
    )
    assert merge_group([read, verbatim]).reference.fields["author"] == Field(read.author, read.fields["author"].origin)


def test_bodies_stay_as_they_are():
    from citekit.model import Names, Person

    body = ref("a.bib", "k", title="A").with_field(
        "author", Names((Person("World Health Organization", literal=True),))
    )
    person = ref("b.txt", title="A", author="Organization, World Health", year="2009")
    assert merge_group([body, person]).reference.author.people[0].literal
