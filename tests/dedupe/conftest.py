"""References in one line."""

from collections.abc import Callable

import pytest

from citekit.model import Field, Names, Reference
from citekit.values.names import parse_person


@pytest.fixture(scope="session")
def ref() -> Callable[..., Reference]:
    """`ref("article", author="Reddy, S; Jia, S; others", title=…)`: a reference without origins."""

    def make(type: str = "article", key: str = "", **said: str) -> Reference:
        fields = {}
        for name, text in said.items():
            if name in ("author", "editor"):
                people = [part.strip() for part in text.split(";")]
                others = people[-1] == "others"
                fields[name] = Field(Names(tuple(map(parse_person, people[:-1] if others else people)), others))
            else:
                fields[name] = Field(text)
        return Reference(type, key, fields)

    return make
