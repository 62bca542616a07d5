"""JSON of recognisers: records of a text and its box, known by structure, whoever wrote them."""
