"""citekit as a plugin of pybtex (https://docs.pybtex.org/api/plugins.html): what it reads and writes, and its styles.

    pybtex-convert export.ris refs.bib
    pybtex-convert --from citekit page.txt refs.bib
    pybtex-format --style vancouver refs.bib refs.html

Only pybtex imports this.
"""
