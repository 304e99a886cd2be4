"""Out of a Zotero on this computer and out of zotero.org, as loopback servers speak for them."""

from __future__ import annotations

import pytest
from zotero_server import Shelf, ZoteroServer

from citekit.errors import InputError, RefusedError, UnreachableError
from citekit.zotero import pull
from citekit.zotero.errors import NotAuthorised, NotEnabled, NotRunning, NotThere, NotZotero

SECRET = "kEyThAtNobodyMaySee0000x"


def quiet(seconds):
    """Nobody waits."""


def shelf(kind="user", number=475425, **more):
    held = Shelf(kind, number, **more)
    held.collections = [("COLLAAAA", "Thesis", ""), ("COLLBBBB", "Chapter 1", "COLLAAAA"), ("COLLCCCC", "Other", "")]
    held.put(
        "AAAA2222", title="First", collections=["COLLAAAA"], tags=[{"tag": "fever"}], extra="Citation Key: roe2009"
    )
    held.put("BBBB2222", "journalArticle", title="Second fever", collections=["COLLBBBB", "COLLAAAA"])
    held.put("CCCC2222", "webpage", title="Third", tags=[{"tag": "-odd"}])
    held.put("DDDD2222", title="In the trash", deleted=1)
    return held


def titles(library):
    return [reference.title for reference in library]


def test_the_whole_library_of_a_zotero_on_this_computer(use):
    with ZoteroServer(shelf(), local=True) as home:
        use(home)
        library = pull("zotero:")
    assert (library.file, library.format, titles(library)) == ("zotero:", "zotero", ["First", "Second fever", "Third"])
    first, second, _ = library
    assert (first.key, first.get("zotero-key"), first.get("zotero-version")) == (
        "roe2009",
        "user/475425/AAAA2222",
        "100",
    )
    assert (first.origin.file, first.origin.format, first.origin.number, first.origin.name) == (
        "zotero:",
        "zotero",
        1,
        "AAAA2222",
    )
    assert second.type == "article"
    assert home.paths() == ["/api/", "/api/users/0/items/top"]
    assert all(each.headers["zotero-api-version"] == "3" for each in home.asked)
    assert home.asked[1].query["include"] == "data"


def test_versions_of_zotero_10_count_for_it_alone(use):
    with ZoteroServer(shelf(), local=True, server_id="aBcDeFgHiJkL") as home:
        use(home)
        assert next(iter(pull("zotero:"))).get("zotero-version") == "100@aBcDeFgHiJkL"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("zotero:collection/COLLAAAA", ["First", "Second fever"]),
        ("zotero:collection/Thesis", ["First", "Second fever"]),
        ("zotero:collection/COLLCCCC", []),
        ("zotero:collection/Thesis/Chapter 1", ["Second fever"]),
        ("zotero:collection/Chapter 1", ["Second fever"]),
        ("zotero:item/CCCC2222", ["Third"]),
        ("zotero://select/library/items/CCCC2222", ["Third"]),
        ("zotero:tag/fever", ["First"]),
        ("zotero:tag/-odd", ["Third"]),
        ("zotero:search/fever", ["Second fever"]),
        ("zotero:group/123", ["Ours"]),
        ("zotero:group/My lab", ["Ours"]),
        ("zotero:group/My lab/item/GGGG2222", ["Ours"]),
    ],
)
def test_parts_of_libraries(use, address, expected):
    group = Shelf("group", 123, name="My lab")
    group.put("GGGG2222", title="Ours")
    with ZoteroServer(shelf(), group, local=True) as home:
        use(home)
        assert titles(pull(address)) == expected


def test_subcollections_can_be_left_out(use):
    held = shelf()
    held.items["BBBB2222"]["collections"] = ["COLLBBBB"]
    with ZoteroServer(held, local=True) as home:
        use(home)
        assert titles(pull("zotero:collection/Thesis")) == ["First", "Second fever"]
        assert titles(pull("zotero:collection/Thesis?subcollections=no")) == ["First"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("zotero:collection/Nowhere", "no such collection; there are: Other, Thesis"),
        ("zotero:item/ZZZZ2222", "no such item"),
        ("zotero:item/../keys", "no such item"),
        ("zotero:group/99", "no such group; join it"),
        ("zotero:group/Nobody", "no group has this name; there are: none"),
    ],
)
def test_what_is_not_there(use, address, said):
    with ZoteroServer(shelf(), local=True) as home:
        use(home)
        with pytest.raises(NotThere, match=said):
            pull(address)


def test_two_collections_of_one_name_are_told_by_their_keys(use):
    held = shelf()
    held.collections.append(("COLLDDDD", "Chapter 1", "COLLCCCC"))
    with ZoteroServer(held, local=True) as home:
        use(home)
        with pytest.raises(
            NotThere, match=r"Other/Chapter 1 \(COLLDDDD\), Thesis/Chapter 1 \(COLLBBBB\); give the key"
        ):
            pull("zotero:collection/Chapter 1")
        assert titles(pull("zotero:collection/Other/Chapter 1")) == []


def test_collections_that_hold_each_other_end(use):
    held = shelf()
    held.collections = [("COLLAAAA", "A", "COLLBBBB"), ("COLLBBBB", "B", "COLLAAAA")]
    with ZoteroServer(held, local=True) as home:
        use(home)
        assert titles(pull("zotero:collection/A")) == ["First", "Second fever"]


def test_files_and_what_is_no_work(use):
    held = shelf()
    held.put("NNNN2222", "note", note="<p>alone</p>")
    held.put("FFFF2222", "attachment", linkMode="linked_file", path="/home/ann/roe.pdf", parentItem="AAAA2222")
    held.put(
        "EEEE2222",
        "attachment",
        linkMode="imported_file",
        parentItem="AAAA2222",
        _enclosure="file:///home/ann/Zotero/Roe%202.pdf",
    )
    held.put(
        "HHHH2222", "attachment", linkMode="imported_url", parentItem="BBBB2222", _enclosure="https://api.zotero.org/x"
    )
    held.put("JJJJ2222", "note", note="<p>below</p>", parentItem="BBBB2222")
    with ZoteroServer(held, local=True) as home:
        use(home)
        library = pull("zotero:")
        found = pull("zotero:item/AAAA2222")
    assert [reference.get("file") for reference in library] == ["/home/ann/roe.pdf;/home/ann/Zotero/Roe 2.pdf", "", ""]
    assert [reference.get("note") for reference in library] == ["", "", ""]
    assert [str(problem) for problem in library.problems] == [
        "zotero:: 1 note stands alone in Zotero, for no work; left out"
    ]
    assert next(iter(found)).get("file") == "/home/ann/roe.pdf;/home/ann/Zotero/Roe 2.pdf"


# ---------------------------------------------------------------- zotero.org


def test_pages_of_zotero_org(use):
    held = Shelf("user", 475425)
    for number in range(250):
        held.put(f"K{number:07}", title=f"Book {number}")
    heard = []
    with ZoteroServer(held, keys={SECRET: 475425}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        library = pull("zotero:", lambda *said: heard.append(said), sleep=quiet)
    assert len(library) == 250
    assert next(iter(library)).get("zotero-key") == "user/475425/K0000000"
    assert [each.query.get("start") for each in web.asked] == [None, "0", "100", "200"]
    assert web.paths()[0] == "/keys/current"
    assert all(each.headers["zotero-api-key"] == SECRET for each in web.asked)
    assert all(SECRET not in each.path and SECRET not in str(each.query) for each in web.asked)
    assert heard == [("reading", 100, 250), ("reading", 200, 250), ("reading", 250, 250)]


def test_a_public_library_needs_no_key(use):
    with ZoteroServer(shelf(number=5), public=True) as web:
        use(web=web)
        assert len(pull("zotero:user/5", sleep=quiet)) == 3
    assert "zotero-api-key" not in web.asked[0].headers


def test_the_number_of_the_user_can_be_given(use):
    with ZoteroServer(shelf(), keys={SECRET: 475425}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web", ZOTERO_USER_ID="475425")
        assert len(pull("zotero:", sleep=quiet)) == 3
    assert web.paths() == ["/users/475425/items/top"]


def test_zotero_org_is_asked_when_nobody_is_at_home(use):
    with ZoteroServer(shelf(), keys={SECRET: 475425}) as web:
        use(web=web, key=SECRET)
        assert len(pull("zotero:", sleep=quiet)) == 3


def test_and_when_the_local_api_is_switched_off(use):
    with ZoteroServer(local=True, enabled=False) as home, ZoteroServer(shelf(), keys={SECRET: 475425}) as web:
        use(home, web, SECRET)
        assert len(pull("zotero:", sleep=quiet)) == 3
    assert SECRET not in str(home.asked)


def test_a_public_group_is_read_from_the_web_by_anybody(use):
    with ZoteroServer(shelf("group", 123), public=True) as web:
        use(web=web)
        assert len(pull("zotero:group/123", sleep=quiet)) == 3


# ---------------------------------------------------------------- faults


def fails(error, address="zotero:", **how):
    with pytest.raises(error) as caught:
        pull(address, sleep=how.get("sleep", quiet))
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_nobody_at_home():
    said = fails(NotRunning)
    assert said == (
        "Zotero does not run on this computer (nothing answers at http://127.0.0.1:9/api); start it, or set ZOTERO_API_KEY"
        " (https://www.zotero.org/settings/keys) to ask zotero.org"
    )


def test_the_local_api_is_switched_off(use):
    with ZoteroServer(shelf(), local=True, enabled=False) as home:
        use(home)
        assert "Settings > Advanced > Allow other applications on this computer" in fails(NotEnabled)


def test_local_means_local(use):
    with ZoteroServer(shelf(), keys={SECRET: 475425}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="local")
        fails(NotRunning)
    assert not web.asked


@pytest.mark.parametrize(
    ("variable", "value"), [("CITEKIT_ZOTERO", "both"), ("ZOTERO_USER_ID", "ann"), ("ZOTERO_API_KEY", "schlüssel")]
)
def test_an_environment_that_cannot_be_meant(use, variable, value):
    use(**{variable: value})
    assert variable in fails(InputError)


def test_the_own_library_of_nobody(use):
    use(CITEKIT_ZOTERO="web")
    assert "set ZOTERO_API_KEY" in fails(NotAuthorised)


def test_a_key_that_nobody_knows(use):
    with ZoteroServer(shelf(), keys={"other": 1}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        assert "does not know the key in ZOTERO_API_KEY" in fails(NotAuthorised)


def test_a_private_library_without_a_key(use):
    with ZoteroServer(shelf(number=5)) as web:
        use(web=web)
        assert "does not let everybody read" in fails(NotAuthorised, "zotero:user/5")


def test_a_group_that_nobody_knows(use):
    with ZoteroServer(shelf(), keys={SECRET: 475425}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        assert "zotero.org knows no such group" in fails(NotThere, "zotero:group/99")


@pytest.mark.parametrize("fault", ["503", "429", "reset", "truncated", "no json"])
def test_what_passes_is_asked_again(use, fault):
    pauses = []
    with ZoteroServer(shelf(), keys={SECRET: 475425}, faults={2: fault}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        assert len(pull("zotero:", sleep=pauses.append)) == 3
    assert len(web.asked) == 3
    assert (fault == "429") == (7.0 in pauses)  # Retry-After


def test_a_backoff_is_minded(use):
    pauses = []
    with ZoteroServer(shelf(), keys={SECRET: 475425}, faults={1: "backoff"}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        pull("zotero:", sleep=pauses.append)
    assert 9.0 in pauses


@pytest.mark.parametrize("fault", ["503", "429", "reset", "truncated", "no json"])
def test_what_does_not_pass_is_unreachable(use, fault):
    with ZoteroServer(shelf(), keys={SECRET: 475425}, faults=dict.fromkeys(range(1, 50), fault)) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        assert "zotero.org: no answer in 6 tries" in fails(UnreachableError)


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        ("html", NotZotero, "is not Zotero: it sends a page for people"),
        ("huge", NotZotero, "an answer of more than 67108864 bytes"),
        ("no list", NotZotero, "something else came"),
        ("no json", UnreachableError, "its answer was garbled"),
        ("truncated", UnreachableError, "the connection broke"),
        ("500", UnreachableError, "HTTP 500"),
        ("moved", RefusedError, "HTTP 302"),
    ],
)
def test_strange_answers_at_home(use, fault, error, words):
    with ZoteroServer(shelf(), local=True, faults={2: fault}) as home:
        use(home)
        assert words in fails(error)
    assert len(home.asked) == 2


def test_a_key_is_not_said_again(use):
    with ZoteroServer(shelf(), keys={SECRET: 475425}, faults={1: "echo"}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        assert "Bad request with key …" in fails(RefusedError)


def test_something_else_listens_there(use):
    with ZoteroServer(shelf(), local=True, faults={1: "html"}) as home:
        use(home)
        assert "is not Zotero" in fails(NotZotero)


def test_a_library_that_changes_while_it_is_read_is_read_anew(use):
    held = Shelf("user", 475425)
    for number in range(150):
        held.put(f"K{number:07}", title=f"Book {number}")
    with ZoteroServer(held, keys={SECRET: 475425}, faults={3: "changing"}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        assert len(pull("zotero:", sleep=quiet)) == 150
    assert [each.query.get("start") for each in web.asked[1:]] == ["0", "100", "0", "100"]


def test_one_that_never_rests(use):
    held = Shelf("user", 475425)
    for number in range(150):
        held.put(f"K{number:07}", title=f"Book {number}")
    with ZoteroServer(held, keys={SECRET: 475425}, faults=dict.fromkeys(range(2, 50), "changing")) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        assert "changes while it is read" in fails(UnreachableError)
