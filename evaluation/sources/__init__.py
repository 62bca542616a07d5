"""How well documents are read as people have them: PDF, web page, Word file, scan; `make sources`.

Texts of the corpus are set as newspaper pages, red-head notices, plans and reports by three programs
(Chromium, LibreOffice, reportlab), read back and compared with what was set. Needs the programs chromium and
soffice, the Python package reportlab and Chinese fonts; what is not there is left out and said so.
"""
