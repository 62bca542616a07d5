"""What the language of official documents makes likely: a character model, its trainer, suspects."""
