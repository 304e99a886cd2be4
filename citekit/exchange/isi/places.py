"""Where and when the work of a Web of Science record came out: source, series, issue, pages, dates."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.exchange.isi.case import settled
from citekit.exchange.tags import dates as tags_dates
from citekit.exchange.tags.collected import Collected, Said
from citekit.exchange.tags.places import container as put_container
from citekit.exchange.tags.places import issue as put_issue
from citekit.values import dates
from citekit.values.blanks import one_line
from citekit.values.edtf import iso, month_number
from citekit.values.markup import plain
from citekit.values.pages import between


def title(collected: Collected, name: str, said: Said) -> None:
    for each in said:
        collected.put(name, settled(plain(each.text)), each)


def container(collected: Collected, name: str, said: Said) -> None:
    """The source in full, and its abbreviation, that of ISO (`JI`) before that of 29 capitals (`J9`). A book is no source of itself."""
    if collected.type in ("book", "proceedings"):
        said = [each for each in said if each.name != "SO"]
        for each in said:
            collected.keep(each)
        return
    cased = [replace(each, text=settled(plain(each.text))) if each.name == "SO" else each for each in said]
    short = [each for each in cased if each.name == "JI"] or [each for each in cased if each.name == "J9"]
    put_container(collected, [each for each in cased if each.name == "SO"] + short, ("SO",), ("JI", "J9"))
    for each in cased:
        if each.name == "J9" and each not in short:
            collected.keep(each)
    there = collected.fields.get("container")
    if there and there.origin and there.origin.name == "SO":
        as_it_stood = next(each for each in said if each.name == "SO")
        collected.fields["container"] = replace(there, origin=as_it_stood)


def series(collected: Collected, name: str, said: Said) -> None:
    """The series and its subtitle."""
    whole = [settled(plain(each.text)) for each in sorted(said, key=lambda each: each.name != "SE")]
    collected.put("series", ": ".join(whole), said[0])


def issue(collected: Collected, name: str, said: Said) -> None:
    """A supplement (`SU`) is the issue where there is none."""
    put_issue(collected, "number", [each for each in said if each.name == "IS"])
    for each in said:
        if each.name == "SU" and "number" in collected.fields:
            collected.keep(each)
        elif each.name == "SU":
            text = plain(each.text)
            collected.put("number", text if re.search(r"[^\W\d_]{2}", text) else f"Suppl. {text}", each)


def pages(collected: Collected, name: str, said: Said) -> None:
    """From `BP` to `EP`, or Medline's range in `PS`; else the number of the article."""
    found = {each.name: each for each in reversed(said)}
    text = {tag: one_line(each.text) for tag, each in found.items()}
    if place := between(text.get("BP", ""), text.get("EP", "")):
        collected.put("pages", place, found.get("BP") or found["EP"])
    if "PS" in found:
        collected.put("pages", between(text["PS"], ""), found["PS"])
    if "AR" in found:
        collected.put("eid" if "pages" in collected.fields else "pages", text["AR"], found["AR"])
    for each in said:
        if each is not found[each.name]:
            collected.keep(each)


def date(collected: Collected, name: str, said: Said) -> None:
    tags_dates.date(collected, said, years=("PY", "PD"), days=("PD", "PY"))


_DAYS = re.compile(r"([A-Z]{3})[A-Z]*\.? (\d{1,2})(?:\s?-\s?(?:([A-Z]{3})[A-Z]* )?(\d{1,2}))?, (\d{4})", re.IGNORECASE)


def event_date(collected: Collected, name: str, said: Said) -> None:
    """`APR 16-18, 2012` → `2012-04-16/2012-04-18`"""
    for each in said:
        found = _DAYS.fullmatch(one_line(each.text))
        first, last = (dates.month(found[1]), dates.month(found[3] or found[1])) if found else ("", "")
        if not found or not first or not last:
            when = tags_dates.read(one_line(each.text))
            collected.put("eventdate", _iso(when.year, when.month, when.day) if not when.rest else "", each)
            if "eventdate" not in collected.fields:
                collected.keep(each)
            continue
        start, end = _iso(found[5], first, found[2]), _iso(found[5], last, found[4] or "")
        collected.put("eventdate", f"{start}/{end}" if found[4] else start, each)


def _iso(year: str, month: str, day: str) -> str:
    return "" if not year or (month and not month_number(month)) else iso(dates.Date(year, month, day))
