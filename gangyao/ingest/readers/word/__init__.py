"""Word documents (.docx, ECMA-376), opened with python-docx."""
