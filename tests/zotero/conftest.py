"""Nothing here asks a real Zotero: whoever is not told otherwise finds nobody."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def nobody_there(monkeypatch, tmp_path):
    for name in ("ZOTERO_API_KEY", "ZOTERO_USER_ID", "CITEKIT_ZOTERO"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CITEKIT_ZOTERO_LOCAL_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("CITEKIT_ZOTERO_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("CITEKIT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def use(monkeypatch):
    """Tells citekit where the servers of a test are."""

    def tell(home=None, web=None, key="", **more):
        if home:
            monkeypatch.setenv("CITEKIT_ZOTERO_LOCAL_URL", home.url)
        if web:
            monkeypatch.setenv("CITEKIT_ZOTERO_URL", web.url)
        if key:
            monkeypatch.setenv("ZOTERO_API_KEY", key)
        for name, value in more.items():
            monkeypatch.setenv(name, value)

    return tell
