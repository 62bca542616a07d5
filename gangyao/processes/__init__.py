"""What processes of ours do as processes: how they begin, end together, and use memory."""
