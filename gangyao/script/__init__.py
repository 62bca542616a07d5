"""Conversion between Simplified and Traditional script (OpenCC)."""
