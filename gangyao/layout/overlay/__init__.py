"""What was laid over a text and comes again and again: marks before, behind and within its lines."""
