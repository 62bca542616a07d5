"""What is kept in the user's cache folder from run to run: checked, never needed, safe to delete."""
