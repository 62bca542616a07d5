"""Ground that every stage stands on: numerals, dates, headings, punctuation, scripts, the character model."""
