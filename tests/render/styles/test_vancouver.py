"""The ICMJE samples: https://www.nlm.nih.gov/bsd/uniform_requirements.html, each with its number there.

Expected values are the page's. Where its reference says more than a BibTeX entry can, the row says what was left out.
"""

import pytest

from citekit.render import render

SIX = ("Rose|ME", "Huerbin|MB", "Melick|J", "Marion|DW", "Palmer|AM", "Schiding|JK")
SAMPLES = {
    "1 standard journal article": (
        "article",
        {"author": ["Halpern|Scott D.", "Ubel|Peter A.", "Caplan|Arthur L."], "container_short": "N Engl J Med",
         "title": "Solid-organ transplantation in HIV-infected patients", "container": "New England Journal of Medicine",
         "year": "2002", "month": "jul", "day": "25", "volume": "347", "number": "4", "pages": "284--287"},
        "Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med."
        " 2002 Jul 25;347(4):284-7.",
    ),
    "1 more than six authors": (
        "article",
        {"author": [*SIX, "DeKosky|ST"], "container": "Brain Res", "year": "2002", "volume": "935", "number": "1-2",
         "title": "Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury",
         "pages": "40--46"},
        "Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of interstitial excitatory"
        " amino acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-6.",
    ),
    "2 organization as author": (
        "article",
        {"author": ["Diabetes Prevention Program Research Group"], "container": "Hypertension", "year": "2002",
         "title": "Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance",
         "volume": "40", "number": "5", "pages": "679--686"},
        "Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with impaired"
        " glucose tolerance. Hypertension. 2002;40(5):679-86.",
    ),
    "3 personal authors and an organization": (
        "article",
        {"author": ["Vallancien|G", "Emberton|M", "Harving|N", "Moorselaar|RJ|van", "Alf-One Study Group"],
         "title": "Sexual dysfunction in 1,274 European men suffering from lower urinary tract symptoms",
         "container": "J Urol", "year": "2003", "volume": "169", "number": "6", "pages": "2257--2261"},
        "Vallancien G, Emberton M, Harving N, van Moorselaar RJ; Alf-One Study Group. Sexual dysfunction in 1,274 European"
        " men suffering from lower urinary tract symptoms. J Urol. 2003;169(6):2257-61.",
    ),
    "4 no author": (
        "article",
        {"title": "21st century heart solution may have a sting in the tail", "container": "BMJ", "year": "2002",
         "volume": "325", "number": "7357", "pages": "184"},
        "21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184.",
    ),
    "6 volume with supplement": (
        "article",
        {"author": ["Geraud|G", "Spierings|EL", "Keywood|C"], "container": "Headache", "year": "2002", "volume": "42",
         "title": "Tolerability and safety of frovatriptan with short- and long-term use for treatment of migraine and in"
         " comparison with sumatriptan", "number": "Suppl 2", "pages": "S93--S99"},
        "Geraud G, Spierings EL, Keywood C. Tolerability and safety of frovatriptan with short- and long-term use for"
        " treatment of migraine and in comparison with sumatriptan. Headache. 2002;42 Suppl 2:S93-9.",
    ),
    "7 issue with supplement": (
        "article",
        {"author": ["Glauser|TA"], "title": "Integrating clinical trial data into clinical practice",
         "container": "Neurology", "year": "2002", "volume": "58", "number": "12 Suppl 7", "pages": "S6--S12"},
        "Glauser TA. Integrating clinical trial data into clinical practice. Neurology. 2002;58(12 Suppl 7):S6-12.",
    ),
    "10 issue with no volume": (
        "article",
        {"author": ["Banit|DM", "Kaufer|H", "Hartford|JM"], "container": "Clin Orthop", "year": "2002", "number": "401",
         "title": "Intraoperative frozen section analysis in revision total joint arthroplasty", "pages": "230--238"},
        "Banit DM, Kaufer H, Hartford JM. Intraoperative frozen section analysis in revision total joint arthroplasty."
        " Clin Orthop. 2002;(401):230-8.",
    ),
    "11 no volume or issue": (
        "article",
        {"title": "Outreach: bringing HIV-positive individuals into care", "container": "HRSA Careaction", "year": "2002",
         "month": "jun", "pages": "1--6"},
        "Outreach: bringing HIV-positive individuals into care. HRSA Careaction. 2002 Jun:1-6.",
    ),
    "12 pagination in roman numerals": (
        "article",
        {"author": ["Chadwick|R", "Schuklenk|U"], "title": "The politics of ethical consensus finding",
         "container": "Bioethics", "year": "2002", "volume": "16", "number": "2", "pages": "iii--v"},
        "Chadwick R, Schuklenk U. The politics of ethical consensus finding. Bioethics. 2002;16(2):iii-v.",
    ),
    "17 article with a DOI": (
        "article",
        {"author": ["Zhang|M", "Holman|CD", "Price|SD", "Sanfilippo|FM", "Preen|DB", "Bulsara|MK"], "container": "BMJ",
         "title": "Comorbidity and repeat admission to hospital for adverse drug reactions in older adults: retrospective"
         " cohort study", "year": "2009", "month": "jan", "day": "7", "volume": "338", "pages": "a2752",
         "doi": "10.1136/bmj.a2752", "pmid": "19129307", "pmcid": "PMC2615549"},
        "Zhang M, Holman CD, Price SD, Sanfilippo FM, Preen DB, Bulsara MK. Comorbidity and repeat admission to hospital for"
        " adverse drug reactions in older adults: retrospective cohort study. BMJ. 2009 Jan 7;338:a2752."
        " doi: 10.1136/bmj.a2752. PubMed PMID: 19129307; PubMed Central PMCID: PMC2615549.",
    ),
    "18 personal authors of a book": (
        "book",
        {"author": ["Murray|PR", "Rosenthal|KS", "Kobayashi|GS", "Pfaller|MA"], "title": "Medical microbiology",
         "edition": "4", "address": "St. Louis", "publisher": "Mosby", "year": "2002"},
        "Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. St. Louis: Mosby; 2002.",
    ),
    "19 editors as authors": (
        "book",
        {"editor": ["Gilstrap|LC||III", "Cunningham|FG", "VanDorsten|JP"], "title": "Operative obstetrics",
         "edition": "2nd", "address": "New York", "publisher": "McGraw-Hill", "year": "2002"},
        "Gilstrap LC 3rd, Cunningham FG, VanDorsten JP, editors. Operative obstetrics. 2nd ed. New York: McGraw-Hill; 2002.",
    ),
    "20 authors and editors": (
        "book",
        {"author": ["Breedlove|GK", "Schorfheide|AM"], "editor": ["Wieczorek|RR"], "title": "Adolescent pregnancy",
         "edition": "2", "address": "White Plains (NY)", "publisher": "March of Dimes Education Services", "year": "2001"},
        "Breedlove GK, Schorfheide AM. Adolescent pregnancy. 2nd ed. Wieczorek RR, editor. White Plains (NY): March of Dimes"
        " Education Services; 2001.",
    ),
    "21 organizations as authors": (
        "book",
        {"author": ["Royal Adelaide Hospital", "University of Adelaide, Department of Clinical Nursing"],
         "title": "Compendium of nursing research and practice development, 1999-2000", "address": "Adelaide (Australia)",
         "publisher": "Adelaide University", "year": "2001"},
        "Royal Adelaide Hospital; University of Adelaide, Department of Clinical Nursing. Compendium of nursing research and"
        " practice development, 1999-2000. Adelaide (Australia): Adelaide University; 2001.",
    ),
    "22 chapter in a book": (
        "incollection",
        {"author": ["Meltzer|PS", "Kallioniemi|A", "Trent|JM"], "editor": ["Vogelstein|B", "Kinzler|KW"],
         "title": "Chromosome alterations in human solid tumors", "container": "The genetic basis of human cancer",
         "address": "New York", "publisher": "McGraw-Hill", "year": "2002", "pages": "93--113"},
        "Meltzer PS, Kallioniemi A, Trent JM. Chromosome alterations in human solid tumors. In: Vogelstein B, Kinzler KW,"
        " editors. The genetic basis of human cancer. New York: McGraw-Hill; 2002. p. 93-113.",
    ),
    "24 conference paper": (
        "inproceedings",
        {"author": ["Christensen|S", "Oppacher|F"],
         "editor": ["Foster|JA", "Lutton|E", "Miller|J", "Ryan|C", "Tettamanzi|AG"],
         "title": "An analysis of Koza's computational effort statistic for genetic programming",
         "container": "Genetic programming. EuroGP 2002: Proceedings of the 5th European Conference on Genetic Programming;"
         " 2002 Apr 3-5; Kinsdale, Ireland", "address": "Berlin", "publisher": "Springer", "year": "2002",
         "pages": "182--191"},
        "Christensen S, Oppacher F. An analysis of Koza's computational effort statistic for genetic programming. In: Foster"
        " JA, Lutton E, Miller J, Ryan C, Tettamanzi AG, editors. Genetic programming. EuroGP 2002: Proceedings of the 5th"
        " European Conference on Genetic Programming; 2002 Apr 3-5; Kinsdale, Ireland. Berlin: Springer; 2002. p. 182-91.",
    ),
    "25 scientific report, without the author's address and the contract number": (
        "techreport",
        {"author": ["Yen|GG"], "title": "Health monitoring on vibration signatures", "type": "Final report",
         "address": "Arlington (VA)", "year": "2002", "month": "feb", "number": "AFRLSRBLTR020123",
         "institution": "Air Force Office of Scientific Research (US), Air Force Research Laboratory"},
        "Yen GG. Health monitoring on vibration signatures. Final report. Arlington (VA): Air Force Office of Scientific"
        " Research (US), Air Force Research Laboratory; 2002 Feb. Report No.: AFRLSRBLTR020123.",
    ),
    "26 dissertation": (
        "phdthesis",
        {"author": ["Borkowski|MM"], "title": "Infant sleep and feeding: a telephone survey of Hispanic Americans",
         "address": "Mount Pleasant (MI)", "school": "Central Michigan University", "year": "2002"},
        "Borkowski MM. Infant sleep and feeding: a telephone survey of Hispanic Americans [dissertation]."
        " Mount Pleasant (MI): Central Michigan University; 2002.",
    ),
    "43 homepage, without the date of its update": (
        "online",
        {"title": "Cancer-Pain.org", "address": "New York", "publisher": "Association of Cancer Online Resources, Inc.",
         "year": "c2000-01", "urldate": "2002-07-09", "url": "http://www.cancer-pain.org/"},
        "Cancer-Pain.org [Internet]. New York: Association of Cancer Online Resources, Inc.; c2000-01 [cited 2002 Jul 9]."
        " Available from: http://www.cancer-pain.org/.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("sample", SAMPLES)
def test_icmje_sample(make, named, sample):
    kind, fields, expected = SAMPLES[sample]
    people = {role: named(*fields[role]) for role in ("author", "editor") if role in fields}
    assert render([make(kind, "key", **(fields | people))], "vancouver").text == f"1. {expected}\n"


# Citing Medicine's own samples: master's theses are in ch. 5 (NBK7267, box 24).
def test_masters_thesis(make, named):
    thesis = make(
        "mastersthesis", "ari2005", author=named("Ari|AB"), address="Anchorage (AK)", school="University of Alaska", year="2005",
        title="Eye injuries on the battlefields of Iraq and Afghanistan: public health implications",
        note="Master of Public Health",
    )  # fmt: skip
    assert render([thesis], "vancouver").text == (
        "1. Ari AB. Eye injuries on the battlefields of Iraq and Afghanistan: public health implications [master's thesis]."
        " Anchorage (AK): University of Alaska; 2005. Master of Public Health.\n"
    )


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("article", {"title": "T", "pages": "5--9"}, "T. p. 5-9."),
        ("article", {"title": "T", "volume": "3", "pages": "5--9"}, "T. 3:5-9."),
        ("article", {"title": "Why?", "container": "J", "year": "2001"}, "Why? J. 2001."),
        ("article", {"container_short": "J Pediatr", "year": "2001"}, "J Pediatr. 2001."),
        ("article", {"title": "T", "date": "2009-06-04", "container": "J"}, "T. J. 2009 Jun 4."),
        ("incollection", {"title": "T", "publisher": "P", "year": "2001"}, "T. P; 2001."),
        ("inbook", {"title": "T", "container": "B", "pages": "1--2"}, "T. In: B. p. 1-2."),
        ("inbook", {"title": "B", "chapter": "3", "pages": "1--2"}, "B. Chapter 3; p. 1-2."),
        ("book", {"title": "T", "volume": "2", "year": "2001"}, "T. Vol. 2. 2001."),
        ("thesis", {"title": "T", "type": "mathesis", "institution": "I"}, "T [master's thesis]. I."),
        ("thesis", {"title": "T", "type": "phdthesis", "institution": "I"}, "T [dissertation]. I."),
        ("phdthesis", {"title": "T", "type": "Habilitation", "school": "S"}, "T [Habilitation]. S."),
        ("misc", {"title": "T", "howpublished": "Letter", "year": "2001"}, "T. Letter. 2001."),
        ("dataset", {"title": "T", "container": "Zenodo", "year": "2001"}, "T. Zenodo. 2001."),
        ("misc", {"title": "T", "eprint": "2001.00001"}, "T. arXiv:2001.00001."),
        ("misc", {"title": "T", "eprint": "77", "eprinttype": "HAL"}, "T. HAL:77."),
        ("misc", {"title": "T", "doi": "10.1000/x", "url": "https://doi.org/10.1000/x"}, "T. doi: 10.1000/x."),
        ("misc", {"title": "T", "url": "https://a.org/x"}, "T. Available from: https://a.org/x"),
        ("misc", {"title": "T", "subtitle": "S"}, "T: S."),
    ],
)
def test_as_far_as_it_goes(make, kind, fields, expected):
    assert render([make(kind, "key", **fields)], "vancouver").text == f"1. {expected}\n"
