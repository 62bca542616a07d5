"""From raw lines to reading order: furniture, wrapped lines, columns."""
