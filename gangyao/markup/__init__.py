"""What programs and formats write round a text: marks of Markdown, LaTeX, pandoc and Word."""
