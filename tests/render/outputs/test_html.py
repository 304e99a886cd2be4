"""What a browser's parser makes of the HTML."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.model import Field, Reference
from citekit.render import STYLES, render


class Page(HTMLParser):
    """Tags that are open, all tags seen with their attributes, and the text of each list item."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.items: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.seen.append((tag, dict(attrs)))
        if tag == "li":
            self.items.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "li" in self.open:
            self.items[-1] += data


def parsed(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open
    return page


ALLOWED = {"ol": {"class"}, "li": {"id"}, "em": set(), "a": {"href"}}


def test_every_reference_is_a_well_formed_item_with_its_text(references):
    for style in STYLES:
        page = parsed(render(references, style, "html").text)
        lines = render(references, style, "text").text.splitlines()
        assert [item.replace("\xa0", " ") for item in page.items] == [line.split(" ", 1)[1] for line in lines]
        assert all(set(attributes) == ALLOWED[tag] for tag, attributes in page.seen)
        assert len({a["id"] for tag, a in page.seen if tag == "li"}) == len(references)


hostile = st.text(alphabet="<>&\"'/=;:# abjs{}[]()", max_size=20) | st.sampled_from(
    [
        '"><script>alert(1)</script>',
        "javascript:alert(1)",
        'https://e.org/" onload="x',
        "https://e.org/<b>",
        "<!--",
        "&lt;",
    ]
)


@settings(max_examples=100)
@given(hostile, hostile, hostile, hostile)
def test_no_value_becomes_markup(key, title, url, doi):
    fields = {name: Field(value) for name, value in (("title", title), ("url", url), ("doi", doi)) if value}
    page = parsed(render([Reference("misc", key, fields)], "plain", "html").text)
    for tag, attributes in page.seen:
        assert set(attributes) == ALLOWED[tag]
        assert attributes.get("href", "https://").startswith(("http://", "https://"))
