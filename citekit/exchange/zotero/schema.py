"""The types of Zotero's items with their fields and creators, as https://api.zotero.org/schema has them (version 41), in its order.

Servers know other versions of it: Zotero 7 has no `citationKey`, for instance. So whoever writes asks for what a server knows and gives it
as `Known`. Notes, attachments and annotations describe no work and are left out here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemType:
    """What items of one type may have. `fields` gives for each its base field, which is the same in all types (`bookTitle` is a
    `publicationTitle`); the first of `creators` is the one whom citations name."""

    fields: Mapping[str, str]
    creators: tuple[str, ...]

    def field(self, base: str) -> str:
        """What the base field is called in this type, `""` where the type has none: `publicationTitle` → `bookTitle`."""
        return next((own for own, of in self.fields.items() if of == base), "")

    def among(self, fields: frozenset[str], creators: frozenset[str]) -> ItemType:
        """As much of it as a server knows that has these fields and creators."""
        return ItemType(
            {own: base for own, base in self.fields.items() if own in fields},
            tuple(role for role in self.creators if role in creators),
        )


Known = Mapping[str, ItemType]
"""The types a server knows, by name."""


def _kind(creators: str, fields: str) -> ItemType:
    pairs = (field.partition("=") for field in fields.split())
    return ItemType({own: base or own for own, _, base in pairs}, tuple(creators.split()))


ITEM_TYPES: Known = {
    "artwork": _kind(
        "artist contributor",
        "title abstractNote artworkMedium=medium artworkSize date eventPlace DOI citationKey url accessDate archive "
        "archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "audioRecording": _kind(
        "performer originalCreator composer wordsBy translator contributor",
        "title abstractNote audioRecordingFormat=medium seriesTitle volume numberOfVolumes label=publisher place date "
        "runningTime ISBN DOI citationKey url accessDate archive archiveLocation shortTitle language libraryCatalog callNumber "
        "rights extra",
    ),
    "bill": _kind(
        "sponsor cosponsor contributor",
        "title abstractNote billNumber=number code codeVolume=volume section codePages=pages legislativeBody=authority session "
        "history date DOI citationKey url accessDate shortTitle language rights extra",
    ),
    "blogPost": _kind(
        "author translator commenter contributor",
        "title abstractNote blogTitle=publicationTitle websiteType=type date DOI citationKey url accessDate ISSN shortTitle "
        "language rights extra",
    ),
    "book": _kind(
        "author contributor editor translator seriesEditor",
        "title abstractNote series seriesNumber volume numberOfVolumes edition date publisher place originalDate "
        "originalPublisher originalPlace format=medium numPages ISBN DOI citationKey url accessDate ISSN archive "
        "archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "bookSection": _kind(
        "author contributor editor bookAuthor translator seriesEditor",
        "title abstractNote bookTitle=publicationTitle series seriesNumber volume numberOfVolumes edition date publisher place "
        "originalDate originalPublisher originalPlace format=medium pages ISBN DOI citationKey url accessDate ISSN archive "
        "archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "case": _kind(
        "author counsel contributor",
        "caseName=title abstractNote court=authority dateDecided=date docketNumber=number reporter reporterVolume=volume "
        "firstPage=pages history DOI citationKey url accessDate shortTitle language rights extra",
    ),
    "computerProgram": _kind(
        "programmer contributor",
        "title abstractNote seriesTitle versionNumber date system company=publisher place programmingLanguage rights "
        "citationKey url accessDate DOI ISBN archive archiveLocation libraryCatalog callNumber shortTitle extra",
    ),
    "conferencePaper": _kind(
        "author contributor editor translator seriesEditor",
        "title abstractNote proceedingsTitle=publicationTitle conferenceName publisher place date eventPlace volume issue "
        "numberOfVolumes pages series seriesNumber DOI ISBN citationKey url accessDate ISSN archive archiveLocation shortTitle "
        "language libraryCatalog callNumber rights extra",
    ),
    "dataset": _kind(
        "author contributor",
        "title abstractNote identifier=number type versionNumber date repository=publisher repositoryLocation=place "
        "format=medium DOI citationKey url accessDate archive archiveLocation shortTitle language libraryCatalog callNumber "
        "rights extra",
    ),
    "dictionaryEntry": _kind(
        "author contributor editor translator seriesEditor",
        "title abstractNote dictionaryTitle=publicationTitle series seriesNumber volume numberOfVolumes edition date publisher "
        "place pages ISBN DOI citationKey url accessDate archive archiveLocation shortTitle language libraryCatalog callNumber "
        "rights extra",
    ),
    "document": _kind(
        "author contributor editor translator reviewedAuthor",
        "title abstractNote type date publisher place DOI citationKey url accessDate archive archiveLocation shortTitle "
        "language libraryCatalog callNumber rights extra",
    ),
    "email": _kind(
        "author translator contributor recipient",
        "subject=title abstractNote date DOI citationKey url accessDate shortTitle language rights extra",
    ),
    "encyclopediaArticle": _kind(
        "author contributor editor translator seriesEditor",
        "title abstractNote encyclopediaTitle=publicationTitle series seriesNumber volume numberOfVolumes edition date "
        "publisher place pages ISBN DOI citationKey url accessDate archive archiveLocation shortTitle language libraryCatalog "
        "callNumber rights extra",
    ),
    "film": _kind(
        "director producer scriptwriter castMember host guest narrator translator contributor",
        "title abstractNote distributor=publisher place date genre=type videoRecordingFormat=medium runningTime DOI citationKey "
        "url accessDate archive archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "forumPost": _kind(
        "author contributor",
        "title abstractNote forumTitle=publicationTitle postType=type date DOI citationKey url accessDate shortTitle language "
        "rights extra",
    ),
    "hearing": _kind(
        "contributor",
        "title abstractNote committee publisher numberOfVolumes documentNumber=number pages legislativeBody=authority session "
        "history date place DOI citationKey url accessDate shortTitle language rights extra",
    ),
    "instantMessage": _kind(
        "author contributor recipient",
        "title abstractNote date DOI citationKey url accessDate shortTitle language rights extra",
    ),
    "interview": _kind(
        "interviewee contributor interviewer translator",
        "title abstractNote interviewMedium=medium date publisher place DOI citationKey url accessDate archive archiveLocation "
        "shortTitle language libraryCatalog callNumber rights extra",
    ),
    "journalArticle": _kind(
        "author contributor editor translator reviewedAuthor",
        "title abstractNote publicationTitle publisher place date volume issue section partNumber partTitle pages series "
        "seriesTitle seriesText journalAbbreviation DOI citationKey url accessDate PMID PMCID ISSN archive archiveLocation "
        "shortTitle language libraryCatalog callNumber rights extra",
    ),
    "letter": _kind(
        "author recipient contributor translator",
        "title abstractNote letterType=type date eventPlace DOI citationKey url accessDate archive archiveLocation shortTitle "
        "language libraryCatalog callNumber rights extra",
    ),
    "magazineArticle": _kind(
        "author contributor translator reviewedAuthor",
        "title abstractNote publicationTitle publisher place date volume issue pages ISSN DOI citationKey url accessDate "
        "archive archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "manuscript": _kind(
        "author contributor translator",
        "title abstractNote manuscriptType=type institution=publisher place date numPages number DOI citationKey url accessDate "
        "archive archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "map": _kind(
        "cartographer contributor seriesEditor",
        "title abstractNote mapType=type scale seriesTitle edition publisher place date DOI ISBN citationKey url accessDate "
        "archive archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "newspaperArticle": _kind(
        "author contributor translator reviewedAuthor",
        "title abstractNote publicationTitle publisher place date volume issue edition section pages ISSN DOI citationKey url "
        "accessDate archive archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "patent": _kind(
        "inventor attorneyAgent contributor",
        "title abstractNote place country assignee issuingAuthority=authority patentNumber=number filingDate pages "
        "applicationNumber priorityNumbers issueDate=date priorityDate=originalDate references legalStatus=status DOI "
        "citationKey url accessDate shortTitle language rights extra",
    ),
    "podcast": _kind(
        "podcaster guest producer executiveProducer seriesCreator director scriptwriter castMember translator contributor",
        "title abstractNote seriesTitle episodeNumber=number audioFileType=medium date publisher place runningTime DOI "
        "citationKey url accessDate shortTitle language rights extra",
    ),
    "preprint": _kind(
        "author contributor editor translator reviewedAuthor",
        "title abstractNote genre=type repository=publisher archiveID=number place date series seriesNumber DOI citationKey url "
        "accessDate archive archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "presentation": _kind(
        "presenter chair organizer contributor translator",
        "title abstractNote presentationType=type date meetingName place series sessionTitle=publicationTitle DOI citationKey "
        "url accessDate shortTitle language rights extra",
    ),
    "radioBroadcast": _kind(
        "creator host guest producer executiveProducer seriesCreator director scriptwriter castMember translator contributor",
        "title abstractNote programTitle=publicationTitle episodeNumber=number audioRecordingFormat=medium network=publisher "
        "place date runningTime DOI citationKey url accessDate archive archiveLocation shortTitle language libraryCatalog "
        "callNumber rights extra",
    ),
    "report": _kind(
        "author editor contributor translator seriesEditor",
        "title abstractNote reportNumber=number reportType=type institution=publisher place date seriesTitle seriesNumber pages "
        "DOI ISBN citationKey url accessDate ISSN archive archiveLocation shortTitle language libraryCatalog callNumber rights "
        "extra",
    ),
    "standard": _kind(
        "author editor contributor",
        "title abstractNote organization=authority committee type number versionNumber edition status date publisher place "
        "partNumber partTitle ISBN DOI citationKey url accessDate archive archiveLocation shortTitle numPages language "
        "libraryCatalog callNumber rights extra",
    ),
    "statute": _kind(
        "author contributor",
        "nameOfAct=title abstractNote code codeNumber publicLawNumber=number dateEnacted=date pages section session history DOI "
        "citationKey url accessDate shortTitle language rights extra",
    ),
    "thesis": _kind(
        "author contributor",
        "title abstractNote thesisType=type university=publisher place date series seriesNumber numPages DOI ISBN citationKey "
        "url accessDate ISSN archive archiveLocation shortTitle language libraryCatalog callNumber rights extra",
    ),
    "tvBroadcast": _kind(
        "director producer executiveProducer seriesCreator scriptwriter castMember host guest narrator translator contributor",
        "title abstractNote programTitle=publicationTitle episodeNumber=number videoRecordingFormat=medium network=publisher "
        "place date runningTime DOI citationKey url accessDate archive archiveLocation shortTitle language libraryCatalog "
        "callNumber rights extra",
    ),
    "videoRecording": _kind(
        "creator director producer scriptwriter executiveProducer castMember host guest narrator translator contributor",
        "title abstractNote videoRecordingFormat=medium seriesTitle volume numberOfVolumes studio=publisher place date "
        "runningTime ISBN DOI citationKey url accessDate archive archiveLocation shortTitle language libraryCatalog callNumber "
        "rights extra",
    ),
    "webpage": _kind(
        "author contributor translator",
        "title abstractNote websiteTitle=publicationTitle websiteType=type date publisher place DOI citationKey url accessDate "
        "shortTitle language rights extra",
    ),
}
NO_WORKS = ("annotation", "attachment", "note")
"""Items that describe no work."""
_BASE = {own: base for kind in ITEM_TYPES.values() for own, base in kind.fields.items()}


def base_field(name: str) -> str:
    """`bookTitle` → `publicationTitle`; a field of a newer Zotero is its own."""
    return _BASE.get(name, name)


# The types of CSL that Zotero's are (https://api.zotero.org/schema, "csl"): what a line `type: dataset` in Extra may say.
CSL_TYPES = {
    "article": "preprint", "article-journal": "journalArticle", "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle", "bill": "bill", "book": "book", "broadcast": "podcast", "chapter": "bookSection",
    "dataset": "dataset", "document": "document", "entry-dictionary": "dictionaryEntry",
    "entry-encyclopedia": "encyclopediaArticle", "graphic": "artwork", "hearing": "hearing", "interview": "interview",
    "legal_case": "case", "legislation": "statute", "manuscript": "manuscript", "map": "map", "motion_picture": "film",
    "paper-conference": "conferencePaper", "patent": "patent", "personal_communication": "letter", "post": "forumPost",
    "post-weblog": "blogPost", "report": "report", "software": "computerProgram", "song": "audioRecording",
    "speech": "presentation", "standard": "standard", "thesis": "thesis", "webpage": "webpage",
}  # fmt: skip
