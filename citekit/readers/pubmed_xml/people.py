"""Authors, editors and investigators in PubMed XML, with their affiliations behind them."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.exchange.pubmed.people import person, written_full
from citekit.exchange.pubmed.said import Said
from citekit.readers.pubmed_xml.walk import say
from citekit.readers.xml import Element
from citekit.values.names import Person


def authors(element: Element) -> Iterator[Said]:
    """An AuthorList: of authors or, by its type, of editors. One that is not complete ends in *et al.*

    Names that PubMed keeps though they are not right (ValidYN="N") stand beside the right ones and are left out.
    """
    yield from of_role(element, "FED" if element.attribute("Type") == "editors" else "FAU")


def book_authors(element: Element) -> Iterator[Said]:
    """The AuthorList of a book one chapter of which, with authors of its own, is the work."""
    yield from of_role(element, "FED" if element.attribute("Type") == "editors" else "pubmed-bookauthor")


def of_role(element: Element, tag: str) -> Iterator[Said]:
    valid = [author for author in element.children("Author") if author.attribute("ValidYN") != "N"]
    for author in valid:
        yield from _name(author, tag)
    if element.attribute("CompleteYN") == "N":
        yield say(tag, element, "et al.")
    equal = [author for author in valid if author.attribute("EqualContrib") == "Y"]
    if equal:
        said = (each.value for author in equal if (each := next(_name(author, tag), None)))
        yield say("pubmed-equalcontrib", equal[0], "; ".join(said))


def investigators(element: Element) -> Iterator[Said]:
    for each in element.children("Investigator"):
        if each.attribute("ValidYN") != "N":
            yield from _name(each, "FIR")


def subjects(element: Element) -> Iterator[Said]:
    """People whom an article is about."""
    for each in element.children("PersonalNameSubject"):
        yield from _name(each, "FPS")


def _name(element: Element, tag: str) -> Iterator[Said]:
    family, suffix = element.text("LastName"), element.text("Suffix")
    given = element.text("ForeName") or element.text("FirstName") or element.text("Initials")
    body = element.text("CollectiveName")
    if family or given:
        found = person(family, given, suffix) if family else person(given)
        yield Said(tag, written_full(found), element.line, element.name, found)
    elif body:
        yield Said("CN" if tag == "FAU" else tag, body, element.line, element.name, Person(body, literal=True))
    for number in element.children("Identifier"):
        source = number.attribute("Source")
        yield say("AUID", number, f"{source}: {number.text()}" if source else number.text())
    behind = "IRAD" if tag == "FIR" else "AD"
    for place in (*element.all("AffiliationInfo/Affiliation"), *element.children("Affiliation")):
        yield say(behind, place)
