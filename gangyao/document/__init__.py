"""The values that flow: source, layout, ledger, outline, tasks, mentions, up to the read document."""
