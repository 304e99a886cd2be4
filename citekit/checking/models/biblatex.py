"""Entry types of biblatex with their required fields (manual §2.1.1, aliases §2.1.2, non-standard types §2.1.3) and its fields
(§2.2.2 to §2.2.5): https://ctan.org/pkg/biblatex, biblatex.pdf.

What BibTeX calls a field otherwise (§2.2.5) stands behind biblatex's name. Less is asked than the manual asks where its own
data model asks less: `incollection` needs no `editor`.
"""

from __future__ import annotations

from citekit.checking.models.model import Model, table

_REQUIRED = table("""
article: author title journaltitle/journal year/date
book: author title year/date
mvbook: author title year/date
inbook: author title booktitle year/date
bookinbook: author title booktitle year/date
suppbook: author title booktitle year/date
booklet: author/editor title year/date
collection: editor title year/date
mvcollection: editor title year/date
incollection: author title booktitle year/date
suppcollection: author title booktitle year/date
dataset: author/editor title year/date
manual: author/editor title year/date
misc: author/editor title year/date
online: author/editor title year/date doi/eprint/url
patent: author title number year/date
periodical: editor title year/date
suppperiodical: author title journaltitle/journal year/date
proceedings: title year/date
mvproceedings: title year/date
inproceedings: author title booktitle year/date
reference: editor title year/date
mvreference: editor title year/date
inreference: author title booktitle year/date
report: author title type institution/school year/date
software: author/editor title year/date
thesis: author title type institution/school year/date
unpublished: author title year/date
conference: author title booktitle year/date
electronic: author/editor title year/date doi/eprint/url
mastersthesis: author title institution/school year/date
phdthesis: author title institution/school year/date
techreport: author title institution/school year/date
www: author/editor title year/date doi/eprint/url
""")

_OTHERS = """
set xdata artwork audio bibnote commentary image jurisdiction legislation legal letter movie music performance review standard
video customa customb customc customd custome customf
""".split()

_FIELDS = """
abstract addendum afterword annotation annotator author authortype bookauthor bookpagination booksubtitle booktitle booktitleaddon
chapter commentator date doi edition editor editora editorb editorc editortype editoratype editorbtype editorctype eid entrysubtype
eprint eprintclass eprinttype eventdate eventtitle eventtitleaddon file foreword holder howpublished indextitle institution
introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc journalsubtitle journaltitle
journaltitleaddon label language library location mainsubtitle maintitle maintitleaddon month nameaddon note number organization
origdate origlanguage origlocation origpublisher origtitle pages pagetotal pagination part publisher pubstate reprinttitle series
shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle subtitle title titleaddon translator type url
urldate venue version volume volumes year
crossref entryset execute gender langid langidopts ids indexsorttitle keywords options presort related relatedoptions relatedtype
relatedstring sortkey sortname sortshorthand sorttitle sortyear xdata xref
namea nameb namec nameatype namebtype namectype lista listb listc listd liste listf usera userb userc userd usere userf
verba verbb verbc
address annote archiveprefix journal key pdf primaryclass school
day endyear endmonth endday origyear eventyear urlyear urlmonth urlday hyphenation
""".split()

BIBLATEX = Model("biblatex", "biblatex", _REQUIRED, frozenset(_OTHERS), frozenset(_FIELDS))
