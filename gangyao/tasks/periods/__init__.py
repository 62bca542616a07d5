"""Of which years sections, tasks and figures speak."""
