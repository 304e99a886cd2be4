"""EndNote's records: their types, and their rows."""
