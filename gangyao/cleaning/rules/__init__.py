"""The cleaning rules: one concept per module, each a function from a scanned text to its findings."""
