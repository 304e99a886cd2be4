"""Into zotero.org, into a Zotero 10 on this computer, and through the connector of an older one."""

from __future__ import annotations

import pytest
from zotero_server import Shelf, ZoteroServer

from citekit import plugins
from citekit.errors import InputError, UnreachableError
from citekit.exchange.zotero.schema import ITEM_TYPES
from citekit.model import Library, Names, Person, Reference
from citekit.readers import from_bytes
from citekit.zotero import pull, push
from citekit.zotero.errors import Locked, NotAuthorised, NotRunning, NotThere, NotZotero, ReadOnly

SECRET = "kEyThAtNobodyMaySee0000x"
SERVER = "aBcDeFgHiJkL"


def quiet(seconds):
    """Nobody waits."""


def of(entry_type="book", key="", **fields):
    return Reference(entry_type, key).with_fields({name.replace("_", "-"): value for name, value in fields.items()})


def library(*references):
    return Library(tuple(references), file="refs.bib", format="bibtex")


def many(number):
    return library(*(of(title=f"Book {at}", author=Names((Person("Roe", "Ann"),))) for at in range(number)))


def shelf(kind="user", number=475425, **more):
    held = Shelf(kind, number, **more)
    held.collections = [("COLLAAAA", "Thesis", ""), ("COLLBBBB", "Chapter 1", "COLLAAAA")]
    return held


@pytest.fixture
def web(use):
    """zotero.org with a library of one's own; what stands in it is `web.shelf`."""
    held = shelf()
    with ZoteroServer(held, keys={SECRET: 475425}) as server:
        use(web=server, key=SECRET, CITEKIT_ZOTERO="web", ZOTERO_USER_ID="475425")
        server.shelf = held
        yield server


@pytest.fixture
def home(use):
    """A Zotero 10 on this computer, whose owner always says yes."""
    held = shelf()
    with ZoteroServer(held, local=True, server_id=SERVER) as server:
        use(server)
        server.shelf = held
        yield server


def counts(pushed):
    return len(pushed.created), len(pushed.updated), len(pushed.unchanged), len(pushed.refused)


# ---------------------------------------------------------------- what is new


def test_new_references_in_batches_of_fifty(web):
    heard = []
    pushed = push(many(120), "zotero:", lambda *said: heard.append(said), sleep=quiet)
    assert counts(pushed) == (120, 0, 0, 0)
    assert [len(each.json) for each in web.writes] == [50, 50, 20]
    tokens = [each.headers["zotero-write-token"] for each in web.writes]
    assert len(set(tokens)) == 3
    assert all(len(token) == 32 for token in tokens)
    assert all(
        each.headers["zotero-api-key"] == SECRET and each.headers["zotero-api-version"] == "3" for each in web.asked
    )
    assert all(each.headers["content-type"] == "application/json" for each in web.writes)
    assert web.writes[0].path == "/users/475425/items"
    assert web.writes[0].json[0] == {
        "itemType": "book",
        "creators": [{"creatorType": "author", "firstName": "Ann", "lastName": "Roe"}],
        "title": "Book 0",
    }
    assert [reference.title for reference in pushed.created] == [f"Book {at}" for at in range(120)]
    assert [reference.get("zotero-key") for reference in pushed.created[:2]] == [
        "user/475425/NEW00000",
        "user/475425/NEW00001",
    ]
    assert pushed.created[0].get("zotero-version") == "101"
    assert heard[-1] == ("writing", 120, 120)


def test_what_was_pushed_is_there_and_the_same(web):
    first = push(
        library(
            of(
                "article",
                "roe2009",
                title="Growth",
                container="Nature",
                year="2009",
                month="jun",
                pages="1--9",
                keywords="a, b",
            ),
            of("misc", "v2017", title="Attention", eprint="1706.03762", eprinttype="arxiv", note="seen"),
        ),
        "zotero:",
        sleep=quiet,
    )
    again = pull("zotero:", sleep=quiet)
    assert [reference.key for reference in again] == ["roe2009", "v2017"]
    for before, after in zip(first.created, again, strict=True):
        assert {name: after.get(name) for name in before.fields} == {name: before.get(name) for name in before.fields}
    wrote = len(web.writes)
    assert counts(push(again, "zotero:", sleep=quiet)) == (0, 0, 2, 0)
    assert len(web.writes) == wrote


def test_into_a_collection(web):
    push(many(1), "zotero:collection/Thesis/Chapter 1", sleep=quiet)
    assert web.writes[0].json[0]["collections"] == ["COLLBBBB"]


def test_into_a_group(use):
    held = shelf("group", 123)
    with ZoteroServer(held, keys={SECRET: 475425}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        pushed = push(many(1), "zotero:group/123", sleep=quiet)
    assert web.writes[0].path == "/groups/123/items"
    assert pushed.created[0].get("zotero-key") == "group/123/NEW00000"


def test_files_and_bookkeeping_are_not_sent(web):
    push(
        library(of(title="x", file="/home/ann/x.pdf", zotero_itemtype="map", zotero_version="7")),
        "zotero:",
        sleep=quiet,
    )
    assert web.writes[0].json == [{"itemType": "book", "title": "x"}]


def test_a_server_that_knows_less_gets_the_rest_in_extra(web):
    web.lacks = frozenset({"citationKey", "dataset"})
    pushed = push(library(of("dataset", "soil", title="Soil", version="2")), "zotero:", sleep=quiet)
    assert counts(pushed) == (1, 0, 0, 0)
    assert web.writes[0].json == [
        {"itemType": "document", "title": "Soil", "extra": "Type: dataset\nCitation Key: soil\nVersion: 2"}
    ]


def test_a_reference_of_another_library_becomes_a_new_item(web):
    web.shelf.put("AAAA2222", title="Mine")
    pushed = push(
        library(of(title="Theirs", zotero_key="group/5/AAAA2222", zotero_version="7")), "zotero:", sleep=quiet
    )
    assert counts(pushed) == (1, 0, 0, 0)
    assert web.shelf.items["AAAA2222"]["title"] == "Mine"
    assert pushed.created[0].get("zotero-key") == "user/475425/NEW00001"


def test_an_empty_library_writes_nothing(web):
    assert counts(push(library(), "zotero:", sleep=quiet)) == (0, 0, 0, 0)
    assert not web.writes


# ---------------------------------------------------------------- what is there


def pulled(server, **data):
    """The reference that stands in Zotero as this item."""
    server.shelf.put("AAAA2222", **({"itemType": "journalArticle", "title": "Growth"} | data))
    return next(iter(pull("zotero:item/AAAA2222", sleep=quiet)))


def test_only_what_differs_is_written(web):
    reference = pulled(
        web, title="<i>E. coli</i>", date="June 4, 2009", pages="2438-44", callNumber="QH 1", extra="PMID: 12\nEdition: 2\nnice",
        tags=[{"tag": "a, b"}, {"tag": "c", "type": 1}],
    )  # fmt: skip
    pushed = push(library(reference.with_field("doi", "10.1000/182")), "zotero:", sleep=quiet)
    assert counts(pushed) == (0, 1, 0, 0)
    assert web.writes[0].json == [{"key": "AAAA2222", "version": 100, "DOI": "10.1000/182"}]
    assert web.shelf.items["AAAA2222"]["date"] == "June 4, 2009"
    assert pushed.updated[0].get("zotero-version") == "101"


def test_what_a_reference_does_not_say_stays(web):
    reference = pulled(web, DOI="10.1000/182", extra="seen", tags=[{"tag": "a"}])
    assert counts(push(library(reference.without("doi", "note", "keywords")), "zotero:", sleep=quiet)) == (0, 0, 1, 0)


def test_tags_stay_what_they_are(web):
    reference = pulled(web, tags=[{"tag": "a, b"}, {"tag": "c", "type": 1}])
    push(library(reference.with_field("keywords", reference.get("keywords") + ", new")), "zotero:", sleep=quiet)
    assert web.writes[0].json[0]["tags"] == [{"tag": "a, b"}, {"tag": "c", "type": 1}, {"tag": "new"}]


def test_lines_of_extra_that_have_a_field_are_not_lost_when_extra_is_written(web):
    reference = pulled(web, extra="PMID: 12\nTranslator: Roe || Ann\nold note")
    push(library(reference.with_field("note", "new note")), "zotero:", sleep=quiet)
    assert web.writes[0].json == [
        {
            "key": "AAAA2222", "version": 100, "extra": "new note", "PMID": "12",
            "creators": [{"creatorType": "translator", "firstName": "Ann", "lastName": "Roe"}],
        }
    ]  # fmt: skip


def test_a_note_is_only_overwritten(web):
    reference = pulled(web, extra="PMID: 12\nold note")
    push(library(reference.with_field("pmid", "13")), "zotero:", sleep=quiet)
    assert web.writes[0].json == [{"key": "AAAA2222", "version": 100, "PMID": "13"}]


def test_what_a_bibtex_file_does_to_values_is_no_change(web):
    reference = pulled(web, abstractNote="One.\nTwo.", extra="first\nsecond")
    changed = reference.with_fields({"abstract": "One. Two.", "note": "first second"})
    assert counts(push(library(changed), "zotero:", sleep=quiet)) == (0, 0, 1, 0)


def test_a_thesis_has_an_institution_in_biblatex(web):
    reference = pulled(web, itemType="thesis", thesisType="PhD thesis", university="MIT")
    changed = reference.without("school").with_field("institution", "MIT")
    assert counts(push(library(changed), "zotero:", sleep=quiet)) == (0, 0, 1, 0)


def test_every_item_survives_a_bib_file(web):
    for at, (name, kind) in enumerate(ITEM_TYPES.items()):
        texts = {
            own: f"Some {own} & more"
            for own in kind.fields
            if own not in ("accessDate", "citationKey", "DOI", "url", "extra")
        }
        dated = {own: "June 4, 2009" for own, base in kind.fields.items() if base == "date"}
        creators = [{"creatorType": role, "firstName": "Ann", "lastName": "van Roe"} for role in kind.creators]
        body = {"creatorType": kind.creators[0], "name": "World Health Organization & Sons"}
        web.shelf.put(
            f"T{at:07}",
            name,
            **texts | dated,
            creators=[*creators, body],
            extra=f"Citation Key: k{at}\nnote\n100 % more",
        )
    before = pull("zotero:", sleep=quiet)
    assert len(before) == len(ITEM_TYPES)
    for form in ("bibtex", "biblatex"):
        writer = next(writer for writer in plugins.writers() if writer.name == form)
        again = from_bytes(writer.write(before).data, "refs.bib")
        assert counts(push(again, "zotero:", sleep=quiet)) == (0, 0, len(ITEM_TYPES), 0), form


def test_an_item_keeps_its_type_where_bibtex_has_but_one(web):
    reference = pulled(web, itemType="blogPost", title="Post", blogTitle="Blog")
    bare = reference.without("zotero-itemtype").with_field("year", "2020")
    push(library(bare), "zotero:", sleep=quiet)
    assert web.writes[0].json == [{"key": "AAAA2222", "version": 100, "date": "2020"}]


def test_misc_does_not_change_a_type(web):
    reference = pulled(web)
    changed = Reference("misc", "", reference.fields).with_field("year", "2020")
    push(library(changed), "zotero:", sleep=quiet)
    assert web.writes[0].json == [{"key": "AAAA2222", "version": 100, "date": "2020"}]


def test_another_type_is_written_whole(web):
    reference = pulled(
        web, publicationTitle="Nature", tags=[{"tag": "a", "type": 1}], collections=["COLLAAAA"], relations={"dc:relation": "x"},
        dateAdded="2014-06-12T21:28:55Z",
    )  # fmt: skip
    changed = Reference("inproceedings", "", reference.fields)
    pushed = push(library(changed), "zotero:", sleep=quiet)
    assert counts(pushed) == (0, 1, 0, 0)
    [put] = web.writes
    assert (put.method, put.path) == ("PUT", "/users/475425/items/AAAA2222")
    assert put.headers["if-unmodified-since-version"] == "100"
    assert put.json == {
        "itemType": "conferencePaper", "title": "Growth", "proceedingsTitle": "Nature", "tags": [{"tag": "a", "type": 1}],
        "collections": ["COLLAAAA"], "relations": {"dc:relation": "x"}, "dateAdded": "2014-06-12T21:28:55Z",
    }  # fmt: skip
    assert pushed.updated[0].get("zotero-version") == "101"


def test_an_item_is_put_into_one_more_collection(web):
    reference = pulled(web, collections=["COLLAAAA"])
    push(library(reference), "zotero:collection/Chapter 1", sleep=quiet)
    assert web.writes[0].json == [{"key": "AAAA2222", "version": 100, "collections": ["COLLAAAA", "COLLBBBB"]}]


def test_an_item_that_is_in_the_collection_already(web):
    reference = pulled(web, collections=["COLLBBBB"])
    assert counts(push(library(reference), "zotero:collection/Chapter 1", sleep=quiet)) == (0, 0, 1, 0)
    assert not web.writes


def test_an_item_that_was_changed_meanwhile_is_refused(web):
    reference = pulled(web)
    web.shelf.items["AAAA2222"] |= {"version": 105, "title": "Changed"}
    pushed = push(library(reference.with_field("year", "2020"), of(title="New")), "zotero:", sleep=quiet)
    assert counts(pushed) == (1, 0, 0, 1)
    assert pushed.refused[0].reference.get("year") == "2020"
    assert "it was changed in Zotero after it was read; pull it again" in pushed.refused[0].reason
    assert web.shelf.items["AAAA2222"]["title"] == "Changed"


def test_so_is_one_that_gets_another_type(web):
    reference = pulled(web)
    web.shelf.items["AAAA2222"]["version"] = 105
    pushed = push(library(Reference("book", "", reference.fields)), "zotero:", sleep=quiet)
    assert counts(pushed) == (0, 0, 0, 1)
    assert "changed in Zotero" in pushed.refused[0].reason


@pytest.mark.parametrize(
    ("before", "said"),
    [({"deleted": 1}, "is in Zotero's trash"), (None, "is no longer in Zotero; take out zotero-key")],
)
def test_what_is_no_longer_there(web, before, said):
    if before:
        web.shelf.put("AAAA2222", title="x", **before)
    pushed = push(library(of(title="x", zotero_key="user/475425/AAAA2222")), "zotero:", sleep=quiet)
    assert counts(pushed) == (0, 0, 0, 1)
    assert said in pushed.refused[0].reason


def test_two_references_of_one_item(web):
    reference = pulled(web)
    pushed = push(library(reference.with_field("year", "1"), reference.with_field("year", "2")), "zotero:", sleep=quiet)
    assert counts(pushed) == (0, 1, 0, 1)
    assert "another reference has the same zotero-key" in pushed.refused[0].reason


def test_an_item_that_zotero_does_not_take_has_its_reason(web, monkeypatch):
    monkeypatch.setattr(
        web,
        "_wrong",
        lambda shelf, item: (400, "'tags' property must be an array") if item["title"] == "Book 1" else (0, ""),
    )
    pushed = push(many(3), "zotero:", sleep=quiet)
    assert counts(pushed) == (2, 0, 0, 1)
    assert (pushed.refused[0].reference.title, pushed.refused[0].reason) == (
        "Book 1",
        "Zotero refused it: 'tags' property must be an array",
    )


# ---------------------------------------------------------------- faults


def fails(error, what=None, address="zotero:"):
    with pytest.raises(error) as caught:
        push(what or many(1), address, sleep=quiet)
    assert SECRET not in str(caught.value)
    return str(caught.value)


def test_a_write_whose_answer_is_lost_is_made_once(web):
    web.faults = {4: "lost"}  # the collections, two questions about types, then the items
    pushed = push(many(1), "zotero:", sleep=quiet)
    assert counts(pushed) == (1, 0, 0, 0)
    assert len(web.writes) == 2
    assert len({each.headers["zotero-write-token"] for each in web.writes}) == 1
    assert len(web.shelf.items) == 1


def test_a_request_that_is_too_large_is_parted(web):
    web.faults = {4: "413"}
    assert counts(push(many(40), "zotero:", sleep=quiet)) == (40, 0, 0, 0)
    assert [len(each.json) for each in web.writes] == [40, 20, 20]


def test_a_reference_that_is_too_large_alone(web):
    web.faults = {4: "413"}
    pushed = push(many(1), "zotero:", sleep=quiet)
    assert counts(pushed) == (0, 0, 0, 1)
    assert "too large for Zotero" in pushed.refused[0].reason


@pytest.mark.parametrize(("fault", "error"), [("409", Locked), ("no json", NotZotero), ("html", NotZotero)])
def test_a_fault_of_the_first_batch_is_raised(web, fault, error):
    web.faults = {4: fault}
    fails(error)


def test_a_fault_of_a_later_batch_is_told_of_the_rest(web):
    web.faults = {5: "409"}
    pushed = push(many(120), "zotero:", sleep=quiet)
    assert counts(pushed) == (50, 0, 0, 70)
    assert all("Library is locked" in each.reason for each in pushed.refused)
    assert "70 references were not written" in str(pushed.problems[0])


def test_busy_servers_are_asked_again(web):
    web.faults = {4: "503", 5: "429"}
    assert counts(push(many(1), "zotero:", sleep=quiet)) == (1, 0, 0, 0)


def test_a_server_that_stays_busy(web):
    web.faults = dict.fromkeys(range(4, 50), "503")
    assert "no answer in 6 tries" in fails(UnreachableError)


def test_a_library_that_may_only_be_read(use):
    with ZoteroServer(shelf(editable=False), keys={SECRET: 475425}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        assert "does not let us write to this library" in fails(ReadOnly)


def test_a_key_that_may_only_read(use):
    with ZoteroServer(shelf(), readers={SECRET: 475425}) as web:
        use(web=web, key=SECRET, CITEKIT_ZOTERO="web")
        assert "does not let us write" in fails(ReadOnly)


@pytest.mark.parametrize("address", ["zotero:item/AAAA2222", "zotero:tag/x", "zotero:search/x"])
def test_where_nothing_can_be_pushed(address):
    assert "to a library or a collection" in fails(InputError, address=address)


def test_a_collection_that_is_not_there(web):
    assert "no such collection" in fails(NotThere, address="zotero:collection/Nowhere")


def test_nobody_at_home():
    assert "set ZOTERO_API_KEY" in fails(NotRunning)


def test_zotero_org_when_nobody_is_at_home(use):
    with ZoteroServer(shelf(), keys={SECRET: 475425}) as web:
        use(web=web, key=SECRET)
        assert counts(push(many(1), "zotero:", sleep=quiet)) == (1, 0, 0, 0)


# ---------------------------------------------------------------- Zotero 10 on this computer


def test_the_person_is_asked_once_and_the_key_is_kept(home):
    assert counts(push(many(60), "zotero:", sleep=quiet)) == (60, 0, 0, 0)
    assert [len(each.json) for each in home.writes] == [50, 10]
    assert all(each.headers["zotero-server-id"] == SERVER for each in home.writes)
    push(many(1), "zotero:", sleep=quiet)
    assert home.paths().count("/api/local/authorize") == 1
    [asked] = [each for each in home.asked if each.path == "/api/local/authorize"]
    assert asked.json == {"appName": "citekit"}


def test_a_key_for_one_request_is_asked_for_each(home):
    home.says = "once"
    assert counts(push(many(60), "zotero:", sleep=quiet)) == (60, 0, 0, 0)
    assert home.paths().count("/api/local/authorize") == 2


def test_a_key_that_is_no_longer_good(home):
    push(many(1), "zotero:", sleep=quiet)
    home.keys.clear()
    assert counts(push(many(1), "zotero:", sleep=quiet)) == (1, 0, 0, 0)
    assert home.paths().count("/api/local/authorize") == 2


def test_the_person_says_no(home):
    home.says = "no"
    assert "nothing was written" in fails(NotAuthorised)
    assert not home.shelf.items


def test_items_at_home_are_changed(home):
    reference = pulled(home)
    assert reference.get("zotero-version") == f"100@{SERVER}"
    pushed = push(library(reference.with_field("year", "2020")), "zotero:", sleep=quiet)
    assert counts(pushed) == (0, 1, 0, 0)
    assert pushed.updated[0].get("zotero-version") == f"101@{SERVER}"
    assert home.writes[0].json == [{"key": "AAAA2222", "version": 100, "date": "2020"}]


def test_the_version_of_another_server_does_not_count(home):
    home.shelf.put("AAAA2222", title="x")
    reference = of(title="y", zotero_key="user/475425/AAAA2222", zotero_version="7")
    push(library(reference), "zotero:", sleep=quiet)
    assert home.writes[0].json == [{"key": "AAAA2222", "version": 100, "title": "y"}]


def test_the_key_of_zotero_org_stays_away_from_home(home, monkeypatch):
    monkeypatch.setenv("ZOTERO_API_KEY", SECRET)
    push(many(1), "zotero:", sleep=quiet)
    assert SECRET not in str(home.asked)


# ---------------------------------------------------------------- the connector


@pytest.fixture
def older(use):
    """A Zotero 7 on this computer: its local API can only be read."""
    held, group = shelf(), Shelf("group", 123, name="My lab")
    with ZoteroServer(held, group, local=True) as server:
        use(server)
        server.shelf = held
        yield server


def test_the_connector_takes_bibtex(older):
    pushed = push(
        library(of("book", "roe2009", title="Growth", zotero_itemtype="map"), of("book", "doe", title="More")),
        "zotero:",
        sleep=quiet,
    )
    assert counts(pushed) == (2, 0, 0, 0)
    [text] = older.imported
    assert "{roe2009," in text
    assert "zotero-" not in text
    [asked] = [each for each in older.asked if each.path == "/connector/import"]
    assert len(asked.query["session"]) == 32
    assert [reference.get("zotero-key") for reference in pushed.created] == ["user/0/IMP00000", "user/0/IMP00001"]
    assert not older.moved


def test_many_go_in_several_texts(older):
    assert counts(push(many(150), "zotero:", sleep=quiet)) == (150, 0, 0, 0)
    assert len(older.imported) == 2
    sessions = [each.query["session"] for each in older.asked if each.path == "/connector/import"]
    assert len(set(sessions)) == 2


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("zotero:collection/Thesis/Chapter 1", "C2"),
        ("zotero:collection/COLLBBBB", "C2"),
        ("zotero:collection/Chapter 1", "C2"),
        ("zotero:group/123", "L2"),
        ("zotero:group/My lab", "L2"),
    ],
)
def test_what_was_imported_is_moved_where_it_belongs(older, address, target):
    push(many(1), address, sleep=quiet)
    [asked] = [each for each in older.asked if each.path == "/connector/import"]
    assert older.moved == [(asked.query["session"], target)]


def test_what_is_selected_already_is_not_moved(older):
    older.selected = ("C2", True)
    push(many(1), "zotero:collection/Chapter 1", sleep=quiet)
    assert not older.moved
    push(many(1), "zotero:", sleep=quiet)
    assert [target for _, target in older.moved] == ["L1"]


def test_the_connector_cannot_change_items(older):
    reference = pulled(older)
    pushed = push(library(reference, reference.with_field("year", "2020"), of(title="New")), "zotero:", sleep=quiet)
    assert counts(pushed) == (1, 0, 1, 1)
    assert "can only add" in pushed.refused[0].reason


def test_the_connector_works_without_the_local_api(older):
    older.enabled = False
    pushed = push(many(1), "zotero:collection/Chapter 1", sleep=quiet)
    assert counts(pushed) == (1, 0, 0, 0)
    assert [target for _, target in older.moved] == ["C2"]
    assert "give the name" in fails(NotThere, address="zotero:group/123")


def test_a_selected_library_that_is_read_only(older):
    older.selected = ("L2", False)
    assert "the library that is selected there is read-only" in fails(ReadOnly)


def test_a_group_that_may_not_be_written_to(older):
    older.shelves["group", 123].editable = False
    assert "lists no such library" in fails(ReadOnly, address="zotero:group/123")


def test_fewer_items_than_references(older, monkeypatch):
    monkeypatch.setattr(older, "_connector", lambda asked, own=older._connector: _short(own(asked), asked))
    pushed = push(many(2), "zotero:", sleep=quiet)
    assert counts(pushed) == (1, 0, 0, 1)
    assert "made 1 items" in str(pushed.problems[-1])


def _short(said, asked):
    return (said[0], said[1], '[{"key": "IMP00000"}]') if asked.path.endswith("/import") else said


@pytest.mark.parametrize(("fault", "error"), [("html", NotZotero), ("no json", NotZotero), ("500", UnreachableError)])
def test_strange_answers_of_the_connector(older, fault, error):
    older.faults = {2: fault}  # after the question whether it is there
    fails(error)
