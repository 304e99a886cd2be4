"""Locales. The rules are those of CSL 1.0.2, "Locale Fallback", "Terms" and "Ordinal Suffixes"; the words of languages are those of
the locale files of the CSL project (https://github.com/citation-style-language/locales)."""

from __future__ import annotations

import pytest

from citekit.csl.element import Element, parse
from citekit.csl.locales import Locale, load
from citekit.csl.marks import SUPERSCRIPT, plain, wrap


def own(*locales: str) -> list[Element]:
    """The cs:locale elements of a style."""
    return parse(f"<style>{''.join(locales)}</style>".encode(), "a style").children


ENGLISH = load("en-US")


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("en-US", "en-US"),
        ("en", "en-US"),
        ("de", "de-DE"),
        ("DE_at", "de-AT"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("", "en-US"),
        ("../../etc/passwd", "en-US"),
        ("klingon", "en-US"),
    ],
)
def test_languages_are_named_as_locale_files_are(asked: str, language: str) -> None:
    assert load(asked).language == language


@pytest.mark.parametrize("language", ["xx", "xx-YY", "sl-SL", "zz-Zzzz-ZZ"])
def test_every_language_has_words(language: str) -> None:
    assert load(language).term("month-01")


def test_a_dialect_without_a_file_has_the_words_of_the_primary_dialect() -> None:
    assert load("de-LI").term("and") == "und"


def test_what_no_file_of_the_language_says_is_english() -> None:
    assert load("de-DE").term("no-such-term") is None
    german = {name: load("de-DE").term(name) for name in ("and", "page-range-delimiter", "month-03")}
    assert german == {"and": "und", "page-range-delimiter": "–", "month-03": "März"}


@pytest.mark.parametrize(
    ("name", "form", "plural", "word"),
    [
        ("page", "short", False, "p."),
        ("page", "short", True, "pp."),
        ("page", "long", True, "pages"),
        ("translator", "short", True, "trans."),  # has no plural
        ("editor", "verb-short", False, "ed. by"),
        ("chair", "verb-short", False, "chaired by"),  # verb-short → verb
        ("anonymous", "verb", False, "anonymous"),  # verb → long
        ("page", "symbol", False, "p."),  # symbol → short
        ("section", "symbol", True, "§§"),
        ("ibid", "symbol", False, "ibid."),  # symbol → short → long
        ("author", "long", False, ""),  # defined as empty
        ("sub verbo", "short", False, "s.v."),  # CSL 1.0.1 wrote a space
        ("sub-verbo", "short", False, "s.v."),
        ("no such term", "long", False, None),
    ],
)
def test_terms(name: str, form: str, plural: bool, word: str | None) -> None:
    assert ENGLISH.term(name, form, plural) == word


def test_a_styles_own_words_come_first_those_of_the_dialect_before_those_of_the_language() -> None:
    locales = own(
        '<locale xml:lang="en-US"><terms><term name="at">dialect</term></terms></locale>',
        '<locale xml:lang="en"><terms><term name="at">language</term><term name="by">language</term></terms></locale>',
        '<locale><terms><term name="at">all</term><term name="by">all</term><term name="in">all</term></terms></locale>',
        '<locale xml:lang="de"><terms><term name="on">deutsch</term></terms></locale>',
    )
    locale = load("en-US", locales)
    assert [locale.term(name) for name in ("at", "by", "in", "on")] == ["dialect", "language", "all", "on"]


def test_an_empty_term_of_a_style_silences_the_word_of_the_language() -> None:
    assert load("en-US", own('<locale><terms><term name="et-al"/></terms></locale>')).term("et-al") == ""


def test_an_old_name_of_a_term_in_a_style_is_understood() -> None:
    locale = load("en-US", own('<locale><terms><term name="editortranslator">both</term></terms></locale>'))
    assert locale.term("editor-translator") == locale.term("editortranslator") == "both"


def test_a_style_may_speak_a_language_that_has_no_file() -> None:
    locale = load("gx", own('<locale xml:lang="gx"><terms><term name="and">gx-and</term></terms></locale>'))
    assert (locale.term("and"), locale.term("page")) == ("gx-and", "page")


@pytest.mark.parametrize(
    "word",
    "0th 1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th 112th 1000th".split(),
)
def test_english_ordinals(word: str) -> None:
    assert ENGLISH.ordinal(int(word[:-2])) == word


@pytest.mark.parametrize(
    ("language", "number", "gender", "word"),
    [
        ("fr-FR", 1, "feminine", "1re"),  # whole-number
        ("fr-FR", 1, "masculine", "1er"),
        ("fr-FR", 21, "feminine", "21e"),
        ("it-IT", 3, "feminine", "3a"),
        ("it-IT", 3, "", "3o"),
        ("nl-NL", 2, "", "2de"),  # last-two-digits
        ("nl-NL", 22, "", "22ste"),
        ("nl-NL", 102, "", "102de"),
        ("de-DE", 7, "", "7."),
        ("sv-SE", 12, "", "12:e"),
        ("sv-SE", 32, "", "32:a"),
    ],
)
def test_ordinals_of_other_languages(language: str, number: int, gender: str, word: str) -> None:
    assert plain(load(language).ordinal(number, gender)) == word


def test_superscript_letters_are_plain_ones_that_are_raised() -> None:
    """CSL test suite, number_LimitOrdinalsToDayOne."""
    assert load("fr-FR").ordinal(1, "masculine") == f"1{wrap(SUPERSCRIPT, 'e')}{wrap(SUPERSCRIPT, 'r')}"
    assert load("fr-FR").term("number", "short") == f"n{wrap(SUPERSCRIPT, 'o')}"


def test_a_sign_of_two_superscript_letters_is_raised_whole() -> None:
    locale = load("en-US", own('<locale><terms><term name="at">\N{TRADE MARK SIGN}</term></terms></locale>'))
    assert locale.term("at") == wrap(SUPERSCRIPT, "TM")


def test_the_ordinals_of_a_style_replace_all_of_the_language() -> None:
    locale = load("en-US", own('<locale><terms><term name="ordinal">.</term></terms></locale>'))
    assert [locale.ordinal(number) for number in (1, 2, 11)] == ["1.", "2.", "11."]


def test_a_gender_that_is_not_there_is_none() -> None:
    terms = '<term name="ordinal">x</term><term name="ordinal-01">y</term><term name="ordinal-01" gender-form="feminine">z</term>'
    locale = load("en-US", own(f"<locale><terms>{terms}</terms></locale>"))
    assert [locale.ordinal(1, gender) for gender in ("feminine", "masculine", "")] == ["1z", "1y", "1y"]


def test_long_ordinals() -> None:
    assert [ENGLISH.long_ordinal(number) for number in (1, 10, 11)] == ["first", "tenth", "11th"]
    term = '<term name="long-ordinal-01" gender-form="feminine">prima</term>'
    assert load("en-US", own(f"<locale><terms>{term}</terms></locale>")).long_ordinal(1, "feminine") == "prima"


def test_genders() -> None:
    french = load("fr-FR")
    assert (french.gender("edition"), french.gender("month-01"), ENGLISH.gender("edition")) == (
        "feminine",
        "masculine",
        "",
    )


def test_quotes() -> None:
    assert ENGLISH.quotes == ("“", "”", "‘", "’")
    assert load("de-DE").quotes == ("„", "“", "‚", "‘")


@pytest.mark.parametrize(
    ("language", "locales", "expected"),
    [
        ("en-US", "", True),
        ("en-GB", "", False),
        ("de-DE", '<locale><style-options punctuation-in-quote="true"/></locale>', True),
        # CSL test suite, locale_EmptyPlusOverrideStyleOpt: the language goes before the locale without one
        (
            "en-US",
            '<locale xml:lang="en"><style-options punctuation-in-quote="true"/></locale>'
            '<locale><style-options punctuation-in-quote="false"/></locale>',
            True,
        ),
        ("en-US", '<locale><style-options limit-day-ordinals-to-day-1="true"/></locale>', True),
    ],
)
def test_punctuation_in_quote(language: str, locales: str, expected: bool) -> None:
    assert load(language, own(locales)).punctuation_in_quote is expected


def test_limit_day_ordinals() -> None:
    def limited(locale: Locale) -> bool:
        return locale.limit_day_ordinals

    assert not limited(ENGLISH)
    assert limited(load("fr-FR"))


def test_date_formats() -> None:
    text = ENGLISH.date_format("text")
    assert text
    assert [part.get("name") for part in text.all("date-part")] == ["month", "day", "year"]
    mine = own('<locale><date form="text"><date-part name="year"/></date></locale>')
    both = [load("en-US", mine).date_format(form) for form in ("text", "numeric")]
    assert [len(date.children) for date in both if date] == [1, 3]
    assert ENGLISH.date_format("other") is None


def test_english() -> None:
    assert [load(language).is_english for language in ("en-GB", "en", "eu", "de-DE")] == [True, True, False, False]
