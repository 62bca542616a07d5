"""A small trained judge over what the grammar of names finds: what to keep, cut, lengthen and add."""
