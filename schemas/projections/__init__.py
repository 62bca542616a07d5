"""What other systems need to know of the tables, each derived from the declarations."""
