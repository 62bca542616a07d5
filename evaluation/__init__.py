"""Speed and quality figures (`make bench`, `make quality`) and the fits of weights (`*_weights`)."""
