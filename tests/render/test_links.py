import pytest

from citekit.render.links import doi_address, reachable, resolves, web_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("http://example.org/100%25 sure", "http://example.org/100%25%20sure"),
        ("http://example.org/100%", "http://example.org/100%25"),
        ('https://e.org/"onmouseover="x', "https://e.org/%22onmouseover=%22x"),
        ("https://e.org/<>{}\\^'`|", "https://e.org/%3C%3E%7B%7D%5C%5E%27%60%7C"),
        ("https://e.org/ü", "https://e.org/%C3%BC"),
        ("javascript:alert(1)", ""),
        ("JavaScript://e.org/%0aalert(1)", ""),
        ("data:text/html,x", ""),
        ("ftp://example.org/x", ""),
        ("www.example.org", ""),
        ("http:///x", ""),
        ("http://[", ""),
        ("\x01http://e.org", ""),  # urlsplit takes both for http
        ("ht\ntp://e.org", ""),
        ("https://e.org/a%2Fb(c)", "https://e.org/a%2Fb(c)"),
        ("", ""),
    ],
)
def test_web_address(text, expected):
    assert web_address(text) == expected


def test_doi_address():
    # RFC 3986: `<`, `>` and `%` cannot stand in a URL as they are
    assert doi_address("10.1002/(SICI)15/16<1661::A>3.0%") == "https://doi.org/10.1002/(SICI)15/16%3C1661::A%3E3.0%25"


@pytest.mark.parametrize(
    ("url", "doi", "expected"),
    [
        ("https://doi.org/10.1056/NEJMoa0807865", "10.1056/nejmoa0807865", True),
        ("http://dx.doi.org/10.1056/NEJMoa0807865", "10.1056/NEJMoa0807865", True),
        ("https://doi.org/10.1056/other", "10.1056/NEJMoa0807865", False),
        ("https://nejm.org/doi/10.1056/NEJMoa0807865", "10.1056/NEJMoa0807865", False),
        ("https://example.org", "", False),
    ],
)
def test_resolves(url, doi, expected):
    assert resolves(url, doi) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" https://e.org/ü ", "https://e.org/%C3%BC"),
        ("HTTP://e.org/", "HTTP://e.org/"),
        ("mailto:a@e.org", "mailto:a@e.org"),
        ('MAILTO:ä"<@e.org', "mailto:%C3%A4%22%3C@e.org"),
        ("doi:10.1000/a<b", "https://doi.org/10.1000/a%3Cb"),
        ("mailto:nobody", ""),
        ("javascript:alert(1)//http://e.org", ""),
        ("//e.org", ""),
        ("#here", ""),
        ("", ""),
    ],
)
def test_reachable(text, expected):
    assert reachable(text) == expected
