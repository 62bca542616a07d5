"""The ledger of changes, and the rules that clean text."""
