"""Printed lines put together again: wrapped lines, paragraphs over the end of a page, sentences at links."""
