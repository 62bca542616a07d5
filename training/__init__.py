"""Every fit that ships, its data and provenance; imported by nothing that runs."""
