"""Which BibTeX type a reference string describes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from citekit.model import Value


class _Words(NamedTuple):
    """What says a type: `stems` are parts of words in lower case, looked for first because that is cheap; then the `pattern`."""

    stems: tuple[str, ...]
    pattern: re.Pattern[str]

    def found_in(self, text: str, lower: str) -> bool:
        return any(stem in lower for stem in self.stems) and self.pattern.search(text) is not None


def _words(stems: str, pattern: str) -> _Words:
    return _Words(tuple(stems.split()), re.compile(pattern, re.IGNORECASE))


_THESIS = _words(
    "ph. phd doctor dissert diss. thès tesi tese habil dottor proefschrift диссерт",
    r"\b(?:ph\.?\s?d\.?(?!\w)|doctoral|(?:inaugural-)?dissertation|thèse|tesis doctoral|tese de doutora\w+|tesi di dottorato|diss\."
    r"|habilitation(?:sschrift)?|proefschrift|диссертаци\w+)",
)
_MASTERS = _words(
    "master thesis m.sc msc magister diplom mémoire mestrado máster laurea bachelor",
    r"\b(?:master[’']?s?\s+(?:thesis|dissertation)|m\s?\.?\s?(?:sc|s|a|f\.?a|phil|eng)\.?\s*(?:thesis|dissertation)|bachelor[’']?s?\s+thesis|masterarbeit"
    r"|magisterarbeit|diplomarbeit|mémoire de (?:master|maîtrise|d\.?e\.?a)|dissertação de mestrado|tesis de maestría|tesi di laurea"
    r"|trabajo fin de máster)\b|(?<![\w-])thesis\b",
)
_REPORT = _words(
    "report rep. paper rapport rfc bericht arbeitspapier informe relatório",
    r"\b(?:technical report|tech\.? rep\.?|research report|(?:working|white|discussion) paper|rapport (?:de recherche|technique)"
    r"|forschungsbericht|arbeitspapier|informe técnico|relatório técnico|RFC \d+)",
)
_PATENT = _words(
    "patent brevet pat.",
    r"\b(?:patent (?:no|nr|n°|appl|application|specification|EP|US|WO|DE)\b|(?:u\.?\s?s\.?|european|german|japanese|chinese|ep|wo) pat(?:ent|\.)|"
    r"patentschrift|offenlegungsschrift|brevet (?:n°|no|français|européen))",
)
_UNPUBLISHED = _words(
    "unpubl unver publiée inédit mimeo manuscr prepar",
    r"\b(?:unpublished|unveröffentlicht\w*|non publiée?|inédit[ao]?|mimeo|manuscript (?:in preparation|submitted)|in preparation)\b",
)
_MEETING = _words(
    "confer conf. sympos symp. simpos simpós worksh kongress congr tagung colloq jornadas convegno meeting конференц",
    r"\b(?:conference|conf\.|symposium|symp\.|simposio|simpósio|workshop|kongress|congrès|congreso|congresso|congress|tagung|colloquium"
    r"|colloque|jornadas|convegno|annual meeting|конференци\w+)(?!\w)",
)
_SERIES_OF_MEETINGS = re.compile(r"\b(?:conf|symp)\w*\.?\s*(?:proc|ser)", re.IGNORECASE)  # AIP Conf. Proc. 475: 405
_PROCEEDINGS = _words("proc act att tagungsb", r"\b(?:proc\.|proceedings|actes du|actas del|atti del|tagungsband)")
_ACRONYM = re.compile(r"[A-Z][A-Z\d/’'. -]{2,25}")  # INFOCOM, ICC’03, ICCS/ISPACS’96
_IN = re.compile(
    r"[.,;:\"”’)»]\s*(?:[Ii]n|[Dd]ans|En|Em)\b:?\s+[A-ZÀ-Þ\"“«]|\b[Ee]ds?\b\.?|\bHrsg\b|\bHgg?\.|\b[Ee]ditors?\b|\([Dd]irs?\.\)"
    r"|\b[Cc]oords?\.|\ba cura di\b|\béds?\."
)


def entry_type(text: str, fields: Mapping[str, Value]) -> str:
    """Decides by what is there: a thesis says so, a chapter stands in a book, an article has a journal with numbers.

    `patent` and `online` are biblatex's, the others BibTeX's own. Of the title only what stands last, behind a comma or bracket, can
    make a thesis: `A dissertation upon roast pig` is none.
    """
    lower = text.lower()
    if "volume" not in fields and (thesis := _thesis(text, lower, str(fields.get("title", "")))):
        return thesis
    if "container" not in fields or "volume" not in fields:
        if _PATENT.found_in(text, lower):
            return "patent"
        if "pages" not in fields and _REPORT.found_in(text, lower):
            return "techreport"
    if fields.get("container"):
        return _type_in(str(fields["container"]), text, fields)
    if "publisher" in fields or "isbn" in fields:
        return "book"
    if _UNPUBLISHED.found_in(text, lower):
        return "unpublished"
    return "online" if "url" in fields or "howpublished" in fields else "misc"


def _thesis(text: str, lower: str, title: str) -> str:
    """`phdthesis`, `mastersthesis` or `""`; a thesis that does not say for which degree is a master's."""
    if not (_THESIS.found_in(text, lower) or _MASTERS.found_in(text, lower)):
        return ""
    end = max(title.rfind(mark) for mark in "(.,:")
    head = title[:end] if end > 0 else title
    around = text.replace(head, " ", 1) if head else text
    if _THESIS.pattern.search(around):
        return "phdthesis"
    return "mastersthesis" if _MASTERS.pattern.search(around) else ""


def _type_in(container: str, text: str, fields: Mapping[str, Value]) -> str:
    """The type of something that stands in a journal, a meeting's proceedings, or a book."""
    numbered = "volume" in fields or "number" in fields
    # Proceedings of an academy or a society are a journal: they have volumes and are not introduced by `In`.
    lower = container.lower()
    if _MEETING.found_in(container, lower) and not (numbered and _SERIES_OF_MEETINGS.search(container)):
        return "inproceedings"
    if _PROCEEDINGS.found_in(container, lower) and (not numbered or _IN.search(text)):
        return "inproceedings"
    if numbered and "publisher" not in fields:
        return "article"
    inside = bool(_IN.search(text))
    if inside and not numbered and _ACRONYM.fullmatch(container):
        return "inproceedings"
    return "incollection" if inside or "publisher" in fields or "editor" in fields else "article"
