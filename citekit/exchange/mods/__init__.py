"""The words of MODS, the types of its records, and MARC's relators."""
