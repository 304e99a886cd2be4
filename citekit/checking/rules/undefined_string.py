from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citekit.checking.bibliography import Bibliography
from citekit.checking.finding import Rule, Spot
from citekit.values.suggestions import did_you_mean

_WAY = "; put it in braces, or check it together with the file that defines it"

_MOST_HINTS, _MOST_KNOWN = 50, 5_000


def _look(bibliography: Bibliography) -> Iterator[Spot]:
    defined = {definition.name for definition in bibliography.definitions}
    times = Counter(name for _, _, name in bibliography.undefined)
    hints = {name: did_you_mean(name, defined) for name in [*times][:_MOST_HINTS] if len(defined) < _MOST_KNOWN}
    for entry, at, name in bibliography.undefined:
        if name not in times:
            continue
        number = times.pop(name)
        often = f" ({number} times)" if number > 1 else ""
        if name in defined:
            said = f"{name} is used before the @string that defines it{often}; move the @string up"
        else:
            said = f"no @string defines {name}{often}, so the value is lost{hints.get(name) or _WAY}"
        yield Spot(at, said, entry.key if entry else "")


RULE = Rule("undefined-string", "error", "A name outside braces that no @string before it defines.", _look)
