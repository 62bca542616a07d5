"""PDF files with a text layer, read with pdfium."""
