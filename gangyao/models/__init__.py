"""The trained files that ship, each beside the JSON file that says where it comes from."""
