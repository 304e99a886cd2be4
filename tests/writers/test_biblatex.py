"""What is written for biblatex. Biber itself is asked where it is installed."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from citekit.bibtex.citable import citable
from citekit.model import Block, Library, Names, Person, Reference
from citekit.readers.bibtex import read
from citekit.writers.biblatex import entry, write

FILE = r"""% Reading list

@string{acm = "ACM"}

@PhdThesis(t, Author = {Zola, {\'E}mile and others}, title = "On {DNA} \& $\alpha$",
  school = {MIT}, year = 2001, month = jun, address = {Rome})

@incollection{p, title = {Part}, author = {A. B}, booktitle = {Whole}, publisher = acm, year = 1970, crossref = {the whole}}

@article{a, title = {T}, author = {C. D}, journal = nature, year = {in press}, eprint = {1234.5678}, archivePrefix = {arXiv}, note = {new}}

@book{the whole, title = {Whole}, publisher = acm, location = {L}, address = {A}, year = 1970, editor = {E. F}}
"""

WRITTEN = r"""% Reading list

@string{acm = "ACM"}

@thesis{t,
  author = {Zola, {\'E}mile and others},
  title = "On {DNA} \& $\alpha$",
  date = {2001-06},
  location = {Rome},
  institution = {MIT},
  type = {phdthesis},
}

@incollection{p,
  author = {A. B},
  title = {Part},
  booktitle = {Whole},
  date = 1970,
  publisher = acm,
  crossref = {the_whole},
}

@article{a,
  author = {C. D},
  title = {T},
  journaltitle = {nature},
  eprint = {1234.5678},
  eprinttype = {arXiv},
  note = {new},
  pubstate = {inpress},
}

@book{the_whole,
  title = {Whole},
  editor = {E. F},
  date = 1970,
  publisher = acm,
  address = {A},
  location = {L},
}
"""


def test_a_file_in_the_words_of_biblatex():
    assert write(read(FILE, "x.bib")) == WRITTEN
    assert write(read(WRITTEN, "x.bib")) == WRITTEN


def test_what_has_no_place():
    assert write(Library((Block("unused", "Skip to main content"),))) == ""
    assert write(Library()) == ""


def test_values_of_other_formats():
    reference = Reference("article", "Müller 2009, a").with_fields(
        {"container": "R&D {x", "ris-c1": "1", "doi": "10.1/a_b", "month": "jun", "year": "2009", "ids": "a b,c"}
    )
    assert entry(reference).splitlines() == [
        "@article{Müller_2009_a,",
        r"  journaltitle = {R\&D \textbraceleft{}x},",
        "  date = {2009-06},",
        "  doi = {10.1/a_b},",
        "  ids = {a_b,c},",
        "  ris-c1 = {1},",
        "}",
    ]


KEYS = [
    ("knuth:1984", "knuth:1984"),
    ("DBLP:conf/x/Y+Z-1.2", "DBLP:conf/x/Y+Z-1.2"),
    ("a b", "a_b"),
    ("a,{b}~c\\d#e%f'g\"h(i)=j", "a_b_c_d_e_f_g_h_i_j"),
    (" x ", "x"),
]


@pytest.mark.parametrize(("key", "cited"), KEYS)
def test_keys_that_can_be_cited(key, cited):
    assert citable(key) == cited


@pytest.mark.skipif(not shutil.which("biber"), reason="biber is not installed")
def test_biber_finds_nothing_to_complain_about(tmp_path):
    people = Names((Person("Fontaine", "Jean", "de la"), Person("WHO and Co", literal=True)), others=True)
    kinds = "article inproceedings phdthesis techreport online book incollection misc".split()
    library = Library(
        tuple(
            Reference(kind, f"k {kind}", {}).with_fields(
                {
                    "author": people, "editor": people, "title": "α & more", "container": "J", "year": "2009", "month": "jul-aug", "institution": "I",
                    "edition": "Second", "url": "http://x.org/a_b", "urldate": "2009-01-02", "eprint": "1", "eprinttype": "arxiv",
                    "publisher": "P", "address": "Rome",
                }
            )
            for kind in kinds
        )
    )  # fmt: skip
    (tmp_path / "x.bib").write_text(write(library), encoding="utf-8")
    told = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "x.bib"], cwd=tmp_path, capture_output=True, text=True, timeout=120
    )
    found = [line for line in told.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    elsewhere = "for entrytype"  # all kinds were given all fields
    assert [line for line in found if elsewhere not in line] == []
    (again,) = {
        each.fields["author"].value for each in read((tmp_path / "x_bibertool.bib").read_text("utf-8"), "y.bib")
    }
    assert again == people
