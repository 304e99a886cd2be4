"""Names of people and institutions: `cs:names` (CSL 1.0.2, "Names")."""

from citekit.csl.names.nodes import compiled

__all__ = ["compiled"]
