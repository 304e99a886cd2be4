"""Strings → references: what hangs together in a list."""

from __future__ import annotations

from citekit.model import Library, Origin
from citekit.readers.text.reader import read, read_lines, read_strings

LIST = (
    "Roe, Anna. Bogs and men. Oxford: Clarendon Press, 1990.\n"
    "———. Peat through the ages. London: Faber, 1995.\n"
    "——— (1999). Moss as a method. New York: Knopf.\n"
    "Potter, Bert. The heath and its people. Boston: Beacon Press, 2001.\n"
)


def authors(library: Library) -> list[str]:
    return [reference.get("author") for reference in library]


def test_a_dash_is_the_author_of_the_reference_before():
    assert authors(read(f"References\n\n{LIST}", "list.txt")) == ["Roe, Anna", "Roe, Anna", "Roe, Anna", "Potter, Bert"]


def test_lines_have_nothing_to_do_with_each_other():
    second = authors(read_lines(LIST, "list.txt"))[1]
    assert second
    assert not any(letter.isalnum() for letter in second)


def test_progress_is_told_to_the_end():
    told = []
    origins = [Origin("list.txt", "text", 1, number, LIST.splitlines()[0]) for number in range(4500)]
    references, _ = read_strings(origins, lambda *said: told.append(said))
    assert len(references) == 4500
    assert [done for _, done, _ in told] == [2000, 4000, 4500]
    assert {total for _, _, total in told} == {4500}


def test_a_numbered_scrap_under_the_heading_is_kept():
    page = (
        "References\n1. Roe A, Poe B. Peat and bogs in Ireland. J Bogs. 2001;12(3):247-59.\n2. ebd., vgl. die Abbildung (hier links)\n"
        "3. Moe C. The acid base balance of moss. Moss Res. 1999;4:1-9.\n4. Coe D. Heath. Oxford: Clarendon Press; 1987.\n"
    )
    library = read(page, "list.txt")
    assert [reference.origin.number for reference in library] == [1, 2, 3, 4]
    assert library.references[1].origin.text == "ebd., vgl. die Abbildung (hier links)"
