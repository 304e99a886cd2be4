"""Where keys stand in a source, and where they do not."""

import pytest

from citekit.latex import cited

LISTS = [
    (r"\cite{ a , b ,c}", "a b c"),
    ("\\cite{a,% the first\n  b, % \\cite{no}, no\n  c}", "a b c"),
    ("\\cite{%\n  a,%\n  b%\n}", "a b"),
    (r"\cite{a,,b,}", "a b"),
    (r"\cite{smith:2009/x,müller2010,a+b_c.d-e,DBLP:conf/x/Y}", "smith:2009/x müller2010 a+b_c.d-e DBLP:conf/x/Y"),
    (r"\cite{Иванов2001,10.1000/182(3)}", "Иванов2001 10.1000/182(3)"),
    (r"\cite{\mykey,a,#1,two words,{b}}", "a"),
    (r"\cite [p. 3] {a}", "a"),
    ("\\cite%\n  [p. 3]% here\n  {a}", "a"),
    ("\\cite\n{a}", "a"),
    ("\\cites{a}\n\n{\\bf b}{c}", "a"),
    (r"\cite[see \cite{a}][{[1], [2]} \citep[3]{b}]{c}", "a b c"),
    (r"\cite[see \cite[p.~3]{a}]{b}", "a b"),
    (r"\cite[see $[0,1)$]{a} and \cite[p.~3]{b}", "a b"),
    (r"\cite[\{]{a} \cite[\] {no}]{b}", "a b"),
    (r"\footnote{See \cite{a}.} \caption[\cite{b}]{\textbf{\cite{c}}}", "a b c"),
    (r"\section{x}\cite{a", ""),
    (r"\cite{a\cite{b}", "b"),
    (r"}}\cite{a}{{", "a"),
    (r"\cite a \cite\cite{b}", "b"),
]


@pytest.mark.parametrize(("source", "keys"), LISTS)
def test_keys_of_lists_and_arguments(source, keys):
    assert [each.key for each in cited(source)] == keys.split()


UNREAD = [
    ("% \\cite{no}\n\\cite{a}", "a"),
    ("100\\% of \\cite{a} % of \\cite{no}\n", "a"),
    ("line\\\\% \\cite{no}\n\\cite{a}", "a"),
    ("\\cite{a}%\\cite{no}\r\\cite{b}\r\n%\\cite{no}\r\n\\cite{c}", "a b c"),
    (r"\verb|\cite{no}| \verb*+\cite{no}+ \cite{a}", "a"),
    (r"\verb|%| \cite{a}", "a"),
    ("\\verb|\\cite{no}\n\\cite{a}", "a"),  # TeX: \verb ended by end of line
    (r"\verbatiminput{x} \cite{a}", "a"),
    (r"\lstinline!\cite{no}! \lstinline[language={[LaTeX]TeX}]|\cite{no}| \lstinline{\cite{no}} \cite{a}", "a"),
    (r"\mintinline{tex}|\cite{no}| \mintinline[bgcolor=x]{tex}{\cite{no}} \cite{a}", "a"),
    (r"\url{http://a.org/%20\cite{no}} \cite{a} \href{http://a.org/%7E}{\cite{b}} \url|%| \cite{c}", "a b c"),
    (r"\path[draw] (0,0) -- (1,1) node {\cite{a}};", "a"),  # TikZ
    (r"\begin{verbatim}\cite{no}\end{verbatim}\cite{a}", "a"),
    (r"\begin{verbatim*}\cite{no}\end{verbatim}\cite{no}\end{verbatim*}\cite{a}", "a"),
    ("\\begin{Verbatim}[numbers=left]\n\\cite{no}\n\\end{Verbatim}\\cite{a}", "a"),
    ("\\begin{lstlisting}[language=TeX]\n\\cite{no} % {\n\\end{lstlisting}\\cite{a}", "a"),
    ("\\begin{minted}{tex}\n\\cite{no}\n\\end{minted}\\cite{a}", "a"),
    ("\\begin{comment}\n\\cite{no}\n\\end{comment}\\cite{a}", "a"),
    ("\\begin{filecontents*}[overwrite]{x.bib}\n\\cite{no}\n\\end{filecontents*}\\cite{a}", "a"),
    ("\\begin{filecontents}{x.tex}\n\\end{document}\n\\end{filecontents}\\cite{a}", "a"),
    ("% \\begin{verbatim}\n\\cite{a}\n% \\end{verbatim}", "a"),
    (r"\begin{verbatim}\cite{a}", "a"),  # a listing's, perhaps; TeX itself stops at a real one
    (r"\cite{a}\end{document}\cite{no}", "a"),
    (r"\begin{mylisting}\end{document}\end{mylisting}\cite{a}\end {document}\cite{no}", "a"),
    (r"\begin{thebibliography}{9}\bibitem[Jo]{no}\bibitem{no}\end{thebibliography}", ""),
    (r"\iffalse\cite{a}\fi", "a"),  # counts: whoever takes \iffalse away needs the key
]


@pytest.mark.parametrize(("source", "keys"), UNREAD)
def test_what_latex_does_not_read_does_not_count(source, keys):
    assert [each.key for each in cited(source)] == keys.split()


def test_places():
    source = "\ufeff\\cite{a,\r\n  b}\r\\citet[\\cite{c}]{d}\n"
    found = cited(source)
    assert [(each.key, each.line) for each in found] == [("a", 1), ("b", 2), ("c", 3), ("d", 3)]
    assert all(source[each.offset :].startswith(each.key) for each in found)
