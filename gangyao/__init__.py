"""Gangyao: Chinese government planning documents as open tables."""

__version__ = "0.1.0"
