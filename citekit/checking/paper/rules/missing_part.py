from __future__ import annotations

from collections.abc import Iterator

from citekit.checking.paper.reading import PaperRule, Place, Reading


def _look(reading: Reading) -> Iterator[Place]:
    for read in reading.papers:
        for problem in read.paper.problems:
            if problem.kind == "missing-file":
                yield Place(problem.file, problem.line, problem.message)


RULE = PaperRule(
    "missing-part",
    "warning",
    "A file that a paper takes in and that is not there, so that its citations are not known.",
    _look,
)
