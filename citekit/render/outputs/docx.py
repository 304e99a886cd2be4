"""A Word document (Office Open XML, ECMA-376, Part 1): a paragraph a reference. The same entries give the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from html import escape
from io import BytesIO

from citekit.csl import marks
from citekit.render.outputs import Entry, Layout
from citekit.render.outputs.blocks import DISPLAYS, line, lines
from citekit.render.outputs.markup import address, harmless, tokens

# Mark → property of a run (17.3.2) and what it is set to.
_FONTS = {
    marks.ITALIC: ("i", "true"), marks.OBLIQUE: ("i", "true"), marks.UPRIGHT: ("i", "false"),
    marks.BOLD: ("b", "true"), marks.LIGHT: ("b", "false"), marks.REGULAR: ("b", "false"),
    marks.SMALL_CAPS: ("smallCaps", "true"), marks.FULL_CAPS: ("smallCaps", "false"),
    marks.UNDERLINE: ("u", "single"), marks.NO_UNDERLINE: ("u", "none"),
    marks.SUPERSCRIPT: ("vertAlign", "superscript"), marks.SUBSCRIPT: ("vertAlign", "subscript"),
    marks.BASELINE: ("vertAlign", "baseline"),
}  # fmt: skip
_PROPERTIES = ("b", "i", "smallCaps", "u", "vertAlign")  # in the order of the schema
_HYPERLINK = '<w:hyperlink r:id="link{}">'
_BREAK, _TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"
_INDENT = 720  # twentieths of a point, of which an inch has 1440
_DIGIT = 120  # about the width of a digit

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMATS = "http://schemas.openxmlformats.org"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = f"{_FORMATS}/officeDocument/2006/relationships"
_RELATIONS = f'{_XML}<Relationships xmlns="{_FORMATS}/package/2006/relationships">%s</Relationships>'
_CONTENTS = (
    f'{_XML}<Types xmlns="{_FORMATS}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_ROOT = _RELATIONS % f'<Relationship Id="document" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
_STYLES = (
    f'{_XML}<w:styles xmlns:w="{_FORMATS}/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/>'
    "%s</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bibliography"><w:name w:val="Bibliography"/><w:basedOn w:val="Normal"/>'
    "<w:pPr>%s</w:pPr></w:style></w:styles>"
)
_DOCUMENT = (
    f'{_XML}<w:document xmlns:w="{_FORMATS}/wordprocessingml/2006/main" xmlns:r="{_RELATION}">'
    "<w:body>%s<w:sectPr/></w:body></w:document>"
)
_PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="Bibliography"/></w:pPr>{}</w:p>'
_LINK = f'<Relationship Id="link{{}}" Type="{_RELATION}/hyperlink" Target="{{}}" TargetMode="External"/>'


def written(entries: Sequence[Entry], layout: Layout) -> bytes:
    """The document. Labels stand in a column of their own, by a tab; references without one hang where the style says so. All
    have the paragraph style "Bibliography", by which they can be changed at once."""
    widest = max((len(marks.plain(entry.label).strip()) for entry in entries), default=0)
    addresses: list[str] = []
    body = "".join(_PARAGRAPH.format(_paragraph(entry, bool(widest), addresses)) for entry in entries)
    links = "".join(_LINK.format(number, escape(leads)) for number, leads in enumerate(addresses))
    styles = f'<Relationship Id="styles" Type="{_RELATION}/styles" Target="styles.xml"/>'
    language = f'<w:lang w:val="{escape(harmless(layout.language))}"/>' if layout.language else ""
    return _zipped(
        {
            "[Content_Types].xml": _CONTENTS,
            "_rels/.rels": _ROOT,
            "word/document.xml": _DOCUMENT % body,
            "word/_rels/document.xml.rels": _RELATIONS % (styles + links),
            "word/styles.xml": _STYLES % (language, _measures(widest, layout)),
        }
    )


def _measures(widest: int, layout: Layout) -> str:
    column = _DIGIT * min(widest + 2, 24)
    hanging = column if widest else _INDENT if layout.hanging_indent else 0
    line = 240 * min(max(layout.line_spacing, 1), 4)
    after = 120 * min(max(layout.entry_spacing, 0), 4)
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{hanging}"/></w:tabs>'
        f'<w:spacing w:after="{after}" w:line="{line}" w:lineRule="auto"/><w:ind w:left="{hanging}" w:hanging="{hanging}"/>'
    )


def _paragraph(entry: Entry, labelled: bool, addresses: list[str]) -> str:
    label = line(_runs(entry.label, addresses)) + _TAB if labelled else ""
    text = lines(_runs(entry.text, addresses))
    return label + _BREAK.join(_TAB * indented + runs for indented, runs in text)


def _runs(marked: str, addresses: list[str]) -> str:
    """Runs and links; the addresses of links are put behind those that are there."""
    first, *rest = tokens(harmless(marked))
    written = [_run(first, {})]
    outer: list[tuple[dict[str, str], str]] = []
    font: dict[str, str] = {}
    for mark, text in zip(rest[::2], rest[1::2], strict=True):
        if mark == marks.CLOSE:
            font, closes = outer.pop() if outer else (font, "")
            written.append(closes)
        else:
            opens, closes = _around(mark, addresses)
            outer.append((font, closes))
            written.append(opens)
            font = font | dict([_FONTS[mark]]) if mark in _FONTS else font
        written.append(_run(text, font))
    return "".join([*written, *(closes for _, closes in reversed(outer))])


def _around(mark: str, addresses: list[str]) -> tuple[str, str]:
    leads = address(mark) if mark[0] == marks.LINK else ""
    if not leads:
        return DISPLAYS.get(mark, ("", ""))
    addresses.append(leads)
    return _HYPERLINK.format(len(addresses) - 1), "</w:hyperlink>"


def _run(text: str, font: dict[str, str]) -> str:
    if not text:
        return ""
    properties = "".join(f'<w:{name} w:val="{font[name]}"/>' for name in _PROPERTIES if name in font)
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _zipped(parts: dict[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)  # ZipInfo's own date: 1980
    return stream.getvalue()
