"""The published tables: one module per table, and the projections of their declarations."""
