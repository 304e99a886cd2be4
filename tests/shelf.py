"""Works of one small literature, the records that look like them, and a source that offers them whatever is asked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crossref_server import read_records

from citekit.errors import SourceError
from citekit.model import Reference
from citekit.sources.crossref_work import parse_work
from citekit.sources.work import Work
from citekit.values.identifiers import fold_doi
from citekit.values.name_lists import parse_names

RECORDS = read_records(Path(__file__).parent / "data" / "dira_works.jsonl")
WORKS = tuple(work for record in RECORDS if (work := parse_work(record)))


def reference(kind: str, author: str, title: str, **fields: str) -> Reference:
    out = Reference(kind).with_field("author", parse_names(author)).with_field("title", title)
    for name, value in fields.items():
        out = out.with_field(name, value)
    return out


class Shelf:
    """A source that offers the same works whatever is asked, or is in trouble."""

    name = "Shelf"
    at_once = 1

    def __init__(self, *works: Work, trouble: SourceError | None = None) -> None:
        self.offered, self.trouble = works, trouble
        self.asked: list[str] = []

    def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
        self.asked.append(text)
        if self.trouble:
            raise self.trouble
        return self.offered

    def works(self, dois: tuple[str, ...]) -> Mapping[str, Work | None]:
        self.asked += dois
        if self.trouble:
            raise self.trouble
        known = {fold_doi(work.doi): work for work in self.offered}
        return {doi: known.get(fold_doi(doi)) for doi in dois}


DIRA_2009 = reference(
    "article", "Aksentijevich I, Masters SL, et al.",
    "An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist",
    container="N Engl J Med", year="2009", volume="360", pages="2426--2437",
)  # fmt: skip
IL1RN_2009 = reference(
    "article", "Reddy S, Jia S, Geoffrey R, et al.",
    "An autoinflammatory disease due to homozygous deletion of the IL1RN locus",
    container="N Engl J Med", year="2009", volume="360", number="23", pages="2438--2444",
)  # fmt: skip
PUSTULAR = reference(
    "article", "Mengesha YM, Bennett ML", "Pustular skin disorders: diagnosis and treatment",
    container="Am J Clin Dermatol", year="2002", volume="3", number="6", pages="389--400",
)  # fmt: skip
PREGNANCY = reference(
    "article", "Romero R, Gotsch F, Pineles B, Kusanovic JP",
    "Inflammation in pregnancy: its roles in reproductive physiology, obstetrical complications, and fetal injury",
    container="Nutr Rev", year="2007", volume="65", number="12 Pt 2", pages="S194--S202",
)  # fmt: skip
DITRA = Reference("article").with_field("title", (
    "First clinical description of an infant with interleukin-36-receptor antagonist deficiency successfully"
    " treated with anakinra"
)).with_field("container", "Pediatrics").with_field("year", "2013").with_field("volume", "132").with_field(
    "pages", "e1043--e1047")  # fmt: skip
RILONACEPT = reference(
    "article", "Garg M, de Jesus AA, Chapelle D, et al.",
    "Rilonacept maintains long-term inflammatory remission in patients with deficiency of the IL-1 receptor"
    " antagonist", container="JCI Insight", year="2017", volume="2", number="16",
)  # fmt: skip
CHAPTER = reference(
    "incollection", "Diaz, Arturo", "Deficiency of the Interleukin-1 Receptor Antagonist (DIRA)", year="2019"
)
GASTRIC = reference(
    "article", "El-Omar EM, Carrington M, Chow WH",
    "Interleukin-1 polymorphisms associated with increased risk of gastric cancer",
    container="Nature", year="2000", volume="404", number="6776", pages="398--402",
)  # fmt: skip
FOUND = {
    "journal abbreviated": (DIRA_2009, "10.1056/nejmoa0807865"),
    "nearly the same title, next pages": (IL1RN_2009, "10.1056/nejmoa0809568"),
    "record lacks the subtitle": (PUSTULAR, "10.2165/00128071-200203060-00003"),
    "record says a year later": (PREGNANCY, "10.1111/j.1753-4887.2007.tb00362.x"),
    "nobody named as author": (DITRA, "10.1542/peds.2012-3935"),
    "no page, an article number": (RILONACEPT, "10.1172/jci.insight.94838"),
    "a chapter, by title, author, year": (CHAPTER, "10.1007/978-3-319-96929-9_6"),
    "an erratum beside it": (GASTRIC, "10.1038/35006081"),
}

INDIAN = reference(
    "article", "Mendonca LO, Malle L, Donovan FX, et al.",
    "Deficiency of Interleukin-1 receptor antagonist (DIRA): report of the first Indian patient and a novel"
    " deletion affecting IL1RN",
    container="J Clin Immunol", year="2017", volume="37", number="5", pages="445--451",
)  # fmt: skip
INTRAUTERINE = reference(
    "article", "Altiok E, Aksoy F, Perk Y, et al.",
    "A novel mutation in the interleukin-1 receptor antagonist associated with intrauterine disease onset",
    container="Clin Immunol", year="2012", volume="145", number="1", pages="77--81",
)  # fmt: skip
CANAKINUMAB = reference(
    "article", "Ulusoy E, Karaca NE, et al.",
    "Interleukin-1 receptor antagonist deficiency with a novel mutation; late onset and successful treatment with"
    " canakinumab: a case report", container="J Med Case Rep", year="2015", volume="9", pages="145",
)  # fmt: skip
MS = reference(
    "article", "Schrijver HM, Crusius JB, Uitdehaag BM, et al.",
    "Association of interleukin-1beta and interleukin-1 receptor antagonist genes with disease severity in MS",
    container="Neurology", year="1999", volume="52", number="3", pages="595--599",
)  # fmt: skip
HYPEROSTOSIS = reference(
    "article", "Leung VC, Lee KE", "Infantile cortical hyperostosis with intramedullary lesions",
    container="J Pediatr Orthop", year="1985", volume="5", number="3", pages="354--357",
)  # fmt: skip
KERATINOCYTES = reference(
    "article", "Bando M, Hiroshima Y, Kataoka M, et al.",
    "Interleukin-1alpha regulates antimicrobial peptide expression in human keratinocytes",
    container="Immunol Cell Biol", year="2007", volume="85", number="7",
)  # fmt: skip
WIKI_PAGE = Reference("misc").with_field("title", "Interleukin 1 receptor antagonist deficiency")
EMPTY = {
    "a poster with the very same title": INDIAN,
    "the authors' reply": INTRAUTERINE,
    "the preprint": CANAKINUMAB,
    "a referee's report": MS,
    "the same paper told elsewhere, a year before": HYPEROSTOSIS,
    "an abstract in a supplement": KERATINOCYTES,
    "a wiki page that is like an article's title": WIKI_PAGE,
}
ALL = [case for case, _ in FOUND.values()] + list(EMPTY.values())
MEANT = [doi for _, doi in FOUND.values()] + [""] * len(EMPTY)
