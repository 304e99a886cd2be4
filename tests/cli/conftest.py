"""Services for the commands that look things up: on the loopback interface, with a cache of their own, and nobody waits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib import import_module

import pytest
from crossref_server import CrossrefServer
from services_server import ServicesServer
from shelf import RECORDS

SERVICES = ("crossref.Crossref", "datacite.DataCite", "pubmed.PubMed", "arxiv.ArXiv")
SUMMARY = {
    "uid": "19494218", "title": "An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist.",
    "authors": [{"name": "Aksentijevich I", "authtype": "Author"}], "pubtype": ["Journal Article"],
    "fulljournalname": "The New England journal of medicine", "source": "N Engl J Med", "volume": "360", "issue": "23",
    "pages": "2426-37", "pubdate": "2009 Jun 4",
    "articleids": [{"idtype": "pubmed", "value": "19494218"}, {"idtype": "doi", "value": "10.1056/NEJMoa0807865"}],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Online:
    """The servers that the commands are led to."""

    crossref: CrossrefServer
    others: ServicesServer

    @property
    def requests(self) -> list[str]:
        return [*self.crossref.requests, *self.others.requests]


@pytest.fixture
def unhurried(monkeypatch):
    """No service is waited for: pauses are only counted."""
    for name in SERVICES:
        module, client = name.split(".")
        real = getattr(import_module(f"citekit.sources.{module}"), client)
        monkeypatch.setattr(f"citekit.sources.{name}", partial(real, sleep=lambda _: None))


@pytest.fixture
def online(run, tmp_path_factory, monkeypatch, unhurried):
    """Crossref with the records of one small literature, PubMed with one of them, DataCite and arXiv with none."""
    with CrossrefServer(RECORDS) as crossref, ServicesServer(pubmed={"19494218": SUMMARY}) as others:
        for name, value in {
            "CACHE_DIR": str(tmp_path_factory.mktemp("cache")),
            "CROSSREF_URL": crossref.url,
            "DATACITE_URL": others.datacite_url,
            "PUBMED_URL": others.eutils_url,
            "PMC_URL": others.converter_url,
            "ARXIV_URL": others.arxiv_url,
        }.items():
            monkeypatch.setenv(f"CITEKIT_{name}", value)
        yield Online(crossref, others)
