"""What of a source LaTeX reads as commands: not comments, not what is printed as it stands, not what follows the end."""

from __future__ import annotations

import re

COMMENT = "%"
"""Stands in place of every character of a comment."""
PRINTED = "\0"
"""Stands in place of every other character that is no command or text."""

_ENVIRONMENTS = """
    verbatim verbatim* Verbatim Verbatim* BVerbatim BVerbatim* LVerbatim LVerbatim* SaveVerbatim VerbatimOut spverbatim
    lstlisting minted tcblisting comment filecontents filecontents* luacode luacode* pycode pyverbatim
""".split()

# One level of braces inside; [language={[LaTeX]TeX}]
_OPTIONS = r"(?:\[[^\[\]{}\r\n]*(?:\{[^{}\r\n]*\}[^\[\]{}\r\n]*)*\])?"
_BRACES = r"\{[^{}\r\n]*(?:\{[^{}\r\n]*\}[^{}\r\n]*)*\}"
_END = re.compile(r"\\end[ \t]*\{document\}")
_START = re.compile(
    rf"""
      (?P<comment> %[^\r\n]* )
    | \\begin[ \t]*\{{ (?P<environment> {"|".join(map(re.escape, _ENVIRONMENTS))} ) \}}
    | (?P<end> {_END.pattern} )
    | \\(?: (?:verb|Verb|lstinline)(?![A-Za-z@])\*?{_OPTIONS} | mintinline{_OPTIONS}{_BRACES} )
      (?P<printed> (?P<delimiter> [^\sA-Za-z*\\{{}}\[\]] ) (?: (?!(?P=delimiter)) [^\r\n] )* (?P=delimiter)? )
    | \\(?: url | path ) (?P<bars> \|[^|\r\n]*\| )
    | \\(?: url | path | nolinkurl | Verb\*? | href{_OPTIONS} | lstinline{_OPTIONS} | mintinline{_OPTIONS}{_BRACES} )
      (?P<braces> {_BRACES} )
    | \\.                            # \% is no comment; after \\ one may begin
    """,
    re.VERBOSE | re.DOTALL,
)


def visible(source: str) -> str:
    """The source, character for character, with `COMMENT` or `PRINTED` in place of what LaTeX does not read.

    Line ends after comments stay. In doubt text counts as read, since a key that does not follow is lost: what stands
    between `\\iffalse` and `\\fi`, listings in environments that a document defines for itself, what `\\MakeShortVerb`
    turns off, environments without an end, and what follows an `\\end{document}` with another behind it (the first of the
    two stands in a listing). Takes time in proportion to the length.
    """
    last_end = max((match.start() for match in _END.finditer(source)), default=-1)
    endless: set[str] = set()
    pieces: list[str] = []
    place = shown = 0
    while match := _START.search(source, place):
        start = place = match.end()
        if name := match["environment"]:
            end = -1 if name in endless else source.find(f"\\end{{{name}}}", start)
            if end < 0:
                endless.add(name)
            place = max(start, end)
        elif match["end"]:
            place = len(source) if match.start() == last_end else start
        elif group := next((g for g in ("comment", "printed", "bars", "braces") if match[g]), None):
            start, place = match.span(group)
        if start < place:
            filler = COMMENT if match["comment"] else PRINTED
            pieces += [source[shown:start], filler * (place - start)]
            shown = place
    return "".join([*pieces, source[shown:]])
