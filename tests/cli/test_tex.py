"""`--tex`: LaTeX sources follow the keys of a merge."""

import os
import stat

import click
import pytest
from click.testing import CliRunner

from citekit.cli.tex import check_tex, rewrite_tex, tex_options
from citekit.errors import InputError, OutputError

KEYS = {"Leung85": "leung", "leung": "leung", "smith2009": "smith2009", "y": "x"}


@pytest.fixture
def rewrite(monkeypatch, tmp_path):
    """Rewrites files in an empty folder and gives back what was told."""
    monkeypatch.chdir(tmp_path)

    def rewritten(*paths, keys=KEYS, ambiguous=(), dry_run=False):
        told = []
        rewrite_tex(paths, keys, frozenset(ambiguous), dry_run=dry_run, tell=told.append)
        return told

    return rewritten


def test_keys_change_in_their_places(rewrite, tmp_path):
    (tmp_path / "paper.tex").write_text("\\cite{Leung85,y}, \\citet{other}\n\\citep[3]{Leung85}\n")
    (tmp_path / "book.tex").write_text("\\cite{y}\n")
    (tmp_path / "none.tex").write_text("\\cite{leung}\n")
    assert rewrite("paper.tex", "book.tex", "none.tex") == [
        "paper.tex: 3 keys in 2 places rewritten",
        "book.tex: 1 key in 1 place rewritten",
        "none.tex: no key changes",
    ]
    assert (tmp_path / "paper.tex").read_text() == "\\cite{leung,x}, \\citet{other}\n\\citep[3]{leung}\n"
    assert (tmp_path / "book.tex").read_text() == "\\cite{x}\n"


def test_dry_run_shows_a_diff_and_writes_nothing(rewrite, tmp_path):
    source = "one\n\\cite{y}\n"
    (tmp_path / "paper.tex").write_text(source)
    (tmp_path / "none.tex").write_text("\\cite{leung}\n")
    assert rewrite("paper.tex", "none.tex", dry_run=True) == [
        "--- paper.tex\n+++ paper.tex\n@@ -1,2 +1,2 @@\n one\n-\\cite{y}\n+\\cite{x}",
        "none.tex: no key changes",
    ]
    assert (tmp_path / "paper.tex").read_text() == source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\ufeffé \\cite{y}\r\n".encode(), "\ufeffé \\cite{x}\r\n".encode()),
        ("Müller \\cite{y}\r".encode("latin-1"), "Müller \\cite{x}\r".encode("latin-1")),
        (b"\\cite{y}", b"\\cite{x}"),
    ],
    ids=["UTF-8 with byte order mark and CRLF", "Latin-1", "no line end"],
)
def test_encoding_and_line_ends_stay(rewrite, tmp_path, before, after):
    (tmp_path / "paper.tex").write_bytes(before)
    rewrite("paper.tex")
    assert (tmp_path / "paper.tex").read_bytes() == after


def test_a_key_of_two_works_stays_and_is_told(rewrite, tmp_path):
    (tmp_path / "paper.tex").write_text("\n\\cite{y}\n\\cite*[3]{smith2009} \\cite{Smith2009}\n")
    assert rewrite("paper.tex", ambiguous=["smith2009"]) == [
        "paper.tex: 1 key in 1 place rewritten",
        "paper.tex:3: \\cite*{smith2009}: two works came with this key; it now means smith2009",
        "paper.tex:3: \\cite{Smith2009}: two works came with this key; it now means smith2009",
    ]
    assert rewrite("paper.tex", keys={"smith2009": "lee"}, ambiguous=["smith2009"]) == [
        "paper.tex: no key changes",
        "paper.tex:3: \\cite*{smith2009}: two works came with this key; it now means lee",
        "paper.tex:3: \\cite{Smith2009}: two works came with this key; it now means lee",
    ]


def test_links_and_modes_are_kept_and_a_file_is_rewritten_once(rewrite, tmp_path):
    (tmp_path / "paper.tex").write_text("\\cite{y}")
    (tmp_path / "paper.tex").chmod(0o640)
    (tmp_path / "link.tex").symlink_to("paper.tex")
    assert rewrite("link.tex", "paper.tex", "./paper.tex") == ["link.tex: 1 key in 1 place rewritten"]
    assert (tmp_path / "link.tex").is_symlink()
    assert (tmp_path / "paper.tex").read_text() == "\\cite{x}"
    assert stat.S_IMODE((tmp_path / "paper.tex").stat().st_mode) == 0o640


def test_a_file_without_changes_is_not_written(rewrite, tmp_path):
    (tmp_path / "paper.tex").write_text("\\cite{leung}")
    os.utime(tmp_path / "paper.tex", (1, 1))
    rewrite("paper.tex")
    assert (tmp_path / "paper.tex").stat().st_mtime == 1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.tex", None, "missing.tex: no such file"),
        (".", None, ".: is a directory; name the .tex files in it"),
        ("-", None, "-: is standard input; --tex rewrites files where they are"),
        ("a.pdf", b"%PDF-1.5\0", "a.pdf: is no LaTeX source: binary, or UTF-16 (save it as UTF-8)"),
        ("old.tex", b"\xfc \\cite{c}", "old.tex: is Latin-1, which cannot hold “И” of a new key; save it as UTF-8"),
    ],
)
def test_a_file_that_cannot_be_rewritten_stops_all(rewrite, tmp_path, name, content, reason):
    (tmp_path / "paper.tex").write_text("\\cite{y}")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as error:
        rewrite("paper.tex", name, keys={"y": "x", "c": "И"})
    assert str(error.value) == reason
    assert (tmp_path / "paper.tex").read_text() == "\\cite{y}"


def test_check_comes_before_the_merge(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.tex").write_text("\\cite{y}")
    check_tex(["paper.tex"])
    with pytest.raises(InputError, match="no such file"):
        check_tex(["paper.tex", "missing.tex"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_stops_all(rewrite, tmp_path):
    for name in ("a.tex", "b.tex"):
        (tmp_path / name).write_text("\\cite{y}")
    (tmp_path / "b.tex").chmod(0o444)
    with pytest.raises(OutputError):
        rewrite("a.tex", "b.tex")
    assert (tmp_path / "a.tex").read_text() == "\\cite{y}"


def test_the_options_of_a_command():
    @click.command()
    @tex_options
    def command(tex, dry_run):
        click.echo(f"{tex} {dry_run}")

    assert CliRunner().invoke(command, ["--tex", "a.tex", "--tex", "b.tex", "--dry-run"]).output == (
        "('a.tex', 'b.tex') True\n"
    )
    assert CliRunner().invoke(command, []).output == "() False\n"
    told = CliRunner().invoke(command, ["--help"]).output
    assert "--tex FILE.tex" in told
    assert "--dry-run" in told
