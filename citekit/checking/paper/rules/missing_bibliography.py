from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.paper.reading import PaperRule, Place, Reading


def _look(reading: Reading) -> Iterator[Place]:
    if reading.given:
        return
    for read in reading.papers:
        paper = read.paper
        for problem in paper.problems:
            if problem.kind == "missing-bibliography":
                yield Place(problem.file, problem.line, problem.message)
        if paper.keys and not paper.bibliographies and not any(each.kind == "unfinished" for each in paper.problems):
            yield Place(paper.file, 0, "the paper cites and names no .bib file; give one behind it")


RULE = PaperRule("missing-bibliography", "error", "A .bib file that a paper names and that is not there.", _look)
