"""DataCite's words and Crossref's for the same things.

In the order of DataCite's schema 4.6 (https://datacite-metadata-schema.readthedocs.io/en/4.6/appendices/).
"""

from __future__ import annotations

import re

# resourceTypeGeneral → Crossref's type. Crossref has none for what is neither text nor data.
TYPES = {
    "Audiovisual": "other",
    "Award": "grant",
    "Book": "book",
    "BookChapter": "book-chapter",
    "Collection": "dataset",
    "ComputationalNotebook": "other",
    "ConferencePaper": "proceedings-article",
    "ConferenceProceeding": "proceedings",
    "DataPaper": "journal-article",
    "Dataset": "dataset",
    "Dissertation": "dissertation",
    "Event": "other",
    "Image": "other",
    "Instrument": "other",
    "InteractiveResource": "other",
    "Journal": "journal",
    "JournalArticle": "journal-article",
    "Model": "other",
    "OutputManagementPlan": "report",
    "PeerReview": "peer-review",
    "PhysicalObject": "other",
    "Preprint": "posted-content",
    "Project": "other",
    "Report": "report",
    "Service": "other",
    "Software": "other",
    "Sound": "other",
    "Standard": "standard",
    "StudyRegistration": "other",
    "Text": "",
    "Workflow": "other",
    "Other": "",
}
# What `Text` and `Other` are is told by resourceType, in the words of whoever filled it in.
TYPES_IN_WORDS = (
    (re.compile(r"preprint|working paper", re.I), "posted-content"),
    (re.compile(r"thesis|dissertation", re.I), "dissertation"),
    (re.compile(r"book\W?(?:chapter|section|part)|\bchapter", re.I), "book-chapter"),
    (re.compile(r"conference|proceeding", re.I), "proceedings-article"),
    (re.compile(r"journal|\barticle", re.I), "journal-article"),
    (re.compile(r"report|deliverable", re.I), "report"),
    (re.compile(r"\bbook|monograph", re.I), "book"),
    (re.compile(r"review", re.I), "peer-review"),
)

# relationType → Crossref's word. Citations and parts, of which there can be thousands, are left out.
RELATIONS = {
    "IsSupplementTo": "is-supplement-to",
    "IsSupplementedBy": "is-supplemented-by",
    "IsContinuedBy": "is-continued-by",
    "Continues": "continues",
    "HasVersion": "has-version",
    "IsVersionOf": "is-version-of",
    "IsNewVersionOf": "replaces",
    "IsPreviousVersionOf": "is-replaced-by",
    "IsPartOf": "is-part-of",
    "IsPublishedIn": "is-part-of",
    "IsVariantFormOf": "is-variant-form-of",
    "IsOriginalFormOf": "is-original-form-of",
    "IsIdenticalTo": "is-identical-to",
    "IsReviewedBy": "has-review",
    "Reviews": "is-review-of",
    "IsDerivedFrom": "is-derived-from",
    "IsSourceOf": "has-derivation",
    "IsObsoletedBy": "is-replaced-by",
    "Obsoletes": "replaces",
    "IsTranslationOf": "is-translation-of",
    "HasTranslation": "has-translation",
}
# DataCite has no word for a preprint of an article. arXiv writes `IsVersionOf` (https://info.arxiv.org/help/doi.html), others these.
OF_THE_ARTICLE = frozenset({"IsVersionOf", "IsPreviousVersionOf", "IsVariantFormOf", "IsOriginalFormOf"})
