"""PubMed and PubMed Central: the works behind PMIDs and PMCIDs.

Requests look like this (https://www.ncbi.nlm.nih.gov/books/NBK25499/, https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/):

    https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&id=19494219,23193287&retmode=json&tool=citekit
    https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/?ids=PMC3531190,PMC3245039&idtype=pmcid&format=json&tool=citekit

The converter knows only what is in PubMed Central, and gives no more than the other numbers; the summary has the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from citekit.sources.batches import Answers, Batches, Names
from citekit.sources.batches import numbers as names_of
from citekit.sources.cache import Cache
from citekit.sources.http import get_json
from citekit.sources.pubmed_work import FIELDS, parse_work
from citekit.sources.reading import Record, record, records, text
from citekit.sources.service import Pool, Service
from citekit.sources.work import Work
from citekit.values.identifier_forms import bare_pmcid, bare_pmid
from citekit.values.identifiers import doi as bare_doi

# Three requests a second in all (https://www.ncbi.nlm.nih.gov/books/NBK25497/#chapter2.Usage_Guidelines_and_Requiremen).
SUMMARIES = Pool(2, at_once=1)
CONVERSIONS = Pool(1, at_once=1)

_MOST = 200  # numbers in one request, of either service


class PubMed:
    """A client. `url` is where E-utilities stand, `converter_url` where the ID Converter does. `mailto` is the user's address (sent
    only when given), `how` what `Service` takes besides. All methods may be called from several threads, and raise
    `RefusedError`, `UnreachableError`, `OfflineError`.
    """

    name = "PubMed"

    def __init__(
        self,
        url: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
        converter_url: str = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles",
        mailto: str = "",
        *,
        cache: Cache | None = None,
        offline: bool = False,
        refresh: bool = False,
        **how: Any,
    ) -> None:
        self._who = {"tool": "citekit"} | ({"email": mailto} if mailto else {})
        pools = {"pubmed": SUMMARIES, "pmc": SUMMARIES}
        self._summaries = Service(self.name, url.rstrip("/"), pools, cache, offline, refresh, **how)
        pools = {"pmcid": CONVERSIONS}
        self._converter = Service(
            f"{self.name} (ID Converter)", converter_url.rstrip("/"), pools, cache, offline, refresh, **how
        )

    def by_pmid(self, pmids: tuple[str, ...]) -> dict[str, Work | None]:
        """The work under each PMID, as it was given (`19494219`, `PMID: 19494219`); `None` where there is none."""
        bare = {given: bare_pmid(given) for given in pmids}
        works = self._works("pubmed", bare.values())
        lacking = {work.pmcid for work in works.values() if work and work.pmcid and not work.doi}
        more = self._conversions(lacking)
        return {given: _completed(works.get(number), more) for given, number in bare.items()}

    def by_pmcid(self, pmcids: tuple[str, ...]) -> dict[str, Work | None]:
        """The work under each PMCID, as it was given (`PMC3531190`, `3531190`); `None` where there is none."""
        bare = {given: bare_pmcid(given) for given in pmcids}
        known = self._conversions(bare.values())
        pmids = {number: text(said.get("pmid")) for number, said in known.items()}
        of_pubmed = self._works("pubmed", [pmid for pmid in pmids.values() if bare_pmid(pmid)])
        others = [number for number in known if not of_pubmed.get(pmids[number])]
        of_pmc = self._works("pmc", [number.removeprefix("PMC") for number in others])
        found = {
            number: of_pubmed.get(pmids[number]) or of_pmc.get(number.removeprefix("PMC")) or Work("", source=self.name)
            for number in known
        }
        return {given: _completed(found.get(number), known, number) for given, number in bare.items()}

    # ---------------------------------------------------------------- summaries

    def _works(self, database: str, numbers: Iterable[str]) -> dict[str, Work | None]:
        wanted = names_of(sorted(numbers, key=lambda number: (len(number), number)))
        many = partial(self._summary, database)
        found = Batches(self._summaries, database, f"{database}/{{}}".format, many, most=_MOST).answers(wanted)
        return {number: parse_work(said) for number, said in found.items()}

    def _summary(self, database: str, numbers: Names, timeout: float) -> Answers:
        """`{"result": {"uids": ["1"], "1": {…}, "2": {"uid": "2", "error": "cannot get document summary"}}}`"""
        params = {"db": database, "id": ",".join(numbers), "retmode": "json", **self._who}
        answer = record(get_json(f"{self._summaries.url}/esummary.fcgi", params, timeout=timeout))
        result = answer.get("result")
        if not isinstance(result, dict):
            if answer.get("esummaryresult"):  # ["Empty result - nothing to do"]
                return dict.fromkeys(numbers)
            raise ValueError(f"an answer without a result: {text(answer.get('error'))}")
        return {number: _kept(result[number]) for number in numbers if isinstance(result.get(number), dict)}

    # ---------------------------------------------------------------- conversions

    def _conversions(self, numbers: Iterable[str]) -> dict[str, Record]:
        """The other numbers of works in PubMed Central, under their PMCIDs; those it does not have are left out."""
        batches = Batches(self._converter, "pmcid", "pmcid/{}".format, self._convert, most=_MOST)
        found = batches.answers(names_of(sorted(numbers)))
        return {number: said for number, said in found.items() if said}

    def _convert(self, numbers: Names, timeout: float) -> Answers:
        """`{"records": [{"requested-id": "PMC3531190", "pmcid": "PMC3531190", "pmid": 23193287, "doi": "10.1093/…"}, …]}`, and for what
        is not there `{"requested-id": "PMC9", "status": "error", "errmsg": "Identifier not found in PMC"}`."""
        params = {"ids": ",".join(numbers), "idtype": "pmcid", "format": "json", "versions": "no", **self._who}
        answer = record(get_json(f"{self._converter.url}/", params, timeout=timeout))
        if not isinstance(answer.get("records"), list):
            raise ValueError("an answer without records")
        found: Answers = {}
        for said in records(answer["records"]):
            number = bare_pmcid(text(said.get("requested-id")) or text(said.get("pmcid")))
            is_error = text(said.get("status")) == "error"
            found[number] = None if is_error else {key: said.get(key) for key in ("pmid", "doi")}
        return found


def _kept(summary: dict[str, Any]) -> dict[str, Any] | None:
    return None if "error" in summary else {key: summary[key] for key in FIELDS if key in summary}


def _completed(work: Work | None, conversions: dict[str, Record], pmcid: str = "") -> Work | None:
    """With what only the converter knows; `None` when neither knows anything."""
    if work is None:
        return None
    pmcid = work.pmcid or pmcid
    said = conversions.get(pmcid, {})
    whole = replace(
        work,
        doi=work.doi or bare_doi(text(said.get("doi"))),
        pmid=work.pmid or bare_pmid(text(said.get("pmid"))),
        pmcid=pmcid,
    )
    return whole if whole.title or whole.doi or whole.pmid else None
