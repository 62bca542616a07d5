"""What figures measure: canonical names, scopes, measures, base units, parts of money."""
