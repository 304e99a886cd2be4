"""All rules, one file each, in the order in which they look and are listed."""

from __future__ import annotations

from citekit.checking.finding import Rule
from citekit.checking.rules import (
    arxiv,
    bad_key,
    comment_in_entry,
    crossref_cycle,
    crossref_order,
    dangling_crossref,
    date,
    doi_address,
    doi_form,
    duplicate_doi,
    duplicate_key,
    empty_field,
    html,
    invisible_character,
    isbn,
    issn,
    key_case,
    lone_dollar,
    missing_field,
    missing_key,
    mojibake,
    month,
    names_and,
    names_body,
    names_capitals,
    names_commas,
    names_et_al,
    names_separator,
    names_trailing_comma,
    non_ascii,
    pages_dash,
    pages_order,
    pmid,
    repeated_field,
    repeated_string,
    swallowed_text,
    syntax,
    text_after_entry,
    title_capitals,
    title_full_stop,
    title_in_braces,
    title_in_capitals,
    undefined_string,
    unescaped_character,
    unknown_field,
    unknown_type,
    unused_string,
    url,
    url_latex,
    year,
    year_in_future,
)

_IN_ORDER = (
    # blocks
    syntax, swallowed_text, text_after_entry, comment_in_entry,
    # keys
    missing_key, bad_key, duplicate_key, key_case,
    # types and fields
    unknown_type, unknown_field, missing_field, empty_field, repeated_field,
    # names for text, and entries for entries
    undefined_string, repeated_string, unused_string, dangling_crossref, crossref_order, crossref_cycle,
    # people
    names_and, names_commas, names_separator, names_trailing_comma, names_et_al, names_capitals, names_body,
    # titles
    title_capitals, title_in_capitals, title_in_braces, title_full_stop,
    # dates and pages
    year, year_in_future, date, month, pages_order, pages_dash,
    # identifiers and links
    doi_form, doi_address, duplicate_doi, isbn, issn, pmid, arxiv, url, url_latex,
    # text
    unescaped_character, lone_dollar, html, mojibake, invisible_character, non_ascii,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(module.RULE for module in _IN_ORDER)
