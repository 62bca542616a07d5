"""What a document is before anything is done to it: its description, its files, its errata."""
