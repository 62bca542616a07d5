"""Comparison of a document with other copies of its text."""
