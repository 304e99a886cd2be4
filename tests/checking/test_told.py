"""Findings as text, in four forms."""

import json

import pytest

from citekit.checking import Finding
from citekit.checking.told import as_json, errorformat, github, text

FINDINGS = (
    Finding("a.bib", 3, 5, "year", "warning", "“98” is no year", "smith98"),
    Finding("a.bib", 12, 1, "syntax", "error", "50% lost: a, b"),
    Finding("b,c:d.bib", 1, 1, "bad-key", "error", "the key has a space in it", "a b"),
)


def test_errorformat():
    assert list(errorformat.told(FINDINGS)) == [
        "a.bib:3:5: warning: smith98: “98” is no year [year]",
        "a.bib:12:1: error: 50% lost: a, b [syntax]",
        "b,c:d.bib:1:1: error: a b: the key has a space in it [bad-key]",
    ]


def test_github_escapes_texts_and_properties():
    assert list(github.told(FINDINGS)) == [
        "::warning file=a.bib,line=3,col=5,title=year::smith98: “98” is no year",
        "::error file=a.bib,line=12,col=1,title=syntax::50%25 lost: a, b",
        "::error file=b%2Cc%3Ad.bib,line=1,col=1,title=bad-key::a b: the key has a space in it",
    ]
    assert list(github.told([Finding("a\nb%.bib", 1, 1, "x", "error", "a\r\nb")])) == [
        "::error file=a%0Ab%25.bib,line=1,col=1,title=x::a%0D%0Ab"
    ]


def test_json():
    said = json.loads(as_json.told(FINDINGS, ["a.bib", "b,c:d.bib", "empty.bib"]))
    assert said["files"] == ["a.bib", "b,c:d.bib", "empty.bib"]
    assert said["findings"][0] == {
        "file": "a.bib", "line": 3, "column": 5, "key": "smith98", "rule": "year", "severity": "warning", "message": "“98” is no year",
    }  # fmt: skip
    assert said["counts"] == {"error": 2, "warning": 1, "rules": {"bad-key": 1, "syntax": 1, "year": 1}}


def test_text_for_people():
    assert list(text.told(FINDINGS, ["a.bib", "b,c:d.bib"], colours=False)) == [
        "a.bib",
        "   3:5  warning  smith98: “98” is no year  [year]",
        "  12:1  error    50% lost: a, b  [syntax]",
        "",
        "b,c:d.bib",
        "  1:1  error    a b: the key has a space in it  [bad-key]",
        "",
        "2 errors and 1 warning in 2 files",
    ]


def test_colours():
    painted = "\n".join(text.told(FINDINGS, ["a.bib"], colours=True))
    assert "\x1b[31merror\x1b[0m" in painted
    assert "\x1b[33mwarning\x1b[0m" in painted


@pytest.mark.parametrize(
    ("findings", "files", "said"),
    [((), 1, "nothing found in 1 file"), (FINDINGS[:1], 2, "0 errors and 1 warning in 2 files"), (FINDINGS[1:2], 1, "1 error and 0 warnings in 1 file")],
)  # fmt: skip
def test_summary(findings, files, said):
    assert text.summary(findings, files) == said
