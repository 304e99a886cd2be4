"""The door to XML: bytes of any kind → record elements with their lines; hostile and broken files."""

import contextlib

import pytest

from citekit.errors import InputError
from citekit.formats import Input
from citekit.readers import xml

NAMES = {"record"}


def given(data):
    return Input(data if isinstance(data, bytes) else data.encode(), "set.xml")


def read(data):
    return list(xml.records(given(data), NAMES))


def texts(data):
    return [found.element.text() for found in read(data) if found.element is not None]


def said(data):
    return [problem for found in read(data) for problem in found.problems]


# ---------------------------------------------------------------- elements

PAPER = """<?xml version="1.0"?>
<set xmlns:m="urn:m">
  <record kind="a" m:place="here">
    <title>One</title>
    <people><name>Ann</name><name></name><name>Bo</name></people>
    <m:title>Two</m:title>
  </record>
  <other/>
  <record/>
</set>
"""


def test_an_element_tells_its_names_lines_attributes_and_texts():
    first, second = read(PAPER)
    element = first.element
    assert (element.name, element.line, first.line) == ("record", 3, 3)
    assert [(child.name, child.line) for child in element.children()] == [("title", 4), ("people", 5), ("title", 6)]
    assert element.attribute("kind") == "a"
    assert element.attribute("place") == "here"
    assert element.attribute("none") == ""
    assert element.texts("title") == ["One", "Two"]
    assert element.texts("people/name") == ["Ann", "Bo"]
    assert element.text("people/none") == ""
    assert element.first("people/name").text() == "Ann"
    assert len(element.all("people/name")) == 3
    assert second.element.children() == []


def test_the_text_of_a_record_is_verbatim():
    assert read(PAPER)[1].text == "<record/>"
    assert read("<set>\r\n<record  a='1' >\r\nx</record></set>")[0].text == "<record  a='1' >\nx</record>"


def test_lines_are_right_behind_the_place_where_lxml_stops_counting():
    data = "<set>\n" + "\n" * 70_000 + "<record>\n<title>x</title></record></set>"
    assert read(data)[0].element.first("title").line == 70_003


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<i>In vivo</i> and <b>in</b> <u>vitro</u>", "In vivo and in vitro"),
        ("H<sub>2</sub>O, 10<sup>-6</sup>", "H₂O, 10⁻⁶"),
        ("CO<sub>x</sub>", "COx"),
        ("one<br/>two", "one two"),
        ("\n  spread\n  over   lines ", "spread over lines"),
        ("<![CDATA[a < b & c]]>", "a < b & c"),
        ("a<!-- not this -->b", "ab"),
        ('<style face="superscript">14</style>C', "¹⁴C"),
        ("5\u00a0mg", "5\u00a0mg"),
        ("<math><msup><mi>x</mi><mn>2</mn></msup></math>", "x²"),
        ("<math><msub><mi>x</mi><mi>p</mi></msub></math>", "x_p"),
        ("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac></math>", "(a+1)/b"),
        (
            "<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'>\n <m:mi> η </m:mi>\n<m:annotation>eta</m:annotation></m:math>",
            "η",
        ),
    ],
)
def test_markup_inside_a_text_becomes_plain_text(inside, text):
    assert texts(f"<set><record>{inside}</record></set>") == [text]


def test_a_prefix_that_nobody_defines_does_no_harm():
    found = read('<m:set><m:record x:place="here"><m:title>One</m:title></m:record></m:set>')[0]
    assert found.element.text("title") == "One"
    assert found.element.attribute("place") == "here"
    assert not found.problems


# ---------------------------------------------------------------- the root


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<set/>", "set"),
        ("\n <?xml version='1.0'?>\n<!-- <no> -->\n<m:set a='b'>", "set"),
        ('<!DOCTYPE set PUBLIC "-//X//DTD <Y>//EN" "http://example.org/x.dtd"><set>', "set"),
        ('<!DOCTYPE set [<!ENTITY a "]>"> <!-- don\'t ]> --> <!ELEMENT set ANY>]><set>', "set"),
        ("<!DOCTYPE html><html>", "html"),
        ("a < b", ""),
        ("<", ""),
        ("", ""),
        ("<!-- no end", ""),
        ("<3 you", ""),
    ],
)
def test_the_root_is_found_behind_what_may_stand_before_it(text, name):
    assert xml.root(given(text)) == name


# ---------------------------------------------------------------- encodings

WORD = "<set><record>Müller naïve</record></set>"


@pytest.mark.parametrize(
    "data",
    [
        WORD.encode(),
        b"\xef\xbb\xbf" + WORD.encode(),
        WORD.encode("utf-16"),
        WORD.encode("utf-16-be"),
        ('<?xml version="1.0" encoding="UTF-16"?>' + WORD).encode("utf-16-le"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>' + WORD).encode("latin-1"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>' + WORD).encode(),
        ('<?xml version="1.0" encoding="utf-16"?>' + WORD).encode(),
    ],
)
def test_an_encoding_is_understood_without_a_word(data):
    assert texts(data) == ["Müller naïve"]
    assert said(data) == []


def test_the_declaration_counts_where_the_bytes_are_not_utf_8():
    data = ('<?xml version="1.0" encoding="koi8-r"?><set><record>Привет</record></set>').encode("koi8-r")
    assert texts(data) == ["Привет"]


def test_bytes_that_fit_no_encoding_are_read_one_by_one_and_told():
    data = b'<?xml version="1.0" encoding="UTF-8"?>\n<set>\n<record>\xfcber \xc3\xbc</record>\n<record>\xc3\xbc</record></set>'
    assert texts(data) == ["über ü", "ü"]
    assert [(problem.line, "Windows-1252" in problem.message) for problem in said(data)] == [(3, True)]


# ---------------------------------------------------------------- broken files


def test_a_broken_record_is_the_only_one_that_is_lost():
    data = "<set>\n<record>1</record>\n<record><a>\n<b></a></record>\n<record>3</record></set>"
    first, broken, last = read(data)
    assert (first.element.text(), last.element.text()) == ("1", "3")
    assert broken.element is None
    assert broken.text == "<record><a>\n<b></a></record>"
    assert [(problem.kind, problem.file, problem.line) for problem in broken.problems] == [("syntax", "set.xml", 4)]


def test_a_record_without_an_end_ends_where_the_next_begins():
    data = "<set><record><a>1</a>\n<record>2</record></set>"
    broken, whole = read(data)
    assert broken.text == "<record><a>1</a>"
    assert "</record>" in broken.problems[0].message
    assert whole.element.text() == "2"


@pytest.mark.parametrize("rest", ["<record><a>2", "<record", "<record a='"])
def test_a_file_that_is_cut_off_gives_the_whole_records_and_one_problem(rest):
    found = read(f"<set>\n<record>1</record>\n{rest}")
    assert found[0].element.text() == "1"
    assert [problem.line for each in found for problem in each.problems] == [3] or rest == "<record"
    assert sum(len(each.problems) for each in found) == 1


def test_a_file_that_is_cut_between_records_is_told():
    assert [str(problem) for problem in said("<set><record>1</record>\n")] == [
        "set.xml:2: the file ends before </set>; the records up to here were read"
    ]


@pytest.mark.parametrize("text", ["<set></set>", "<set/>", "<m:set>\n</m:set >\n<!-- end -->"])
def test_a_set_without_records_is_no_problem(text):
    assert read(text) == []


def test_what_is_no_xml_is_an_input_error():
    with pytest.raises(InputError, match=r"set\.xml: no XML"):
        read("just prose")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("AT&T & more", "AT&T & more"),
        ("&eacute;&nbsp;&lt;&#169;&#xE9;", "é\u00a0<©é"),
        ("&unheard;", "&unheard;"),
        ("a\x01b&#0;c", "abc"),
        ("<![CDATA[AT&T]]> & more", "AT&T & more"),
    ],
)
def test_what_programs_write_for_xml_is_put_right_and_told(inside, text):
    data = f"<set>\n<record>{inside}</record></set>"
    assert texts(data) == [text]
    assert {problem.line for problem in said(data)} == {2}


def test_tags_in_comments_cdata_and_document_types_are_text():
    data = (
        '<!DOCTYPE set [<!ENTITY e "<record>no</record>">]><set><!-- <record>no</record> -->'
        "<record><![CDATA[</record><record>]]></record><?x <record> ?></set>"
    )
    assert texts(data) == ["</record><record>"]


def test_a_record_in_another_belongs_to_it():
    found = list(xml.records(given("<set><a><b>1</b></a><b>2</b></set>"), {"a", "b"}))
    assert [each.element.name for each in found] == ["a", "b"]


# ---------------------------------------------------------------- hostile files


def test_an_entity_bomb_is_not_expanded_and_told_in_one_line():
    lines = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    data = (
        "<?xml version='1.0'?>\n<!DOCTYPE set [\n"
        + "\n".join(lines)
        + "]>\n<set><record a='&a11;'>&a11;</record></set>"
    )
    assert texts(data) == ["&a11;"]
    assert [(problem.line, "not expanded" in problem.message) for problem in said(data)] == [(3, True)]


def test_no_other_file_is_opened(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    for name in ("SYSTEM", 'PUBLIC "x"'):
        data = f'<!DOCTYPE set [<!ENTITY e {name} "{secret.as_uri()}">]><set><record>&e;</record></set>'
        assert texts(data) == ["&e;"]


@pytest.mark.parametrize(
    "data",
    [
        "<set>" + "<!--" * 500_000,
        "<set>" + '<record "' * 20_000,
        "<set><record>&" + "<![CDATA[" * 200_000 + "</record></set>",
        "<set><record>" + "<a>" * 200_000 + "</a>" * 200_000 + "</record></set>",
        "<!DOCTYPE set [" + "\"'" * 90_001 + "]><set/>",
        "<?" * 90_000,
        "<set><record " + 'a="1" ' * 100_000 + "/></set>",
    ],
    ids=["comments", "tags", "cdata", "depth", "quotes", "instructions", "attributes"],
)
def test_nasty_input_ends_in_problems(data):
    with contextlib.suppress(InputError):
        assert said(data)


def test_a_field_of_a_megabyte_is_read():
    assert len(texts("<set><record>" + "word " * 200_000 + "</record></set>")[0]) == 999_999


def test_records_come_one_at_a_time():
    found = xml.records(given("<set>" + "<record>x</record>" * 1000 + "<broken"), NAMES)
    assert next(found).element.text() == "x"


# ---------------------------------------------------------------- a library


def test_a_library_has_a_reference_or_a_failed_block_for_each_record():
    from citekit.model import Reference

    def reference(element, origin):
        return Reference("misc", origin=origin).with_field("title", element.text()) if element.text() else None

    found = xml.library(
        given("<set>\n<record>1</record>\n<record/>\n<record><a></record>\n<record>4</record></set>"),
        NAMES,
        "x",
        reference,
    )
    assert [(each.title, each.origin.line, each.origin.number) for each in found] == [("1", 2, 1), ("4", 5, 2)]
    assert [(block.kind, block.line) for block in found.blocks] == [("failed", 3), ("failed", 4)]
    assert len(found.problems) == 2
    assert found.references[0].origin.text == "<record>1</record>"
