"""Tasks, actions, parties and targets: what a sentence commits to."""
