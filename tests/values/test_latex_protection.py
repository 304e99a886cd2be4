r"""Braces that keep the case of words survive a change of the text. *BibTeXing* §3.2 says what they do; `{\…}` is another thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.latex import balanced, decode, encode, protected_like

KEPT = [
    ("{DNA} repiar in {E.} coli strains", "DNA repair in E. coli strains", "{DNA} repair in {E.} coli strains"),
    (r"Repiar of {DNA} in {\em {E.} coli}", "Repair of DNA in E. coli", "Repair of {DNA} in E. coli"),
    (r"Repiar of {DNA} in \emph{E. coli}", "Repair of DNA in E. coli", "Repair of {DNA} in {E. coli}"),
    ("The {New York} Tims", "The New York Times, new York", "The {New York} Times, new York"),
    ("{Whole tihng}", "Whole thing of R&D", r"{Whole thing of R\&D}"),
    ("On {DNA}", "On (DNA) and DNA-binding proteins", "On ({DNA}) and {DNA}-binding proteins"),
    (r"{I}nterleukin-6 in {G}. G{\"o}del's", "Interleukin-6 of G. Gödel's", "{I}nterleukin-6 of {G}. Gödel's"),
    ("{A} study of a A", "A study of the a A", "{A} study of the a A"),
    (r"{TNF} $\frac{a}{b}$", r"50% TNF $\frac{a}{b}$", r"50\% {TNF} $\frac{a}{b}$"),
    ("{McCarthy} and eBay", "McCarthy or eBay", "{McCarthy} or eBay"),
    (r"\'{E}mile {\'E} \v{S} {{\L}}", "Émile É Š Ł", "Émile É Š {Ł}"),
    (r"{\noopsort{1973b}}1973 {X}-ray", "1973 X-ray!", "1973 X-ray!"),
    ("nothing", "Nothing", "Nothing"),
    ("{lost {brace}", "Lost brace", "Lost brace"),
    ("{X}", "", ""),
]


@pytest.mark.parametrize(("old", "new", "written"), KEPT)
def test_protected_words_stay_protected(old, new, written):
    assert protected_like(new, old) == written
    assert decode(written) == new


def test_dashes_of_numbers():
    assert protected_like("1--3", "{1}--2", ligatures=False) == "1--3"


WORDS = st.lists(
    st.sampled_from(
        r"DNA E. coli in {DNA} {E.} \emph{x } { {\'e} $a_{b}$ {New York} New York \& {} {A}b Ab".replace("{New York}", "{New_York}").split()
    ),
    max_size=8,
).map(lambda words: " ".join(words).replace("_Y", " Y"))  # fmt: skip


@given(WORDS.map(decode), WORDS)
def test_only_braces_are_added(new, old):
    written = protected_like(new, old)
    assert balanced(written)
    assert decode(written) == decode(encode(new))


def test_a_long_text_ends():
    assert protected_like("A DNA " * 5000, "{DNA} {X y} " * 20_000).count("{DNA}") == 5000
