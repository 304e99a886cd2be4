"""What an exception of a request means."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.sources.faults import read_fault, seconds

REQUEST = httpx2.Request("GET", "http://127.0.0.1/works")


def status(code: int, **answer) -> httpx2.HTTPStatusError:
    return httpx2.HTTPStatusError("", request=REQUEST, response=httpx2.Response(code, request=REQUEST, **answer))


@pytest.mark.parametrize(
    ("error", "meant"),
    [
        (status(404), {"not_found": True, "again": False}),
        (status(410), {"not_found": True, "again": False}),
        (status(404, text="Resource not found."), {"not_found": True, "again": False}),
        (status(404, html="<h1>Not here</h1>"), {"not_found": False, "again": False}),  # no service answers like this
        (status(400), {"not_found": False, "again": False}),
        (status(401), {"not_found": False, "again": False}),
        (status(403), {"not_found": False, "again": False}),
        (status(301), {"not_found": False, "again": False}),
        (status(408), {"again": True}),
        (status(429), {"again": True, "too_many": True, "wait": 0}),
        (status(429, headers={"Retry-After": "7"}), {"again": True, "too_many": True, "wait": 7}),
        (status(500), {"again": True}),
        (status(503, headers={"Retry-After": "7"}), {"again": True, "too_many": False, "wait": 7}),
        (status(599), {"again": True}),
        (httpx2.ReadTimeout("", request=REQUEST), {"again": True, "timed_out": True, "no_connection": False}),
        (httpx2.ConnectTimeout("", request=REQUEST), {"again": True, "timed_out": False, "no_connection": True}),
        (httpx2.ConnectError("", request=REQUEST), {"again": True, "no_connection": True}),
        (httpx2.ReadError("", request=REQUEST), {"again": True, "no_connection": False, "timed_out": False}),
        (httpx2.RemoteProtocolError("", request=REQUEST), {"again": True}),
        (httpx2.TooManyRedirects("", request=REQUEST), {"again": False}),
        (httpx2.LocalProtocolError("Illegal header value"), {"again": False}),
        (httpx2.InvalidURL("what"), {"again": False}),
        (UnicodeEncodeError("ascii", "é", 0, 1, "no"), {"again": False}),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no"), {"again": True}),
        (ValueError("no JSON"), {"again": True}),
        (TypeError("habanero met a text"), {"again": True}),
        (RecursionError(), {"again": True}),
    ],
    ids=repr,
)
def test_faults(error, meant):
    fault = read_fault(error)
    assert {name: getattr(fault, name) for name in meant} == meant
    assert fault.reason
    assert "\n" not in fault.reason


def test_the_cause_counts_not_its_disguise():
    disguised = TypeError("string indices must be integers")
    disguised.__cause__ = status(503)
    assert read_fault(disguised).reason == "HTTP 503 Service Unavailable"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"message": [{"message": "Integer specified as 5000"}]}, "HTTP 400 Bad Request (Integer specified as 5000)"),
        ({"message": "So\n not"}, "HTTP 400 Bad Request (So not)"),
        ({"message": []}, "HTTP 400 Bad Request"),
        ([], "HTTP 400 Bad Request"),
        (None, "HTTP 400 Bad Request"),
    ],
)
def test_a_refusal_says_why(body, told):
    assert read_fault(status(400, json=body)).reason == told


@pytest.mark.parametrize(
    ("header", "meant"),
    [("2", 2.0), (" 120 ", 120.0), ("", 0.0), ("soon", 0.0), ("-1", 0.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0)],
)
def test_retry_after_header(header, meant):
    assert seconds(header) == meant


def test_retry_after_as_a_date():
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    assert 90 < seconds(then) <= 100


@given(st.text())
def test_any_retry_after_is_some_seconds(header):
    assert 0 <= seconds(header) < float("inf")
