"""What the line-tagged formats (RIS, EndNote's %-tags, Web of Science) have in common: fields from tags, and tags from fields."""
