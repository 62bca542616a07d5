"""Which documents a document refers to, and in what way."""
