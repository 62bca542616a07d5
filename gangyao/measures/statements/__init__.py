"""Sentences that only report or describe, told from those that set a task."""
