"""`python -m citekit` is `citekit`."""

from citekit.cli.main import main

main()
