"""What a person did, by MARC's relators: https://www.loc.gov/marc/relators/relaterm.html"""

from __future__ import annotations

# MARC relators, code and term (https://www.loc.gov/marc/relators/relaterm.html), in the order of the terms. Roles that are not here are
# a `contributor`'s. `school`, `institution`, `organization` and `publisher` are bodies, whose names are text with us.
RELATORS: tuple[tuple[str, str, str], ...] = (
    ("ann", "annotator", "annotator"),
    ("art", "artist", "author"),
    ("asg", "assignee", "holder"),
    ("aut", "author", "author"),
    ("aft", "author of afterword, colophon, etc.", "afterword"),
    ("aui", "author of introduction, etc.", "introduction"),
    ("ctg", "cartographer", "author"),
    ("cwt", "commentator for written text", "commentator"),
    ("com", "compiler", "editor"),
    ("cmp", "composer", "composer"),
    ("ctb", "contributor", "contributor"),
    ("cre", "creator", "author"),
    ("dgg", "degree granting institution", "school"),
    ("drt", "director", "director"),
    ("dis", "dissertant", "author"),
    ("edt", "editor", "editor"),
    ("edc", "editor of compilation", "editor"),
    ("fmd", "film director", "director"),
    ("ill", "illustrator", "illustrator"),
    ("ive", "interviewee", "author"),
    ("ivr", "interviewer", "interviewer"),
    ("inv", "inventor", "author"),
    ("isb", "issuing body", "institution"),
    ("orm", "organizer", "organization"),
    ("pth", "patent holder", "holder"),
    ("pht", "photographer", "author"),
    ("prg", "programmer", "author"),
    ("pbl", "publisher", "publisher"),
    ("pbd", "publishing director", "serieseditor"),
    ("rev", "reviewer", "author"),
    ("spk", "speaker", "author"),
    ("trl", "translator", "translator"),
    ("aup", "author of preface", "foreword"),
    ("wpr", "writer of preface", "foreword"),
    ("win", "writer of introduction", "introduction"),
    ("rcp", "addressee", "recipient"),
    ("prf", "performer", "contributor"),
    ("pro", "producer", "contributor"),
    ("ths", "thesis advisor", "contributor"),
)
# What others write instead.
_OTHER_ROLES = {
    "authors": "author", "editors": "editor", "degree grantor": "school", "degree granting": "school", "grantor": "school",
    "organizer of meeting": "organization", "recipient": "recipient", "book author": "bookauthor", "reviewed author": "reviewedauthor",
    "series editor": "serieseditor", "author of introduction": "introduction", "author of afterword": "afterword",
    "writer of foreword": "foreword", "joint author": "author", "issuing institution": "institution", "sponsor": "contributor",
}  # fmt: skip
BODIES = frozenset({"school", "institution", "organization", "publisher"})

_BY_ROLE = {word: ours for code, term, ours in RELATORS for word in (code, term.rstrip("."))} | _OTHER_ROLES
_FIRST_ROLE = {ours: (code, term) for code, term, ours in reversed(RELATORS)} | {
    "author": ("aut", "author"), "editor": ("edt", "editor"), "contributor": ("ctb", "contributor"), "holder": ("pth", "patent holder"),
    "introduction": ("win", "writer of introduction"), "foreword": ("wpr", "writer of preface"), "bookauthor": ("aut", "author"),
}  # fmt: skip


def role_of(word: str) -> str:
    """Our field for a role by its code or its term, also as an address (`http://id.loc.gov/vocabulary/relators/aut`); else `""`."""
    return _BY_ROLE.get(word.strip(" .").rpartition("/")[2].lower(), "")


def relator(name: str) -> tuple[str, str]:
    """Code and term to write one of our fields with; both `""` where MARC has none."""
    return _FIRST_ROLE.get(name, ("", ""))
