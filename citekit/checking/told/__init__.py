"""Findings as text, in the forms that people, editors and services read."""
