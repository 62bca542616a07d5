"""What was read out of a document, as rows: tuples in the order of the table's declared columns."""
