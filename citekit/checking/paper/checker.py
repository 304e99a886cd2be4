"""Papers and `.bib` texts → what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from citekit.checking import checker
from citekit.checking.bibliography import Bibliography, Others
from citekit.checking.checker import ModelName, Question, check, defined
from citekit.checking.finding import Finding, Rule, Spot
from citekit.checking.paper.reading import PaperRule, Reading, reading
from citekit.checking.paper.rules import PAPER_RULES
from citekit.checking.rules import RULES
from citekit.readers.paper import Paper
from citekit.values.suggestions import did_you_mean


def check_papers(
    papers: Sequence[Paper],
    texts: Mapping[str, str],
    question: Question,
    rules: Sequence[PaperRule] = PAPER_RULES,
    *,
    given: bool = False,
    partly: bool = False,
) -> list[Finding]:
    """Looks at papers and at `.bib` files (name → text, line ends `\\n`) that belong together: an `@string` or a `crossref` may lead from
    one to another. Without papers that is `check` for several files.

    Without `given` a paper goes with the files that it names, else with all. `partly`: one of the files could not be read, so that no key
    is called undefined. A file that biblatex papers alone go with is taken for biblatex's, if the model is `auto`. Findings come by file: those of a paper, and of what
    it takes in, before those of the `.bib` files. Never raises.
    """
    read = reading(papers, texts, given=given, partly=partly)
    told = sorted(finding for rule in rules for finding in rule.findings(read))
    files = [*(paper.file for paper in papers), *(finding.file for finding in told), *texts]
    order = {file: place for place, file in enumerate(dict.fromkeys(files))}
    told += _in_bibliographies(texts, question, read if papers else None, rules)
    return sorted(told, key=lambda finding: order[finding.file])


def _in_bibliographies(
    texts: Mapping[str, str], question: Question, read: Reading | None, rules: Sequence[PaperRule]
) -> Iterator[Finding]:
    each = {path: defined(text) for path, text in texts.items()} if len(texts) > 1 else {}
    for path, text in texts.items():
        others = [said for other, said in each.items() if other != path]
        keys = question.others.keys.union(*(said.keys for said in others))
        strings = question.others.strings.union(*(said.strings for said in others))
        more = tuple(_bound(rule, read, path) for rule in rules if read and rule.look_in)
        asked = replace(question, model=_model(question.model, read, path))
        yield from check(text, path, replace(asked, rules=question.rules + more, others=Others(keys, strings)))


def _model(asked: ModelName, read: Reading | None, path: str) -> ModelName:
    papers = [each.paper for each in read.with_file(path)] if read else []
    return "biblatex" if asked == "auto" and papers and all(paper.biblatex for paper in papers) else asked


def _bound(rule: PaperRule, read: Reading, path: str) -> Rule:
    """The rule for one `.bib` file."""

    def look(bibliography: Bibliography) -> Iterator[Spot]:
        assert rule.look_in
        return rule.look_in(read, path, bibliography)

    return Rule(rule.name, rule.severity, rule.sentence, look, rule.usual)


def chosen(select: Iterable[str], ignore: Iterable[str]) -> tuple[tuple[Rule, ...], tuple[PaperRule, ...]]:
    """As `citekit.checking.chosen`, out of the rules for `.bib` files and of those for papers. Raises `ValueError` for an unknown name."""
    names, ignored = [*select], {*ignore}
    ours = {rule.name: rule for rule in PAPER_RULES}
    known = (*(rule.name for rule in RULES), *ours)
    for name in [*names, *ignored]:
        if name not in known and name != "all":
            raise ValueError(f"there is no rule {name}{did_you_mean(name, known)}")
    every = not names or "all" in names
    others = [name for name in names if name not in ours]
    wanted = (ours.keys() if every else {*names}) - ignored
    of_files = checker.chosen(others, ignored - ours.keys()) if every or others else ()
    return of_files, tuple(rule for rule in PAPER_RULES if rule.name in wanted)
