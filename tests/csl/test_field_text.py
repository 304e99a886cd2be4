"""Fields of CSL-JSON as marked text. Where a rule is seen in the CSL test suite, the fixture is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_marks import is_balanced, write

from citekit.csl import marks
from citekit.csl.field_text import marked

TAGS = [
    ("The nests of <i>Apis mellifera</i>", "The nests of {i:Apis mellifera}"),
    ("<b>Bold</b>, <em>stressed</em> and <strong>strong</strong>", "{b:Bold}, {i:stressed} and {b:strong}"),
    ("CO<sub>2</sub> and m<sup>2</sup>", "CO{sub:2} and m{sup:2}"),
    ("<sc>nato</sc> and <scp>r</scp>", "{sc:nato} and {sc:r}"),
    ("<jats:italic>Apis</jats:italic> <italic>Bombus</italic>", "{i:Apis} {i:Bombus}"),
    ('<span style="font-variant: small-caps;">nato</span>', "{sc:nato}"),
    ('<span style="font-variant:small-caps">nato</span>', "{sc:nato}"),
    ("<SPAN STYLE='font-variant:small-caps;'>nato</SPAN>", "{sc:nato}"),
    ('the <span class="nocase">Big Bang</span>', "the {nc:Big Bang}"),
    ("<i>One <i>two</i> three</i>", "{i:One {i:two} three}"),
    (
        'A <span class="nodecor">v.</span> B',
        "A {nc:{r:{m:{fc:{nu:{base:v.}}}}}} B",
    ),  # flipflop_ItalicsWithOkAndTextcase
]

NO_TAGS = [
    "a < b and c > d",
    "significant (p<0.05)",
    "the <foo> tag",
    "an end</i> too many",  # flipflop_ItalicsSimple
    "a <i>beginning too many",
    "4<261>3",
    '<span class="other">x</span>',
]

HALF = [
    ("<i>one <b>two</i> three</b>", "{i:one <b>two} three</b>"),
    ("<i><i>one</i>", "<i>{i:one}"),
]

ENTITIES = [
    ("Wiley &amp; Sons", "Wiley & Sons"),
    ("Wiley &#38; Sons &#x26; Co.", "Wiley & Sons & Co."),
    ("&lt;i&gt; is a tag", "<i> is a tag"),
    ("&quot;One&quot; of them", "{q:One} of them"),
    ("AT&T and R&D", "AT&T and R&D"),
    ("a &copy b &unheardof; c", "a &copy b &unheardof; c"),
    ("a&#xFDD0;b", "ab"),
]

FORMULAS = [
    ("On $K_{ij}$ and $x^2$", "On {nc:$K_{ij}$} and {nc:$x^2$}"),
    ("From $5 to $6", "From $5 to $6"),
]


@pytest.mark.parametrize(("text", "expected"), FORMULAS)
def test_formulas_keep_their_case(text, expected):
    assert write(marked(text)).replace("$K_{ij}$", "$K_{ij}$") == expected


QUOTES = [
    ('The "dark side" of bees', "The {q:dark side} of bees"),
    ("The “dark side” of bees", "The {q:dark side} of bees"),
    ("The 'dark side' of bees", "The {q:dark side} of bees"),
    ("The ‘dark side’ of bees", "The ‘dark side’ of bees"),  # as the reference processor leaves them
    ("The “dark ‘side’” of bees", "The {q:dark {q:side}} of bees"),
    ('("<i>Apis</i>")', "({q:{i:Apis}})"),  # flipflop_SingleQuotesOnItalics
    ("'\"Deep\"'", "{q:{q:Deep}}"),  # bugreports_NoCaseEscape
    ("A “‘deep’ <b>and</b> narrow” one", "A {q:{q:deep} {b:and} narrow} one"),  # decorations_NestedQuotesInnerReverse
    ("'Nobody knows you're a bee': a tale", "{q:Nobody knows you’re a bee}: a tale"),  # flipflop_SingleBeforeColon
    ("‘Meno’ and Plato's thought", "‘Meno’ and Plato’s thought"),  # flipflop_LeadingSingleQuote
    ('A "loose " end', 'A "loose " end'),  # flipflop_OrphanQuote
    ('A 5" pipe', 'A 5" pipe'),
    ('"a <i>b" c</i>', '"a {i:b" c}'),
    ("« Déjà vu »", "« Déjà vu »"),  # punctuation_FrenchOrthography
    ("''", "’’"),
]

APOSTROPHES = [
    ("It's the dogs' day", "It’s the dogs’ day"),
    ("l'état d'âme", "l’état d’âme"),
    ("(ETFA '09)", "(ETFA ’09)"),  # flipflop_StartingApostrophe
    ("the '90s and the bees' return", "the ’90s and the bees’ return"),
    ("rock 'n' roll", "rock ’n’ roll"),
    ("in 't Veld", "in ’t Veld"),
    ("<b>l'''</b>", "{b:l’’’}"),  # flipflop_ApostropheInsideTag
    ("l ' eau d ’ ici", "l ’ eau d ’ ici"),  # bugreports_SingleQuote
    ("the 5'-UTR", "the 5’-UTR"),
    ("Hawai‘i and Shafi`i", "Hawai‘i and Shafi`i"),
]


@pytest.mark.parametrize(("text", "seen"), [*TAGS, *HALF, *ENTITIES, *QUOTES, *APOSTROPHES])
def test_a_field_is_read(text: str, seen: str) -> None:
    assert write(marked(text)) == seen


@pytest.mark.parametrize("text", NO_TAGS)
def test_what_is_no_tag_with_a_partner_stays(text: str) -> None:
    assert marked(text) == text


def test_lines_become_one() -> None:
    assert marked("On\n   bees\tand wasps") == "On bees and wasps"


@pytest.mark.parametrize("text", ["4<261::aid", "What?! No", "And then... nothing", 'the "hive", again'])
def test_punctuation_that_stands_together_is_held_together(text: str) -> None:
    assert marks.NOCASE + marks.CLOSE in marked(text)


@pytest.mark.parametrize("text", ["A. B. and C.", "One: two"])
def test_other_punctuation_is_as_it_was(text: str) -> None:
    assert marked(text) == text


PIECES = st.sampled_from(
    ["<i>", "</i>", "<b>", "</b>", '"', "'", "“", "”", "‘", "’", " ", "x", "Y", "&amp;", "<", "\ufdd0", "."]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_marks_are_balanced_and_no_word_is_lost(text: str) -> None:
    result = marked(text)
    assert is_balanced(result)
    assert [letter for letter in result if letter in "xY"] == [letter for letter in text if letter in "xY"]


@pytest.mark.parametrize(
    "text", ["<i>" * 60_000, "(' a" * 60_000 + 'b"' * 60_000, "&" * 10**6, "<i" * 200_000, "'" * 200_000]
)
def test_nasty_text_is_read_in_linear_time(text: str) -> None:
    assert is_balanced(marked(text))
