"""The curated lexicon: one module per file of `seeds/lexicon/`, the only place where a column is declared."""
