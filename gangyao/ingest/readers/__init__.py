"""Readers, one for each kind of file: bytes in, lines with page, box and structure out."""
