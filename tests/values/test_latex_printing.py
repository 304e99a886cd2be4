r"""LaTeX values as strings of CSL. Which braces keep the case: *BibTeXing* §3.2; the tags: CSL 1.0.2, "Rich text markup within fields"."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.latex import decode
from citekit.values.latex.printing import printed


def kept(text):
    return f'<span class="nocase">{text}</span>'


def caps(text):
    return f'<span style="font-variant:small-caps;">{text}</span>'


FONTS = [
    (r"On \emph{Mus}", f"On <i>{kept('Mus')}</i>"),
    (r"\textit{in vivo} tests", f"<i>{kept('in vivo')}</i> tests"),
    (r"{\em E. coli} tests", f"<i>{kept('E. coli')}</i> tests"),
    (r"{\it a} {\sl b} {\itshape c}", f"<i>{kept('a')}</i> <i>{kept('b')}</i> <i>{kept('c')}</i>"),
    (r"A \textbf{bold} word", f"A <b>{kept('bold')}</b> word"),
    (r"\underline{so}", f"<u>{kept('so')}</u>"),
    (r"{\bf one} two", f"<b>{kept('one')}</b> two"),
    (r"{\bf\em one} two", f"<b>{kept('<i>one</i>')}</b> two"),
    (r"\emph {spaced}", f"<i>{kept('spaced')}</i>"),
    (r"the \textsc{xii}\textsuperscript{e} century", f"the {caps('xii')}<sup>e</sup> century"),
    (r"{\sc Carmel} vs.", f"{caps('Carmel')} vs."),
    (r"H\textsubscript{2}O, \textsuperscript{13}C", "H<sub>2</sub>O, <sup>13</sup>C"),
    (r"\emph{} nothing {}", "nothing"),
    (r"\bf all of it", f"<b>{kept('all of it')}</b>"),
]

PROTECTED = [
    ("The {DNA} of it", f"The {kept('DNA')} of it"),
    ("{Escherichia coli} in {de novo} form", f"{kept('Escherichia coli')} in {kept('de novo')} form"),
    ("{{A Whole Title}}", kept("A Whole Title")),
    ("{M}arkov chains of e{B}ay", f"{kept('Markov')} chains of {kept('eBay')}"),
    ("{D}{N}{A}", kept("DNA")),
    ("{P}-{Q} codes", f"{kept('P')}-{kept('Q')} codes"),
    ("{W}iki{,} {T}he", f"{kept('Wiki')}, {kept('The')}"),
    ("{'De} unitate'", f"'{kept('De')} unitate'"),
    ("{\\'E}tudes, G{\\\"o}del, {\\ss}, \\'{e}, \\c{c}, \\v{s}", "Études, Gödel, ß, é, ç, š"),
    ("{2012} and {-}", "2012 and -"),
    (r"{\emph{Physical}}, {{Lava}}", f"<i>{kept('Physical')}</i>, {kept('Lava')}"),
    (r"{CO$_2$} and {\LaTeX}", f"{kept('CO₂')} and LaTeX"),
    (r"\href{http://x.org}{here} {\url{http://x.org/a_b}}", f"{kept('here')} http://x.org/a_b"),
]

TEXTS = [
    ("plain", "plain"),
    ("a `word' and ``two words''; don't", "a ‘word’ and “two words”; don't"),
    ("`Don't stop' they say", "‘Don't stop’ they say"),
    (r"a -- b --- c~d \& e\-f", "a – b — c d & ef"),
    (r"a < b \& c", "a < b & c"),
    (r"{A} < b \& c", f"{kept('A')} &lt; b &amp; c"),
]


@pytest.mark.parametrize(("latex", "meant"), FONTS + PROTECTED + TEXTS)
def test_printed(latex, meant):
    assert printed(latex) == meant


@pytest.mark.parametrize("latex", [r"{\em never closed", "closed} twice", "{a \ue010 mark}", r"\textsc{\}", r"\{}"])
def test_what_is_no_sound_latex_is_only_decoded(latex):
    assert printed(latex) == decode(latex)


@pytest.mark.parametrize(
    ("latex", "meant"), [("The {DNA}", "The DNA"), (r"\emph{E. coli}, {A}", "<i>E. coli</i>, A"), ("{{All}}", "All")]
)
def test_where_no_style_changes_case_only_fonts_count(latex, meant):
    assert printed(latex, keeps_case=False) == meant


_PIECES = st.sampled_from(
    ["{", "}", r"\emph{", r"{\em ", r"\'", "DNA", "a", " ", "'", "`", "$x$", r"\&", "<", "é", r"\textsc{", ",", "\\"]
)


@given(st.lists(_PIECES, max_size=20).map("".join))
def test_tags_are_balanced_and_change_no_letter(latex):
    made = printed(latex)
    open_tags = []
    for closing, name in re.findall(r"<(/?)(span|i)\b[^<>]*>", made):
        if closing:
            assert open_tags.pop() == name
        else:
            open_tags.append(name)
    assert not open_tags
    bare = re.sub(r"</?(?:i|span)\b[^<>]*>", "", made)
    letters = re.compile(r"[^\W\d_]")
    assert letters.findall(bare.replace("&amp;", "&").replace("&lt;", "<")) == letters.findall(decode(latex))
