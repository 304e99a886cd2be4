"""The door to XML: the record elements of a file, one at a time, however bad the file around them.

    for record in records(given, {"PubmedArticle"}):
        record.element.text("MedlineCitation/PMID")

Each record is parsed by itself. So memory is bounded, lines are right in files of any length, and a record that is no XML is the only
one that is lost. Hostile files do nothing: no document type is given to the parser, which then has no entities to expand and no
address to ask; what is nested deeper than 256 elements, or longer than 10 MB in one text, it refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from citekit.acyclic import acyclic
from citekit.errors import InputError
from citekit.formats import Input
from citekit.model import Block, Library, Origin, Problem, Reference
from citekit.readers.xml import extents
from citekit.readers.xml.element import Element
from citekit.readers.xml.inline import local_name
from citekit.readers.xml.repairs import repaired

_AT_ONCE = 1_000  # records between two words on progress


@dataclass(frozen=True, slots=True)
class Record:
    """One record element as it stood: `text` is verbatim, `line` where it begins.

    `element` is None where it cannot be read; then `problems` say why. A record without text is a word on the file itself.
    """

    element: Element | None
    text: str
    line: int
    problems: tuple[Problem, ...] = ()


_BEFORE = 4_096
_NOTHING = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"  # byte order marks, half characters of UTF-16, white space


def root(given: Input) -> str:
    """The local name of the root element, `""` for what is no XML. Looks at the beginning of the file only."""
    if not given.data[:_BEFORE].lstrip(_NOTHING).startswith(b"<"):
        return ""
    return extents.prolog(extents.head(given.data)).root


def records(given: Input, names: Collection[str]) -> Iterator[Record]:
    """The elements of these names in order, each with its lines and verbatim text; one inside another belongs to the outer.

    The bytes are read as UTF-8 or UTF-16, else as the XML declaration says, else byte by byte as Windows-1252. A bare `&`, names of HTML's
    characters (`&nbsp;`) and characters that XML does not allow are put right, with a problem. A file that is cut off gives the
    records that are whole, and one problem. Raises `InputError` where there is no root element.
    """
    data = extents.one_encoding(given.data)
    before = extents.prolog(data)
    if not before.root:
        raise InputError(given.file, "no XML: it does not begin with an element")
    if before.entities >= 0:
        line = extents.line_of(data, before.entities)
        yield _word(given.file, line, "entities that the file defines for itself are not expanded; they stay as &name;")
    total = data.count(b"\n") + 1
    encoding = extents.declared(data)
    cut = False
    for number, extent in enumerate(extents.extents(data, before.end, names), 1):
        text, guess = extents.text_of(extent.data, encoding)
        cut = extent.fault.startswith("the file ends")
        yield _record(given.file, text, extent, guess, before.entities >= 0)
        if number % _AT_ONCE == 0:
            given.tell("reading records", extent.line, total)
    if not cut and not extents.closed(data, before):
        yield _word(given.file, total, f"the file ends before </{before.root}>; the records up to here were read")
    given.tell("reading records", total, total)


def library(
    given: Input, names: Collection[str], form: str, reference: Callable[[Element, Origin], Reference | None]
) -> Library:
    """A library of the file's records. `reference` makes one of an element, or None where nothing in it names a work.

    The `Origin` it gets is that of the record. What cannot be read becomes a problem and a `failed` block.
    """
    items: list[Reference | Block] = []
    problems: list[Problem] = []
    number = 0
    with acyclic():
        for record in records(given, names):
            problems += record.problems
            made = None
            if record.element is not None:
                made = reference(record.element, Origin(given.file, form, record.line, number + 1, record.text))
                if made is None:
                    problems.append(Problem("syntax", "left out: the record names no work", given.file, record.line))
            if made is not None:
                items.append(made)
                number += 1
            elif record.text:
                items.append(Block("failed", record.text, record.line))
    return Library(tuple(items), tuple(problems), given.file, form)


def _word(file: str, line: int, message: str) -> Record:
    return Record(None, "", line, (Problem("syntax", message, file, line),))


# ---------------------------------------------------------------- one record


def _record(file: str, text: str, extent: extents.Extent, guess: str, entities: bool) -> Record:
    said = [guess] if guess else []
    node, fault, line = (None, extent.fault, 0) if extent.fault else _parsed(text)
    if node is None and not extent.fault:
        mended, repairs = repaired(text)
        if repairs:
            node, again, its_line = _parsed(mended)
            fault, line = (fault, line) if node is not None else (again, its_line)
            said += [repair for repair in repairs if not entities or "&name;" not in repair]
    at = extent.line + max(line - 1, 0)
    if node is None:
        return Record(None, text, extent.line, (Problem("syntax", f"this record cannot be read: {fault}", file, at),))
    problems = tuple(Problem("syntax", message, file, extent.line) for message in said)
    return Record(Element(node, extent.line - 1), text, extent.line, problems)


def _parsed(text: str) -> tuple[Any, str, int]:
    """The element, or None with libxml2's reason and the line in the text."""
    from lxml import etree

    parser = _parser()
    try:
        node = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        return None, _plain(str(error.msg)), int(error.lineno or 1)
    faults = [each for each in parser.error_log if each.domain_name != "NAMESPACE" and each.level_name != "WARNING"]
    if node is None or faults:
        return None, *((_plain(faults[0].message), faults[0].line) if faults else ("it is empty", 1))
    if len(parser.error_log):
        for each in node.iter("*"):
            each.tag = local_name(each.tag)
    return node, "", 0


def _plain(message: str) -> str:
    """libxml2's reason without a line in it, which would be counted in the record, and without advice to programmers."""
    return (
        message.strip()
        .partition("\n")[0]
        .partition(" line ")[0]
        .partition(" XML_PARSE_")[0]
        .removesuffix(", use")
        .removesuffix(", try")
    )


@cache
def _parser() -> Any:
    """`recover`, since a prefix that no one defines is no harm; all other faults count."""
    from lxml import etree

    return etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
