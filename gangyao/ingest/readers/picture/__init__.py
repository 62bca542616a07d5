"""Pictures of pages, and PDF pages that are pictures, read by a recogniser (extra `ocr`)."""
