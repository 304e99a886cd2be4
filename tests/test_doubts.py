"""What is said of a reference that was read with doubt."""

from __future__ import annotations

from citekit.doubts import doubtful_fields, doubts, marked
from citekit.model import Block, Field, Origin, Reference

ORIGIN = Origin("list.txt", "text", 7, 3, "Smith, Nature or thereabouts, 1999")


def reference(confidence: float | None, **fields: float | None) -> Reference:
    said = {name: Field("x", ORIGIN, sure) for name, sure in fields.items()}
    return Reference(fields=said, origin=ORIGIN, confidence=confidence)


def test_fields_under_one_half_least_sure_first():
    assert doubtful_fields(reference(0.3, author=0.4, title=0.9, container=0.1, doi=None)) == ("container", "author")


def test_a_doubtful_reference_names_its_weakest_field():
    assert doubtful_fields(reference(0.4, author=0.7, title=0.6)) == ("title",)


def test_no_doubt():
    for sure in (reference(0.5, title=0.1), reference(None, title=None)):
        assert doubtful_fields(sure) == ()
        assert list(doubts(sure)) == []
        assert list(marked([sure])) == [sure]


def test_the_problem_has_its_place_and_reason():
    (problem,) = doubts(reference(0.25, container=0.1))
    assert (
        str(problem)
        == "list.txt:7: read with doubt (0.25), most of all the container: Smith, Nature or thereabouts, 1999"
    )
    assert problem.kind == "doubtful"


def test_nothing_understood():
    (problem,) = doubts(reference(0.0, note=None))
    assert problem.kind == "unread"


def test_the_mark_is_a_comment_before_the_entry():
    doubtful = reference(0.25, container=0.1)
    assert list(marked([doubtful])) == [Block("comment", "% doubtful (0.25): container"), doubtful]
