"""pybtex formatting styles for our entries, one a file: the class `Style`."""
