"""Which commands cite: the forms of the manuals, each with the keys it has."""

import pytest

from citekit.latex import cited

# Standard LaTeX, natbib's reference sheet (natnotes): basic commands, multiple citations, partial citations, forcing
# upper case, aliasing, miscellany.
LATEX_AND_NATBIB = [
    (r"\cite{key}", "key"),
    (r"\cite[p.~3]{key}", "key"),
    (r"\nocite{a,b}", "a b"),
    (r"\nocite{*}", ""),
    (r"\citet{jon90}", "jon90"),
    (r"\citet[chap.~2]{jon90}", "jon90"),
    (r"\citep[see][]{jon90}", "jon90"),
    (r"\citep[see][chap.~2]{jon90}", "jon90"),
    (r"\citet*{jon90}", "jon90"),
    (r"\citep*[see][]{jon90}", "jon90"),
    (r"\citet{jon90,jam91}", "jon90 jam91"),
    (r"\citealt{jon90}", "jon90"),
    (r"\citealt*{jon90}", "jon90"),
    (r"\citealp[pg.~32]{jon90}", "jon90"),
    (r"\citealp*{jon90,jam91}", "jon90 jam91"),
    (r"\citenum{jon90}", "jon90"),
    (r"\citetext{priv.\ comm.}", ""),
    (r"\citetext{see \citealp{jon90}, or even better \citealp{jam91}}", "jon90 jam91"),
    (r"\citeauthor{jon90}", "jon90"),
    (r"\citeauthor*{jon90}", "jon90"),
    (r"\citefullauthor{jon90}", "jon90"),
    (r"\citeyear{jon90}", "jon90"),
    (r"\citeyearpar{jon90}", "jon90"),
    (r"\Citet{dRob98} \Citep{dRob98} \Citealt{dRob98} \Citealp{dRob98} \Citeauthor{dRob98}", "dRob98 " * 5),
    (r"\defcitealias{jon90}{Paper~I} \citetalias{jon90} \citepalias{jon90}", "jon90 " * 3),
    (r"\shortcites{a,b}", "a b"),
    (r"\citestyle{agu} \setcitestyle{aysep={;}} \citeindextrue {x}", ""),
    (r"\bibentry{key}", "key"),
    (r"\newcites{own}{Own Work} \citeown{a} \nociteown{b}", "a b"),  # multibib
    (r"\onlinecite{a} \citealias{b} \citeonline[p. 3]{c}", "a b c"),
    (r"\citeasnoun{a} \possessivecite{b} \citeaffixed{c}{e.g.}", "a b c"),  # harvard
    (r"\cite<see>[p.~2]{a} \citeA<e.g.,>{b} \citeNP{c} \shortciteNP{d} \fullciteA{e} \citeyearNP{f}", "a b c d e f"),
    (r"\maskcite{a} \masknocite{b} \nocitemeta{c} \maskfullciteA{d} \shortciteauthor{e}", "a b c d e"),  # apacite
    (r"\footcite[Author][3]{a} \citetitleonly{b} \nextcitefull{c} \citeswithoutentry{d}", "a b c d"),  # jurabib
    (r"\apud[p.~3]{a}{b}", "a b"),  # abntex2cite
    (r"\cite<2->[opt]{a}", "a"),  # beamer
    (r"\cite{glashow,*salam,*weinberg}", "glashow salam weinberg"),  # mcite
    (r"\cite{*[{See, e.g., }][{, p. 3}]key, b}", "key b"),  # REVTeX
    (r"\cites{br}*{page 3} \citelist{\cite{hu}*{p. 2, 3}\cite{ki}}", "br hu ki"),  # amsrefs
]

# The biblatex manual, by section.
BIBLATEX = {
    "3.9.1 standard": [
        (r"\cite[see][4]{key} \Cite{key} \parencite{key} \Parencite{key}", "key " * 4),
        (r"\footcite[4]{a} \footcitetext[see][]{b,c}", "a b c"),
    ],
    "3.9.2 of styles": [
        (r"\textcite{a} \Textcite{b} \smartcite{c} \Smartcite{d}", "a b c d"),
        (r"\cite*{a} \parencite*[see]{b} \supercite{c}", "a b c"),
    ],
    "3.9.3 lists": [
        (r"\parencites[35]{key1}[88--120]{key2}[23]{key3}", "key1 key2 key3"),
        (r"\parencites[35]{key1}[chapter 2 in][]{key2}[23]{key3}", "key1 key2 key3"),
        (r"\parencites(and chapter 3)[35]{key1}[78]{key2}[23]{key3}", "key1 key2 key3"),
        (r"\parencites(Compare)()[35]{key1}[78]{key2}[23]{key3}", "key1 key2 key3"),
        (r"\parencites(See)(and the introduction)[35]{key1}[78]{key2}[23]{key3}", "key1 key2 key3"),
        (r"\parencites[35]{key1}[78]{key2}\relax[...]{no}", "key1 key2"),
        (r"\parencites[35]{key1}[78]{key2}\ {no}", "key1 key2"),
        (r"\cites{a}{b} \Cites{c} \footcites{d}{e} \footcitetexts{f}{g}", "a b c d e f g"),
        (r"\smartcites{a}{b} \Smartcites{c} \textcites{d} \Textcites{e}{f} \supercites{g}", "a b c d e f g"),
        (r"\cites(see \cite{x})()[\cite{y}]{a,b}{c}", "x y a b c"),
    ],
    "3.9.4 of any style": [
        (r"\autocite[p.~3]{a}, \Autocite{b} \autocite*{c} \Autocite*{d}", "a b c d"),
        (r"\autocites(see)()[3]{a}[4]{b}. \Autocites{c}{d}", "a b c d"),
    ],
    "3.9.5 text": [
        (r"\citeauthor{a} \citeauthor*{b} \Citeauthor{c} \Citeauthor*{d}", "a b c d"),
        (r"\citetitle{a} \citetitle*{b} \citeyear{c} \citeyear*{d}", "a b c d"),
        (r"\citedate{a} \citedate*{b} \citeurl{c} \parentext{see \cite{d}} \brackettext{text}", "a b c d"),
    ],
    "3.9.6 special": [
        (r"\nocite{key} \nocite{*} \fullcite[1]{a} \footfullcite{b}", "key a b"),
        (r"\volcite{2}{key} \Volcite[see]{2}[45]{key}", "key key"),
        (r"\volcites(see)()[e.g.]{2}[45]{a}{3}{b} \Volcites{1}{c}", "a b c"),
        (r"\pvolcite{1}{a} \Pvolcite{1}{b} \fvolcite{1}{c} \Fvolcite{1}{d} \ftvolcite{1}{e} \Ftvolcite{1}{f}", "a b c d e f"),
        (r"\svolcite{1}{a} \Svolcite{1}{b} \tvolcite{1}{c} \Tvolcite{1}{d} \avolcite{1}{e} \Avolcite{1}{f}", "a b c d e f"),
        (r"\pvolcites{1}{a}{2}[3]{b} \Fvolcites{1}{c} \ftvolcites{1}{d}", "a b c d"),
        (r"\notecite[see][3]{a} \Notecite{b} \pnotecite{c} \Pnotecite{d} \fnotecite{e}", "a b c d e"),
    ],
    "3.9.7 low-level": [
        (r"\citename{a}{author} \citename[see][3]{b}[given-family]{editor}", "a b"),
        (r"\citelist{a}[format]{publisher} \citefield{b}{title}", "a b"),
    ],
    "3.9.8 miscellaneous": [
        (r"\citereset {x} \citereset* \mancite {x}", ""),
        (r"\autocite[\pnfmt{378-381, 383} and more]{sigfridsson}", "sigfridsson"),
    ],
    "3.9.10 like mcite": [
        (r"\mcite{key1,setA,*keyA1,*keyA2,key2}", "key1 setA keyA1 keyA2 key2"),
        (r"\mcite*[pre][post]{setA,*keyA1} \Mparencite{b} \mfootcitetext{c} \Mautocite{d}", "setA keyA1 b c d"),
    ],
    "3.7, 3.11, 4.6 others": [
        (r"\DeclareBibliographyCategory{primary} \addtocategory{primary}{key1,key3}", "key1 key3"),
        (r"\defbibentryset{set}{key1,key2}", "key1 key2"),
        (r"\assignrefcontextentries[labelprefix=A]{key2} \assignrefcontextentries*[labelprefix=A]{*}", "key2"),
        (r"\ifentryseen{a}{\cite{b}}{} \ifentryinbib{c}{}{} \ifentrykeyword{d}{kw}{}{}", "a b c d"),
        (r"\entrydata{a}{\printfield{title}} \entrydata*{b}{}", "a b"),
        (r"\AtNextCite{\defcounter{maxnames}{9}} \AtEveryCite{x} \DeclareCiteCommand{\cite}{a}{b}{c}{d}", ""),
    ],
    "styles of others": [
        (r"\nptextcite{a} \headlesscite{b} \posscite{c} \citejournal{d} \shortrefcite{e}", "a b c d e"),
    ],
}  # fmt: skip

# The csquotes manual, integrated and display interfaces with citations.
CSQUOTES = [
    (r"\textcquote[55]{key}[.]{text} \blockcquote*[see][55]{b}{text, c}", "key b"),
    (r"\foreigntextcquote{german}[55]{key}{text} \hyphenblockcquote{german}{b}{c}", "key b"),
    (r"\begin{displaycquote}[55]{key} text \end{displaycquote}", "key"),
    (r"\begin{foreigndisplaycquote}{german}[55]{key} text \end{foreigndisplaycquote}", "key"),
]

EVERY = [*LATEX_AND_NATBIB, *(row for rows in BIBLATEX.values() for row in rows), *CSQUOTES]


@pytest.mark.parametrize(("source", "keys"), EVERY)
def test_the_forms_of_the_manuals(source, keys):
    assert [each.key for each in cited(source)] == keys.split()


OWN = [
    (r"\newcommand{\mycite}[1]{\cite{#1}} \mycite{a}", "a"),
    (r"\newcommand*\seealso[2][p.~1]{see also \citep[#1]{#2}} \seealso[2]{a} \seealso{b}{no}", "a b"),
    (r"\newcommand{\both}[3]{\cite{#1} #2 \textcite{ #3 }} \both{a}{and}{b}", "a b"),
    (r"\def\see#1#2{#1 \cite{#2}} \see{no}{a}", "a"),
    (r"\NewDocumentCommand{\see}{s O{no} +m >{\x} m}{\cite{#4}} \see*[x]{no}{a}", "a"),
    (r"\newcommand{\bold}[1]{\textbf{#1}} \bold{no}", ""),
    (r"\newcommand{\seen}{\cite{a}} \seen{no}", "a"),
    (r"\renewcommand\citeleft{(} \renewcommand{\citeright}{)} \let\oldcite\cite \oldcite{a}", "a"),
    (r"\renewcommand{\cite}[2][]{\oldcite[#1]{#2}} \cite{a}", "a"),
]


@pytest.mark.parametrize(("source", "keys"), OWN)
def test_commands_that_the_source_defines(source, keys):
    """A parameter is no key; what stands in its place where the command is used is one."""
    assert [each.key for each in cited(source)] == keys.split()


def test_the_command_is_told_as_written():
    source = "\\parencite*[a]{x}\n\\begin{displaycquote}{y}\\cite {z}"
    assert [(each.command, each.line) for each in cited(source)] == [
        ("\\parencite*", 1),
        ("\\begin{displaycquote}", 2),
        ("\\cite", 2),
    ]
