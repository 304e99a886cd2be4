"""Parts of a record in PubMed XML that are several elements: dates, pages, abstracts, terms, grants, notices."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.exchange.pubmed.said import Said
from citekit.readers.pubmed_xml.walk import say
from citekit.readers.xml import Element
from citekit.values.dates import month


def issn(element: Element) -> Iterator[Said]:
    kind = element.attribute("IssnType")
    yield say("IS", element, f"{element.text()} ({kind})" if kind else element.text())


def linking_issn(element: Element) -> Iterator[Said]:
    yield say("IS", element, f"{element.text()} (Linking)")


def issue_date(element: Element) -> Iterator[Said]:
    yield say("DP", element, date(element))


def electronic_date(element: Element) -> Iterator[Said]:
    """The day of electronic publication, as MEDLINE writes it: `20130430`."""
    parts = [element.text(name) for name in ("Year", "Month", "Day")]
    whole = all(part.isdecimal() for part in parts)
    yield say("DEP", element, f"{parts[0]}{parts[1]:0>2}{parts[2]:0>2}" if whole else date(element))


def date(element: Element) -> str:
    """`2015 Dec 1`, `2000 Spring`, or the text of a MedlineDate. Months may be figures."""
    named = element.text("Month")
    words = (element.text("Year"), month(named).title() or named or element.text("Season"), element.text("Day"))
    return " ".join(word for word in words if word) or element.text("MedlineDate") or element.text()


def pagination(element: Element) -> Iterator[Said]:
    """The pages as they are cited; put together from first and last where nothing else is there."""
    whole = element.text("MedlinePgn")
    first, last = element.text("StartPage"), element.text("EndPage")
    yield say("PG", element, whole or (f"{first}-{last}" if first and last else first or last))


def location(element: Element) -> Iterator[Said]:
    """An ELocationID: a DOI, or the publisher's own number."""
    if element.attribute("ValidYN") != "N":
        yield say("LID", element, _labelled(element.text(), element.attribute("EIdType")))


_OWN_TAG = {"pubmed": "PMID", "pmc": "PMC", "mid": "MID", "url": "pubmed-url"}


def article_id(element: Element) -> Iterator[Said]:
    kind = element.attribute("IdType") or "pubmed"
    tag = _OWN_TAG.get(kind)
    yield say(tag, element) if tag else say("AID", element, _labelled(element.text(), kind))


def _labelled(text: str, kind: str) -> str:
    return f"{text} [{kind}]" if text and kind else text


def abstract(element: Element) -> Iterator[Said]:
    """The sections in one text, each behind its label: `OBJECTIVE: … RESULTS: …`."""
    yield say("AB", element, _sections(element))
    for each in element.children("CopyrightInformation"):
        yield say("CI", each)


def other_abstract(element: Element) -> Iterator[Said]:
    kind, language = element.attribute("Type"), element.attribute("Language")
    said = f"{kind}: " if kind and kind != "Publisher" else ""
    yield say("OAB", element, said + _sections(element) if _sections(element) else "")
    yield say("OABL", element, language)
    for each in element.children("CopyrightInformation"):
        yield say("OCI", each)


def _sections(element: Element) -> str:
    sections = []
    for each in element.children("AbstractText"):
        label = each.attribute("Label")
        sections.append(f"{label}: {each.text()}" if label and label != "UNLABELLED" else each.text())
    return " ".join(filter(None, sections))


def keyword(element: Element) -> Iterator[Said]:
    yield say("OT", element, _starred(element))


def heading(element: Element) -> Iterator[Said]:
    """`Brain Ischemia/diagnostic imaging/*surgery`, a star before what the work is mainly about."""
    terms = [_starred(each) for each in element.children("DescriptorName", "QualifierName")]
    yield say("MH", element, "/".join(filter(None, terms)))


def _starred(element: Element) -> str:
    return f"*{element.text()}" if element.attribute("MajorTopicYN") == "Y" and element.text() else element.text()


def grant(element: Element) -> Iterator[Said]:
    """`HL81153/HL/NHLBI NIH HHS/United States`"""
    yield say("GR", element, "/".join(filter(None, map(element.text, ("GrantID", "Acronym", "Agency", "Country")))))


def chemical(element: Element) -> Iterator[Said]:
    """`Q51BO43MG4 (Thyroxine)`"""
    number, substance = element.text("RegistryNumber"), element.text("NameOfSubstance")
    yield say("RN", element, f"{number} ({substance})" if number and substance else number or substance)


def databank(element: Element) -> Iterator[Said]:
    """`ClinicalTrials.gov/NCT00000419`, one for each number."""
    name = element.text("DataBankName")
    numbers = element.texts("AccessionNumberList/AccessionNumber")
    for number in numbers or [""]:
        yield say("SI", element, "/".join(filter(None, (name, number))))


def other_id(element: Element) -> Iterator[Said]:
    """The number of a manuscript in PubMed Central, or that of another database."""
    text, source = element.text(), element.attribute("Source")
    yield (
        say("MID", element)
        if text.startswith("NIHMS")
        else say("OID", element, f"{source}: {text}" if source else text)
    )


# The kinds of comments and corrections in the order of the DTD, and MEDLINE's tags for them.
COMMENTS = {
    "CommentIn": "CIN", "CommentOn": "CON", "CorrectedandRepublishedIn": "CRI", "CorrectedandRepublishedFrom": "CRF",
    "ErratumIn": "EIN", "ErratumFor": "EFR", "ExpressionOfConcernIn": "ECI", "ExpressionOfConcernFor": "ECF",
    "PartialRetractionIn": "PRIN", "PartialRetractionOf": "PROF", "RepublishedIn": "RPI", "RepublishedFrom": "RPF",
    "RetractedandRepublishedIn": "RRI", "RetractedandRepublishedFrom": "RRF", "RetractionIn": "RIN", "RetractionOf": "ROF",
    "UpdateIn": "UIN", "UpdateOf": "UOF", "SummaryForPatientsIn": "SPIN", "OriginalReportIn": "ORI", "ReprintIn": "RPI",
    "ReprintOf": "RPF",
}  # fmt: skip


def comment(element: Element) -> Iterator[Said]:
    """`Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/… PMID: 20137807`. Works that are only cited are left out."""
    kind = element.attribute("RefType")
    if kind == "Cites":
        return
    source, note, number = element.text("RefSource"), element.text("Note"), element.text("PMID")
    parts = (source, f"({note})" if note else "", f"PMID: {number}" if number else "")
    yield say(COMMENTS.get(kind, f"pubmed-{kind.lower() or 'comment'}"), element, " ".join(filter(None, parts)))


def label(element: Element) -> Iterator[Said]:
    """Where a chapter stands in its book."""
    kind = element.attribute("Type")
    if kind in ("", "chapter"):
        yield say("pubmed-chapter", element)
    else:
        yield say("pubmed-locationlabel", element, f"{kind} {element.text()}")


def sections(element: Element) -> Iterator[Said]:
    """The headings of a book or chapter."""
    titles: list[str] = []
    waiting = element.children("Section")[::-1]
    while waiting:
        section = waiting.pop()
        number, heading = section.text("LocationLabel"), section.text("SectionTitle")
        titles += [" ".join(filter(None, (number, heading)))]
        waiting += section.children("Section")[::-1]
    yield say("pubmed-sections", element, "; ".join(filter(None, titles)))


def named_date(element: Element) -> Iterator[Said]:
    """A date that MEDLINE has no tag for."""
    yield say(f"pubmed-{element.name.lower()}", element, date(element))


def contribution_date(element: Element) -> Iterator[Said]:
    yield say("CTDT", element, next((each.value for each in electronic_date(element)), ""))
