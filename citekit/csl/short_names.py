"""What people call styles, and how CSL calls them."""

from __future__ import annotations

# Name → stem of the CSL file. The reason stands beside a name that could mean more than one style, or whose style has another title.
SHORT_NAMES = {
    # Medicine
    "vancouver": "nlm-citation-sequence",  # ICMJE's recommendations point to NLM's Citing Medicine; numbered as cited
    "nlm": "nlm-citation-sequence",  # Citing Medicine, numbered as cited, as PubMed shows it
    "icmje": "nlm-citation-sequence",  # the group that wrote the Vancouver rules
    "vancouver-superscript": "nlm-citation-sequence-superscript",
    "vancouver-brackets": "nlm-citation-sequence-brackets",
    "nejm": "the-new-england-journal-of-medicine",
    "ama": "american-medical-association",  # the current edition of the AMA Manual of Style
    "jama": "jama",  # leads to AMA
    "lancet": "the-lancet",
    "bmj": "bmj",
    "annals": "annals-of-internal-medicine",  # as physicians call it
    # Science
    "nature": "nature",
    "science": "science",
    "cell": "cell",
    "pnas": "pnas",
    "plos": "plos",
    "elife": "elife",
    "asm": "american-society-for-microbiology",
    "cse": "cse-citation-sequence",  # the first of the CSE Manual's three systems
    "cse-name-year": "cse-name-year",
    # Chemistry and physics
    "acs": "american-chemical-society",
    "jacs": "journal-of-the-american-chemical-society",  # leads to ACS
    "angewandte": "angewandte-chemie",
    "rsc": "royal-society-of-chemistry",
    "aps": "american-physics-society",  # American Physical Society: CSL's file is misnamed
    "aip": "american-institute-of-physics",
    "iop": "institute-of-physics-numeric",  # the numeric of its two
    "osa": "the-optical-society",  # now Optica
    "optica": "the-optical-society",
    "iucr": "international-union-of-crystallography",
    # Earth and sky
    "agu": "american-geophysical-union",
    "ams": "american-meteorological-society",  # the mathematicians' AMS has no style in CSL
    "copernicus": "copernicus-publications",
    # Engineering and computing
    "ieee": "ieee",
    "acm": "association-for-computing-machinery",  # what ACM asks for now; acm-sig is the older one of the proceedings
    "acm-sig": "acm-sig-proceedings",
    "acl": "association-for-computational-linguistics",
    "lncs": "springer-lecture-notes-in-computer-science",
    "asce": "american-society-of-civil-engineers",
    "asme": "american-society-of-mechanical-engineers",
    "aiaa": "american-institute-of-aeronautics-and-astronautics",
    "spie": "spie-proceedings",
    # Social sciences
    "apa": "apa",  # the current edition
    "asa": "american-sociological-association",
    "apsa": "american-political-science-association",
    "aaa": "american-anthropological-association",
    "dgps": "deutsche-gesellschaft-fur-psychologie",
    # Humanities
    "chicago": "chicago-author-date",  # of the manual's two systems that with a list in which every work stands
    "chicago-author-date": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "turabian": "turabian-author-date",  # as for chicago
    "turabian-notes": "turabian-notes-bibliography",
    "mla": "modern-language-association",
    "mhra": "mhra-notes",  # the first of the MHRA guide's two systems
    "sbl": "society-of-biblical-literature-fullnote-bibliography",  # the SBL Handbook's own system
    "harvard": "harvard-cite-them-right",  # there is no one Harvard style; this is that of most universities in Britain
    "cite-them-right": "harvard-cite-them-right",
    # Law
    "oscola": "oscola",
    "aglc": "australian-guide-to-legal-citation",
    "bluebook": "bluebook-law-review",
    "mcgill": "mcgill-en",  # in English; mcgill-fr is the French one
    # Publishers
    "springer": "springer-basic-author-date",  # of its standard styles; half of its journals cite by author and date
    "springer-numeric": "springer-basic-brackets",
    "springer-vancouver": "springer-vancouver",
    "elsevier": "elsevier-with-titles",  # numbered, as in most of its journals
    "elsevier-harvard": "elsevier-harvard",
    "elsevier-vancouver": "elsevier-vancouver",
    "taylor-francis": "taylor-and-francis-chicago-author-date",  # of its standard styles that with most journals
    "sage": "sage-harvard",  # SAGE's own; sage-vancouver is for medicine
    "emerald": "emerald-harvard",
    "bmc": "biomed-central",
    "frontiers": "frontiers",
    "mdpi": "multidisciplinary-digital-publishing-institute",
    # National and international standards
    "iso690": "iso690-author-date-en",  # in English, author and date
    "iso690-numeric": "iso690-numeric-en",
    "din": "din-1505-2",  # DIN 1505-2, superseded by ISO 690
    "gost": "gost-r-7-0-5-2008",
    "abnt": "associacao-brasileira-de-normas-tecnicas",
    "gb7714": "china-national-standard-gb-t-7714-2015-numeric",  # GB/T 7714-2015, numbered
}


_BY_STEM: dict[str, tuple[str, ...]] = {}
for _name, _stem in SHORT_NAMES.items():
    _BY_STEM[_stem] = (*_BY_STEM.get(_stem, ()), *((_name,) if _name != _stem else ()))


def short_names_of(stem: str) -> tuple[str, ...]:
    """The short names of a style, without its own stem."""
    return _BY_STEM.get(stem, ())
