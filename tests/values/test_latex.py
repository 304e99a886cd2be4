"""LaTeX ↔ Unicode. What each macro prints is said by the LaTeX manual and by `symbols-a4` (the comprehensive list)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.latex import balanced, decode, decode_verbatim, encode, encode_verbatim, maths

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


ACCENTS = [
    (r"{\'e} \'{e} \'e {\'{e}} \' {e} {\' {e}} \'{ e}", "é é é é é é é"),
    (r"{\'{\i}} \'\i n \'{\i}n {\'\i} \'\i{}n \v{\i} \'{\j}", "í ín ín í ín ǐ j́"),
    (r"\`a \^a \~a \"a \=a \.a \u{a} \v{a} \H{a} \r{a} \c{a} \k{a} \d{a} \b{a}", "à â ã ä ā ȧ ă ǎ a̋ å a̧ ą ạ a̱"),
    (r"\c c {\c c} \u g \v s \H o", "ç ç ğ š ő"),
    (r"\t{oo} {\t oo} \t oo \t{\i u}", "o͡o o͡o o͡o i͡u"),  # Cyrillic in Library of Congress letters
    (r"Nguy\~{\^e}n, \'{\^e} \'\^e {\'{\^{e}}} \`{\uhorn} \d{\^e} \h{a} \OHORN", "Nguyễn, ế ế ế ừ ệ ả Ơ"),
    (r"\textcommabelow{t}i \textogonekcentered{a}", "ți ą"),
    (r"\.{I}stanbul, {\L}{\'o}d\'z, \L\'od{\'z}, \AA ngstr\"om, \'{\ae} \'{\o}", "İstanbul, Łódź, Łódź, Ångström, ǽ ǿ"),
    (r"\'{ae} \'{}e \"{\ss}", "áe e ß̈"),
    (r"O(n\^ 2) \~ 5 \" U", 'O(n^ 2) ~ 5 " U'),  # a sign that stands on nothing
]

TEXT_SYMBOLS = [
    (r"\textquotedblleft a\textquotedblright{} \textquoteleft b\textquoteright{} \textquotesingle", "“a” ‘b’ '"),
    (r"\glqq a\grqq{} \flqq b\frqq{} \guillemotleft c\guillemotright{} \lq d\rq", "„a“ «b» «c» ‘d’"),
    (r"\enquote{a} \mkbibquote{b \enquote{c}} \mkbibparens{d}", "“a” “b “c”” (d)"),
    (r"?`Qu\'e? !`Ya!", "¿Qué? ¡Ya!"),
    (r"a \textless{} b \textgreater{} c \textbar{} d\textunderscore e \textasteriskcentered", "a < b > c | d_e *"),
    (r"\textregistered{} \texttrademark{} 37\textdegree{}C \textmu m \texteuro 5 \dag{} \ddag", "® ™ 37°C µm €5 † ‡"),
    (
        r"\ldots{} \dots{} a\-b a\/b \relax c \protect\'e a\nobreakdash-b a\allowbreak b NASA\@.",
        "… … ab ab c é a-b ab NASA.",
    ),
    (r"a\nobreakspace b\quad c\thinspace d\newline e", "a b c d e"),
    (r"\MakeUppercase{sh\'e} \uppercase{a{b}} \MakeLowercase{AB}", "SHÉ AB ab"),
    (
        r"10\textsuperscript{th} Ca\textsuperscript{2+} H\textsubscript{2}O x\textsuperscript{\emph{5}}",
        "10th Ca²⁺ H₂O x⁵",
    ),
    (r"{\noopsort{a{b}}}x \noopsort{1973}y", "x y"),
    (r"\href{http://a.org/b_{c}}{the {page}} \textcolor{red}{x}", "the page x"),
    (r"\textbf{a \emph{b {c}}} {{Two} {{braces}}} \textsc{d}{e}", "a b c Two braces de"),
    (r"\noopsort{never closed", "never closed"),
    (r"\'{never closed", "ńever closed"),
    ('M"uller and "a" <<b>>', 'M"uller and "a" <<b>>'),  # babel's shorthands: nothing tells the language
    ("日本語 😀 e\u0301 ﬁ", "日本語 😀 e\u0301 ﬁ"),  # not LaTeX, so not touched
    ("a % comment? b", "a % comment? b"),
]


@pytest.mark.parametrize(("latex", "text"), [*SEEN_AND_MEANT, *ACCENTS, *TEXT_SYMBOLS])
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
    (r"\(x^2\) and \ensuremath{\alpha_{2}} and \(\frac12\)", r"x² and α₂ and $\frac12$"),
    (r"4$^{th}$, 1$^{\mathrm{st}}$, 2$^{\rm nd}$", "4th, 1st, 2nd"),
    (r"5$^\prime$, 3$^{\prime}$", "5′, 3′"),
    (r"$a \& b$ or $ x_1 $ or $ x_i $", "a & b or x₁ or $x_i$"),
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
    ("p < 0.05 > |x|", r"p \textless{} 0.05 \textgreater{} \textbar{}x\textbar{}"),
    ("α-helix, H₂O, 10⁻¹⁵ m, x², α₂−β", r"$\alpha$-helix, H$_{2}$O, 10$^{-15}$ m, x², $\alpha_{2}-\beta$"),
    ("a ≤ b → c, 5′", r"a $\leq$ b $\rightarrow$ c, 5$^{\prime}$"),
    ("Περί α και β", "Περί α και β"),  # Greek text, no symbols
    (r"$x_i$α", r"$x_i${}$\alpha$"),  # `$$` would begin another kind of maths
    ("$5 for a_b or $6", r"\$5 for a\_b or \$6"),  # prices
    ("¿?` !`", "¿?{}` !{}`"),
    ("a--b", "a-{}-b"),  # two hyphens are not a dash
    (r"of $x_i^2$", r"of $x_i^2$"),
]


@pytest.mark.parametrize(("text", "latex"), ESCAPED)
def test_unicode_is_escaped(text, latex):
    assert encode(text) == latex
    assert decode(latex) == text


NASTY = st.text(st.sampled_from("ab1 \n~^\\{}$%&#_-`'\"−é–\u00a0@,=()[]i<>|?!αΩ²⁵₂′→") | st.characters(codec="utf-8"))


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


PIECES = st.just(" ") | st.sampled_from(
    (
        r"\' \^ \~ \c \t \i \ae { } {} $ $x$ $_2$ \( \) \alpha \ensuremath{ \url{ \href{ \noopsort{ \textsuperscript{ \enquote{ \apj"
        r" \emph \& \$ \\ \% % ~ -- `` '' ?` a E 5 α ₂ é"
    ).split()
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_row_of_macros_is_read_once_and_for_all(latex):
    text = decode(latex)
    assert decode(encode(text)) == text
    assert balanced(encode(text))


@pytest.mark.parametrize("sign", list(maths.SIGNS))
def test_a_sign_of_maths_comes_back(sign):
    assert encode(f"a {sign} b").startswith("a $")
    assert decode(encode(f"a {sign} b")) == f"a {sign} b"


HOSTILE = [
    r"\'",
    "{",
    "}",
    "$",
    r"\(",
    r"\ensuremath{",
    r"\url{",
    r"\noopsort{",
    "$a",
    r"\'{",
    "\\t ",
    r"\$",
    "$\\",
    "{A} ",
    "$_{2",
    "`?",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_nasty_text_of_any_length_ends(piece):
    """Not one pattern may look at the same text again and again: that would take hours here."""
    text = piece * (200_000 // len(piece))
    assert balanced(encode(decode(text)))
    assert balanced(encode(text))
    assert balanced(encode_verbatim(decode_verbatim(text)))


ADDRESSES = [
    (
        r"10.1002/(SICI)1097-0258(19980815/30)17:15/16$<$1661::AID-SIM968$>$3.0.CO;2-2",
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
    ),
    (r"10.1/a{\textless}1{\textgreater}b\textunderscore{}c", "10.1/a<1>b_c"),
    (
        r"http://example.org/$\sim$me and \textasciitilde{}you {\textasciitilde}all {\~{}}x",
        "http://example.org/~me and ~you ~all ~x",
    ),
    (r"C:\\Users\me\file_{1}.pdf", r"C:\\Users\me\file_{1}.pdf"),
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
