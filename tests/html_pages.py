"""Pages written after the markup that sites and programs are known to make, all about the same three works."""

from urllib.parse import quote

LEUNG = (
    "Leung VC, Lee KE. Infantile cortical hyperostosis with intramedullary lesions. J Pediatr Orthop. 1985;5(3):354–7."
)
MENGESHA = (
    "Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol. 2002;3(6):389–400."
)
GARG = (
    "Garg M, de Jesus AA, Chapelle D, et al. Rilonacept maintains long-term remission. JCI Insight. 2017;2(16):e94838."
)
ALL = (LEUNG, MENGESHA, GARG)
YEARS = ["1985", "2002", "2017"]
PROSE = "<p>We describe three patients, who were all treated; it was <a href='#ref1'>good</a> to see that they are well.</p>"


def coins(**rft):
    pairs = [("ctx_ver", "Z39.88-2004"), *rft.items()]
    openurl = "&amp;".join(f"{key.replace('__', '.')}={quote(value)}" for key, value in pairs)
    return f'<span class="Z3988" title="{openurl}"></span>'


def page(body, head=""):
    return f"<!DOCTYPE html>\n<html lang=en><head><meta charset='utf-8'><title>A page</title>\n{head}</head>\n<body>{body}</body></html>\n"


def every(form):
    return "\n".join(form.format(text=text, n=n) for n, text in enumerate(ALL, 1))


MENU = "<nav><ul><li><a href=/>Home</a></li><li><a href=#r>References</a></li></ul></nav>"

LISTS = {
    "MediaWiki": page(
        f"<h1 id=firstHeading>Osteomyelitis</h1>{PROSE}<div class='mw-heading mw-heading2'><h2 id=References>References</h2>"
        "<span class='mw-editsection'>[<a href='?action=edit'>edit</a>]</span></div>"
        "<div class='reflist'><div class='mw-references-wrap'><ol class='references'>"
        + every(
            "<li id='cite_note-{n}'><span class='mw-cite-backlink'>^ <a href='#cite_ref-{n}_a'><sup><i><b>a</b></i></sup></a> "
            "<a href='#cite_ref-{n}_b'><sup><i><b>b</b></i></sup></a></span> <span class='reference-text'>{text}</span></li>"
        )
        + "</ol></div></div><h2>External links</h2><ul><li><a href=x>A site</a></li></ul><div id=catlinks>Categories: Bone</div>"
    ),
    "MediaWiki before 2012": page(
        f"{PROSE}<ol class=references>"
        + every("<li id=cite_note-{n}><b><a href='#cite_ref-{n}'>^</a></b> {text}</li>")
        + "</ol>"
    ),
    "Springer Nature": page(
        MENU
        + PROSE
        + "<section data-title=References><div class='c-article-section' id='Bib1-section'><h2 class='c-article-section__title'>References</h2>"
        "<div class='c-article-section__content'><div data-container-section=references><ol class='c-article-references'>"
        + every(
            "<li class='c-article-references__item js-c-reading-companion-references-item' data-counter='{n}.'>"
            "<p class='c-article-references__text' id='ref-CR{n}'>{text}</p>"
            "<p class='c-article-references__links u-hide-print'><a href='/articles/x{n}'>Article</a>  <a href='http://x/'>CAS</a> "
            "<a href='http://x/'>PubMed</a>  <a href='http://scholar.google.com/scholar_lookup?&amp;title=x'>Google Scholar</a> </p></li>"
        )
        + "</ol><p class='c-article-references__download u-hide-print'><a href=/x>Download references</a></p></div></div></div></section>"
        "<section><h2>Author information</h2><p>Department of Things, Somewhere</p></section>"
    ),
    "ScienceDirect": page(
        PROSE + "<section class='bibliography u-font-serif' id='bi0005'><h2 class='section-title'>References</h2>"
        "<section class='bibliography-sec' id='bs0005'><ol class='references'>"
        + every(
            "<li><span class='label u-font-sans'><a href='#bb{n}'>[{n}]</a></span><span class='reference' id='rf{n}'>{text}</span>"
            "<div class='ReferenceLinks'><a class='anchor link' href='https://doi.org/10.1000/x{n}'><span>Crossref</span></a>"
            "<a class='anchor' href='https://www.scopus.com/x'><span>View in Scopus</span></a>"
            "<a class='anchor' href='https://scholar.google.com/scholar_lookup?title=x'><span>Google Scholar</span></a></div></li>"
        )
        + "</ol></section></section><div class=RelatedContent><h2>Cited by (7)</h2><ul><li>A thing<p>2020, Journal</p></ul></div>"
    ),
    "ScienceDirect before 2020": page(
        "<dl class='references' id='reference-links-bs0005'>"
        + every("<dt class='label'><a href='#b{n}'>[{n}]</a></dt><dd class='reference' id='h{n}'>{text}</dd>")
        + "</dl>"
    ),
    "PMC": page(
        PROSE
        + "<section id='ref-list1' class='ref-list'><h2 class='pmc_sec_title'>References</h2><section id='ref-list1_sec2'>"
        "<ul class='ref-list font-sm' style='list-style-type:none'>"
        + every(
            "<li id='B{n}'><span class='label'>{n}.</span><cite>{text}</cite> [<a href='https://doi.org/10.1000/x{n}'>DOI</a>] "
            "[<a href='/articles/PMC123/'>PMC free article</a>] [<a href='https://pubmed.ncbi.nlm.nih.gov/100000{n}/'>PubMed</a>] "
            "[<a href='https://scholar.google.com/scholar_lookup?journal=x'>Google Scholar</a>]</li>"
        )
        + "</ul></section></section><footer>A footer of 2020, Smith J.</footer>"
    ),
    "Wiley": page(
        "<section class='article-section article-section__references' id='references-section'><div class='accordion'>"
        "<h3>References</h3><ul class='rlist separator'>"
        + every(
            "<li data-bib-id='cit{n}'><span class='bullet'>{n}</span><span>{text}</span><div class='extra-links getFTR'>"
            "<span class='hidden data-doi'>10.1000/x{n}</span><a href='/servlet/linkout?dbid=16&amp;doi=10.1002/own&amp;key=10.1000%2Fx{n}'>Crossref</a>"
            "<a href='/servlet/linkout?dbid=8&amp;key=100000{n}'>PubMed</a><a href='http://scholar.google.com/x'>Google Scholar</a></div></li>"
        )
        + "</ul></div></section>"
    ),
    "PLOS": page(
        "<div class='section toc-section'><h2>References</h2><ol class='references'>"
        + every(
            "<li id='ref{n}'><span class='order'>{n}.</span><a name='x{n}' class='link-target'></a>{text}"
            "<ul class='reflinks' data-doi='10.1000/x{n}'><li><a href='https://doi.org/10.1000/x{n}'>View Article</a></li> "
            "<li><a href='http://www.ncbi.nlm.nih.gov/pubmed/100000{n}'>PubMed/NCBI</a></li> "
            "<li><a href='http://scholar.google.com/scholar?q=x'>Google Scholar</a></li></ul></li>"
        )
        + "</ol></div>"
    ),
    "HighWire": page(
        "<div class='section ref-list' id='ref-list-1'><h2>References</h2><ol class='cit-list ref-use-labels'>"
        + every(
            "<li><span class='ref-label'>{n}.</span><a class='rev-xref-ref' href='#xref-ref-{n}-1' title='View reference in text'>↵</a>"
            "<div class='cit ref-cit ref-journal' data-doi='10.1000/x{n}'><div class='cit-metadata'><cite>{text}</cite></div>"
            "<div class='cit-extra'><a href='{{openurl}}' class='cit-ref-sprinkles'><span>OpenUrl</span></a><a href='/external-ref'><span>CrossRef</span></a>"
            "<a href='/x'><span>PubMed</span></a></div></div></li>"
        )
        + "</ol></div>"
    ),
    "OJS": page(
        f"<div class='item references'><h2 class='label'>References</h2><div class='value'>{every('<p>{text}</p>')}</div></div>"
    ),
    "OJS with line breaks": page(
        f"<div class='item references'><h3 class=label>References</h3><div class=value>{'<br />'.join(ALL)}</div></div><div>Downloads</div>"
    ),
    "Pandoc": page(
        "<h1 id='bibliography'>References</h1><div id='refs' class='references csl-bib-body hanging-indent' role='list'>"
        + every("<div id='ref-{n}' class='csl-entry' role='listitem'>\n{text}\n</div>")
        + "</div>"
    ),
    "Pandoc, numbered": page(
        "<div id='refs' class='references csl-bib-body'>"
        + every(
            "<div id='ref-{n}' class='csl-entry'><div class='csl-left-margin'>{n}. </div><div class='csl-right-inline'>{text}</div></div>"
        )
        + "</div>"
    ),
    "Zotero": "<html><body><div class='csl-bib-body' style='line-height: 1.35; '>"
    + "".join(
        f"<div class='csl-entry'>{text}</div>\n  "
        + coins(rft__date=year, rft__atitle=title, rft__jtitle=journal, rft__genre="article")
        for text, year, title, journal in zip(
            ALL,
            YEARS,
            ("Infantile cortical hyperostosis", "Pustular skin disorders", "Rilonacept"),
            ("J Pediatr Orthop", "Am J Clin Dermatol", "JCI Insight"),
            strict=True,
        )
    )
    + "</div></body></html>",
    "LaTeXML": page(
        "<section id='bib' class='ltx_bibliography'><h2 class='ltx_title ltx_title_bibliography'>References</h2><ul class='ltx_biblist'>"
        + every(
            "<li id='bib.bib{n}' class='ltx_bibitem'><span class='ltx_tag ltx_role_refnum ltx_tag_bibitem'>[{n}]</span>"
            "<span class='ltx_bibblock'>{text}</span></li>"
        )
        + "</ul></section>"
    ),
    "Frontiers": page(
        "<div class='References'><h2>References</h2>"
        + every(
            "<p class='ReferencesCopy1'><a name='B{n}'></a>{n}. {text}</p><p class='ReferencesCopy2'><a href='http://x/'>PubMed Abstract</a> | "
            "<a href='https://doi.org/10.1000/x{n}'>CrossRef Full Text</a> | <a href='http://x/'>Google Scholar</a></p>"
        )
        + "</div>"
    ),
    "bibtex2html": page(
        "<h1>Papers</h1><table>"
        + every(
            "<tr valign=top>\n<td align=right class=bibtexnumber>\n[<a name=x{n}>{n}</a>]\n</td><td class=bibtexitem>\n{text}\n\n</td></tr>"
        )
        + "</table>"
    ),
    "a blog": page(
        f"<article class=post>{PROSE}<p><strong>References</strong></p>{every('<p>{n}. {text}</p>')}<div class=sharedaddy><h3>Share this</h3></div></article>"
    ),
    "a heading and a list": page(
        f"{MENU}{PROSE}<h2>References</h2><ol>{every('<li>{text}')}</ol><h2>Contact</h2><p>Call us.</p>"
    ),
    "a list and no heading": page(
        f"{MENU}<h1>Publications</h1>{PROSE}<h3>2017</h3><ul>{every('<li>{text}</li>')}</ul>"
    ),
    "a layout table": page(
        f"<table><tr><td>Menu</td><td><table><tr><td><h3>Literatur</h3><ol>{every('<li><font size=2>{text}</font>')}</ol></td></tr></table></td></tr></table>"
    ),
    "a table of numbers and texts": page(
        f"<h4>References</h4><table>{every('<tr><td>{n}</td><td>{text}</td></tr>')}</table>"
    ),
    "Word": "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body>"
    + every("<p class=MsoBibliography>{n}.<span style='mso-tab-count:1'> </span>{text}<o:p></o:p></p>")
    + "</body></html>",
    "a fragment": every("<li>{text}</li>"),
    "a fragment without ends": every("<li>{text}"),
    "paragraphs": page(PROSE + every("<p>{text}</p>")),
    "text with breaks": page("Some words<br><br>References<br><br>" + "<br><br>".join(ALL)),
    "in <pre>": page(f"<pre>\nReferences\n\n{chr(10).join(f'{n}. {text}' for n, text in enumerate(ALL, 1))}\n</pre>"),
    "XHTML": '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n'
    f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h2>References</h2><ol>{every("<li>{text}</li>")}</ol></body></html>',
    "saved from a browser": f"<!-- saved from url=(0030)https://example.org/ -->\n<HTML><BODY><OL CLASS='references'>{every('<LI>{text}')}</OL></BODY></HTML>",
}
