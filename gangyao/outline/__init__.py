"""Headings, section tree, paragraphs, sentences and leads."""
