"""From values to a checked, published release."""
