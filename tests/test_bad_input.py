"""Records as nobody wants them: each gets an answer or one clear error, and none is lost."""

from __future__ import annotations

import json

import pytest

WORK = {
    "type": "article",
    "author": "Berg, A. and Olsen, B.",
    "title": "Robust cohort analysis in chronic renal infection",
    "container": "Archives of Renal Medicine",
    "year": "2001",
    "volume": "14",
    "issue": "3",
    "pages": "101-117",
    "doi": "10.1234/arm.2001.14",
}


def but(**changes):
    return WORK | changes


MEGABYTE = 1_000_000
RECORDS = {
    "no title": [but(title="", doi="", pages=f"{n}01-{n}17", author=f"{'BCDFGH'[n % 6]}erg, A.") for n in range(30)],
    "no author": [but(author="")] * 3,
    "no year": [but(year="")] * 3,
    "no title, no author, no year": [{"volume": str(n % 3)} for n in range(20)],
    "nothing": [{} for _ in range(20)],
    "many that are identical": [WORK] * 500,
    "one title of very many": [but(title="Editorial", doi="", author="", pages=str(n), year=str(1900 + n)) for n in range(300)],
    "near copies": [but(title=f"{WORK['title'][: n % 40]}x{WORK['title'][n % 40 :]}", doi="") for n in range(300)],
    "a title of a megabyte": [but(title="word " * (MEGABYTE // 5), doi="")] * 2,
    "a word of a megabyte": [but(title="w" * MEGABYTE, container="j" * MEGABYTE, doi="")] * 2,
    "authors by the thousand": [but(author=" and ".join(f"Fam{n}, A." for n in range(10_000)))] * 2,
    "pages, volume and DOI of a megabyte": [but(pages="1-" * (MEGABYTE // 2), volume="9" * MEGABYTE, doi="10.1/" + "x" * MEGABYTE)] * 2,
    "brackets": [but(title="[(" * 5_000, author="{" * 5_000, container="<" * 5_000)] * 2,
    "values of every kind": [but(title=["a", 1, None], author={"family": 3}, year={"raw": []}, pages=[[]], doi=0, volume=True)] * 2,
}  # fmt: skip


@pytest.fixture
def put(tmp_path):
    def put(said, name="a.jsonl"):
        lines = [json.dumps({"id": f"r{number}"} | each, ensure_ascii=False) for number, each in enumerate(said)]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return [f"r{number}" for number in range(len(said))]

    return put


def homes(text):
    return {said["id"]: said["cluster"] for said in map(json.loads, text.splitlines())}


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_is_answered(run, put, kind):
    ids = put(RECORDS[kind])
    short = run("dedupe", "a.jsonl", "--to", "clusters", "-q")
    assert (short.code, short.err) == (0, "")
    assert list(homes(short.out)) == ids
    long = run("dedupe", "a.jsonl", "--to", "clusters", "-q", "--unsure", "pairs.csv")
    assert (long.code, long.out, long.err) == (0, short.out, "")


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_is_in_a_work(run, put, tmp_path, kind):
    ids = put(RECORDS[kind])
    ran = run("dedupe", "a.jsonl", "--to", "jsonl", "-q")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(name for line in ran.out.splitlines() for name in json.loads(line)["ids"]) == sorted(ids)
    assert run("merge", "a.jsonl", "-q", "-o", "x.bib", "--report", "x.json").code == 0
    report = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert sorted(member["id"] for work in report["works"] for member in work["members"]) == sorted(ids)


def test_identical_records_are_one_work_and_records_that_say_nothing_none(run, put):
    put(RECORDS["many that are identical"])
    assert len(set(homes(run("dedupe", "a.jsonl", "--to", "clusters", "-q").out).values())) == 1
    put(RECORDS["nothing"])
    assert len(set(homes(run("dedupe", "a.jsonl", "--to", "clusters", "-q").out).values())) == 20


def test_works_of_many_years_under_one_title_stay_apart(run, put):
    put(RECORDS["one title of very many"])
    assert len(set(homes(run("dedupe", "a.jsonl", "--to", "clusters", "-q").out).values())) == 300


SCRIPTS = {
    "Chinese": ("王伟 and 李娜", "慢性肾脏感染的队列研究及其临床意义", "城市土壤中重金属污染的空间分布特征", "中华医学杂志"),
    "Japanese": ("山田太郎", "慢性腎感染症におけるコホート解析", "都市土壌の重金属汚染に関する研究", "日本医学会誌"),
    "Korean": ("김민수", "만성 신장 감염의 코호트 분석 연구", "도시 토양의 중금속 오염에 관한 연구", "대한의학회지"),
    "Arabic": ("أحمد محمود", "تحليل الأتراب في عدوى الكلى المزمنة", "التوزيع المكاني لتلوث التربة الحضرية", "المجلة الطبية"),
    "Cyrillic": ("Иванов, И. И.", "Когортный анализ хронической почечной инфекции", "Загрязнение городских почв тяжёлыми металлами", "Вестник медицины"),
    "Devanagari": ("शर्मा, राम", "दीर्घकालिक गुर्दा संक्रमण का समूह विश्लेषण", "नगरीय मिट्टी में भारी धातुओं का प्रदूषण", "चिकित्सा पत्रिका"),
    "Greek": ("Παπαδόπουλος, Γ.", "Ανάλυση κοόρτης στη χρόνια νεφρική λοίμωξη", "Ρύπανση αστικών εδαφών από βαρέα μέταλλα", "Ιατρικά Χρονικά"),
    "Hebrew": ("כהן, דוד", "ניתוח עוקבה בזיהום כרוני של הכליה", "זיהום קרקעות עירוניות במתכות כבדות", "הרפואה"),
    "Thai": ("สมชาย ใจดี", "การวิเคราะห์กลุ่มผู้ป่วยติดเชื้อไตเรื้อรัง", "มลพิษโลหะหนักในดินเขตเมือง", "วารสารการแพทย์"),
}  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS)
def test_copies_are_found_and_works_kept_apart_in_every_script(run, put, script):
    author, title, other, journal = SCRIPTS[script]
    said = {"author": author, "title": title, "container": journal, "year": "2001"}
    put([said | {"volume": "3"}, said | {"pages": "7-9"}, said | {"title": other}])
    found = homes(run("dedupe", "a.jsonl", "--to", "clusters", "-q").out)
    assert found == {"r0": "r0", "r1": "r0", "r2": "r2"}


CONTRADICTIONS = {
    "at once": [("same", "r0", "r1"), ("different", "r1", "r0")],
    "by a third": [("same", "r0", "r1"), ("same", "r1", "r2"), ("different", "r0", "r2")],
}


@pytest.mark.parametrize("kind", CONTRADICTIONS)
def test_decisions_that_contradict_themselves_are_one_error_and_nothing_is_written(run, put, tmp_path, kind):
    put([WORK, but(volume=""), but(pages="")])
    lines = [json.dumps(dict(zip(("verdict", "left", "right"), said, strict=True))) for said in CONTRADICTIONS[kind]]
    (tmp_path / "decided.jsonl").write_text("\n".join(lines))
    for command in (("dedupe", "--to", "clusters"), ("dedupe", "--to", "jsonl"), ("merge",)):
        ran = run(command[0], "a.jsonl", *command[1:], "-o", "out", "--decisions", "decided.jsonl")
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
        assert ran.err.startswith("citekit: decided.jsonl: line ")
    assert not (tmp_path / "out").exists()
