from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.paper.reading import PaperRule, Place, Reading


def _look(reading: Reading) -> Iterator[Place]:
    for read in reading.papers:
        for problem in read.paper.problems:
            if problem.kind == "unfinished":
                yield Place(problem.file, problem.line, problem.message)


RULE = PaperRule("unfinished-run", "error", "An .aux that LaTeX did not write to its end.", _look)
