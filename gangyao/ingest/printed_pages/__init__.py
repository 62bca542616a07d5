"""From runs of glyphs with boxes to lines in reading order: what PDF, OFD and recognised pictures share."""
