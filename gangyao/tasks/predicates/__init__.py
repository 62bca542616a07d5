"""The predicate of a clause: the verb group that says what is to be done, found among words and phrases."""
