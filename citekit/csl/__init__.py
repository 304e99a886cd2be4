"""The Citation Style Language (CSL 1.0.2): a style and items become the entries of a bibliography."""
