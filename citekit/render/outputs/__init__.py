"""pybtex backends, one a file: the class `Backend`. Each writes a whole bibliography and escapes all that it is given.

Besides pybtex's methods each has `unprintable(text)`: the characters of a text that its readers cannot show.
"""
