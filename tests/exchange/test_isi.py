"""Web of Science's capitals and types."""

from __future__ import annotations

import pytest

from citekit.exchange import isi
from citekit.exchange.isi.case import settled


@pytest.mark.parametrize(
    ("capitals", "title"),
    [
        ("JOURNAL OF PHYSICS-CONDENSED MATTER", "Journal of Physics-Condensed Matter"),
        ("IEEE TRANSACTIONS ON IMAGE PROCESSING", "IEEE Transactions on Image Processing"),
        ("THE ROLE OF DNA: A REVIEW", "The Role of DNA: A Review"),
        ("ACTA CRYSTALLOGRAPHICA SECTION E", "Acta Crystallographica Section E"),
        ("PHYSICS LETTERS B", "Physics Letters B"),
        ("CHILDREN'S HEALTH CARE", "Children's Health Care"),
        ("WORLD WAR II AND AFTER", "World War II and After"),
        ("STATE-OF-THE-ART REVIEWS", "State-of-the-Art Reviews"),
        ("ÉTUDES DE LETTRES FRANÇAISES", "Études de Lettres Françaises"),
        ("PLOS ONE", "PLOS ONE"),
        ("JAMA", "JAMA"),
        ("Nature", "Nature"),
        ("Journal of MRI", "Journal of MRI"),
    ],
)
def test_titles_in_capitals(capitals, title):
    assert settled(capitals) == title


@pytest.mark.parametrize(
    ("publication", "document", "is_part", "entry_type"),
    [
        ("J", "Article", True, "article"),
        ("B", "Book", False, "book"),
        ("B", "Article; Book Chapter", True, "incollection"),
        ("S", "Proceedings Paper", True, "inproceedings"),
        ("C", "", True, "inproceedings"),
        ("C", "", False, "proceedings"),
        ("P", "", False, "patent"),
        ("", "Conference Paper", True, "inproceedings"),
        ("", "Dissertation", False, "thesis"),
        ("", "", False, "article"),
    ],
)
def test_types(publication, document, is_part, entry_type):
    assert isi.entry_type(publication, document, is_part) == entry_type
