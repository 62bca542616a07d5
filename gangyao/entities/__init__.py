"""Named things: mentions, canonical entities, administrative codes."""
