"""Rows of printed tables that set something: lists of tasks, and indicators with the values to reach."""
