"""From files and seeds to documents: descriptions, decoding, errata, other copies."""
