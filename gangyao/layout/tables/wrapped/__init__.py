"""Tables whose wrapped cells were printed line by line: a line holds a part of each cell of a row."""
