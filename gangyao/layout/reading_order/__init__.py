"""Columns and page fragments in any order, put back into reading order by what the text itself shows."""
