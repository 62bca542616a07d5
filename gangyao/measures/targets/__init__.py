"""Quantities and dates that a task is bound to."""
