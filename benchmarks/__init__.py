"""Speed and quality figures: `make bench`, `make quality`."""
