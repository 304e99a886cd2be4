"""What parts of an entry could not know of each other. Expectations: CSL 1.0.2, "Quotes" and "Locale Options", and the CSL test suite;
the fixtures are named."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_marks import is_balanced, read, write

from citekit.csl import marks
from citekit.csl.field_text import marked
from citekit.csl.finishing import finisher


@dataclass(frozen=True)
class Quoting:
    """As much of a locale as matters here."""

    quotes: tuple[str, str, str, str] = ("“", "”", "‘", "’")
    punctuation_in_quote: bool = True


american = finisher(Quoting())  # type: ignore[arg-type]
british = finisher(Quoting(("‘", "’", "“", "”"), punctuation_in_quote=False))  # type: ignore[arg-type]

# What stands first, and what becomes of it before each of `: . ; ! ? ,`. CSL test suite, punctuation_FullMontyPlain.
TABLE = {
    ":": [":", ":", ":;", "!", "?", ":,"],
    ".": [".:", ".", ".;", ".!", ".?", ".,"],
    ";": [";", ";", ";", "!", "?", ";,"],
    "!": ["!", "!", "!;", "!", "!?", "!,"],
    "?": ["?", "?", "?;", "?!", "?", "?,"],
    ",": [",:", ",.", ",;", ",!", ",?", ","],
}
PAIRS = [(first + second, left) for first, row in TABLE.items() for second, left in zip(":.;!?,", row, strict=True)]


@pytest.mark.parametrize(("pair", "left"), PAIRS)
def test_two_that_meet(pair: str, left: str) -> None:
    assert british(f"Bee{pair} Hive") == f"Bee{left} Hive"
    assert marks.plain(british(f"{marks.wrap(marks.ITALIC, 'Bee' + pair[0])}{pair[1]} Hive")) == f"Bee{left} Hive"
    assert british(marks.wrap(marks.NOCASE, "Bee" + pair[0]) + pair[1]) == f"Bee{left}"


@pytest.mark.parametrize(("pair", "left"), PAIRS)
def test_two_that_stand_together_in_a_field(pair: str, left: str) -> None:
    assert american(marked(f"Bee{pair} Hive")) == f"Bee{pair} Hive"


def test_one_inside_the_quotation_marks_and_one_outside() -> None:
    """CSL test suite, magic_PunctuationInQuoteTrueSuppressExtra, -FalseSuppressExtra."""
    assert american(read("{q:Why?}. {i:Bees}")) == read("“Why?” {i:Bees}")
    assert british(read("{q:Why?}, {i:Bees}")) == read("‘Why?’, {i:Bees}")


MERGED = [
    ("one... two", "one. two"),
    ("{i:one.}{b:.} two", "{i:one.} two"),
    ("Sci..; Art", "Sci.; Art"),
    ("{a:http://a.b::c..|http://a.b::c..}. End", "{a:http://a.b::c..|http://a.b::c..} End"),
    ("{a:http://a.b::c|{i:bees}}..", "{a:http://a.b::c|{i:bees}}."),
    ("{left:1.}{right:.bee}", "{left:1.}{right:.bee}"),
]

SPACES = [
    ("  one   two  ", "one two"),
    (" {i: one } {b: two }", "{i:one }{b:two}"),
    ("{q: one} ", "“one”"),
    ("[1]{right: one}", "[1]{right: one}"),  # bugreports_DuplicateSpaces
    ("one\u00a0 two", "one\u00a0 two"),
    ("one . two", "one . two"),  # bugreports_SingleQuote
]

QUOTED = [
    ("{q:one {q:two {q:three}}}", "“one ‘two “three”’”", "‘one “two ‘three’”’"),
    ("{q:one}, two", "“one,” two", "‘one’, two"),  # magic_PunctuationInQuoteDelimiterTrue, -False
    ("{q:This is {q:The Bee}}.", "“This is ‘The Bee.’”", "‘This is “The Bee”’."),  # quotes_PunctuationWithInnerQuote
    ("{i:{q:Bee}}. 1900", "{i:“Bee.”} 1900", "{i:‘Bee’}. 1900"),  # magic_PunctuationInQuoteNested
    ("{q:one}; two", "“one”; two", "‘one’; two"),  # punctuation_FullMontyQuotesIn, -Out
    ("{q:one}.; two", "“one.”; two", "‘one’.; two"),
    ("{q:one}:, two", "“one”:, two", "‘one’:, two"),
    ("{q:one}! two", "“one!” two", "‘one’! two"),
    ("[{q:one}]. two", "[“one”]. two", "[‘one’]. two"),  # magic_QuotesAndBraces1, 2
    ("{q:}one{q:{i:}}", "one", "one"),
]

FONTS = [
    ("{i:one {i:two} three}", "{i:one {r:two} three}"),  # flipflop_ItalicsFlipped
    ("{i:one {i:two {i:three} four} five}", "{i:one {r:two {i:three} four} five}"),
    ("{i:one {b:two {i:three}}} {i:four}", "{i:one {b:two {r:three}}} {i:four}"),
    ("{b:one {b:two}}", "{b:one {m:two}}"),  # flipflop_BoldfaceNodeLevelMarkup
    ("{sc:one {sc:two}}", "{sc:one {fc:two}}"),  # flipflop_SmallCaps
    ("{u:one {u:two}}", "{u:one {nu:two}}"),
    ("{r:one} {m:two}", "one two"),  # decorations_NoNormalWithoutDecoration
    ("{i:one {r:two {r:three}}}", "{i:one {r:two three}}"),
    ("{sup:one{sup:two}{base:three}}", "{sup:one{sup:two}{base:three}}"),  # decorations_Baseline
    ("one{i:}{nc:{b:}two}", "onetwo"),
]


@pytest.mark.parametrize(("text", "seen"), [*MERGED, *SPACES, *FONTS])
def test_an_entry_is_finished(text: str, seen: str) -> None:
    assert write(american(read(text))) == seen


@pytest.mark.parametrize(("text", "in_america", "in_britain"), QUOTED)
def test_quotation_marks_are_those_of_the_locale(text: str, in_america: str, in_britain: str) -> None:
    assert write(american(read(text))) == in_america
    assert write(british(read(text))) == in_britain


@pytest.mark.parametrize(
    ("field", "suffix", "seen"),
    [
        ("'friend'", ", and enter", "“friend,” and enter"),  # flipflop_QuotesInFieldNotOnNode
        ("'friend', and", ".", "“friend”, and."),  # affix_CommaAfterQuote
        ("the 'friend'.", ".", "the “friend”."),
        ("What is 'it'?", ". End", "What is “it”? End"),
        ("And then...", ". End", "And then... End"),
        ("Who... and who?!", ". End", "Who... and who?! End"),
    ],
)
def test_punctuation_of_a_field_stays(field: str, suffix: str, seen: str) -> None:
    assert american(marked(field) + suffix) == seen


def test_a_field_without_decoration_in_italics() -> None:
    """CSL test suite, flipflop_ItalicsWithOk."""
    field = marked('Bee <span class="nodecor">v.</span> Wasp')
    assert write(american(marks.wrap(marks.ITALIC, field) + ".")) == "{i:Bee {r:v.} Wasp}."


PIECES = st.sampled_from(
    ["{i:", "{b:", "{sup:", "{nc:", "{q:", "{r:", "}", " ", "  ", ".", ",", "?", "!", ":", ";", "...", "Bee", "{left:"]
)


def _closed(written: str) -> str:
    """Without ends that end nothing, and with those that are missing."""
    text, depth = "", 0
    for character in written:
        depth += {"{": 1, "}": -1}.get(character, 0)
        text, depth = (text, 0) if depth < 0 else (text + character, depth)
    return text + "}" * depth


@given(st.lists(PIECES, max_size=30).map(lambda pieces: read(_closed("".join(pieces)))))
def test_what_is_finished_is_balanced_and_keeps_its_words(text: str) -> None:
    result = american(text)
    assert is_balanced(result)
    assert marks.QUOTE not in result
    assert marks.NOCASE not in result
    assert marks.plain(result).count("Bee") == text.count("Bee")
    assert "  " not in marks.plain(result)


def test_what_needs_nothing_stays() -> None:
    assert american("Bee, A. Hives. 2001.") == "Bee, A. Hives. 2001."


@pytest.mark.parametrize("piece", [". ", ".", "{i:.}", " {i: }", "{q:a}.", "a", "{i:", "{q:"])
def test_nasty_text_is_finished_in_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert is_balanced(american(read(text + "}" * (text.count("{") - text.count("}")))))
