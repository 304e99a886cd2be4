"""What a merge did: for people on a screen and as a page, for machines as JSON."""

from citekit.report.machine import as_json, as_json_text
from citekit.report.machine.story import Story, Told, story
from citekit.report.page import as_html
from citekit.report.text import as_text

__all__ = ["Story", "Told", "as_html", "as_json", "as_json_text", "as_text", "story"]
