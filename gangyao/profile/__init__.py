"""What kind of document it is, from whom, for which place and which years."""
