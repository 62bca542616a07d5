"""Named works in running text: where lists name them, which they are, how far they are."""
