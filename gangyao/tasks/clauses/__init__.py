"""Clauses: where a sentence is cut, what each may hold, and which only say when others hold."""
