"""References → JSON records, and back."""

import json

from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Field, Names, Reference
from citekit.readers.records import read
from citekit.values.names import Person, parse_person
from citekit.writers import clusters
from citekit.writers.records import write


def reference(kind="article", **said):
    return Reference(kind, "", {name: Field(value) for name, value in said.items()})


def test_a_work_is_a_record_with_the_ids_of_its_members():
    work = reference(
        author=Names((parse_person("Smith, J."),), others=True),
        title="On things",
        number="3",
        pages="3--7",
        date="2009-06",
    )
    assert json.loads(write([(work, ["r1", "r7"])])) == {
        "id": "r1",
        "ids": ["r1", "r7"],
        "type": "article",
        "author": "Smith, J. and others",
        "title": "On things",
        "container": "",
        "year": "2009",
        "volume": "",
        "issue": "3",
        "pages": "3-7",
        "doi": "",
        "date": "2009-06",
    }  # fmt: skip


def test_keys_of_an_earlier_merge_are_ids_too():
    assert json.loads(write([(reference(ids="old1, old2"), ["r1"])]))["ids"] == ["r1", "old1", "old2"]


NAMES = (
    st.text(alphabet="ABCaé d-.'", min_size=1, max_size=10)
    .map(str.strip)
    .filter(lambda text: any(map(str.isalpha, text)))
)
PEOPLE = st.builds(
    lambda people, others: Names(tuple(people), others),
    st.lists(st.one_of(st.builds(Person, NAMES, NAMES), st.builds(Person, NAMES, literal=st.just(True))), min_size=1, max_size=4),
    st.booleans(),
)  # fmt: skip


@given(PEOPLE)
def test_people_come_back_as_they_were(people):
    assert read(write([(reference(author=people), ["r1"])]), "x").references[0].author == Names(
        tuple(Person(*(" ".join(part.split()) for part in (p.family, p.given)), literal=p.literal) for p in people),
        people.others,
    )


def test_a_record_written_is_read_again():
    work = reference(
        title="On things & more", container="J Things", year="2009", volume="5", pages="3--7", doi="10.1000/x", note="n"
    )
    (again,) = read(write([(work, ["r1"])]), "x").references
    assert {name: again.get(name) for name in again.fields} == {name: work.get(name) for name in work.fields}
    assert (again.type, again.origin.name) == ("article", "r1")


def test_clusters_are_called_by_their_first_member():
    assert clusters.write(["a", 'b"', "ö", "12"], [(0, 2), (1,), (3,)]) == (
        '{"id": "a", "cluster": "a"}\n'
        '{"id": "b\\"", "cluster": "b\\""}\n'
        '{"id": "ö", "cluster": "a"}\n'
        '{"id": "12", "cluster": "12"}\n'
    )
