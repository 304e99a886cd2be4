"""What parts references on a page is learnt from the page."""

from textwrap import wrap

import pytest

from citekit.readers.text.running import Line
from citekit.readers.text.unnumbered import items

SHOWN = [
    "Smith, J. (2001). Growth of bones under a load that does not change for years. Bone, 12, 3-45.",
    "Lee, K., & Park, L. (2003). Skin and bones of children in the north of the country. Oldtown: Bone Press.",
    "van Dijk, T. (1998). Bones at rest, and what became of them when it was over. London: Sage.",
    "Müller, H. (2004). Die Krankheit der Knochen im Kindesalter und ihre Behandlung. Stuttgart: Thieme.",
]
HIDDEN = "Global burden of disease in children, a report of many authors (2003). Geneva: Author."  # no author shows its start
MIXED = [*SHOWN[:2], HIDDEN, *SHOWN[2:]]


def lines(text: str) -> list[Line]:
    written = text.split("\n")
    return [Line(n, line.strip(), len(line) - len(line.lstrip())) for n, line in enumerate(written, 1)]


def hanging(text: str) -> str:
    return "\n".join(wrap(text, 60, subsequent_indent="    "))


@pytest.mark.parametrize(
    "page",
    [
        "\n".join(MIXED),
        "\n\n".join(MIXED),
        "\n".join(map(hanging, MIXED)),
        "\n\n".join("\n".join(wrap(text, 60)) for text in MIXED),
        "\n".join(f"• {text}" for text in MIXED),
        "\n".join(f"•\n{text}" for text in MIXED),
        "\n".join(f"{text} Google Scholar" for text in MIXED),
    ],
    ids=["a line", "a paragraph", "hanging", "wrapped paragraphs", "bullets", "bullets above", "labels"],
)
def test_a_start_that_no_author_shows(page):
    assert [item.text for item in items(lines(page))] == MIXED


def test_a_blank_line_inside_a_reference_where_blank_lines_part_nothing():
    written = [wrap(text, 60) for text in SHOWN]
    written[1].insert(1, "")
    page = "\n".join("\n".join(each) for each in written)
    assert [item.text for item in items(lines(page))] == SHOWN


def test_an_identifier_on_its_own_line_belongs_to_what_stands_above():
    page = "\n\n".join(f"{text}\n\ndoi: 10.1000/bone.{n}" for n, text in enumerate(SHOWN))
    assert [item.text for item in items(lines(page))] == [
        f"{text} doi: 10.1000/bone.{n}" for n, text in enumerate(SHOWN)
    ]


def test_every_line_is_in_one_item():
    page = "Bones\n\nWe saw them.\n" + "\n".join(MIXED) + "\nThanks to all."
    places = [place for item in items(lines(page)) for place in item.places]
    assert places == [(n, 0) for n, line in enumerate(page.split("\n"), 1) if line]
