"""BibTeX's notation, shared by its reader and its writer: blocks, values, strings, names. Pure; no files, no stages."""
