"""LaTeX ↔ Unicode. What each macro prints is said by the LaTeX manual and by `symbols-a4` (the comprehensive list)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.latex import balanced, decode, decode_verbatim, encode, encode_verbatim

SEEN_AND_MEANT = [
    (r"Kurt G{\"o}del", "Kurt Gödel"),
    (r"Kurt G\"odel and G\"{o}del", "Kurt Gödel and Gödel"),
    (r"D{\'\i}az, D\'{\i}az, D\'\i{}az", "Díaz, Díaz, Díaz"),
    (r"Fran\c{c}ois, Fran\c cois", "François, François"),
    (r"\v{C}ern\'{y}, Erd{\H o}s, Wa{\l}{\k e}sa, \u{g}, \r{a}", "Černý, Erdős, Wałęsa, ğ, å"),
    (r"Mu\~noz", "Muñoz"),
    (r"Stra\ss e, Stra{\ss}e, \ss{} and", "Straße, Straße, ß and"),
    (r"{\O}rsted, \aa, {\AE}sir, {\oe}uvre, \DH, \th", "Ørsted, å, Æsir, œuvre, Ð, þ"),
    (r"{\'E}mile and \'{E}mile", "Émile and Émile"),
    (r"Barnes \& Noble, 50\% of \$5, a\_b \#1", "Barnes & Noble, 50% of $5, a_b #1"),
    ("50% of all, R&D, a_b, #1", "50% of all, R&D, a_b, #1"),  # bare: all text stays
    ("Knuth, Donald~E.", "Knuth, Donald E."),
    ("``Quoted'' 1914--1918 --- here", "“Quoted” 1914–1918 — here"),
    (r"{N. {E}ngl. J. Med.} on {DNA}", "N. Engl. J. Med. on DNA"),
    (r"\emph{in vitro} {\em in vivo} \textit{E. coli} {\bf x} \textsc{nasa}", "in vitro in vivo E. coli x nasa"),
    (r"\textendash \textemdash{} \ldots{} \copyright{} 2009 \S 5", "–— … © 2009 §5"),
    (r"J.\,R.\,R. Tolkien and a\ b\\c", "J. R. R. Tolkien and a b c"),
    (r"soft\-hyphen\/", "softhyphen"),
    (r"\url{https://example.org/a_b%20c}", "https://example.org/a_b%20c"),
    (r"\href{https://example.org}{the page}", "the page"),
    (r"{\noopsort{1973b}}1973", "1973"),  # BibTeX's own trick for sorting
    (r"\apj and \mnras", r"\apj and \mnras"),  # unknown: the text is all there is
    (r"\mycommand{its text}", "its text"),
    (r"\textbackslash{}x \textasciitilde{}y \textasciicircum{} \^{} \~{}", r"\x ~y ^ ^ ~"),
    ("two  words\n\tand more", "two words and more"),
    ("non-breaking\u00a0space", "non-breaking\u00a0space"),
    ("open {brace", "open brace"),
    ("trailing \\", "trailing \\"),
]


@pytest.mark.parametrize(("latex", "text"), SEEN_AND_MEANT)
def test_latex_becomes_unicode(latex, text):
    assert decode(latex) == text


MATHS = [
    (r"$\alpha$-helix", "α-helix"),
    (r"H$_2$O and H$_{2}$O", "H₂O and H₂O"),
    (r"$^{13}$C, 10\textsuperscript{5}, 37$^\circ$C", "¹³C, 10⁵, 37°C"),
    (r"$p$<5, $<$5 mm, $\leq 3$", "p<5, <5 mm, ≤3"),
    (r"$-$80", "\u221280"),
    (r"Erd$\ddot{\mbox{o}}$s", "Erdös"),
    (r"$\frac{a}{b}$ of $x_i^2$", r"$\frac{a}{b}$ of $x_i^2$"),  # more than letters: stays readable LaTeX
    ("from $5 and up to $10", "from $5 and up to $10"),  # prices
    ("one $ alone", "one $ alone"),
]


@pytest.mark.parametrize(("latex", "text"), MATHS)
def test_maths_stays_readable(latex, text):
    assert decode(latex) == text


def test_pages_keep_their_dashes():
    assert decode("2426--2437", ligatures=False) == "2426--2437"
    assert encode("2426--2437", ligatures=False) == "2426--2437"


ESCAPED = [
    ("50% of R&D, a_b, #1, $5", r"50\% of R\&D, a\_b, \#1, \$5"),
    ("a{b", r"a\textbraceleft{}b"),  # \{ would count as a brace
    ("~ ^ \\", r"\textasciitilde{} \textasciicircum{} \textbackslash{}"),
    ("\u221280 °C", "$-$80 °C"),
    ("Gödel, 東京", "Gödel, 東京"),
    ("a--b", "a-{}-b"),  # two hyphens are not a dash
    (r"of $x_i^2$", r"of $x_i^2$"),
]


@pytest.mark.parametrize(("text", "latex"), ESCAPED)
def test_unicode_is_escaped(text, latex):
    assert encode(text) == latex
    assert decode(latex) == text


NASTY = st.text(st.sampled_from("ab1 \n~^\\{}$%&#_-`'\"−é–\u00a0@,=()[]i") | st.characters(codec="utf-8"))


BLANKS = dict.fromkeys(map(ord, "\t\r\n\f\v"), " ")


@given(NASTY)
def test_any_text_survives_and_braces_balance(text):
    """Also pins that nothing raises."""
    meant = " ".join(part for part in text.translate(BLANKS).split(" ") if part)
    written = encode(meant)
    assert balanced(written)
    assert decode(written) == meant
    assert decode(encode(meant, ligatures=False), ligatures=False) == meant
    assert balanced(encode_verbatim(text))


@given(NASTY)
def test_any_latex_is_read_once_and_for_all(latex):
    """What has been read can be written, and is then read the same."""
    assert decode(encode(decode(latex))) == decode(latex)


ADDRESSES = [
    (r"10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",) * 2,
    (r"10.1007/978-3-540-74976-9\_30", "10.1007/978-3-540-74976-9_30"),
    (r"https://example.org/a{\_}b{\%}20c?x=1{\&}y", "https://example.org/a_b%20c?x=1&y"),  # Mendeley
    (r"http://example.org/\~{}me/$x", "http://example.org/~me/$x"),
    (r"\url{http://example.org/}", "http://example.org/"),
]


@pytest.mark.parametrize(("seen", "meant"), ADDRESSES)
def test_addresses_are_left_alone(seen, meant):
    assert decode_verbatim(seen) == meant
    assert decode_verbatim(encode_verbatim(meant)) == meant
