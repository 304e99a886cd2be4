"""Completions of CSL-JSON items that are neither articles nor books: theses, reports, pages, preprints, news, programs, patents."""

from __future__ import annotations

import random
import re

from csl_stock import Item, Stock, day_after, named, scholars, some_pages, some_people, year_of
from houses import INSTITUTES, MAGAZINES, NEWSPAPERS, PROGRAMS, SITES_BY_NAME, UNIVERSITIES
from imprints import BODIES_THAT_WRITE
from inventions import section_title


def as_thesis(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    school, towns = chance.choice(UNIVERSITIES)
    made["author"] = named(some_people(stock, (1,), chance), chance)
    made.update({
        "publisher": school, "publisher-place": chance.choice(towns) if chance.random() < 0.6 else "",
        "genre": chance.choice(("PhD thesis", "PhD thesis", "Ph.D. dissertation", "Doctoral dissertation", "Master’s thesis", "Dissertation", "Unpublished doctoral dissertation", "Thèse de doctorat", "Diplomarbeit", "PhD diss.", "M.Sc. thesis", "Tesis doctoral")),
    })  # fmt: skip
    if chance.random() < 0.3:
        language = chance.choice(stock.languages)
        made.update(
            {
                "title": section_title(language, chance),
                "language": language,
                "author": scholars(language, (1,), chance),
            }
        )
    made.pop("DOI", None)
    if chance.random() < 0.15:
        made["URL"] = f"http://hdl.handle.net/{chance.randint(1000, 9999)}/{chance.randint(1000, 99999)}"
        made["accessed"] = day_after(year_of(made), chance)


def as_report(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    house, towns = chance.choice(INSTITUTES)
    number = chance.randint(1, 9999)
    made.update({
        "publisher": house, "publisher-place": chance.choice(towns) if chance.random() < 0.7 else "",
        "genre": chance.choice(("", "Technical report", "Tech. Rep.", "Working paper", "Discussion paper", "Report", "Policy brief", "White paper", "Final report")),
        "number": chance.choice(("", str(number), f"TR-{number}", f"No. {number}", f"NASA-TM-{number}", f"{year_of(made)}-{number % 90:02}", f"CS-{number}")),
    })  # fmt: skip
    if chance.random() < 0.3:
        made["author"] = [{"literal": chance.choice(BODIES_THAT_WRITE)}]
    made.pop("DOI", None)
    if chance.random() < 0.35:
        linked(made, house, "https://www.{0}.org/reports/{0}.pdf", chance)


def linked(made: Item, name: str, pattern: str, chance: random.Random) -> None:
    words = re.findall(r"[a-z]{3,}", made["title"].lower()) or ["page"]
    made["URL"] = pattern.format(
        chance.choice((words[-1], "-".join(words[:4]), f"{words[0]}-{chance.randint(100, 99999)}"))
    )
    made["accessed"] = day_after(year_of(made), chance)


def as_page(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    site, pattern = chance.choice(SITES_BY_NAME)
    made["container-title"] = site
    made["issued"] = {
        "date-parts": [
            [chance.randint(1997, 2023), chance.randint(1, 12), chance.randint(1, 28)][: chance.choice((1, 1, 2, 3))]
        ]
    }
    who = chance.random()
    if who < 0.2:
        del made["author"]
    elif who < 0.5:
        made["author"] = [{"literal": chance.choice(BODIES_THAT_WRITE)}]
    made.pop("DOI", None)
    linked(made, site, pattern, chance)


def as_preprint(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    year = chance.randint(1998, 2023)
    made["issued"] = {"date-parts": [[year]]}
    if chance.random() < 0.6:
        number = f"{year % 100:02}{chance.randint(1, 12):02}.{chance.randint(100, 19999):05}"
        made.update(
            {
                "number": chance.choice((f"arXiv:{number}", number)),
                "genre": chance.choice(("arXiv preprint", "", "preprint")),
            }
        )
        made.pop("DOI", None)
    else:
        made["container-title"] = chance.choice(
            (
                "bioRxiv",
                "medRxiv",
                "SSRN Electronic Journal",
                "Zenodo",
                "PsyArXiv",
                "Research Square",
                "PeerJ Preprints",
                "ChemRxiv",
            )
        )
    if chance.random() < 0.3:
        made["URL"] = f"http://arxiv.org/abs/{year % 100:02}{chance.randint(1, 12):02}.{chance.randint(1000, 9999)}"


def as_news(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    made["container-title"] = chance.choice(NEWSPAPERS if made["type"] == "article-newspaper" else MAGAZINES)
    made["issued"] = {"date-parts": [[chance.randint(1920, 2023), chance.randint(1, 12), chance.randint(1, 28)]]}
    made["author"] = named(some_people(stock, (1, 1, 1, 2), chance), chance)
    if made["type"] == "article-magazine" and chance.random() < 0.5:
        made["issue"] = str(chance.randint(10, 2500))
    made["page"] = chance.choice(("", "", "A1", "B3", str(chance.randint(1, 60)), some_pages(chance)))
    made.pop("DOI", None)
    if chance.random() < 0.3:
        linked(made, "", "https://www.newsroom.com/2014/05/03/{}.html", chance)


def as_program(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    name, owner, towns, address = chance.choice(PROGRAMS)
    made.update({"title": name, "publisher": owner, "publisher-place": chance.choice(towns), "language": "en",
                 "genre": chance.choice(("", "Computer software", "Software")), "version": chance.choice(("", "3.6.1", "2.0", "24.0", "1.1-7"))})  # fmt: skip
    made["author"] = [{"literal": owner}] if owner and chance.random() < 0.4 else made["author"]
    if made["author"] == [{"literal": owner}]:
        del made["publisher"]
    made.pop("DOI", None)
    made["issued"] = {"date-parts": [[chance.randint(1998, 2023)]]}
    if chance.random() < 0.5:
        made.update({"URL": address, "accessed": day_after(year_of(made), chance)})


def as_patent(made: Item, work: dict, stock: Stock, chance: random.Random) -> None:
    number = chance.randint(2_000_000, 11_000_000)
    made.update(
        {
            "number": chance.choice(
                (
                    f"US {number:,}",
                    f"US{number}B2",
                    f"{number:,}",
                    f"WO {chance.randint(1990, 2020)}/{number % 99999:05}",
                    f"EP {number % 3000000}",
                )
            )
        }
    )
    made["issued"] = {"date-parts": [[chance.randint(1960, 2022), chance.randint(1, 12), chance.randint(1, 28)]]}
    made.pop("DOI", None)
