r"""References as items to be printed. The entries are made up after what `.bib` files have; what is expected comes from the manuals of
BibTeX (*BibTeXing*) and biblatex, from CSL 1.0.2 and from how Zotero describes the same works."""

import pytest

from citekit.exchange.csl import to_item, to_print
from citekit.exchange.csl.printing.addresses import told_apart
from citekit.exchange.csl.printing.dates import day_of, days_of, year_of
from citekit.exchange.csl.printing.editions import edition
from citekit.exchange.csl.printing.languages import tag
from citekit.exchange.csl.printing.texts import without_final_point
from citekit.model import Reference
from citekit.readers.bibtex import read

DNA = '<span class="nocase">DNA</span>'


def reference(fields, kind="misc"):
    (found,) = read(f"@{kind}{{x, {fields}}}", "x.bib").references
    return found


def item(fields, kind="misc"):
    return to_print(reference(fields, kind))


def parts(fields, kind, names):
    made = item(fields, kind)
    return {name: made[name] for name in names.split() if name in made}


def test_an_ordinary_work_is_the_item_it_was():
    work = reference(
        "author = {Doe, Jane}, title = {On things}, journal = {J Things}, volume = 5, pages = {1--9}, year = 2009",
        "article",
    )
    assert to_print(work) == to_item(work)


# ---------------------------------------------------------------- texts


@pytest.mark.parametrize(
    ("fields", "name", "meant"),
    [
        (r"title = {The {DNA} of \emph{Mus}}", "title", f'The {DNA} of <i><span class="nocase">Mus</span></i>'),
        (r'title = "The {DNA}"', "title", f"The {DNA}"),
        ("title = {Of {DNA}}, subtitle = {And {DNA}}", "title", f"Of {DNA}: And {DNA}"),
        (
            "title = {Of}, booktitle = {A {DNA} book}, booksubtitle = {And more}",
            "container-title",
            f"A {DNA} book: And more",
        ),
        ("title = {Of}, booktitle = {The {DNA} book}", "container-title", f"The {DNA} book"),
        ("title = {Of}, series = {{DNA} notes}", "collection-title", f"{DNA} notes"),
        ("title = {Of}, shorttitle = {{DNA}}", "title-short", DNA),
        (r"title = {Of}, note = {In \emph{Nature} of {DNA}}", "note", "In <i>Nature</i> of DNA"),
        (r"title = {A \& {B}}", "title", 'A &amp; <span class="nocase">B</span>'),
        (r"title = {A \& B}", "title", "A & B"),
        ("title = {It ends.}", "title", "It ends"),
    ],
)
def test_fonts_and_protected_words(fields, name, meant):
    assert item(fields, "inproceedings")[name] == meant


def test_a_value_that_was_changed_has_no_fonts_of_the_old_one():
    changed = reference(r"title = {The {DNA}}").with_field("title", "The <DNA> of A. & B.")
    assert to_print(changed)["title"] == "The <DNA> of A. & B."
    edited = reference(r"title = {The {DNA}}").rewritten("title", "The RNA")
    assert to_print(edited)["title"] == "The RNA"


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("On things.", "On things"),
        ("On <i>things.</i>", "On <i>things</i>"),
        ("And then...", "And then..."),
        ("And then…", "And then…"),
        ("What now?", "What now?"),
        ("Reply to Doe et al.", "Reply to Doe et al."),
        ("Trade with the U.S.", "Trade with the U.S."),
        ("Deficiency of vitamin D.", "Deficiency of vitamin D."),
        ("Cases in 2009.", "Cases in 2009"),
        ("Says “so”.", "Says “so”"),
        (".", ""),
        ("", ""),
    ],
)
def test_the_final_point_of_a_title(title, meant):
    assert without_final_point(title) == meant


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("kind", "said", "meant"),
    [
        ("thesis", "phdthesis", "PhD thesis"),
        ("thesis", "mathesis", "Master’s thesis"),
        ("thesis", "bathesis", "Bachelor’s thesis"),
        ("thesis", "Habilitation", "Habilitation"),
        ("report", "techreport", "Technical report"),
        ("report", "resreport", "Research report"),
        ("misc", "datacd", "CD-ROM"),
        ("patent", "patentus", "U.S. patent"),
        ("patent", "patreqeu", "European patent request"),
    ],
)
def test_types_of_biblatex(kind, said, meant):
    assert item(f"title = {{T}}, type = {{{said}}}", kind)["genre"] == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("inpress", "in press"),
        ("inpreparation", "in preparation"),
        ("Under review", "Under review"),
        ("epublish", None),
    ],
)
def test_states_of_biblatex(said, meant):
    assert item(f"title = {{T}}, pubstate = {{{said}}}").get("status") == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("german", "de"),
        ("ngerman", "de"),
        ("German", "de"),
        ("english", "en"),
        ("english (US)", "en-US"),
        ("English (United Kingdom)", "en-GB"),
        ("american", "en-US"),
        ("UKenglish", "en-GB"),
        ("english and french", "en"),
        ("French, English", "fr"),
        ("Français", "fr"),
        ("ger", "de"),
        ("en_GB", "en-GB"),
        ("pt-br", "pt-BR"),
        ("brazilian", "pt-BR"),
        ("klingon", ""),
        ("", ""),
    ],
)
def test_languages(said, meant):
    assert tag(said) == meant


def test_langid_counts_before_language():
    assert item("title = {T}, langid = {ngerman}, language = {english}")["language"] == "de"
    assert item("title = {T}, hyphenation = {french}")["language"] == "fr"
    assert item("title = {T}, language = {klingon}")["language"] == "klingon"
    assert "language" not in item("title = {T}")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Third", "3"),
        ("3rd", "3"),
        ("2nd ed.", "2"),
        ("Second edition", "2"),
        ("3. Aufl.", "3"),
        ("2e éd.", "2"),
        ("Seconda", "2"),
        ("64", "64"),
        ("Silver", "Silver ed."),
        ("Rev. ed.", "Rev. ed."),
        ("Revised edition", "Revised edition"),
        ("3., erw. Aufl.", "3., erw. Aufl."),
        ("5th printing", "5th printing"),
        ("1.1", "1.1"),
    ],
)
def test_editions(said, meant):
    assert edition(said) == meant
    assert item(f"title = {{T}}, edition = {{{said}}}", "book")["edition"] == meant


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("1999a", {"date-parts": [[1999]]}),
        ("c. 1850", {"date-parts": [[1850]], "circa": True}),
        ("ca 1850", {"date-parts": [[1850]], "circa": True}),
        ("1850?", {"date-parts": [[1850]], "circa": True}),
        ("[1850]", {"date-parts": [[1850]]}),
        ("1998/1999", {"date-parts": [[1998], [1999]]}),
        ("2003--2004", {"date-parts": [[2003], [2004]]}),
        ("in press", {}),
        ("18501", {}),
    ],
)
def test_years(words, meant):
    assert year_of(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("15–20 April 2007", [[2007, 4, 15], [2007, 4, 20]]),
        ("June 16-17, 2009", [[2009, 6, 16], [2009, 6, 17]]),
        ("Sept. 30 -- Oct. 2 2008", [[2008, 9, 30], [2008, 10, 2]]),
        ("30 January – 1 February 2008", [[2008, 1, 30], [2008, 2, 1]]),
        ("10–40 April 2007", None),
        ("5–6 Smarch 2007", None),
        ("April 2007", None),
    ],
)
def test_days_of_a_conference(words, meant):
    assert days_of(words) == ({"date-parts": meant} if meant else {})


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2015-01-12", [2015, 1, 12]),
        ("12 January 2015", [2015, 1, 12]),
        ("20-November-2006", [2006, 11, 20]),
        ("2021-04-08T00:39:34Z", [2021, 4, 8]),
        ("Jan. 2020", [2020, 1]),
        ("5/12/2019", [2019]),  # December or May
        ("yesterday", None),
    ],
)
def test_days_of_access(words, meant):
    assert day_of(words) == ({"date-parts": [meant]} if meant else {})


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ("year = {1999a}", {"date-parts": [[1999]]}),
        ("year = {in press}", {"literal": "in press"}),
        ("year = {n.d.}", None),
        ("date = {2019-01/2020-02}", {"date-parts": [[2019, 1], [2020, 2]]}),
        ("year = 1998, month = {Jul./Aug.}", {"date-parts": [[1998, 7], [1998, 8]]}),
        ("year = {1998/1999}, month = {Jul./Aug.}", {"date-parts": [[1998], [1999]]}),
        ("year = 2009, month = {9--10 April}", {"date-parts": [[2009, 4, 9], [2009, 4, 10]]}),
        ("year = 2009, month = {Aug 23--Aug 27}", {"date-parts": [[2009, 8, 23], [2009, 8, 27]]}),
        ("year = 2009, month = {June 4}", {"date-parts": [[2009, 6, 4]]}),
        ('year = 2009, month = "10~" # jan', {"date-parts": [[2009, 1, 10]]}),
        ("year = 2009, month = {4}", {"date-parts": [[2009, 4]]}),
        ("year = 2009, month = {June 2009}", {"date-parts": [[2009, 6]]}),
    ],
)
def test_dates_of_issue(fields, meant):
    assert item(f"title = {{T}}, {fields}", "article").get("issued") == meant


def test_fields_for_a_day_of_access():
    for name in ("urldate", "lastchecked", "lastaccessed", "accessed"):
        assert item(f"title = {{T}}, {name} = {{12 January 2015}}")["accessed"] == {"date-parts": [[2015, 1, 12]]}


# ---------------------------------------------------------------- where it stands


@pytest.mark.parametrize(
    ("said", "url", "day", "rest"),
    [
        ("http://x.org/a_b(c).", "http://x.org/a_b(c)", None, ""),
        ("www.x.org/proj/", "http://www.x.org/proj/", None, ""),
        ("www.x.org/ doe/a.pdf", "http://www.x.org/~doe/a.pdf", None, ""),
        ("[Online; accessed 22-July-2004]", "", [2004, 7, 22], ""),
        ("Available at www.x.org/abc, accessed on May 3rd, 2010", "http://www.x.org/abc", [2010, 5, 3], ""),
        ("Blog, https://x.org (accessed 2 May 2019)", "https://x.org", [2019, 5, 2], "Blog"),
        ("Accessed 30 Sept. 2010. [Online]. Available: https://a.b/c", "https://a.b/c", [2010, 9, 30], ""),
        ("Last accessed: 2010-09-30", "", [2010, 9, 30], ""),
        ("Tech. rep., CERN. http://x.org", "http://x.org", None, "Tech. rep., CERN."),
        ("Data at http://x.org and more", "http://x.org", None, "Data at http://x.org and more"),
        ("Ganfyd", "", None, "Ganfyd"),
        ("Visited the zoo", "", None, "Visited the zoo"),
        ("", "", None, ""),
    ],
)
def test_addresses_in_words(said, url, day, rest):
    told = told_apart(said)
    assert (told.url, told.accessed, told.rest) == (url, {"date-parts": [day]} if day else {}, rest)


WHERE = "URL accessed medium publisher note status"


@pytest.mark.parametrize(
    ("kind", "fields", "meant"),
    [
        ("misc", r"howpublished = {\url{https://x.org/a_b}}", {"URL": "https://x.org/a_b"}),
        ("misc", r"howpublished = {\url{https://x.org}}, url = {http://www.x.org/}", {"URL": "http://www.x.org/"}),
        ("misc", "howpublished = {Online}", {"medium": "Online"}),
        ("misc", "howpublished = {Ganfyd}", {"publisher": "Ganfyd"}),
        ("misc", "howpublished = {Ganfyd}, publisher = {Doe}", {"medium": "Ganfyd", "publisher": "Doe"}),
        ("booklet", "howpublished = {Handed out at O'Hare}", {"publisher": "Handed out at O'Hare"}),
        ("book", "howpublished = {Ganfyd}", {"medium": "Ganfyd"}),
        ("misc", "note = {Accessed: 2020-01-02}", {"accessed": {"date-parts": [[2020, 1, 2]]}}),
        ("article", r"note = {\url{https://x.org}}", {"URL": "https://x.org"}),
        (
            "article",
            r"note = {See \url{https://y.org}}, url = {https://x.org}",
            {"URL": "https://x.org", "note": "See https://y.org"},
        ),
        ("article", "note = {To appear.}", {"status": "forthcoming"}),
        ("article", "note = {(in press)}", {"status": "in press"}),
        ("article", "note = {To appear in Nature}", {"note": "To appear in Nature"}),
    ],
)
def test_howpublished_and_notes(kind, fields, meant):
    assert parts(f"title = {{T}}, {fields}", kind, WHERE) == meant


def test_a_parent_that_has_a_booktitle_is_in_no_container():
    whole = "title = {Proceedings of {X}}, booktitle = {Proceedings of {X}}"
    assert "container-title" not in item(whole, "proceedings")
    assert item("title = {On}, booktitle = {Proceedings}", "inproceedings")["container-title"] == "Proceedings"
    assert item("title = {Nature}, journal = {Nature}", "article")["container-title"] == "Nature"


def test_an_abbreviated_journal_stands_for_the_missing_name():
    work = Reference("article").with_fields({"title": "T", "container_short": "J Things"})
    assert to_print(work)["container-title"] == "J Things"
    assert "container-title" not in to_item(work)


@pytest.mark.parametrize(
    ("kind", "fields", "meant"),
    [
        ("article", "eid = {042322}", {"page": "042322"}),
        ("article", "eid = {042322}, pages = {1--9}", {"page": "1-9", "number": "042322"}),
        ("inproceedings", "eid = {12}", {"page": "12"}),
    ],
)
def test_article_numbers(kind, fields, meant):
    assert parts(f"title = {{T}}, {fields}", kind, "page number") == meant


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        (
            "title = {Book}, chapter = 3, pages = {1--9}",
            {"type": "book", "title": "Book", "chapter-number": "3", "page": "1-9"},
        ),
        ("title = {Book}, chapter = {13, 14}", {"type": "book", "title": "Book", "chapter-number": "13, 14"}),
        ("title = {Book}, chapter = {Chapter IV}", {"type": "book", "title": "Book", "chapter-number": "Chapter IV"}),
        ("title = {Book}, pages = {1--9}", {"type": "book", "title": "Book", "page": "1-9"}),
        ("title = {Book}, chapter = {On Nouns}", {"type": "chapter", "title": "On Nouns", "container-title": "Book"}),
        ("title = {On Nouns}, booktitle = {Book}", {"type": "chapter", "title": "On Nouns", "container-title": "Book"}),
    ],
)
def test_inbook(fields, meant):
    assert parts(fields, "inbook", "type title container-title chapter-number page") == meant


# ---------------------------------------------------------------- numbers

ADDRESS = "https://arxiv.org/abs/1706.03762"
PREPRINT = {"type": "article", "number": "arXiv:1706.03762", "publisher": "arXiv", "URL": ADDRESS}
OF_A_PREPRINT = "type number publisher URL DOI container-title volume medium note"


@pytest.mark.parametrize(
    ("kind", "fields", "meant"),
    [
        ("article", "journal = {arXiv preprint arXiv:1706.03762}", PREPRINT),
        ("article", "journal = {CoRR}, volume = {abs/1706.03762}", PREPRINT),
        ("misc", "eprint = {1706.03762}, archiveprefix = {arXiv}", PREPRINT),
        ("misc", "eprint = {1706.03762}, eprinttype = {arxiv}, eprintclass = {cs.CL}", {**PREPRINT, "number": "arXiv:1706.03762 [cs.CL]"}),
        ("misc", "howpublished = {arXiv:1706.03762}", PREPRINT),
        ("misc", "note = {arXiv:1706.03762}", PREPRINT),
        ("unpublished", "note = {arXiv preprint arXiv:1706.03762}", PREPRINT),
        ("misc", f"url = {{{ADDRESS}}}", PREPRINT),
        ("article", "journal = {Nature}, volume = 5, eprint = {1706.03762}, archiveprefix = {arXiv}",
         {"type": "article-journal", "container-title": "Nature", "volume": "5", "URL": ADDRESS}),
        ("article", "journal = {Nature}, doi = {10.1000/x}, eprint = {1706.03762}, archiveprefix = {arXiv}",
         {"type": "article-journal", "container-title": "Nature", "DOI": "10.1000/x"}),
        ("article", "journal = {bioRxiv}, doi = {10.1101/2020.01.02.123456}",
         {"type": "article", "publisher": "bioRxiv", "DOI": "10.1101/2020.01.02.123456"}),
        ("misc", "note = {See also arXiv:1706.03762 and others}, publisher = {Doe}",
         {"type": "document", "publisher": "Doe", "note": "See also arXiv:1706.03762 and others"}),
    ],
)  # fmt: skip
def test_preprints(kind, fields, meant):
    assert parts(f"title = {{T}}, {fields}", kind, OF_A_PREPRINT) == meant


@pytest.mark.parametrize(
    ("kind", "fields", "meant"),
    [
        ("patent", "number = {223,898}, type = {patentus}", {"type": "patent", "number": "223898", "genre": "U.S. patent"}),
        ("patent", "number = {US 7,347,809 B2}", {"type": "patent", "number": "US 7347809 B2"}),
        ("misc", "note = {US Patent 223,898}", {"type": "patent", "number": "223898", "genre": "U.S. patent"}),
        ("misc", "note = {U.S. Patent No. 7,347,809.}", {"type": "patent", "number": "7347809", "genre": "U.S. patent"}),
        ("misc", "howpublished = {European Patent Application EP 1234567 A1}",
         {"type": "patent", "number": "EP 1234567 A1", "genre": "European patent application"}),
        ("misc", "note = {Some Patent 223,898}", {"type": "document"}),
        ("standard", "number = {ISO 9001:2015}", {"type": "standard", "number": "ISO 9001:2015"}),
        ("techreport", "number = {12,345}, type = {Memo}", {"type": "report", "number": "12,345", "genre": "Memo"}),
    ],
)  # fmt: skip
def test_patents_and_other_numbers(kind, fields, meant):
    assert parts(f"title = {{T}}, {fields}", kind, "type number genre") == meant


def test_lists_that_were_cut_stay_cut():
    assert item("title = {T}, author = {Doe, Jane and others}")["author"][-1] == {"literal": "others"}
