"""What dumps are wrapped in, and what is wrong with them."""

import gzip
import io
import json
import tarfile

import pytest

from citekit.errors import InputError
from citekit.index import about, build, json_items, open_index
from citekit.index.dumps import Identity, pieces


def read(data):
    """The items of a file that holds this, and what was bad."""
    found = [item for piece in pieces(Identity("dump", len(data), 0), io.BytesIO(data)) for item in piece.items]
    return [item for item in found if isinstance(item, dict)], [
        str(item) for item in found if not isinstance(item, dict)
    ]


def test_every_shape(dump, records, tmp_path):
    built = build([str(dump)], tmp_path / "index")
    assert [problem for problem in built.problems if problem.message != "is empty"] == []
    assert built.written.new == len(records)
    with open_index(tmp_path / "index") as index:
        found = index.works(tuple(record["DOI"] for record in records))
    assert [work.title for work in found.values() if work] == [record["title"][0] for record in records]


def test_nothing_is_written_beside_the_index(dump, tmp_path):
    build([str(dump)], tmp_path / "index")
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["dump", "index", "works.sqlite"]


def test_a_folder_is_all_its_files(tmp_path, records):
    (tmp_path / "dumps" / "more").mkdir(parents=True)
    for number, record in enumerate(records):
        folder = tmp_path / "dumps" / ("more" if number else "")
        (folder / f"{number}.json.gz").write_bytes(gzip.compress(json.dumps({"items": [record]}).encode()))
    (tmp_path / "dumps" / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    built = build([str(tmp_path / "dumps")], tmp_path / "index")
    assert (built.written.new, built.problems) == (3, ())


def test_a_dump_that_is_not_there_stops_before_anything_is_made(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        build([str(tmp_path / "none")], tmp_path / "index")
    assert not (tmp_path / "index").exists()


@pytest.mark.parametrize(
    ("data", "count", "bad"),
    [
        (b'{"DOI": "10.1/a"}\nno json\n{"DOI": "10.1/b"}\n', 2, ["line 2: no JSON"]),
        (b'{"DOI": "10.1/a"}\n{"DOI": "10.1/b', 1, ["line 2: no JSON"]),
        (b'{"DOI": "10.1/a"}\n[]\n7\n{}\n', 1, ["line 2: no record", "line 3: no record", "line 4: no record"]),
        (b'{"DOI": "10.1/a"}\n\n \n{"DOI": "10.1/b"}\r\n', 2, []),
        (b'{"DOI": "10.1/a"}\n"\xff\xfe"\n', 1, ["line 2: no JSON"]),
        (b'{"DOI": "10.1/a"}\n' + b"[" * 100_000 + b"\n", 1, ["line 2: no JSON"]),
        (b'{"items": [{"DOI": "10.1/a"}, {"DOI": "10.1/b', 1, ["breaks off in the middle of a record"]),
        (b'{"items": [{"DOI": "10.1/a"}, ', 1, ["breaks off behind the last record"]),
        (b'[{"DOI": "10.1/a"}', 1, ["breaks off behind the last record"]),
        (b'{"items": [{"DOI": "10.1/a"}, {DOI: 30000000000000}]}', 1, ["no JSON"]),
        (b'{"items": [{"DOI": "10.1/a"}, 12]}', 1, ["no JSON behind the last record that could be read"]),
        (b'{"items": []}', 0, []),
        (b"", 0, ["is empty"]),
        (b"\n" * 200_000, 0, ["is empty"]),
        (b"{\n" * 100_000, 0, ["no JSON"]),
        (b"%PDF-1.7\n\0\0", 0, ["not read: neither JSON nor gzip nor tar"]),
        (b"DOI;title\n10.1/a;None\n", 0, ["not read: neither JSON nor gzip nor tar"]),
        (gzip.compress(b"")[:9], 0, ["breaks off; what stands before was read"]),
    ],
)
def test_what_can_be_read_is_read(data, count, bad):
    records, said = read(data)
    assert (len(records), said) == (count, bad)


def many(count):
    return b"".join(
        json.dumps({"DOI": f"10.1/{n}", "title": [f"Title {n * 7919}"]}).encode() + b"\n" for n in range(count)
    )


def test_gzip_that_breaks_off():
    packed = gzip.compress(many(20_000))
    records, said = read(packed[: len(packed) // 2])
    assert 5_000 < len(records) < 15_000
    assert said == ["breaks off; what stands before was read"]


def test_gzip_that_is_damaged():
    packed = bytearray(gzip.compress(many(20_000)))
    packed[-8] ^= 1  # the checksum, RFC 1952 §2.3.1
    records, said = read(bytes(packed))
    assert len(records) == 20_000
    assert said == ["is damaged; what stands before was read"]


def tar(content, count=3):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for number in range(count):
            member = tarfile.TarInfo(f"{number}.jsonl")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def test_tar_that_breaks_off():
    packed = tar(many(100))
    size = packed.index(b"1.jsonl")
    records, said = read(packed[: size + 512 + 2000])
    assert 100 < len(records) < 200
    assert said == ["the archive breaks off", "the archive breaks off"]
    assert read(packed[:size])[1] == ["the archive breaks off"]


def test_tar_with_a_broken_header():
    packed = bytearray(tar(many(10)))
    packed[packed.index(b"1.jsonl")] = 0xFF
    records, said = read(bytes(packed))
    assert (len(records), said) == (10, ["the archive is damaged"])


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_a_long_name_of_a_member(form):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=form) as archive:
        for name in ("d/" * 200 + "é.jsonl", "short.jsonl"):
            archive.addfile(tarfile.TarInfo(name), io.BytesIO())
    found = pieces(Identity("a.tar", 1, 0), io.BytesIO(packed.getvalue()))
    assert [piece.identity.name for piece in found] == [f"a.tar: 1 {'d/' * 200}é.jsonl", "a.tar: 2 short.jsonl"]


def test_tar_whose_member_is_wrapped_wrongly():
    inner = gzip.compress(many(5_000))
    records, said = read(tar(inner[: len(inner) // 2], count=2))
    assert len(records) > 2_000
    assert said == ["breaks off; what stands before was read"] * 2


def test_gzip_in_gzip_has_an_end():
    data = b'{"DOI": "10.1/a"}\n'
    for _ in range(30):
        data = gzip.compress(data)
    assert read(data) == ([], ["not read: neither JSON nor gzip nor tar"])


@pytest.mark.parametrize("shape", [b"%s\n%s\n", b'{"items": [%s, %s]}'])
def test_a_record_without_end_costs_no_memory(monkeypatch, shape):
    monkeypatch.setattr(json_items, "LARGEST", 100_000)
    monkeypatch.setattr(json_items, "_CHUNK", 10_000)
    huge = json.dumps({"DOI": "10.1/bomb", "title": ["x" * 3_000_000]}).encode()
    records, said = read(gzip.compress(shape % (huge, b'{"DOI": "10.1/a"}')))
    assert [record["DOI"] for record in records] in (["10.1/a"], [])
    assert len(said) == 1
    assert "larger than" in said[0]


def test_each_problem_names_file_and_place(tmp_path):
    (tmp_path / "bad.jsonl").write_bytes(b'{"DOI": "10.1/a"}\n{"title": []}\nxx\nyy\n')
    (tmp_path / "b.tar").write_bytes(tar(b'{"DOI": "10.1/b"}\nxx\n', count=1))
    built = build([str(tmp_path / "bad.jsonl"), str(tmp_path / "b.tar")], tmp_path / "index")
    assert [str(problem) for problem in built.problems] == [
        f"{tmp_path}/bad.jsonl: line 2: no record (and 2 more that could not be read)",
        f"{tmp_path}/b.tar: 1 0.jsonl: line 2: no JSON",
    ]
    assert about(tmp_path / "index").works == 2
