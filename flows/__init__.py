"""Prefect flows over the operations of gangyao."""
