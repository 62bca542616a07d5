"""What must hold for a release: schemas, keys, spans, replay, checksums, expectations."""
