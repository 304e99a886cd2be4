"""Many numbers of one service in few requests, each answer kept by itself, so that lists of another composition ask nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from citekit.errors import RefusedError
from citekit.sources.service import Answer, Service

Answers = dict[str, Any]
"""By number, what is kept of the answer; `None` where there is nothing under it."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How to ask `service` about numbers of one `kind`.

    `many(numbers, timeout)` makes one request about at most `most` of them. A number it leaves out is asked by itself; one that
    is left out then does not exist.
    """

    service: Service
    kind: str
    many: Callable[[Sequence[str], float], Answers]
    most: int

    def answers(self, numbers: Sequence[str]) -> Answers:
        """The answer about each number. Raises as `Service.ask` does; what was answered until then is kept."""
        found = self._known(numbers)
        missing = [number for number in dict.fromkeys(numbers) if number not in found]
        for at in range(0, len(missing), self.most):
            found |= self._ask(missing[at : at + self.most])
        return found

    def _ask(self, numbers: Sequence[str]) -> Answers:
        """Halves what is refused, or not settled, until it is known which number is to blame."""
        settled = self._settled(numbers)
        rest = [number for number in numbers if number not in settled]
        if not rest:
            return settled
        if len(numbers) == 1:
            return self._keep({numbers[0]: None})
        return (
            settled | self._ask(rest[: len(rest) // 2 or 1]) | (self._ask(rest[len(rest) // 2 :]) if rest[1:] else {})
        )

    def _settled(self, numbers: Sequence[str]) -> Answers:
        try:
            answer = self.service.request(
                self.kind, lambda timeout: self.many(numbers, timeout), lambda: self._all_known(numbers), search=True
            )
        except RefusedError:
            if len(numbers) == 1:
                raise
            return {}
        wanted = set(numbers)
        return self._keep({number: value for number, value in (answer.value or {}).items() if number in wanted})

    def _keep(self, answers: Answers) -> Answers:
        for number, value in answers.items():
            self.service.keep(self._question(number), value)
        return answers

    def _known(self, numbers: Sequence[str]) -> Answers:
        return {number: known.value for number in numbers if (known := self.service.known(self._question(number)))}

    def _all_known(self, numbers: Sequence[str]) -> Answer | None:
        """Another process may have asked meanwhile."""
        known = self._known(numbers)
        return Answer(known) if len(known) == len(set(numbers)) else None

    def _question(self, number: str) -> str:
        return f"{self.kind}/{number}"
