"""One module per format of a release's tables."""
