"""The words of other formats as tables, read in both directions: their types, fields and roles, and ours. Pure."""
