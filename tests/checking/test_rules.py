"""Each rule on what it is for, and on what it must not touch. Entries are abbreviated: `title={x}` is one of `@misc{k, …}`."""

import pytest

from citekit.checking import RULES, Others, Question, check, chosen

YEAR = 2026


def found(rule, text, model="auto", others=Others()):  # noqa: B008
    if not text.lstrip().startswith(("@", "%")) and rule not in ("syntax",):
        text = f"@misc{{k, {text}}}"
    return check(text, "a.bib", Question(YEAR, model, chosen([rule], []), others))


WRONG = [
    # rule, text, what is said of it
    ("syntax", "@misc{a,\n  title = {One\n}\n", "this entry is not closed"),
    ("syntax", "@misc{a,\n  title = {One\n", "this brace is never closed"),
    ("syntax", "@misc{a, title = {One} year = 2000}", "no comma after the field title"),
    ("syntax", "@misc{a title = {One}}", "no comma after the key a"),
    ("syntax", "@misc{a, title = {One}, ) }", "not a field"),
    ("syntax", "Dear reader,\nthis is a letter", "there is no BibTeX in this file"),
    ("swallowed-text", "@misc{a,\n title = {One,\n year = {2000},\n note = {x}}}", "title has the field year in it"),
    (
        "swallowed-text",
        "@misc{a,\n title = {One\n\n@misc{b,\n note = {x},\n}\n},\n}",
        "title has the entry “@misc{b,” in it",
    ),
    ("text-after-entry", "@misc{a, title = {One}}, year = {2000} }", "the field year"),
    ("text-after-entry", "@misc{a, title = {One}}\n}", "a brace that was never opened"),
    ("comment-in-entry", "@misc{a,\n % no\n title = {One}}", "no % comments inside an entry"),
    ("missing-key", "@misc{title = {One}}", "this @misc has no citation key"),
    ("missing-key", "@misc{, title = {One}}", "this @misc has no citation key"),
    ("bad-key", "@misc{a b, title = {One}}", "a space"),
    ("bad-key", "@misc{a%b, title = {One}}", "%"),
    ("bad-key", "@online{o'neill, title = {One}}", "' in it, which biber does not read"),
    ("duplicate-key", "@misc{a}\n@misc{b}\n@book{a}", "also that of the entry in line 1"),
    ("key-case", "@misc{Smith}\n@misc{smith}", "differs from Smith only in upper and lower case"),
    ("key-case", "@misc{Smith}\n@misc{smith, ids={old}}", "differs from Smith only in upper and lower case"),
    ("unknown-type", "@incolection{a}", "did you mean incollection?"),
    ("unknown-field", "auther={x}", "did you mean author?"),
    ("unknown-field", "titles={x}", "did you mean title?"),
    ("unknown-field", "volumne={x}", "did you mean volume?"),
    ("missing-field", "@article{a, author={x}, title={y}, year=2000}", "@article needs journal"),
    ("missing-field", "@article{a, author={x}, booktitle={y}}", "needs title, journal (it has booktitle) and year"),
    ("missing-field", "@inbook{a, author={x}, title={y}, publisher={z}, year=1}", "needs chapter or pages"),
    ("missing-field", "@online{a, title={y}, date={2000}}", "needs author or editor and doi or eprint or url"),
    (
        "missing-field",
        "@inproceedings{a, author={x}, title={y}, year=1, crossref={b}}\n@book{b, title={z}}",
        "needs booktitle",
    ),
    ("empty-field", "note={}, title={ }, year=2000", "note and title are empty"),
    ("repeated-field", "title={a}, title={b}", "title is given again, and is ignored"),
    ("repeated-field", "title={a}, Title={a}", "with the same value"),
    ("undefined-string", "journal=springer", "no @string defines springer, so the value is lost"),
    ("undefined-string", "@misc{a, journal=springr}\n@string{springer={x}}", "did you mean springer?"),
    (
        "undefined-string",
        "@misc{a, journal=s}\n@misc{b, journal=s}\n@string{s={x}}",
        "used before the @string that defines it (2 times)",
    ),
    ("repeated-string", "@string{a={x}}\n@string{A={y}}", "defined before as something else"),
    ("unused-string", "@string{a={x}}\n@misc{k, title={y}}", "nothing uses the @string a"),
    ("dangling-crossref", "@misc{jones, xref={smth}}\n@misc{smith}", "and there is no such entry; did you mean smith?"),
    ("dangling-crossref", "@misc{a, related={a, b}}", "related names b"),
    ("crossref-order", "@book{b}\n@misc{a, crossref={B}}", "its crossref B stands before it"),
    (
        "crossref-cycle",
        "@misc{a, crossref={b}}\n@misc{b, crossref={a}}\n@misc{c, crossref={a}}",
        "leads back to itself",
    ),
    ("crossref-cycle", "crossref={K}", "leads back to itself"),
    ("names-and", "author={Smith, J. and and Doe, J.}", "author has “and and” in it"),
    ("names-and", "author={and Doe, J.}", "begins with “and”"),
    ("names-and", "editor={Doe, J. and}", "editor ends with “and”"),
    ("names-commas", "author={Smith, J., Doe, K., Ray, L.}", "too many commas for one name"),
    ("names-separator", "author={Smith, J.; Doe, K.}", "a semicolon"),
    ("names-separator", "author={J. Smith, K. Doe}", "a comma"),
    ("names-separator", "author={John Smith, Jane Doe, Al Ray}", "commas"),
    ("names-separator", "author={Smith, J. \\& Doe, K.}", "&"),
    ("names-trailing-comma", "author={Smith, J. and Doe,}", "“Doe,” ends in a comma"),
    ("names-et-al", "author={Smith, J. and et al.}", "write “and others”"),
    ("names-et-al", "author={Smith, J. et al.}", "write “and others”"),
    ("names-et-al", "author={Smith, J. et~al}", "write “and others”"),
    ("names-capitals", "author={SMITH, JOHN and Doe, J.}", "“SMITH, JOHN” is all in capitals"),
    ("names-body", "author={World Health Organization}", "put it in braces"),
    ("names-body", "author={Smith, J. and University of Leipzig}", "put it in braces"),
    ("title-capitals", "title={Repair of DNA}", "spoil DNA; put braces around it: {DNA}"),
    ("title-capitals", "title={The iPhone and McDonald}", "spoil iPhone and McDonald"),
    ("title-capitals", "title={The {D}NA}", "spoil NA"),
    ("title-capitals", "title={The $SU(3)$ model}", "spoil $SU(3)$"),
    ("title-capitals", "title={A guide to \\LaTeX}", "spoil \\LaTeX"),
    ("title-in-capitals", "title={REPAIR OF GENES}", "the title is all in capitals"),
    ("title-in-braces", "title={{A whole title}}", "in braces of its own"),
    ("title-full-stop", "title={A short history.}", "ends in a full stop"),
    ("title-full-stop", "title={{A short history}.}", "ends in a full stop"),
    ("year", "year={98}", "“98” is no year"),
    ("year", "year=20009", "“20009” is no year"),
    ("year-in-future", "year=2028", "2028 is a year to come"),
    ("year-in-future", "date={2030-01}", "2030 is a year to come"),
    ("date", "date={19/03/80}", "biblatex cannot read the date “19/03/80”"),
    ("date", "date={2009-13}", "cannot read"),
    ("date", "date={2009-02-00}", "cannot read"),
    ("date", "date={May 2009}", "cannot read"),
    ("date", "date={2009}, urldate={3.5.2010}", "cannot read"),
    ("month", "month={January}", "month = jan"),
    ("month", 'month="Sept."', "month = sep"),
    ("month", "month={6}", "month = jun"),
    ("month", "month={13}", "“13” is no month"),
    ("pages-order", "pages={150--120}", "the last page, 120, is before the first, 150"),
    ("pages-order", "pages={S120--S103}", "S103, is before the first, S120"),
    ("pages-dash", "pages={12-15}", "parted by --, not -"),
    ("pages-dash", "pages={12–15}", "parted by --, not –"),
    ("doi-form", "doi={abc}", "“abc” is no DOI, which begins with 10."),
    ("doi-form", "doi={10.1000/182.}", "10.1000/182 may be meant"),
    ("doi-form", "doi={10.1000/ 182}", "10.1000/182 may be meant"),
    ("doi-address", "doi={https://doi.org/10.1000/182}", "leave out https://doi.org/"),
    ("doi-address", "doi={doi:10.1000/182}", "leave out doi:"),
    ("doi-address", "doi={http://dx.doi.org/10.1000/182}", "leave out http://dx.doi.org/"),
    (
        "duplicate-doi",
        "@misc{a, doi={10.1000/X}}\n@misc{b, doi={https://doi.org/10.1000/x}}",
        "a in line 1 has the same DOI",
    ),
    ("isbn", "isbn={978-0-306-40615-8}", "its check digit is wrong"),
    ("isbn", "isbn={0-306-40615-3 (pbk.)}", "its check digit is wrong"),
    ("isbn", "isbn={12345}", "it has 10 digits or 13"),
    ("issn", "issn={0378-5954}", "its check digit is wrong"),
    ("issn", "issn={0378-5955, 1234}", "“1234” is no ISSN: it has 8 digits"),
    ("pmid", "pmid={PMC12345}", "is no PMID"),
    ("pmid", "pmcid={x}", "is no PMCID"),
    ("arxiv", "eprint={1706.3762}, archiveprefix={arXiv}", "is no number of arXiv's"),
    ("arxiv", "eprint={arXiv:1706.03762}, eprinttype={arxiv}", "write 1706.03762"),
    ("url", "url={https://a.org/x y}", "has a space in it"),
    ("url", "url={www.example.org}", "without https://"),
    ("url-latex", "url={https://a.org/x\\_y}", "\\_ becomes part of the link"),
    ("url-latex", "url={\\url{https://a.org}}", "leave it out"),
    ("unescaped-character", "title={Salt & pepper}", "& in title stops LaTeX; write \\&"),
    ("unescaped-character", "title={50% of all}", "ignore the rest of the line; write \\%"),
    ("unescaped-character", "note={a_b}", "write \\_"),
    ("unescaped-character", "number={#3}", "write \\#"),
    ("unescaped-character", "title={10^6 cells}", "write \\^{}"),
    ("unescaped-character", "@string{aa={A & A}}\n@misc{k, journal=aa}", "& in aa stops LaTeX"),
    ("lone-dollar", "title={It costs $5}", "a $ without a partner"),
    ("html", "title={Salt &amp; pepper}", "&amp; in title is HTML"),
    ("html", "title={<i>E. coli</i>}", "<i> in title is HTML"),
    ("mojibake", "author={FrÃ©dÃ©ric}", "Ã© in author was read in the wrong encoding; é may be meant"),
    ("mojibake", "title={itâ€™s}", "’ may be meant"),
    ("mojibake", "title={a\ufffdb}", "has lost letters"),
    ("invisible-character", "title={a\u200bb}", "zero width space (U+200B)"),
    ("invisible-character", "doi={10.1000/1\u00ad82}", "soft hyphen (U+00AD)"),
    ("non-ascii", "author={Müller}", "author has ü in it"),
]

RIGHT = [
    ("syntax", "@misc{a,\n % no\n title = {One}}"),
    ("syntax", ""),
    ("syntax", "% nothing yet\n"),
    ("swallowed-text", "abstract={a = b,\n c d,\n e = f}"),
    ("text-after-entry", "@misc{a}\n\nsome words\n% year = {2000}\n"),
    ("comment-in-entry", "@online{a,\n % biber takes it\n title = {One}}"),
    ("missing-key", "@comment{x}\n@preamble{x}"),
    ("bad-key", "@misc{Smith:2009+a-b.c_d/e, title={x}}"),
    ("bad-key", "@misc{o'neill(1), title={x}}"),
    ("key-case", "@misc{Smith}\n@misc{Smiths}\n@misc{Smith}"),
    ("duplicate-key", "@misc{, title={a}}\n@misc{, title={b}}"),
    ("unknown-type", "@IEEEtranBSTCTL{a}\n@online{b}\n@software{c}"),
    ("unknown-field", "xauthor={x}, optnote={x}, abstract={x}, keyword={x}, bdsk-url-1={x}, mendeley-groups={x}, numpages={3}, eissn={x}"),
    ("unknown-field", "location={x}"),
    ("missing-field", "@article{a, author={x}, title={y}, journaltitle={z}, date={2000}}"),
    ("missing-field", "@book{a, editor={x}, title={y}, publisher={z}, year=2000}"),
    ("missing-field", "@misc{a}\n@manual{b, title={x}}"),
    ("missing-field", "@inproceedings{a, author={x}, title={y}, crossref={b}}\n@proceedings{b, title={z}, booktitle={z}, year=2000}"),
    ("missing-field", "@inproceedings{a, author={x}, title={y}, date={2000}, crossref={b}}\n@proceedings{b, title={z}, date={2000}}"),
    ("missing-field", "@online{a, author={x}, title={y}, xdata={d}}\n@xdata{d, url={https://a.org}, date={2000}}"),
    ("missing-field", "@article{a, crossref={elsewhere}}"),
    ("empty-field", "optnote={}, alteditor={}, title={x}"),
    ("undefined-string", "@string{a={x}}\n@string{b=a # \"y\"}\n@misc{k, journal=B, month=jan, year=2000, note={c}}"),
    ("undefined-string", "journal=jacm"),
    ("repeated-field", "title={a}, titles={a}"),
    ("repeated-string", "@string{a={x}}\n@string{b={x}}"),
    ("unused-string", "@string{a={x}}\n@string{b={y}}"),
    ("unused-string", "@string{a={x}}\n@string{b=a}\n@misc{k, title=b # {x}}"),
    ("dangling-crossref", "@misc{a, crossref={B}, related={c}, ids={c}}\n@misc{b}"),
    ("crossref-order", "@misc{a, crossref={b}}\n@book{b}"),
    ("crossref-order", "@book{b}\n@misc{a, crossref={b}, date={2000}}"),
    ("crossref-cycle", "@misc{a, crossref={b}}\n@misc{b, crossref={c}}\n@misc{c}"),
    ("names-and", "author={Smith, J. and {Simon and and Schuster} and others}"),
    ("names-commas", "author={von Smith, Jr, J. and {A, B, C, D}}"),
    ("names-separator", "author={Smith, Jr., J. and Dumas, p\\`ere, A. and King, III, M. and {J. Smith, K. Doe} and de la Cruz, {\\'A}.}"),
    ("names-separator", "author={{Ernst \\& Young} and Smith, J. K.}"),
    ("names-trailing-comma", "author={Smith, J.}"),
    ("names-et-al", "author={Al, Etta and Etal, B. and others}"),
    ("names-capitals", "author={LI, X. and NASA and {UNITED NATIONS} and Doe, J.}"),
    ("names-body", "author={{World Health Organization} and Council, James}"),
    ("title-capitals", "title={Repair of {DNA} in a Large Room: X-Ray and {$SU(3)$} by \\'Emile}"),
    ("title-capitals", "@book{k, title={Repair of DNA}}"),
    ("title-capitals", "title={Über DNA}, langid={german}"),
    ("title-capitals", "title={ALL IN CAPITALS}"),
    ("title-in-capitals", "title={DNA}"),
    ("title-in-braces", "title={{DNA} and {RNA}}"),
    ("title-in-braces", "title={{DNA}}"),
    ("title-full-stop", "title={To be continued ...}"),
    ("title-full-stop", "title={Apple Inc.}"),
    ("title-full-stop", "title={Made in the U.S.}"),
    ("year", "year={in press}"),
    ("year", "year={1998/1999}"),
    ("year", "year={c. 1850}"),
    ("year", "year={44 BC}"),
    ("year", "year={{2009}}"),
    ("year-in-future", "year=2027"),
    ("date", "date={2009}"),
    ("date", "date={2009-06/2010-07-04}"),
    ("date", "date={2009/..}"),
    ("date", "date={2009-21}"),
    ("date", "date={19XX}"),
    ("date", "date={-0044~}"),
    ("date", "date={2009-06-04T12:30:00Z}"),
    ("date", "urldate={3.5.2010}"),  # BibTeX's styles print what stands there
    ("month", "month=jan"),
    ("month", "month={6}, date={2009}"),
    ("month", "month={jul # aug}"),
    ("month", "month={June 4}"),
    ("pages-order", "pages={357--64}"),
    ("pages-order", "pages={xii--iv}"),
    ("pages-order", "pages={e12--e45, 9}"),
    ("pages-dash", "pages={12--15}"),
    ("doi-form", "doi={10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2}"),
    ("doi-form", "doi={10.1007/978-3-642_1}, note={x}"),
    ("doi-form", "doi={10.1007/978-3-642{\\_}1}"),
    ("doi-address", "doi={10.1000/182}"),
    ("duplicate-doi", "@misc{a, doi={10.1000/1}}\n@misc{b, doi={10.1000/2}}"),
    ("isbn", "isbn={978-0-306-40615-7}"),
    ("isbn", "isbn={0306406152, 9780306406157 (ebk.)}"),
    ("isbn", "isbn={ISBN-13: 978 0 306 40615 7}"),
    ("isbn", "isbn={080442957X}"),
    ("issn", "issn={0378-5955}"),
    ("issn", "issn={ISSN 0378-5955 (print), 2434561X}"),
    ("pmid", "pmid={19494218}, pmcid={PMC3341616}"),
    ("arxiv", "eprint={hep-th/9901001}, archiveprefix={arXiv}"),
    ("arxiv", "eprint={1706.03762v5}, eprinttype={arXiv}"),
    ("arxiv", "eprint={12345}, eprinttype={jstor}"),
    ("url", "url={https://a.org/x\n   y}"),
    ("url-latex", "url={https://a.org/x_y%20z~u}"),
    ("unescaped-character", "title={A\\&A, 50\\%, $a_b^c$ and \\url{a_b#c} and \\textsuperscript{x} \\cite{a_b}}, abstract={50% & more}"),
    ("unescaped-character", "url={a_b&c%20}, file={a_b}, doi={10.1000/a_b}"),
    ("unescaped-character", "title={&amp;}"),
    ("lone-dollar", "title={It costs \\$5 or $x$}"),
    ("html", "title={a < b and p > c \\& d}"),
    ("mojibake", "title={Ærøskøbing åäö, 中文, Ελλάς, naïve}"),
    ("invisible-character", "title={a\u00a0b}"),
    ("non-ascii", "author={M\\\"uller}"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "said"), WRONG)
def test_what_is_found(rule, text, said):
    findings = found(rule, text)
    assert findings, "nothing found"
    assert said in findings[0].message
    assert {finding.rule for finding in findings} == {rule}


@pytest.mark.parametrize(("rule", "text"), RIGHT)
def test_what_is_right(rule, text):
    assert found(rule, text) == ()


def test_every_rule_has_its_cases():
    names = {rule.name for rule in RULES}
    assert names == {rule for rule, _, _ in WRONG}
    assert names == {rule for rule, _ in RIGHT}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_named_after_its_file_and_tells_one_sentence(rule):
    assert rule.look.__module__.rpartition(".")[2].replace("_", "-") == rule.name
    assert rule.sentence.endswith(".")
    assert "\n" not in rule.sentence


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("unknown-type", "@online{a}"),
        ("unknown-field", "@article{a, journaltitle={x}}"),
        ("missing-field", "@article{a, author={x}, title={y}, journaltitle={z}, date={2000}}"),
        ("crossref-order", "@book{b}\n@misc{a, crossref={b}, date={2000}}"),
    ],
)
def test_what_only_bibtex_minds(rule, text):
    assert found(rule, text, "bibtex")
    assert not found(rule, text, "biblatex")


def test_what_other_files_define():
    assert found("dangling-crossref", "crossref={P}", others=Others(keys=frozenset({"p"}))) == ()
    assert found("undefined-string", "journal=JJ", others=Others(strings=frozenset({"jj"}))) == ()
