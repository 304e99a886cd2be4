"""PDFs in the layouts of journals, written here → their references."""

from textwrap import wrap

import pytest
from tiny_pdf import LETTER, pdf

from citekit.errors import InputError
from citekit.readers import read
from citekit.readers.pdf.document import Word, composed
from citekit.readers.pdf.layout import page_text

# No hyphens at which textwrap could break: a hyphen at a line's end is ambiguous.
TITLES = """
    Infantile cortical hyperostosis with intramedullary lesions|Pustular skin disorders and their treatment in children
    Rilonacept maintains long term remission|Deletion of the antagonist gene in two families from the north
    Bone lesions that come and go|What the skin says of the bone and what it does not say
    Early onset and late outcome of a rare disease|Treatment of nine patients with canakinumab over five years
    A novel mutation in a family without consanguinity|Neonatal osteomyelitis without any germ that could be found
    Interleukin one in health and in disease|Nail changes as the first sign of inflammation
""".strip()
FAMILIES = "Leung Mengesha Garg Bennett Chapelle Smith Jones Rossi Tanaka Nowak Silva Keller".split()
WORKS = [
    (family, " ".join(title.split()), 1985 + 2 * n)
    for n, (family, title) in enumerate(zip(FAMILIES, TITLES.replace("\n", "|").split("|"), strict=True))
]
NUMBERED = [
    f"{family} VC, Lee KE. {title}. J Pediatr Orthop. {year};{n + 5}(3):{n + 354}–{n + 360}."
    for n, (family, title, year) in enumerate(WORKS)
]
NAMED = [
    f"{family}, V. C., & Lee, K. E. ({year}). {title}. Journal of Bones, {n + 5}(3), {n + 354}–{n + 360}."
    for n, (family, title, year) in enumerate(sorted(WORKS))
]
SENTENCE = "We saw that the treatment was good for all of them and that they are well. "
TOP, LEADING, MARGIN, COLUMN, GUTTER = 760.0, 10.0, 50.0, 50, 16.0


def prose(width, lines):
    return wrap(SENTENCE * 100, width)[:lines]


def numbered(width):
    return [line for n, text in enumerate(NUMBERED, 1) for line in wrap(f"{n}. {text}", width)]


def hanging(width):
    return [line for text in NAMED for line in wrap(text, width, subsequent_indent="   ")]


def spaced(width):
    return [line for text in NAMED for line in (*wrap(text, width), "")]


def placed(lines, x, top=TOP):
    return [
        (x + LETTER * (len(line) - len(line.lstrip())), top - LEADING * n, line.strip())
        for n, line in enumerate(lines)
        if line
    ]


def columns(lines, count=2, width=COLUMN, height=60):
    """Pages of so many columns, filled one after the other."""
    filled = [lines[at : at + height] for at in range(0, len(lines), height)]
    pages = [filled[at : at + count] for at in range(0, len(filled), count)]
    return [
        [spot for n, column in enumerate(page) for spot in placed(column, MARGIN + n * (width * LETTER + GUTTER))]
        for page in pages
    ]


def row_by_row(pages):
    return [sorted(page, key=lambda spot: (-spot[1], spot[0])) for page in pages]


def with_running_heads(pages):
    return [
        [(MARGIN, 800.0, "J. Invented Med. 12 (2020)"), *page, (290.0, 30.0, str(number))]
        for number, page in enumerate(pages, 7)
    ]


def paper(references, width=COLUMN):
    return [*prose(width, 40), "", "References", "", *references(width)]


LAYOUTS = {
    "one column, numbered": (columns(paper(numbered, 95), 1), NUMBERED),
    "one column, hanging": (columns(paper(hanging, 95), 1), NAMED),
    "two columns, numbered": (columns(paper(numbered)), NUMBERED),
    "two columns, hanging": (columns(paper(hanging)), NAMED),
    "two columns, spaced": (columns(paper(spaced)), NAMED),
    "two columns, row by row": (row_by_row(columns(paper(numbered))), NUMBERED),
    "two columns, hanging, row by row": (row_by_row(columns(paper(hanging))), NAMED),
    "three columns, row by row": (row_by_row(columns(paper(numbered, 33), 3, 33, 30)), NUMBERED),
    "two columns, running heads": (with_running_heads(columns(paper(numbered))), NUMBERED),
    "two columns, hanging, running heads, row by row": (row_by_row(with_running_heads(columns(paper(hanging)))), NAMED),
}


@pytest.fixture
def written(tmp_path):
    def write(*args, **kwargs):
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf(*args, **kwargs))
        return str(path)

    return write


@pytest.mark.parametrize("name", LAYOUTS)
def test_references_are_found_in_every_layout(written, name):
    pages, references = LAYOUTS[name]
    library = read(written(pages))
    assert [reference.origin.text for reference in library] == references
    assert library.format == "PDF"


def words(text, x, y):
    """A line as PDFium gives it: words and where they stand."""
    places, at = [], x
    for word in text.split():
        places.append(Word(word, at, at + LETTER * len(word), y))
        at += LETTER * (len(word) + 1)
    return places


def test_indents_and_blank_lines_are_kept():
    lines = [
        words("Roe J. On bones and", 50, 700),
        words("their lesions. 1999.", 62, 690),
        words("Doe J. On skin and", 50, 680),
        words("its diseases. 2001.", 62, 670),
        words("A paragraph of its own.", 50, 650),
    ]
    assert page_text(lines).split("\n") == [
        "Roe J. On bones and", "  their lesions. 1999.", "Doe J. On skin and", "  its diseases. 2001.", "", "A paragraph of its own.",
    ]  # fmt: skip


def test_cells_of_a_table_stay_in_their_rows():
    rows = [words(f"Name{n}", 50, 700 - 10 * n) + words(f"{n}.5", 300, 700 - 10 * n) for n in range(20)]
    assert page_text(rows).split("\n")[:2] == ["Name0 0.5", "Name1 1.5"]


def test_a_hyphen_at_the_end_of_a_line_ends_the_line(written):
    page = placed(["1. Roe J. Time resolved spec-", "tra of things. J Bones. 1999;5(3):4–9."], MARGIN)
    [reference] = read(written([page]))
    assert reference.origin.text == "Roe J. Time resolved spectra of things. J Bones. 1999;5(3):4–9."


ACCENTS = {
    "C´el´erier": "Célérier",
    "Lemaˆıtre": "Lemaître",
    "R¨as¨anen": "Räsänen",
    "Krasi´nski": "Krasiński",
    "don´t": "don´t",
    "x˜5": "x˜5",
    "´": "´",
}


@pytest.mark.parametrize("word", ACCENTS)
def test_accents_set_before_their_letters(word):
    assert composed(word) == ACCENTS[word]


OWN = "Bone lesions of the newborn and their treatment"
XMP = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description prism:volume="5">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{OWN}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Victor Leung</rdf:li><rdf:li>Karen Lee</rdf:li></rdf:Seq></dc:creator>
<prism:publicationName>Journal of Bones</prism:publicationName><prism:startingPage>3</prism:startingPage>
<prism:coverDate>2015-06-01</prism:coverDate><prism:doi>10.1000/bones.5</prism:doi></rdf:Description></rdf:RDF></x:xmpmeta>"""


def own_of(library):
    return [reference for reference in library if reference.origin.number == 0]


def test_own_record_from_xmp(written):
    page = [(50.0, 800.0, OWN), *placed(paper(numbered), MARGIN)]
    [own] = own_of(read(written([page], xmp=XMP)))
    said = {name: own.get(name) for name in own.fields}
    assert said == {
        "author": "Leung, Victor and Lee, Karen", "title": OWN, "container": "Journal of Bones", "volume": "5", "pages": "3",
        "year": "2015", "month": "jun", "day": "1", "doi": "10.1000/bones.5",
    }  # fmt: skip
    assert own.type == "article"


def test_own_record_from_the_document_information(written):
    said = {"Title": OWN, "Author": "Leung, Victor; Lee, Karen", "Subject": "J. Bones, 5 (2015) 3. doi:10.1000/bones.5"}
    [own] = own_of(read(written([[(50.0, 800.0, OWN)]], said)))
    assert (own.title, own.doi, own.get("author")) == (OWN, "10.1000/bones.5", "Leung, Victor and Lee, Karen")


UNTRUE = {
    "no DOI": {"Title": OWN, "Author": "Leung"},
    "a title that is not on the page": {"Title": "Microsoft Word - template_2003.doc", "Subject": "doi:10.1000/x"},
    "nothing": {},
}


@pytest.mark.parametrize("what", UNTRUE)
def test_untrue_information_gives_no_record(written, what):
    page = [(50.0, 800.0, OWN), *placed(paper(numbered), MARGIN)]
    assert not own_of(read(written([page], UNTRUE[what])))


def test_a_pdf_behind_something_else_is_a_pdf(tmp_path):
    path = tmp_path / "mail"
    path.write_bytes(b"Some-Header: of a mail\r\n\r\n\0" + pdf([placed(paper(numbered), MARGIN)]))
    assert read(str(path)).format == "PDF"


def test_a_text_about_pdfs_is_text(tmp_path):
    path = tmp_path / "notes"
    path.write_text("Files that begin with %PDF-1.4 are PDFs.\n\n" + "\n".join(NUMBERED))
    assert read(str(path)).format == "text"


BAD = {
    "password": pdf([[(50.0, 800.0, OWN)]], locked=True),
    "broken": b"%PDF-1.4\n" + b"nothing of use " * 20,
    "OCR": pdf([[], []]),
}


@pytest.mark.parametrize("said", BAD)
def test_what_cannot_be_read_is_said_plainly(tmp_path, said):
    path = tmp_path / "paper.pdf"
    path.write_bytes(BAD[said])
    with pytest.raises(InputError, match=said):
        read(str(path))


def test_a_cut_off_pdf_is_read_as_far_as_it_goes_or_called_broken(tmp_path):
    whole = pdf(columns(paper(numbered)))
    path = tmp_path / "paper.pdf"
    ends = set()
    for size in range(100, len(whole), 997):
        path.write_bytes(whole[:size])
        try:
            ends.add(read(str(path)).format)
        except InputError as error:
            ends.add(error.reason.split(",")[0])
    assert ends <= {"PDF", "a broken PDF", "a PDF without text"}
