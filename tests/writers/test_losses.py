"""What a format has no place for."""

from __future__ import annotations

from citekit.model import Origin, Reference
from citekit.writers.losses import not_held


def ref(key, line, **fields):
    reference = Reference("article", key, origin=Origin("a.nbib", "nbib", line))
    return reference.with_fields({name.replace("_", "-"): value for name, value in fields.items()})


def told(*references):
    return [str(problem) for problem in not_held(references, lambda _, name: name == "title", "RIS")]


def test_each_field_once():
    one, two = ref("one", 1, title="A", odd="x"), ref("two", 9, title="B", odd="y", container="J")
    assert told(one, two) == [
        "a.nbib:9: two: RIS has no place for journal, which is left out (1 reference)",
        "a.nbib:1: one: RIS has no place for odd, which is left out (2 references)",
    ]


def test_what_another_format_alone_knows_is_one_sentence():
    one = ref("one", 1, nbib_gr="x", nbib_aid="y", zotero_key="z")
    two = ref("two", 9, nbib_aid="y", nbib_rn="r")
    assert told(one, two) == [
        "a.nbib:1: one: RIS has no place for nbib-aid, nbib-gr and nbib-rn, which are left out (2 references)",
        "a.nbib:1: one: RIS has no place for zotero-key, which is left out (1 reference)",
    ]


def test_nothing_is_lost():
    assert told(ref("one", 1, title="A")) == []
