"""What stands in a list of names and is no name: *et al.*, *(Eds.)*, *hrsg. von*, *on behalf of*."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Role = Literal["", "editor", "translator", "compiler"]


class Plain(NamedTuple):
    """A list of names with nothing but names in it; `others` says that it was cut, `role` what the people did."""

    text: str
    others: bool = False
    role: Role = ""


# ---------------------------------------------------------------- roles

_EDITORS = frozenset(
    """
    ed eds edt edit editor editors editora editoras editores edited hrsg hg hgg herausgeber herausgeberin herausgegeben dir dirs
    directeur éd éds édit éditeur éditeurs édité éditrice éditrices coord coords coordinador coordinadora coordinadores coordenador
    coordenadores org orgs organizador organizadores organizadora cur curatore curatori red redaktor redaktion ред
    """.split()
)
_TRANSLATORS = frozenset(
    """
    trans transl translator translators translated übers übersetzer übersetzt trad traducteur traductrice traductor traductora
    tradutor tradutora traduttore traduit traducido
    """.split()
)
_COMPILERS = frozenset("comp comps compiler compilers compilador compiladora compiladores bearb bearbeiter".split())
_ROLES: dict[str, Role] = {
    **dict.fromkeys(_EDITORS, "editor"),
    **dict.fromkeys(_TRANSLATORS, "translator"),
    **dict.fromkeys(_COMPILERS, "compiler"),
}
_IN_BRACKETS = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]]")  # (Eds.), (gen. ed.), [Hrsg.], (ed. and trans.)
_WORD = re.compile(r"[^\W\d_]+")
_AT_THE_END = re.compile(r"[\s,;]{1,4}((?:and |und |et |y |& )?[^\W\d_]+)\.?$")  # …, eds.
_BY = re.compile(
    r"\(?([^\W\d_]+)\.?\)?(?:\s+(?:and|und|et|&)\s+([^\W\d_]+)\.?)?\s+(?:by|von|v\.|par|por|di|de|da)[.:]?\s+(?=\S)",
    re.IGNORECASE,
)  # edited and translated by
_FIRST = re.compile(
    r"\(?([^\W\d_]+)(?:\.?\)|[.:]|s)\s+(?=\S)"
)  # Eds. E. Cox, ed.) R. W. Chapman; without a point only `Eds`
_CARE = re.compile(r"a cura di\s+|sous la (?:direction|dir\.) d(?:e\s+|['’])|(?:edición|edição) de\s+", re.IGNORECASE)


def role_of(word: str) -> Role:
    """`Eds.`, `Hrsg.`, `coord.` → `editor`; `transl.`, `übers.` → `translator`. `ED` in capitals are initials."""
    if word.isupper():
        return ""
    return _ROLES.get(word.strip(".").lower(), "")


def _roles_cut(text: str) -> tuple[str, Role]:
    role: Role = ""
    if "(" in text or "[" in text:
        text, role = _brackets_cut(text)
    word = _WORD.search(text)
    if word and (said := role_of(word[0])):
        start = _BY.match(text) or _FIRST.match(text)
        if start:
            text, role = text[start.end() :], role or said
    elif text[:1] in "ase" and (start := _CARE.match(text)):
        text, role = text[start.end() :], "editor"
    for _ in range(2):  # …, trans. and ed.
        if not role_of(text[-24:].rpartition(" ")[2]):
            break
        end = _AT_THE_END.search(text, max(0, len(text) - _TAIL))
        said = _said_at_the_end(text, end) if end else ""
        if not end or not said:
            break
        text, role = text[: end.start()], said
    return text, role


def _said_at_the_end(text: str, end: re.Match[str]) -> Role:
    """`Vitagliano, Ed` is a given name: only a point, a plural or a small letter makes a role of it."""
    word = end[1].split()[-1]
    return "" if word == "Ed" and not text.endswith(".") else role_of(word)


def _brackets_cut(text: str) -> tuple[str, Role]:
    role: Role = ""
    for found in reversed(list(_IN_BRACKETS.finditer(text))):
        roles = [said for word in _WORD.findall(found[1]) if (said := role_of(word))]
        if roles and len(found[1].split()) <= 4:
            role = "editor" if "editor" in roles else roles[0]
            text = f"{text[: found.start()]} {text[found.end() :]}".strip()
    return text, role


# ---------------------------------------------------------------- and others

_OTHERS_WORDS = (
    r"et[\s.]*al(?:ii|ia)?\b\.?|[&y] al\b\.?|(?:and|&|und|a|y|e|et|og|och|en|\+)?\s*(?:\d+\s+)?(?:others|more|OTHERS|otros|otras|outros"
    r"|altri|autres|andere|weitere|andre|anderen)(?:\s+authors)?\b\.?|u\.\s?a\.(?:\s?m\.)?|(?:et |y |e )?(?:cols?|coll)\b\.?|etc\b\.?"
    r"|(?:и|та) (?:др|ін)\b\.?|i in\.|m\.\s?fl\.|외(?: ?\d+ ?인)?|等|ほか|他"
)
_OTHERS = re.compile(rf"[\s,;&+]*[(\[]?(?:(?:…|\.\.\.)[\s,;&+]*)?(?<!\w)(?:{_OTHERS_WORDS})[)\].,;:\s]*$")
_GAP = re.compile(
    r"[\s,;]{0,4}(?:\(?(?:…|\. ?\. ?\.+)\)?|\bet[ .]+al\b\.?)[\s,;&]*"
)  # A, B, … & Last; A, et al. (the Group)
_BEHALF = re.compile(
    r"(?:[,;]\s*)?(?:\band\s*)?\b(?:on\s*behalf\s*of|im namen|im auftrag)\b(?:\s*(?:the|der|des))?\s+(?=[^\W\d_])|(?<=[,;] )for the ",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset(
    "al alii alia etal others more otros otras outros altri autres andere weitere andre anderen authors a u.a a.m m col cols coll etc др ін in fl".split()
)
_TAIL = 60  # *et al.* stands in the last so many letters


def _others_cut(text: str) -> tuple[str, bool]:
    words = text[-20:].split()
    if not words or (words[-1].strip(".,;:)]").lower() not in _LAST_WORDS and text[-1].isascii()):
        return text, False
    cut = _OTHERS.search(text, max(0, len(text) - _TAIL))
    return (text[: cut.start()], True) if cut else (text, False)


def plain(text: str) -> Plain:
    """The list without its roles and without *et al.*, in whatever language.

    A gap (`A, B, … & Last`) becomes a comma and `others` true; `on behalf of the X Group` becomes one more name.
    """
    text, others = _others_cut(text)
    text, role = _roles_cut(text)
    if role and not others:
        text, others = _others_cut(text)  # Smith, et al., eds.
    if "…" in text or "..." in text or ". . ." in text or " al" in text:
        joined = _GAP.sub(", ", text)
        text, others = joined, others or joined != text
    if "ehalf" in text or " for the " in text or "m Namen" in text or "m Auftrag" in text:
        text = _BEHALF.sub(", ", text)
    return Plain(text, others, role)


_BEHIND = re.compile(r"[,(\[\s]*([^\W\d_]+)(?:\.\s*[)\],:.]|[.)\]]|,)(?!\s*(?:by|von|v\.|par|por|di|de)\b)")


def role_behind(text: str) -> Role:
    """What the text straight behind a list of names makes of them: `(eds.), Title` → `editor`; *ed. by* speaks of others."""
    found = _BEHIND.match(text)
    return role_of(found[1]) if found else ""
