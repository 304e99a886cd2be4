"""One list of references for the golden files: each is there for the reason beside it."""

import pytest

from citekit.model import Field, Names, Origin, Person, Reference


def people(*written: str, others: bool = False) -> Names:
    """`Family|Given|particle|suffix`; a single part is a body."""
    parts = [text.split("|") for text in written]
    return Names(tuple(Person(*p, literal=len(p) == 1) for p in parts), others)


def reference(kind: str, key: str, line: int = 0, **fields: object) -> Reference:
    return Reference(kind, key, {n: Field(v) for n, v in fields.items()}, Origin("refs.bib", "bibtex", line))


@pytest.fixture
def make():
    return reference


@pytest.fixture
def named():
    return people


@pytest.fixture
def references() -> list[Reference]:
    return [
        reference(  # a complete article, seven authors, a particle, glued initials
            "article", "aksentijevich2009", 1,
            author=people("Aksentijevich|Ivona", "Masters|Seth L.", "Ferguson|Polly J.", "Tedgård|Ulf", "Pham|Tuyet Hang",
                          "Royen-Kerkhoff|Annet|van", "Jesus|AA|de"),
            title="An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist",
            container="New England Journal of Medicine", container_short="N Engl J Med", year="2009", month="jun", day="4",
            volume="360", number="23", pages="2426--2437", doi="10.1056/NEJMoa0807865",
        ),
        reference(  # a cut author list, no volume, and a title full of characters that are markup somewhere
            "article", "leung_1985", 12, author=people("Leung|VC", others=True),
            title="IL‐1β & 100% of {braces}: $5 <b>bold</b> a_b *c* #1 ~ −70 °C -- H₂O", container="J Pediatr Orthop", year="1985",
        ),
        reference(  # edition, series, suffix
            "book", "murray2002", 20, author=people("Murray|Patrick R.", "King|Martin Luther||Jr."), title="Medical microbiology",
            edition="4", address="St. Louis", publisher="Mosby", year="2002", series="Big books", volume="2",
        ),
        reference(  # editors, and a DOI that a URL must escape
            "incollection", "meltzer2002", 31, author=people("Meltzer|Paul S.", "Kallioniemi|Anne"),
            editor=people("Vogelstein|Bert", "Kinzler|Kenneth W."), title="Chromosome alterations in human solid tumors",
            container="The genetic basis of human cancer", address="New York", publisher="McGraw-Hill", year="2002",
            pages="93--113", doi="10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        ),
        reference(  # a title that ends with a question mark
            "inproceedings", "christensen2002", 44, author=people("Christensen|Steffen", "Oppacher|Franz"),
            title="Is Koza's effort statistic sound?", container="Proceedings of EuroGP", year="2002", pages="182-91",
            address="Berlin", publisher="Springer",
        ),
        reference(  # letters beyond Latin-1
            "phdthesis", "wałęsa2002", 52, author=people("Wałęsa|Łucja"), title="Infant sleep and feeding",
            school="Central Michigan University", address="Mount Pleasant (MI)", year="2002",
        ),
        reference(  # a body as author
            "techreport", "who2002", 60, author=people("World Health Organization"), title="Health monitoring",
            institution="WHO", address="Geneva", year="2002", month="feb", number="17",
        ),
        reference(  # no author
            "online", "cancer2000", 68, title="Cancer-Pain.org", publisher="Association of Cancer Online Resources",
            address="New York", year="2000", url="http://www.cancer-pain.org/", urldate="2002-07-09",
        ),
        reference(  # an unknown type, a key and an address that try to break out, no Latin letter in the title
            "podcast", 'x">, 10%', 75, title="中文", url='https://example.org/"onmouseover="alert(1)', year="2020",
        ),
        reference(  # an address that must not become a link
            "misc", "evil", 80, title="2002. A list in a list", url="javascript:alert(1)",
        ),
        reference("article", "empty", 88),  # nothing at all
    ]  # fmt: skip
