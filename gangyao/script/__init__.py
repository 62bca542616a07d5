"""Simplified and Traditional characters: which script a text is in, and conversion."""
