"""The entries that papers cite, out of their `.bib` files, each as it stands there."""

from citekit.citing.choosing import Order, Selection, selected
from citekit.citing.shelf import Shelf, shelf
from citekit.citing.sources import Sources, sources

__all__ = ["Order", "Selection", "Shelf", "Sources", "selected", "shelf", "sources"]
