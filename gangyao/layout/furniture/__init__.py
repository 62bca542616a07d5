"""Page furniture of every kind: what a page prints around the text and not as part of it."""
