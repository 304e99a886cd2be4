"""The small words of English titles, which title case leaves small: articles, conjunctions, prepositions and particles of names."""

SMALL_WORDS = frozenset(
    (
        "a an the "
        # conjunctions
        "and but for lest nor or so than yet "
        # prepositions
        "about above across after against along alongside amid amidst among amongst around as at atop before behind below "
        "beneath beside besides between beyond by despite down during from in inside into like near of off on onto out over "
        "per plus since through throughout till to toward towards under underneath until unto up upon v versus via vs with "
        "within without "
        # in names
        "al de et van von"
    ).split()
)
