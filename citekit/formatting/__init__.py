"""A `.bib` text laid out anew. Values keep their meaning; comments, `@string`s and broken entries stay."""

from citekit.formatting.files import FormattedFile, formatted_file
from citekit.formatting.formatter import Formatted, formatted
from citekit.formatting.layout import AFTER_LONGEST, Layout

__all__ = ["AFTER_LONGEST", "Formatted", "FormattedFile", "Layout", "formatted", "formatted_file"]
