"""Quality figures, one module per stage, each with `figures(corpus, seeds) -> list[Figure]`."""
